import type { CommandIO } from "@smithy/types";
import type { ServiceId } from "./services.ts";

/** The SDK package of each service, as types only. */
export interface SdkPackages {
  iam: typeof import("@aws-sdk/client-iam");
  sts: typeof import("@aws-sdk/client-sts");
  organizations: typeof import("@aws-sdk/client-organizations");
  "sso-admin": typeof import("@aws-sdk/client-sso-admin");
  identitystore: typeof import("@aws-sdk/client-identitystore");
  "sso-oidc": typeof import("@aws-sdk/client-sso-oidc");
  sso: typeof import("@aws-sdk/client-sso");
  account: typeof import("@aws-sdk/client-account");
  accessanalyzer: typeof import("@aws-sdk/client-accessanalyzer");
  cloudtrail: typeof import("@aws-sdk/client-cloudtrail");
  budgets: typeof import("@aws-sdk/client-budgets");
}

type CommandName<S extends ServiceId> = Exclude<Extract<keyof SdkPackages[S], `${string}Command`>, "$Command">;

/** The names of a service's operations, read off the SDK's command classes. */
export type OperationName<S extends ServiceId> = CommandName<S> extends `${infer Name}Command` ? Name : never;

type CommandOf<S extends ServiceId, O extends OperationName<S>> =
  SdkPackages[S][`${O}Command` & keyof SdkPackages[S]] extends abstract new (...args: never) => infer C ? C : never;

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
      : { [K in keyof T]: Checked<Record<never, never> extends Pick<T, K> ? T[K] : Exclude<T[K], undefined>> };
