import type { AccessCatalog } from "../access-catalog.ts";
import type { AccessPromise } from "../promises/access-promise.ts";
import { parsePromises } from "../promises/parse-promises.ts";
import { fileTasks } from "../tasks/file-tasks.ts";
import { taskCatalogue } from "../tasks/task-catalogue.ts";
import type { TaskCatalogue } from "../tasks/task.ts";
import type { AccessFile } from "./access-file.ts";
import { checkAccess, checkAccounts } from "./checks/check-accounts.ts";
import type { CheckContext } from "./checks/check-context.ts";
import { checkGrants } from "./checks/check-grants.ts";
import { checkGuardrails } from "./checks/check-guardrails.ts";
import { checkPeople } from "./checks/check-people.ts";
import { checkPermissionSets } from "./checks/check-permission-sets.ts";
import { checkProfileWords } from "./checks/check-profile-words.ts";
import { checkTasks } from "./checks/check-tasks.ts";
import type { Reading } from "./reading.ts";

/** What the checks of an access file find besides faults. */
export interface CheckedAccessFile {
  readonly tasks: TaskCatalogue;
  readonly promises: readonly AccessPromise[];
}

/** Looks up every name of an access file and reports what is wrong on the reading. */
export function checkAccessFile(content: AccessFile, reading: Reading, catalog: AccessCatalog): CheckedAccessFile {
  const tasks = taskCatalogue(fileTasks(content.tasks ?? []));
  const context: CheckContext = { content, reading, catalog, tasks };
  for (const check of [
    checkPeople,
    checkTasks,
    checkPermissionSets,
    checkAccounts,
    checkAccess,
    checkGuardrails,
    checkProfileWords,
  ])
    check(context);
  const promises = parsePromises(context);
  checkGrants(context, promises);
  return { tasks, promises };
}
