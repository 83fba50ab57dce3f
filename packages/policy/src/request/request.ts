/** The value of a context key: one text, or a list for a multivalued key; numbers, Booleans and dates as AWS writes them. */
export type ContextValue = string | readonly string[];

/** Context keys in any case, with their values. */
export type RequestContext = Readonly<Record<string, ContextValue>>;

/** One action on one resource. */
export interface AuthorizationRequest {
  /** `service:Action`, in any case. */
  readonly action: string;
  /** An ARN, or `*` for an action that has no resource. */
  readonly resource: string;
  /** Owner of the resource; taken from the ARN, else the principal's account, when absent. */
  readonly resourceAccount?: string;
  readonly context?: RequestContext;
}
