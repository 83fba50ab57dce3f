import type { StatementText } from "./random-document.ts";
import type { QuestionText, SideText } from "./random-question.ts";

const side = (...statements: readonly StatementText[]): SideText => ({
  principal: "arn:aws:sts::111111111111:assumed-role/Deploy/run",
  layers: { identity: statements.length === 0 ? [] : [{ Version: "2012-10-17", Statement: statements }] },
});
const allow = (Action: string, ...Resource: readonly string[]): StatementText => ({
  Effect: "Allow",
  Action: [Action],
  Resource,
});
const everyBucket = "arn:aws:s3:::*";
const listing = "s3:ListAllMyBuckets";

/** Questions that random runs have found answered wrongly or not at all, as small as they are, with the right answer. */
export const onceFaulty: Readonly<Record<string, QuestionText & { readonly answer: "proved" | "refuted" }>> = {
  "buckets are listed by who may do so on every bucket": {
    kind: "nothing",
    side: side(allow(listing, everyBucket)),
    region: { actions: [listing] },
    answer: "refuted",
  },
  "buckets are not listed by who may do so on all but buckets": {
    kind: "nothing",
    side: side({ Effect: "Allow", Action: [listing], NotResource: [everyBucket] }),
    region: { actions: [listing] },
    answer: "proved",
  },
  "a statement about another resource gives the list of buckets under that resource only": {
    kind: "equal",
    side: side(allow(listing, "arn:aws:sqs:*:*:q")),
    than: side(),
    region: { resources: "any" },
    answer: "refuted",
  },
  "a deny whatever the owner holds where the request does not name the owner": {
    kind: "noMore",
    side: side(allow("s3:*", "arn:aws:s3:::data/a"), {
      Effect: "Deny",
      Action: ["*"],
      Resource: ["*"],
      Condition: { StringLikeIfExists: { "aws:ResourceAccount": ["1*"] } },
    }),
    than: side(),
    region: {},
    answer: "proved",
  },
};
