import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceId, WireRequest } from "@castellan/wire";
import type { Caller } from "./caller.ts";
import { collection } from "./collection.ts";
import { newRequestId } from "./ids.ts";
import type { Ledger } from "./ledger.ts";
import type { Call, ServiceModule, Surroundings } from "./operation.ts";
import { type Job, Transaction } from "./transaction.ts";

/** A job that has not been run yet; it is journalled, so a plane that was killed runs it after its next start. */
interface PendingJob extends Job {
  readonly id: string;
}

const pendingJobs = collection<PendingJob>("plane.jobs")({ key: (job) => job.id, security: false });

/** What a transaction is called in the journal. */
export interface Origin {
  readonly service: ServiceId | "castellan";
  readonly operation: string;
  readonly caller: Caller;
  readonly requestId?: string;
  /** The input with secrets already replaced. */
  readonly request?: unknown;
  readonly wire?: WireRequest;
  /** Journalled even if nothing changes. */
  readonly audited?: boolean;
}

/** What the core needs from outside. */
export interface CoreOptions {
  readonly ledger: Ledger;
  readonly surroundings: Surroundings;
  readonly clock: () => Date;
  readonly moduleOf: (service: ServiceId) => Promise<ServiceModule>;
  /** How long AWS's asynchronous requests stay IN_PROGRESS here, in milliseconds. */
  readonly jobDelayMs: number;
  /** Told of jobs that could not be run; they stay in the journal. */
  readonly onFault: (error: unknown) => void;
}

const noRequest: WireRequest = { method: "POST", path: "/", query: "", headers: {}, body: new Uint8Array() };

/** Runs handlers as transactions: one journal entry each, answered when durable, undone when they throw. */
export class Core {
  readonly ledger: Ledger;
  readonly surroundings: Surroundings;
  readonly clock: () => Date;
  private readonly options: CoreOptions;
  private readonly running = new Set<Promise<void>>();
  private readonly closing = new AbortController();

  constructor(options: CoreOptions) {
    this.options = options;
    this.ledger = options.ledger;
    this.surroundings = options.surroundings;
    this.clock = options.clock;
  }

  /** Runs `run` and resolves with its result once everything it changed, or saw, is durable. */
  async transact<I, T>(origin: Origin, input: I, run: (call: Call<I>) => T): Promise<T> {
    const tx = new Transaction(this.ledger.store);
    const now = this.clock().toISOString();
    const call: Call<I> = {
      ...this.surroundings,
      input,
      caller: origin.caller,
      accountId: origin.caller.accountId,
      tx,
      now,
      request: origin.wire ?? noRequest,
    };
    let result: T;
    try {
      result = run(call);
    } catch (error) {
      tx.rollback();
      await this.ledger.settled();
      throw error;
    }
    await this.commit(tx, origin, now);
    return result;
  }

  /** Runs the jobs an earlier process left behind. */
  resume(): void {
    for (const job of this.ledger.store.list(pendingJobs)) this.start(job);
  }

  /** Resolves when no job is running or waiting. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.idle();
    await this.ledger.close();
  }

  private async commit(tx: Transaction, origin: Origin, now: string): Promise<void> {
    const jobs = tx.jobs.map((job) => tx.put(pendingJobs, { ...job, id: `${now}/${newRequestId()}` }));
    if (tx.changes.length === 0 && !origin.audited) return this.ledger.settled();
    await this.ledger.commit({
      time: now,
      requestId: origin.requestId ?? newRequestId(),
      account: origin.caller.accountId,
      principal: origin.caller.arn,
      service: origin.service,
      operation: origin.operation,
      request: origin.request,
      outcome: "success",
      changes: tx.changes,
    });
    for (const job of jobs) this.start(job);
  }

  /** Whether the delay of jobs has passed; false when the plane closes first. */
  private async waited(): Promise<boolean> {
    const { jobDelayMs } = this.options;
    if (jobDelayMs > 0) return sleep(jobDelayMs, true, { signal: this.closing.signal }).catch(() => false);
    await new Promise((resolve) => setImmediate(resolve));
    return !this.closing.signal.aborted;
  }

  private start(job: PendingJob): void {
    const run = this.runJob(job)
      .catch(this.options.onFault)
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private async runJob(job: PendingJob): Promise<void> {
    if (!(await this.waited())) return;
    const service = job.service as ServiceId;
    const handler = (await this.options.moduleOf(service)).jobs?.[job.name];
    const caller: Caller = { kind: "plane", accountId: "000000000000", arn: "castellan", userId: "castellan" };
    await this.transact({ service, operation: job.name, caller, request: job.payload }, {}, (call) => {
      call.tx.remove(pendingJobs, job);
      handler?.(call, job.payload as never);
    });
  }
}
