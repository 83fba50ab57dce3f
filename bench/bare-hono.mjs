// The floor: a hono server that answers one fixed text.
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.post("/", (c) => c.text("<GetCallerIdentityResponse/>"));
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  console.log(JSON.stringify({ endpoint: `http://127.0.0.1:${port}` })),
);
