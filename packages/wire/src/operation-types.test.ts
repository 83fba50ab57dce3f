import { test } from "node:test";
import type { Input, OperationName, OperationTypes, Output } from "./operation-types.ts";

const createUser = ({ UserName, Path, Tags }: Input<"iam", "CreateUser">): Output<"iam", "CreateUser"> => {
  const name: string = UserName;
  const key: string | undefined = Tags?.[0]?.Key;
  const UserId = `${name}${key ?? ""}`;
  return { User: { Path: Path ?? "/", UserName: name, UserId, Arn: "", CreateDate: new Date(0) } };
};

test("an operation's types are those of the SDK's command class", () => {
  createUser({ UserName: "ana" });
  const policies: OperationTypes<"organizations">["ListPolicies"]["input"] = { Filter: "SERVICE_CONTROL_POLICY" };
  const assignment: Input<"sso-admin", "CreateAccountAssignment">["PrincipalType"] = policies.Filter && "USER";
  const date: Input<"cloudtrail", "LookupEvents">["StartTime"] = new Date(0);
  const name: OperationName<"sso"> = "GetRoleCredentials";
  void [assignment, date, name];
});

test("a wrong name, input or output does not compile", () => {
  // @ts-expect-error there is no such operation
  void (0 as unknown as Input<"iam", "CreateUzer">);
  // @ts-expect-error the operation belongs to another service
  void (0 as unknown as Input<"sts", "CreateUser">);
  // @ts-expect-error a user without a name is not an input
  const input: Input<"iam", "CreateUser"> = {};
  // @ts-expect-error a date is not a text
  const output: Output<"iam", "GetUser"> = { User: { CreateDate: "2026" } };
  // @ts-expect-error there is no such member
  const unknown: Output<"sts", "GetCallerIdentity"> = { Acount: "123456789012" };
  void [input, output, unknown];
});
