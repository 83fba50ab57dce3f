import { type Members, setMember } from "./message.ts";
import { compilerOf, lazily } from "./schema/compile.ts";
import type { ListShape, MapShape, Member, Shape, StructureShape } from "./schema/shape.ts";
import type { WireOperation } from "./service.ts";

/** What stands in place of a secret. */
export const redacted = "***";

/** Members that are secrets although the schemas do not mark them: one-time codes and the codes of sign-in flows. */
const secretNames = new Set([
  "AuthenticationCode1",
  "AuthenticationCode2",
  "Password",
  "SecretAccessKey",
  "SessionToken",
  "TokenCode",
  "code",
  "codeVerifier",
  "deviceCode",
]);

/** An input without its secrets, for journals and trails; the input itself is not changed. */
export function redact(operation: WireOperation, input: Members): Members {
  return redactor(operation.input)(input) as Members;
}

/** An output without its secrets. */
export function redactOutput(operation: WireOperation, output: Members): Members {
  return redactor(operation.output)(output) as Members;
}

type Redactor = (value: unknown) => unknown;

const keep = (): Redactor => (value) => value;

const redactor = compilerOf<Redactor>({
  unit: keep,
  structure: redactStructure,
  list: redactList,
  map: redactMap,
  string: keep,
  boolean: keep,
  number: keep,
  timestamp: keep,
  blob: keep,
  document: keep,
  bigInteger: keep,
  bigDecimal: keep,
});

type Compile = (shape: Shape) => Redactor;

function redactStructure(shape: StructureShape, compile: Compile): Redactor {
  const fields = lazily(() => new Map(shape.members.map((member) => [member.name, redactMember(member, compile)])));
  return (value) => {
    const members: Members = {};
    for (const [name, item] of Object.entries(value as Members)) {
      setMember(members, name, item === undefined || item === null ? item : fields().get(name)?.(item));
    }
    return members;
  };
}

function redactList({ member }: ListShape, compile: Compile): Redactor {
  const redactItem = redactMember(member, compile);
  return (value) => (value as unknown[]).map((item) => (item === null ? item : redactItem(item)));
}

function redactMap({ value: target }: MapShape, compile: Compile): Redactor {
  const redactItem = redactMember(target, compile);
  return (value) => {
    const entries: Members = {};
    for (const [key, item] of Object.entries(value as Members)) {
      setMember(entries, key, item === null ? item : redactItem(item));
    }
    return entries;
  };
}

function redactMember({ name, sensitive, shape }: Member, compile: Compile): Redactor {
  return sensitive || secretNames.has(name) ? () => redacted : compile(shape);
}
