/** The words that an action's name is made of: `GetMFADevice` is `Get`, `MFA`, `Device`. */
export function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[^A-Za-z]+/g) ?? [];
}
