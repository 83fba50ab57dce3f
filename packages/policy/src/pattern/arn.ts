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

/** The account named in the text of an ARN, found without taking the ARN apart. */
export function accountIn(text: string): string | undefined {
  if (!text.startsWith("arn:")) return undefined;
  let start = 4;
  for (let field = 0; field < 3; field += 1) {
    start = text.indexOf(":", start) + 1;
    if (start === 0) return undefined;
  }
  if (text.charCodeAt(start + 12) !== 0x3a) return undefined;
  for (let at = start; at < start + 12; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return undefined;
  }
  return text.slice(start, start + 12);
}
