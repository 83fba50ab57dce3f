// The calls that are measured; `requests` is how many a round sends, enough for the clock of each server.
const organizations = (operation, json) => ({ target: `AWSOrganizationsV20161128.${operation}`, json });
const iam = (Action, parameters) => ({ form: { Action, Version: "2010-05-08", ...parameters } });
let made = 0;

export const workloads = [
  {
    name: "sts GetCallerIdentity",
    service: "sts",
    bar: 15,
    requests: { castellan: 4000, moto: 200 },
    request: () => ({ form: { Action: "GetCallerIdentity", Version: "2011-06-15" } }),
  },
  {
    name: "iam GetUser",
    service: "iam",
    bar: 15,
    requests: { castellan: 4000, moto: 200 },
    request: (index) => iam("GetUser", { UserName: `user-${String(index % 1000).padStart(4, "0")}` }),
  },
  {
    name: "iam ListUsers of 1,000",
    service: "iam",
    bar: 20,
    requests: { castellan: 100, moto: 8 },
    request: () => iam("ListUsers", { MaxItems: "1000", PathPrefix: "/bench/" }),
  },
  {
    // Of 500, in pages of 20: AWS gives no larger ones.
    name: "organizations ListAccounts",
    service: "organizations",
    bar: 20,
    requests: { castellan: 2000, moto: 100 },
    request: () => organizations("ListAccounts", { MaxResults: 20 }),
  },
  {
    name: "iam CreateUser",
    service: "iam",
    bar: 10,
    // An account holds 5,000 users.
    requests: { castellan: 900, moto: 200 },
    request: () => iam("CreateUser", { UserName: `made-${process.pid}-${made++}` }),
  },
  {
    name: "sso CreateAccountAssignment",
    service: "sso",
    bar: 10,
    requests: { castellan: 2500, moto: 200 },
    request: (index, { assignment }) => ({
      target: "SWBExternalService.CreateAccountAssignment",
      json: assignment(index),
    }),
  },
];
