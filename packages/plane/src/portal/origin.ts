import type { Origin } from "../frame/core.ts";

/** How acts of the portal's pages stand in the journal; the person is absent when a sign-in named nobody we know. */
export const portalOrigin = (operation: string, userId: string | undefined, request: object = {}): Origin => ({
  service: "castellan",
  operation,
  caller: { kind: "plane", accountId: "000000000000", arn: "castellan", userId: "castellan" },
  request: { ...(userId !== undefined && { userId }), ...request },
  audited: true,
});
