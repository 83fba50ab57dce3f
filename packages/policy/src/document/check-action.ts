import { matchesGlob } from "../pattern/glob.ts";
import { report, type Reading } from "./fault-list.ts";
import { isOrdinary, ordinaryAction, ordinaryElement } from "./ordinary-element.ts";
import type { ActionElement, Text } from "./policy-node.ts";

/** The actions that a role trust policy may speak of, in lower case [IAM User Guide, reference_policies_elements_principal, 2025]. */
export const trustActions: readonly string[] = [
  "sts:assumerole",
  "sts:assumerolewithsaml",
  "sts:assumerolewithwebidentity",
  "sts:tagsession",
  "sts:setsourceidentity",
  "sts:setcontext",
];

/** Checks `Action` or `NotAction`. */
export function checkActions(reading: Reading, element: ActionElement): void {
  if (reading.kind !== "trust" && isOrdinary(reading.source.text, element, ordinary)) return;
  for (const pattern of element.patterns) checkAction(reading, pattern);
}

const ordinary = ordinaryElement("Action", ordinaryAction);

function checkAction(reading: Reading, pattern: Text): void {
  if (reading.kind === "trust") checkTrustAction(reading, pattern);
  if (pattern.value === "*") return;
  const colon = pattern.value.indexOf(":");
  const vendor = pattern.value.slice(0, Math.max(colon, 0));
  if (colon === -1)
    report(reading, "actionWithoutVendor", pattern, {
      message: `\`${pattern.value}\` has no service`,
      help: "write `service:Action`, as `s3:GetObject`",
    });
  else if (pattern.value.includes(":", colon + 1))
    report(reading, "actionColons", pattern, {
      message: `\`${pattern.value}\` has more than one colon`,
      help: "write `service:Action`",
    });
  else if (vendor !== "*" && /[^a-zA-Z0-9.-]/.test(vendor))
    report(reading, "invalidVendor", pattern, {
      message: `\`${vendor}\` is not a service`,
      help: "a service is letters, digits and hyphens",
      quoted: vendor,
    });
}

function checkTrustAction(reading: Reading, pattern: Text): void {
  const lower = pattern.value.toLowerCase();
  if (lower.startsWith("sts:") && trustActions.some((action) => matchesGlob(lower, action))) return;
  report(reading, "trustAction", pattern, {
    message: `\`${pattern.value}\` does not assume a role`,
    help: "use `sts:AssumeRole`, `sts:TagSession` and their kin",
  });
}
