import type { Policy, PolicyKind, Statement } from "../document/policy-node.ts";
import { actionMatches, compileAction } from "./compile-action.ts";
import { compileCondition } from "./compile-condition.ts";
import { compilePrincipal } from "./compile-principal.ts";
import { compileResource } from "./compile-resource.ts";
import type { CompiledPolicy, CompiledStatement } from "./compiled-policy.ts";

/** Prepares a policy for many decisions; `id` is the ARN or name that explanations show. */
export function compilePolicy(policy: Policy, id: string): CompiledPolicy {
  return new LazyPolicy(policy, id);
}

/** Compiles its statements, and has a memory of actions, from the first request on: many policies are never asked. */
class LazyPolicy implements CompiledPolicy {
  readonly id: string;
  readonly kind: PolicyKind;
  readonly policy: Policy;
  #statements: CompiledPolicy["statements"] | undefined;
  #byService: CompiledPolicy["byService"] | undefined;
  #byAction: CompiledPolicy["byAction"] | undefined;

  constructor(policy: Policy, id: string) {
    this.id = id;
    this.kind = policy.kind;
    this.policy = policy;
  }

  get statements(): CompiledPolicy["statements"] {
    return (this.#statements ??= compileStatements(this.policy));
  }

  get byService(): CompiledPolicy["byService"] {
    return (this.#byService ??= new Map());
  }

  get byAction(): CompiledPolicy["byAction"] {
    return (this.#byAction ??= new Map());
  }
}

function compileStatements({ statements, kind, version }: Policy): readonly CompiledStatement[] {
  return statements.map((statement) => new LazyStatement(statement, kind, version === "2012-10-17"));
}

/** Compiles each element when it is first needed: most statements are never asked about most actions. */
class LazyStatement implements CompiledStatement {
  readonly statement: Statement;
  readonly allows: boolean;
  readonly #kind: PolicyKind;
  readonly #variables: boolean;
  // Undefined is an answer here (no such element), so that null stands for what is not yet compiled.
  #principal: CompiledStatement["principal"] | null = null;
  #action: CompiledStatement["action"] | undefined;
  #resource: CompiledStatement["resource"] | null = null;
  #conditions: CompiledStatement["conditions"] | undefined;
  #citations: CompiledStatement["citations"] | undefined;

  constructor(statement: Statement, kind: PolicyKind, variables: boolean) {
    this.statement = statement;
    this.allows = statement.effect === "Allow";
    this.#kind = kind;
    this.#variables = variables;
  }

  get principal(): CompiledStatement["principal"] {
    if (this.#principal === null) {
      const { principal, effect } = this.statement;
      this.#principal = principal && compilePrincipal(principal, effect);
    }
    return this.#principal;
  }

  get action(): CompiledStatement["action"] {
    return (this.#action ??= compileAction(this.statement.action));
  }

  get resource(): CompiledStatement["resource"] {
    if (this.#resource === null) {
      const { resource } = this.statement;
      this.#resource = resource && compileResource(resource, this.#kind, this.#variables);
    }
    return this.#resource;
  }

  get conditions(): CompiledStatement["conditions"] {
    return (this.#conditions ??= this.statement.conditions.map((each) => compileCondition(each, this.#variables)));
  }

  get citations(): CompiledStatement["citations"] {
    return (this.#citations ??= {});
  }
}

/** How many actions a policy remembers; requests may invent action names without end. */
const rememberedActions = 2_000;

/** The statements whose action element matches an action given in lower case. */
export function candidatesFor(policy: CompiledPolicy, action: string, service: string): readonly CompiledStatement[] {
  const known = policy.byAction.get(action);
  if (known !== undefined) return known;
  const name = action.slice(service.length + 1);
  const found = statementsOf(policy, service).filter((statement) => actionMatches(statement.action, service, name));
  if (policy.byAction.size >= rememberedActions) policy.byAction.clear();
  policy.byAction.set(action, found);
  return found;
}

function statementsOf(policy: CompiledPolicy, service: string): readonly CompiledStatement[] {
  const known = policy.byService.get(service);
  if (known !== undefined) return known;
  const found = policy.statements.filter(({ action }) => action.services?.has(service) ?? true);
  if (policy.byService.size >= rememberedActions) policy.byService.clear();
  policy.byService.set(service, found);
  return found;
}
