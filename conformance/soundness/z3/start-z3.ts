import { killThreads } from "z3-solver";

/** What Z3 says of assertions. */
export type Satisfiable = "sat" | "unsat" | "unknown";

/** The solver in this process. */
export interface Z3 {
  /** Whether the assertions of a script, in SMT-LIB without commands that answer, can hold together. */
  check(script: string): Promise<Satisfiable>;
  /** Ends its threads, without which the process would not end. */
  stop(): Promise<void>;
}

/** Why Z3 cannot run here, as a test's `skip`; false when it can. */
export const skipWithoutZ3: string | false =
  typeof SharedArrayBuffer === "undefined" ? "z3-solver needs SharedArrayBuffer" : false;

/** By Z3's three truth values: false, undefined and true. */
const answers: Readonly<Record<number, Satisfiable>> = { [-1]: "unsat", 0: "unknown", 1: "sat" };

/** Starts Z3; each check is given up after some milliseconds. */
export async function startZ3(limit: number): Promise<Z3> {
  const { init, Z3_error_code: errors } = await import("z3-solver");
  const { Z3: z3, em } = await init();
  z3.global_param_set("timeout", String(limit));
  return {
    check: async (script) => {
      const context = z3.mk_context(z3.mk_config());
      const solver = z3.mk_solver(context);
      z3.solver_inc_ref(context, solver);
      // Read here and now: what Z3 reads in a thread of its own may be overwritten meanwhile.
      z3.solver_from_string(context, solver, script);
      const fault = z3.get_error_code(context);
      if (fault !== errors.Z3_OK) throw new Error(`${z3.get_error_msg(context, fault)}\n${script}`);
      const answer = answers[await z3.solver_check(context, solver)] ?? "unknown";
      z3.solver_dec_ref(context, solver);
      z3.del_context(context);
      return answer;
    },
    stop: () => killThreads(em),
  };
}
