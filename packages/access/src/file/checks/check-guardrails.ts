import {
  controlPolicyDocument,
  findGuardrail,
  type GuardrailPhrase,
  longestControlPolicy,
  parseGuardrailPhrase,
} from "../../guardrails/guardrail-policy.ts";
import type { Guardrail } from "../../guardrails/guardrail.ts";
import { guardrails } from "../../guardrails/guardrail-catalogue.ts";
import { subword, type Word } from "../word.ts";
import { everywhere, unitNames } from "./check-accounts.ts";
import { checkName, type CheckContext, checkOnce, namesOf, outsideNames } from "./check-context.ts";

/** Most service control policies on one root, unit or account beside FullAWSAccess (ten in all since 2026-05-15). */
const mostControlPolicies = 9;

/** Checks `guardrails`: where they hang, what they are called, what they take. */
export function checkGuardrails(context: CheckContext): void {
  const { content, reading } = context;
  const places = new Map([...outsideNames([everywhere, ...unitNames(content).keys()]), ...namesOf(content.accounts)]);
  for (const { key, value } of content.guardrails ?? []) {
    checkName(
      key,
      places,
      { code: "CST0108", what: "unit", help: "a unit of the file, an account, or `everywhere`" },
      context,
    );
    for (const word of value) checkPhrase(word, context);
    checkOnce(value, "guardrail", context);
    if (value.length > mostControlPolicies) {
      reading.report("CST0210", `${value.length} guardrails hang on \`${key.text}\``, {
        span: key.span,
        help: `AWS allows ${mostControlPolicies} beside its own FullAWSAccess`,
      });
    }
  }
}

function checkPhrase(word: Word, context: CheckContext): void {
  const phrase = parseGuardrailPhrase(word.text);
  const guardrail = findGuardrail(phrase.name);
  const name = subword(word, word.text.indexOf(phrase.name), phrase.name);
  if (guardrail === undefined)
    checkName(name, outsideNames(guardrails.map((one) => one.name)), { code: "CST0106", what: "guardrail" }, context);
  else if (checkWords(word, phrase, guardrail, context)) checkLength(word, phrase, guardrail, context);
}

function checkWords(word: Word, phrase: GuardrailPhrase, guardrail: Guardrail, { reading }: CheckContext): boolean {
  const { words } = guardrail;
  if (words === undefined) {
    if (phrase.words.length === 0) return true;
    reading.report("CST0213", `\`${guardrail.name}\` takes no words`, {
      span: word.span,
      help: `write \`${guardrail.name}\``,
    });
    return false;
  }
  const wrong = phrase.words.find((one) => !words.pattern.test(one));
  if (phrase.words.length > 0 && wrong === undefined) return true;
  const message =
    wrong === undefined
      ? `\`${guardrail.name}\` needs ${words.what}`
      : `\`${wrong}\` is not among ${words.what} that AWS could have`;
  reading.report("CST0213", message, { span: word.span, help: `for example \`${words.example}\`` });
  return false;
}

function checkLength(word: Word, phrase: GuardrailPhrase, guardrail: Guardrail, { reading }: CheckContext): void {
  const { length } = controlPolicyDocument(guardrail, phrase.words);
  if (length <= longestControlPolicy) return;
  reading.report("CST0208", `guardrail \`${word.text}\` becomes ${length} characters`, {
    span: word.span,
    help: `AWS allows ${longestControlPolicy}; name fewer`,
  });
}
