import { candidatesOf, type Candidates } from "../match/candidates.ts";
import type { CompiledPolicy, CompiledStatement } from "../match/compiled-policy.ts";
import { matchStatement } from "../match/match-statement.ts";
import type { Recorder } from "../match/recorder.ts";
import { noGrant, type Grant } from "../principal/grant.ts";
import type { Query } from "../request/query.ts";

/** A statement that matched. */
export interface MatchedStatement {
  readonly policy: CompiledPolicy;
  readonly statement: CompiledStatement;
  readonly grant: Grant;
}

/** What the policies of one layer, or of one level of a layer, say about a request. */
export interface Verdict {
  readonly denies: readonly MatchedStatement[];
  readonly allows: readonly MatchedStatement[];
}

/** The verdict of policies that do not speak of the request. */
export const silent: Verdict = { denies: [], allows: [] };

/** Matches the statements of some policies against a request. */
export function judgePolicies(
  policies: readonly CompiledPolicy[],
  query: Query,
  recorder: Recorder | undefined,
  level?: number,
): Verdict {
  let denies: MatchedStatement[] | undefined;
  let allows: MatchedStatement[] | undefined;
  const groups = recorder === undefined ? candidatesOf(policies, query.action, query.service) : policies.map(whole);
  for (const { policy, statements } of groups) {
    for (const statement of statements) {
      const grant = matchStatement(statement, query, recorder);
      if (grant === noGrant) continue;
      if (statement.allows) (allows ??= []).push({ policy, statement, grant });
      else (denies ??= []).push({ policy, statement, grant });
    }
    recorder?.policy(policy, level);
  }
  return denies === undefined && allows === undefined
    ? silent
    : { denies: denies ?? silent.denies, allows: allows ?? silent.allows };
}

function whole(policy: CompiledPolicy): Candidates {
  return { policy, statements: policy.statements };
}
