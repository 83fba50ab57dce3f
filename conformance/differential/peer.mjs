// iam-simulate in a process of its own: reads questions as JSON lines, answers with one outcome a line.
import { createInterface } from "node:readline";
import { loadPeer } from "../../tools/peers.mjs";

const { runSimulation } = await loadPeer("@cloud-copilot/iam-simulate");
for await (const line of createInterface({ input: process.stdin })) {
  const { principal, request, identity, resource, boundary, scp, account } = JSON.parse(line);
  const named = (policy, name) => ({ name, policy });
  const result = await runSimulation(
    {
      request: {
        principal,
        action: request.action,
        resource: { resource: request.resource, accountId: account },
        contextVariables: request.context,
      },
      identityPolicies: identity.map((policy, index) => named(policy, `p${index}`)),
      serviceControlPolicies: scp === undefined ? [] : [{ orgIdentifier: "root", policies: [named(scp, "scp")] }],
      resourceControlPolicies: [],
      ...(boundary && { permissionBoundaryPolicies: [named(boundary, "boundary")] }),
      ...(resource && { resourcePolicy: resource }),
    },
    {},
  );
  const outcome = result.resultType === "error" ? `error: ${JSON.stringify(result.errors)}` : result.overallResult;
  process.stdout.write(`${outcome.replaceAll("\n", " ")}\n`);
}
