import { Hono } from "hono";

/** What the control endpoints can do to a plane. */
export interface Controls {
  readonly auth: "enforce" | "open";
  readonly revision: () => number;
  readonly reset: () => Promise<void>;
}

/** Endpoints of the plane itself, beside AWS's: health, and the reset of throw-away planes. */
export function controlEndpoints({ auth, revision, reset }: Controls): Hono {
  const control = new Hono();
  control.get("/_castellan/health", (c) => c.json({ status: "ok", auth, revision: revision() }));
  control.post("/_castellan/reset", async (c) => {
    if (auth !== "open") return c.json({ error: "only a plane started with `--auth open` can be reset" }, 403);
    await reset();
    return c.json({ status: "reset" });
  });
  return control;
}
