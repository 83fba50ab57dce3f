/** A fault and its help, worded as Castellan words them, as sentences that AWS would write. */
export const inSentences = (details: string, help: string | undefined): string =>
  help === undefined ? sentence(details) : `${sentence(details)} ${sentence(help)}`;

function sentence(words: string): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.?!]$/.test(capital) ? capital : `${capital}.`;
}
