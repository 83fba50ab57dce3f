/** The AWS CLI v2 as found, or why there is none. */
export function awsCli(): { readonly path: string; readonly version: string } | { readonly missing: string };

/** What to give a test as `skip`; throws in CI when the CLI is missing. */
export function skipWithoutAwsCli(): string | false;

/** How a run of the CLI ended. */
export interface AwsCliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI with a HOME of its own. */
export function aws(
  args: readonly string[],
  options: {
    readonly home: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
    readonly signal?: AbortSignal;
  },
): Promise<AwsCliRun>;

/** The environment `aws` starts from. */
export function cleanEnvironment(home: string): Record<string, string>;
