import { dataTasks } from "./data-tasks.ts";
import { identityTasks } from "./identity-tasks.ts";
import type { Task, TaskCatalogue } from "./task.ts";
import { workingTasks } from "./working-tasks.ts";

/** The tasks that come with Castellan, in the order of the documentation. */
export const builtInTasks: readonly Task[] = [...identityTasks, ...dataTasks, ...workingTasks];

/** The built-in tasks with a file's own; one of the file's own replaces the built-in one of the same name. */
export function taskCatalogue(own: readonly Task[] = []): TaskCatalogue {
  return new Map([...builtInTasks, ...own].map((task) => [task.name, task]));
}
