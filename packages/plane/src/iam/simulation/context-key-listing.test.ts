import assert from "node:assert/strict";
import { test } from "node:test";
import { IAM } from "@aws-sdk/client-iam";
import { allow, policyText, refused, testIam } from "../../testing/iam-for-tests.ts";
import { testAccount } from "../../testing/plane-for-tests.ts";

const home = policyText({ Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::home/${aws:username}/*" });
const dated = policyText({ ...allow("*"), Condition: { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } } });
const bucket = policyText({ ...allow("s3:*"), Principal: "*", Condition: { Bool: { "AWS:SecureTransport": "true" } } });

test("the context keys of given policies are listed, each once", async (t) => {
  const { clients } = await testIam(t);
  const iam = clients(IAM);
  const answer = await iam.getContextKeysForCustomPolicy({ PolicyInputList: [home, dated, bucket, home] });
  assert.deepEqual(answer.ContextKeyNames, ["aws:username", "aws:CurrentTime", "AWS:SecureTransport"]);
  const none = await iam.getContextKeysForCustomPolicy({ PolicyInputList: [policyText(allow("*"))] });
  assert.deepEqual(none.ContextKeyNames ?? [], []);
  await refused(
    iam.getContextKeysForCustomPolicy({ PolicyInputList: [home, "{}"] }),
    "InvalidInput",
    /^PolicyInputList\.2: /,
    400,
  );
});

test("the context keys of a user's policies are those of its own, its groups', its boundary and the given ones", async (t) => {
  const { clients } = await testIam(t);
  const iam = clients(IAM);
  await iam.createUser({ UserName: "alice" });
  await iam.createGroup({ GroupName: "all" });
  await iam.addUserToGroup({ UserName: "alice", GroupName: "all" });
  await iam.putUserPolicy({ UserName: "alice", PolicyName: "home", PolicyDocument: home });
  await iam.putGroupPolicy({ GroupName: "all", PolicyName: "dated", PolicyDocument: dated });
  const PolicySourceArn = `arn:aws:iam::${testAccount}:user/alice`;
  const answer = await iam.getContextKeysForPrincipalPolicy({ PolicySourceArn, PolicyInputList: [bucket] });
  assert.deepEqual(answer.ContextKeyNames, ["aws:username", "aws:CurrentTime", "AWS:SecureTransport"]);
  await refused(
    iam.getContextKeysForPrincipalPolicy({ PolicySourceArn: `${PolicySourceArn}2` }),
    "NoSuchEntity",
    "The user with name alice2 cannot be found.",
    404,
  );
});
