import { jsonSchema } from "@castellan/access";
import type { Run } from "../command-tree.ts";
import { exitCodes } from "../exit-codes.ts";

/** `castellan schema`: the JSON Schema of the access file. */
export const schema: Run = async ({ terminal }) => {
  terminal.out(JSON.stringify(jsonSchema(), null, 2));
  return exitCodes.good;
};
