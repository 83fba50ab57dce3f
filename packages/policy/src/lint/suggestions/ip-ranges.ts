import { parseIpRange, rangeHolds, type IpRange } from "../../condition/ip-range.ts";
import type { OperatorName } from "../../condition/operator-name.ts";
import { conditionOperators } from "../../condition/operators.ts";
import { rewrite } from "../edit.ts";
import type { LintCheck } from "../lint-check.ts";
import { checkConditions, type CheckHead } from "../warnings/check-each.ts";

/** Addresses that no request from the internet has [RFC 1918, RFC 4193, RFC 6598, RFC 3927, RFC 4291]. */
const privateRanges = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "fc00::/7",
  "fe80::/10",
  "::1/128",
].flatMap((text) => parseIpRange(text) ?? []);

/** Address ranges written so that they mislead. */
export const ipRanges: readonly LintCheck[] = [
  checkConditions(
    { code: "IMPROVE_IP_RANGE", type: "SUGGESTION", title: "Improve IP range" },
    ({ condition, subject }) => {
      if (conditionOperators[condition.name].type !== "ipAddress") return undefined;
      const loose = condition.values.flatMap((text) => {
        const range = parseIpRange(text.value);
        const better = range && printRange(range);
        return better === undefined || hostBits(range) === 0n ? [] : [{ text, better }];
      });
      if (loose.length === 0) return undefined;
      return {
        at: loose.map(({ text }) => text),
        details: `the bits of ${loose.map(({ text }) => `\`${text.value}\``).join(", ")} after the mask are ignored`,
        help: `write ${loose.map(({ better }) => `\`${better}\``).join(", ")}`,
        fix: loose.map(({ text, better }) => rewrite(subject.policy.source, text, better)),
      };
    },
  ),
  mixed({ code: "PRIVATE_IP_ADDRESS_SUBSET", type: "SUGGESTION", title: "Private IP address subset" }, "IpAddress"),
  mixed(
    { code: "PRIVATE_NOT_IP_ADDRESS_SUBSET", type: "SUGGESTION", title: "Private NotIpAddress subset" },
    "NotIpAddress",
  ),
];

function mixed(head: CheckHead, name: OperatorName): LintCheck {
  return checkConditions(head, ({ condition, key }) => {
    if (key !== "aws:sourceip" || condition.name !== name) return undefined;
    const inside = condition.values.filter(({ value }) => isPrivate(parseIpRange(value)));
    if (inside.length === 0 || inside.length === condition.values.length) return undefined;
    return {
      at: inside,
      details: `\`aws:SourceIp\` is never a private address such as ${inside.map(({ value }) => `\`${value}\``).join(", ")}`,
      help: "use `aws:VpcSourceIp` for private addresses",
    };
  });
}

/** Whether a range lies in those that the internet does not route. */
function isPrivate(range: IpRange | undefined): boolean {
  return range !== undefined && privateRanges.some((outer) => rangeHolds(outer, range));
}

function freeBits({ family, bits }: IpRange): bigint {
  return BigInt((family === 4 ? 32 : 128) - bits);
}

function hostBits(range: IpRange | undefined): bigint {
  return range === undefined ? 0n : range.address & ((1n << freeBits(range)) - 1n);
}

/** The range in CIDR form with the bits after the mask at zero. */
function printRange(range: IpRange): string {
  const free = freeBits(range);
  const address = (range.address >> free) << free;
  return `${range.family === 4 ? printV4(address) : printV6(address)}/${range.bits}`;
}

function printV4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
}

function printV6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, place) =>
    ((address >> BigInt(112 - 16 * place)) & 0xffffn).toString(16),
  );
  const zeros = groups.join(":").match(/\b0(?::0)+\b/g) ?? [];
  const longest = zeros.toSorted((one, other) => other.length - one.length)[0];
  if (longest === undefined) return groups.join(":");
  const [head = "", tail = ""] = splitOnce(groups.join(":"), longest);
  return `${head.replace(/:$/, "")}::${tail.replace(/^:/, "")}`;
}

function splitOnce(text: string, part: string): readonly string[] {
  const at = text.search(new RegExp(`(?<![0-9a-f])${part}(?![0-9a-f])`));
  return [text.slice(0, at), text.slice(at + part.length)];
}
