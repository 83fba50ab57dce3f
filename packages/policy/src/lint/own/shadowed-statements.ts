import { removeItems } from "../warnings/edits.ts";
import type { LintCheck } from "../lint-check.ts";
import { statementCovers } from "./statement-cover.ts";

/** Allows that another statement of the policy makes superfluous or void. */
export const shadowedStatements: LintCheck = {
  code: "SHADOWED_STATEMENT",
  type: "SUGGESTION",
  title: "Shadowed statement",
  find: (subject) =>
    subject.statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap((statement) => {
        const others = subject.statements.filter(
          (other) =>
            other !== statement &&
            statementCovers(other, statement, subject.kind) &&
            !(other.effect === "Allow" && statementCovers(statement, other, subject.kind)),
        );
        const cover = others.find(({ effect }) => effect === "Deny") ?? others[0];
        if (cover === undefined) return [];
        const name = cover.sid?.value ? `statement \`${cover.sid.value}\`` : `statement ${cover.index + 1}`;
        return [
          {
            at: [statement, cover],
            details:
              cover.effect === "Deny"
                ? `${name} denies all that this statement allows`
                : `${name} already allows all that this statement allows`,
            help: "remove the statement, or change what it speaks of",
            fix: removeItems(
              subject,
              subject.statementObjects,
              subject.statementObjects.filter(({ start }) => start === statement.start),
            ),
          },
        ];
      }),
};
