import type { GrantDocuments } from "../questions/grant-documents.ts";

/** What policies speak of besides actions and resources, by their texts: what their answers may depend on. */
export interface PolicyMentions {
  /** Every twelve digits that may be the id of an account. */
  readonly accountIds: ReadonlySet<string>;
  /** Accounts by a part of their ids, such as `1*`: then any two accounts may be treated differently. */
  readonly accountParts: boolean;
  /** Who asks, beyond the role: `aws:username` or `aws:userid`. */
  readonly person: boolean;
  /** The ARN of the principal. */
  readonly principalArn: boolean;
}

/** What a text mentions; whether variables meet parts of ids is told of several texts together. */
interface TextMentions extends PolicyMentions {
  /** The account as a variable. */
  readonly accountVariables: boolean;
  /** A digit beside a wildcard, which may be a part of an id that a variable stands for. */
  readonly digitParts: boolean;
}

const person = /aws:user(?:id|name)|identitystore:UserId/i;
const principalArn = /aws:PrincipalArn/i;
const account = /aws:(?:Principal|Resource|Source)Account/i;
const accountVariable = /\$\{\s*aws:(?:Principal|Resource|Source)Account/i;
const digitPart = /\d[*?]|[*?]\d/;
/** A test of an account's id against whole ids or variables, which treats accounts that are not named alike. */
const wholeTest =
  /"aws:(?:Principal|Resource|Source)Account"\s*:\s*(?:"(?:\d{12}|\$\{[^}"]*\})"|\[(?:\s*"(?:\d{12}|\$\{[^}"]*\})"\s*,?)*\s*\])/gi;
const variables = /\$\{[^}]*\}/g;
/** An ARN whose account is neither a whole id nor open. */
const oddAccount = /arn:[^:"]*:[^:"]*:[^:"]*:(?!\d{12}[:"]|aws[:"]|\*?[:"]|\$\{)[^:"]/i;

/** Reads what policies mention; a text that many grants share is read once. */
export function mentionReader(): (documents: GrantDocuments) => PolicyMentions {
  const texts = new Map<string, TextMentions>();
  const known = new Map<GrantDocuments, PolicyMentions>();
  const ofText = (text: string): TextMentions => {
    const found = texts.get(text) ?? readText(text);
    texts.set(text, found);
    return found;
  };
  return (documents) => {
    const { identity, boundary, levels } = documents;
    const all = [...identity, ...(boundary === undefined ? [] : [boundary]), ...levels.flat()];
    const found = known.get(documents) ?? joined(all.map(({ document }) => ofText(document)));
    known.set(documents, found);
    return found;
  };
}

function readText(text: string): TextMentions {
  return {
    accountIds: new Set(text.match(/\d{12,}/g)?.flatMap(windows)),
    accountParts: oddAccount.test(text) || account.test(text.replace(wholeTest, "").replace(variables, "")),
    accountVariables: accountVariable.test(text),
    digitParts: digitPart.test(text),
    person: person.test(text),
    principalArn: principalArn.test(text),
  };
}

/** Every twelve digits in a row of digits. */
function windows(digits: string): readonly string[] {
  return Array.from({ length: digits.length - 11 }, (_, start) => digits.slice(start, start + 12));
}

function joined(all: readonly TextMentions[]): PolicyMentions {
  const some = (test: (one: TextMentions) => boolean): boolean => all.some(test);
  return {
    accountIds: new Set(all.flatMap(({ accountIds }) => [...accountIds])),
    accountParts:
      some((one) => one.accountParts) || (some((one) => one.accountVariables) && some((one) => one.digitParts)),
    person: some((one) => one.person),
    principalArn: some((one) => one.principalArn),
  };
}
