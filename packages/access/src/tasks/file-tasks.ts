import type { Entry } from "../file/word.ts";
import type { TaskSection } from "../file/sections/tasks.ts";
import { builtInTasks } from "./task-catalogue.ts";
import type { ConditionBlock, PatternTask, Task, TaskPiece } from "./task.ts";

/** The tasks that a file tells itself. A task may include others by name, the built-in one of its own name among them. */
export function fileTasks(sections: readonly Entry<TaskSection>[]): readonly Task[] {
  const told = new Map<string, Task>(builtInTasks.map((task) => [task.name, task]));
  return sections.map(({ key, value }) => {
    const task = fileTask(key.text, value, told);
    told.set(key.text, task);
    return task;
  });
}

function fileTask(name: string, section: TaskSection, told: ReadonlyMap<string, Task>): PatternTask {
  const words = section.allow.map((word) => word.text);
  const actions = words.filter(isActionPattern);
  const included = words.filter((word) => !isActionPattern(word)).flatMap((word) => piecesOf(told.get(word)));
  const own = actions.length === 0 ? [] : [piece(actions, section)];
  const doc = section.about?.text ?? `Told in the file: ${words.join(", ")}.`;
  return { kind: "patterns", origin: "file", name, doc, source: "the access file", pieces: [...included, ...own] };
}

/** True for `service:Action` patterns and `*`; anything else names a task. */
export function isActionPattern(word: string): boolean {
  return word === "*" || word.includes(":");
}

function piecesOf(task: Task | undefined): readonly TaskPiece[] {
  return task?.kind === "patterns" ? task.pieces : [];
}

function piece(actions: readonly string[], section: TaskSection): TaskPiece {
  const resources = section.on?.map((word) => word.text) ?? ["*"];
  const condition = conditionOf(section);
  return condition === undefined ? { actions, resources } : { actions, resources, condition };
}

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

function conditionOf(section: TaskSection): ConditionBlock | undefined {
  if (section.when === undefined || section.when.length === 0) return undefined;
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { key, value } of section.when) {
    const test = testOf(
      key.text,
      value.map((word) => word.text),
    );
    if (test !== undefined) block[test.operator] = { ...block[test.operator], [test.key]: test.values };
  }
  return block;
}

/** The conditions that a file may ask for by name. */
export const conditionWords = ["tag KEY", "request-tag KEY", "region", "from", "mfa"] as const;

/** What a word after `when` tests; `undefined` for a word that is none of `conditionWords`. */
export function testOf(word: string, values: readonly string[]): Test | undefined {
  if (word.startsWith("tag "))
    return { operator: "StringEquals", key: `aws:ResourceTag/${word.slice(4).trim()}`, values };
  if (word.startsWith("request-tag "))
    return { operator: "StringEquals", key: `aws:RequestTag/${word.slice(12).trim()}`, values };
  if (word === "region") return { operator: "StringEquals", key: "aws:RequestedRegion", values };
  if (word === "from") return { operator: "IpAddress", key: "aws:SourceIp", values };
  if (word === "mfa") return { operator: "Bool", key: "aws:MultiFactorAuthPresent", values: ["true"] };
  return undefined;
}
