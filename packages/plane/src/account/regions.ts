import { type RegionOptStatus, ValidationException } from "@aws-sdk/client-account";
import { fail } from "../frame/fault.ts";
import { operationsOf } from "../frame/operation.ts";
import { pageOf } from "../frame/paging.ts";
import { accountOf, onAccount } from "./account-access.ts";

const operation = operationsOf("account");

/** Regions every account has [Account Management Reference Guide, manage-acct-regions, November 2026]. */
const defaultRegions =
  "ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2";

/** Regions an account has to ask for; the plane switches none on [same source]. */
const optInRegions =
  "af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1";

/** Items of a page when the caller names no number; AWS's largest page, its default is not documented. */
const defaultMaxResults = 50;

/** A Region and whether the account has it. */
interface RegionStatus {
  readonly name: string;
  readonly status: RegionOptStatus;
}

const named = (names: string, status: RegionOptStatus): RegionStatus[] =>
  names.split(" ").map((name) => ({ name, status }));

const regions: readonly RegionStatus[] = [
  ...named(defaultRegions, "ENABLED_BY_DEFAULT"),
  ...named(optInRegions, "DISABLED"),
].sort((left, right) => (left.name < right.name ? -1 : 1));

const describeRegion = ({ name, status }: RegionStatus) => ({ RegionName: name, RegionOptStatus: status });

const listRegions = operation("ListRegions", {
  authorize: (call) => onAccount(call),
  run: (call) => {
    accountOf(call, "ListRegions");
    const {
      RegionOptStatusContains: wanted = [],
      MaxResults: limit = defaultMaxResults,
      NextToken: marker,
    } = call.input;
    const chosen = regions.filter(({ status }) => wanted.length === 0 || wanted.includes(status));
    const page = pageOf(chosen, {
      marker: marker || undefined,
      limit,
      keyOf: ({ name }) => name,
      invalid: invalidToken,
    });
    return { Regions: page.items.map(describeRegion), ...(page.next !== undefined && { NextToken: page.next }) };
  },
});

const invalidToken = (): never => fail(ValidationException, "Invalid NextToken", { reason: "fieldValidationFailed" });

const getRegionOptStatus = operation("GetRegionOptStatus", {
  authorize: (call) => onAccount(call, { "account:TargetRegion": call.input.RegionName }),
  run: (call) => {
    accountOf(call, "GetRegionOptStatus");
    const region = regions.find(({ name }) => name === call.input.RegionName);
    if (!region)
      return fail(ValidationException, "The specified Region does not exist.", { reason: "invalidRegionOptTarget" });
    return describeRegion(region);
  },
});

/** Operations that tell which Regions an account has. */
export const regionOperations = [listRegions, getRegionOptStatus];
