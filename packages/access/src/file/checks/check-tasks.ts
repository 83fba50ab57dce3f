import { conditionWords, isActionPattern, testOf } from "../../tasks/file-tasks.ts";
import { meansAnAction } from "../../tasks/expand-task.ts";
import { builtInTasks } from "../../tasks/task-catalogue.ts";
import type { TaskSection } from "../sections/tasks.ts";
import type { Entry, Word } from "../word.ts";
import { checkName, type CheckContext, namesOf, outsideNames } from "./check-context.ts";

/** Checks `tasks`: actions that exist, resources that are ARNs, conditions that are known. */
export function checkTasks(context: CheckContext): void {
  const sections = context.content.tasks ?? [];
  const known = new Map([...outsideNames(builtInTasks.map((task) => task.name)), ...namesOf(sections)]);
  for (const { value } of sections) {
    for (const word of value.allow) {
      if (isActionPattern(word.text)) checkAction(word, context);
      else
        checkName(
          word,
          known,
          { code: "CST0105", what: "task", help: "an action is written `service:Action`" },
          context,
        );
    }
    for (const word of value.on ?? []) checkResource(word, context);
    for (const entry of value.when ?? []) checkCondition(entry, context);
  }
}

/** Reports a pattern that means no action that the catalogue knows. */
function checkAction(word: Word, { reading, catalog }: CheckContext): void {
  if (meansAnAction(word.text, catalog)) return;
  const [service = ""] = word.text.split(":");
  const services = catalog.services();
  if (!services.includes(service.toLowerCase())) {
    const near = reading.near(service, services);
    const help =
      near === undefined ? "see the Service Authorization Reference of AWS" : `did you mean the service \`${near}\`?`;
    reading.report("CST0109", `AWS has no service \`${service}\``, { span: word.span, help });
    return;
  }
  const own = catalog.actionSummaries().filter((action) => action.service === service.toLowerCase());
  const near = reading.near(
    word.text,
    own.map((action) => `${action.service}:${action.name}`),
  );
  const help = near === undefined ? {} : { help: `write \`${near}\`` };
  reading.report("CST0109", `\`${word.text}\` means no action that AWS has`, { span: word.span, ...help });
}

function checkResource(word: Word, { reading }: CheckContext): void {
  if (word.text === "*" || /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+/.test(word.text)) return;
  reading.report("CST0008", `\`${word.text}\` is not a resource ARN`, {
    span: word.span,
    help: "for example `arn:aws:s3:::my-bucket/*`",
  });
}

function checkCondition({ key }: Entry<TaskSection["allow"]>, { reading }: CheckContext): void {
  if (testOf(key.text, []) !== undefined) return;
  reading.report("CST0008", `\`${key.text}\` is not a condition`, {
    span: key.span,
    help: `one of ${conditionWords.join(", ")}`,
  });
}
