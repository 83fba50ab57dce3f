import type { Timing } from "./timing.ts";

/** Lets calls through at a steady pace, all services together, with a burst of one second's worth. */
export interface TokenBucket {
  /** Resolves when the caller may make one call. */
  readonly take: () => Promise<void>;
}

/** A bucket of so many calls a second; `undefined` never waits. */
export function createTokenBucket(callsPerSecond: number | undefined, timing: Timing): TokenBucket {
  if (callsPerSecond === undefined) return { take: () => Promise.resolve() };
  const spacing = 1000 / callsPerSecond;
  let nextFree = timing.now() - 1000;
  return {
    take: async () => {
      const now = timing.now();
      nextFree = Math.max(nextFree, now - 1000) + spacing;
      if (nextFree > now) await timing.sleep(nextFree - now);
    },
  };
}
