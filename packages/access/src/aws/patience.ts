import { faultOf, isPassing } from "./aws-fault.ts";
import type { Timing } from "./timing.ts";
import type { TokenBucket } from "./token-bucket.ts";

/** Tries of one call before its fault is believed. */
const attempts = 9;
/** Milliseconds: the longest first wait, and the longest wait at all. */
const firstWait = 100;
const longestWait = 20_000;

/** Milliseconds to wait after the failure with this number (from 0): full jitter, or what the service asked for. */
export function waitAfter(failure: number, error: unknown, random: () => number): number {
  const asked = faultOf(error).retryAfterMilliseconds ?? 0;
  return Math.max(asked, random() * Math.min(longestWait, firstWait * 2 ** failure));
}

/** Runs a call, again and again while its fault is one that passes, at the bucket's pace. */
export async function withPatience<Answer>(
  call: () => Promise<Answer>,
  bucket: TokenBucket,
  timing: Timing,
): Promise<Answer> {
  for (let failure = 0; ; failure += 1) {
    await bucket.take();
    try {
      return await call();
    } catch (error) {
      if (failure + 1 >= attempts || !isPassing(error)) throw error;
      await timing.sleep(waitAfter(failure, error, timing.random));
    }
  }
}

type Next<Args, Answer> = (args: Args) => Promise<Answer>;

/** The same as SDK middleware for the `initialize` step, where a repeated call is signed anew. */
export function patienceMiddleware(bucket: TokenBucket, timing: Timing) {
  return <Args, Answer>(next: Next<Args, Answer>): Next<Args, Answer> =>
    (args) =>
      withPatience(() => next(args), bucket, timing);
}
