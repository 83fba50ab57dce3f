import { InvalidInputException } from "@aws-sdk/client-iam";
import { type CompiledPolicy, compilePolicy, parsePolicy } from "@castellan/policy";
import { fail } from "../../frame/fault.ts";
import { operationsOf } from "../../frame/operation.ts";
import { attachedBoundary, attachedSources } from "./attached-sources.ts";
import { noExclusion } from "./exclusion.ts";
import { onSourceEntity, sourceEntity } from "./policy-source-entity.ts";
import { referredKeys } from "./referred-keys.ts";

const operation = operationsOf("iam");

const getContextKeysForCustomPolicy = operation("GetContextKeysForCustomPolicy", {
  run: ({ input }) => ({ ContextKeyNames: referredKeys(documents(input.PolicyInputList)) }),
});

const getContextKeysForPrincipalPolicy = operation("GetContextKeysForPrincipalPolicy", {
  authorize: (call) => onSourceEntity(call, call.input.PolicySourceArn),
  run: (call) => {
    const entity = sourceEntity(call, call.input.PolicySourceArn);
    const boundary = attachedBoundary(call, entity, noExclusion);
    const attached = [...attachedSources(call, entity, noExclusion), ...(boundary ? [boundary] : [])].map(
      ({ policy }) => policy,
    );
    return { ContextKeyNames: referredKeys([...attached, ...documents(call.input.PolicyInputList)]) };
  },
});

/** Documents of any kind: resource-based ones refer to keys as well. */
const documents = (list: readonly string[] = []): CompiledPolicy[] =>
  list.map((text, index) => {
    const id = `PolicyInputList.${index + 1}`;
    const identity = parsePolicy(text, { kind: "identity", accept: "meaningful" });
    const parsed =
      identity.kind === "policy" ? identity : parsePolicy(text, { kind: "resource", accept: "meaningful" });
    if (parsed.kind === "malformed") fail(InvalidInputException, `${id}: ${parsed.message}`);
    return compilePolicy(parsed.policy, id);
  });

/** What the simulator has to be told to simulate policies. */
export const contextKeyOperations = [getContextKeysForCustomPolicy, getContextKeysForPrincipalPolicy];
