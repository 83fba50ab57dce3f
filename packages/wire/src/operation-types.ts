import type * as accessanalyzer from "@aws-sdk/client-accessanalyzer";
import type * as account from "@aws-sdk/client-account";
import type * as budgets from "@aws-sdk/client-budgets";
import type * as cloudtrail from "@aws-sdk/client-cloudtrail";
import type * as iam from "@aws-sdk/client-iam";
import type * as identitystore from "@aws-sdk/client-identitystore";
import type * as organizations from "@aws-sdk/client-organizations";
import type * as sso from "@aws-sdk/client-sso";
import type * as ssoAdmin from "@aws-sdk/client-sso-admin";
import type * as ssoOidc from "@aws-sdk/client-sso-oidc";
import type * as sts from "@aws-sdk/client-sts";
import type { CommandIO } from "@smithy/types";
import type { ServiceId } from "./services.ts";

/** The SDK package of each service, as types only. */
export interface SdkPackages {
  iam: typeof iam;
  sts: typeof sts;
  organizations: typeof organizations;
  "sso-admin": typeof ssoAdmin;
  identitystore: typeof identitystore;
  "sso-oidc": typeof ssoOidc;
  sso: typeof sso;
  account: typeof account;
  accessanalyzer: typeof accessanalyzer;
  cloudtrail: typeof cloudtrail;
  budgets: typeof budgets;
}

type CommandName<S extends ServiceId> = Exclude<Extract<keyof SdkPackages[S], `${string}Command`>, "$Command">;

/** The names of a service's operations, read off the SDK's command classes. */
export type OperationName<S extends ServiceId> = CommandName<S> extends `${infer Name}Command` ? Name : never;

type CommandOf<S extends ServiceId, O extends OperationName<S>> = SdkPackages[S][`${O}Command` &
  keyof SdkPackages[S]] extends abstract new (...args: never) => infer C
  ? C
  : never;

/** What a handler of an operation gets, once `checkInput` has passed: members that are required are there. */
export type Input<S extends ServiceId, O extends OperationName<S>> =
  CommandOf<S, O> extends CommandIO<infer I, infer _> ? Checked<I> : never;

/** What a handler of an operation returns. */
export type Output<S extends ServiceId, O extends OperationName<S>> =
  CommandOf<S, O> extends CommandIO<infer _, infer R> ? Omit<R, "$metadata"> : never;

/** Input and output of every operation of a service, by operation name. */
export type OperationTypes<S extends ServiceId> = {
  readonly [O in OperationName<S>]: { readonly input: Input<S, O>; readonly output: Output<S, O> };
};

type Whole = Date | Uint8Array | string | number | boolean | bigint | null | undefined;

/** A type of the SDK's, in which required members may be undefined, without that possibility, at every depth. */
export type Checked<T> = T extends Whole
  ? T
  : T extends readonly (infer Item)[]
    ? Checked<Item>[]
    : unknown extends T
      ? T
      : { [K in keyof T]: Checked<T extends Record<K, T[K]> ? Exclude<T[K], undefined> : T[K]> };
