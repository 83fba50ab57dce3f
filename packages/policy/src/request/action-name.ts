/** The name of an action, ready for comparing: names ignore case in both halves. */
export interface ActionName {
  /** The whole name in lower case. */
  readonly action: string;
  /** The part before the colon, in lower case. */
  readonly service: string;
}

/** How many action names are remembered; requests may invent names without end. */
const rememberedNames = 20_000;
/** Action names taken apart, by name as given; a cache that never changes an answer. */
const actionNames = new Map<string, ActionName>();

/** Takes the name of an action, in any case, apart. */
export function actionName(given: string): ActionName {
  const known = actionNames.get(given);
  if (known !== undefined) return known;
  const action = given.toLowerCase();
  const colon = action.indexOf(":");
  const name = { action, service: colon === -1 ? action : action.slice(0, colon) };
  if (actionNames.size >= rememberedNames) actionNames.clear();
  actionNames.set(given, name);
  return name;
}
