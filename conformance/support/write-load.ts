import {
  AddUserToGroupCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  type IAMClient,
  ListAccessKeysCommand,
  paginateGetAccountAuthorizationDetails,
  UpdateUserCommand,
} from "@aws-sdk/client-iam";

/** What is done to one user after the other; each is one transaction, the renaming changes several documents. */
const steps: readonly ((iam: IAMClient, number: number) => Promise<unknown>)[] = [
  (iam, n) =>
    iam.send(
      new CreateUserCommand({ UserName: `new-${n}`, Path: "/load/", Tags: [{ Key: "number", Value: String(n) }] }),
    ),
  (iam, n) => iam.send(new CreateAccessKeyCommand({ UserName: `new-${n}` })),
  (iam, n) => iam.send(new UpdateUserCommand({ UserName: `new-${n}`, NewUserName: `renamed-${n}` })),
  (iam, n) => iam.send(new AddUserToGroupCommand({ UserName: `renamed-${n}`, GroupName: "load" })),
];

/** How far each user has come, by what the plane has acknowledged. */
export type Acknowledged = Map<number, number>;

/** Writes as fast as it can until the plane is gone; `acknowledged` grows as answers arrive. */
export async function writeUntilGone(
  iam: IAMClient,
  acknowledged: Acknowledged,
  nextNumber: () => number,
): Promise<void> {
  for (;;) {
    const number = nextNumber();
    acknowledged.set(number, 0);
    for (const [index, step] of steps.entries()) {
      try {
        await step(iam, number);
      } catch (error) {
        // An answer of the plane's own is a fault of it or of this test; a line that broke is what we are here for.
        if (isAnswer(error)) throw error;
        return;
      }
      acknowledged.set(number, index + 1);
    }
  }
}

const isAnswer = (error: unknown): boolean => error instanceof Error && "$fault" in error;

/** How far each user has come, by what the plane holds; throws for a user of whom only half a step is there. */
export async function heldSteps(iam: IAMClient): Promise<ReadonlyMap<number, number>> {
  const held = new Map<number, number>();
  for await (const { UserDetailList = [] } of paginateGetAccountAuthorizationDetails(
    { client: iam },
    { Filter: ["User"] },
  )) {
    for (const { UserName = "", Path, Tags = [], GroupList = [] } of UserDetailList.filter(
      (user) => user.Path === "/load/",
    )) {
      const [, name, digits] = /^(new|renamed)-(\d+)$/.exec(UserName) ?? [];
      const number = Number(digits);
      const { AccessKeyMetadata: keys = [] } = await iam.send(new ListAccessKeysCommand({ UserName }));
      const shape = [name, Path, Tags.map(({ Value }) => Value).join(), keys.length, GroupList.join()].join(" ");
      const step = shapesAfter(number).indexOf(shape) + 1;
      if (step === 0 || held.has(number)) throw new Error(`user ${number} is half written: \`${shape}\``);
      held.set(number, step);
    }
  }
  return held;
}

/** What a user looks like after each step. */
const shapesAfter = (number: number): readonly string[] => [
  `new /load/ ${number} 0 `,
  `new /load/ ${number} 1 `,
  `renamed /load/ ${number} 1 `,
  `renamed /load/ ${number} 1 load`,
];
