/** The fields of an Amazon Resource Name; `resource` is all that follows the fifth colon. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

/** Takes an ARN apart, or undefined when the text has fewer than six fields or another prefix. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith("arn:")) return undefined;
  const second = text.indexOf(":", 4);
  const third = second === -1 ? -1 : text.indexOf(":", second + 1);
  const fourth = third === -1 ? -1 : text.indexOf(":", third + 1);
  const fifth = fourth === -1 ? -1 : text.indexOf(":", fourth + 1);
  if (fifth === -1) return undefined;
  return {
    partition: text.slice(4, second),
    service: text.slice(second + 1, third),
    region: text.slice(third + 1, fourth),
    accountId: text.slice(fourth + 1, fifth),
    resource: text.slice(fifth + 1),
  };
}

/** The account of an ARN, when the ARN names one. */
export function accountOf(arn: Arn | undefined): string | undefined {
  return arn !== undefined && /^\d{12}$/.test(arn.accountId) ? arn.accountId : undefined;
}
