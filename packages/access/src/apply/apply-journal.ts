/** One line of an apply's journal: what was about to be sent, what AWS took, what came of it. */
export type ApplyEntry =
  | { readonly event: "started"; readonly at: string; readonly plan: string; readonly steps: number }
  | {
      readonly event: "sending";
      readonly at: string;
      readonly plan: string;
      readonly step: string;
      readonly text: string;
    }
  | {
      readonly event: "accepted";
      readonly at: string;
      readonly plan: string;
      readonly step: string;
      readonly requestId: string;
    }
  | { readonly event: "done"; readonly at: string; readonly plan: string; readonly step: string }
  | {
      readonly event: "failed";
      readonly at: string;
      readonly plan: string;
      readonly step: string;
      readonly reason: string;
    }
  | {
      readonly event: "ended";
      readonly at: string;
      readonly plan: string;
      readonly outcome: "done" | "failed" | "stopped";
    };

/**
 * Where an apply writes down every step before it is sent and after it has succeeded. It is evidence and help for
 * people; resuming never trusts it, but asks AWS.
 */
export interface ApplyJournal {
  /** Resolves when the entry would survive the loss of the process. Entries keep the order of the calls. */
  readonly append: (entry: ApplyEntry) => Promise<void>;
  /** All entries, oldest first. */
  readonly read: () => Promise<readonly ApplyEntry[]>;
}

/** A journal that lives as long as the process. */
export function memoryApplyJournal(): ApplyJournal {
  const entries: ApplyEntry[] = [];
  return {
    append: (entry) => {
      entries.push(entry);
      return Promise.resolve();
    },
    read: () => Promise.resolve([...entries]),
  };
}
