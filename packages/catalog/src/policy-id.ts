const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const RANDOM_LENGTH = 17;

/**
 * An id in the form of AWS's managed policy ids (`ANPA` and 17 characters), the same for the same ARN.
 * AWS's own ids are not in any public data set, so this is not the id that AWS gives the policy.
 */
export function policyIdOf(arn: string): string {
  let high = fold(arn, 0x811c9dc5);
  let low = fold(arn, 0x9e3779b9);
  let id = "ANPA";
  for (let index = 0; index < RANDOM_LENGTH; index++) {
    [high, low] = [low, mix(high + low + index)];
    id += ALPHABET.charAt(low >>> 27);
  }
  return id;
}

/** FNV-1a over the code units, from a given start. */
function fold(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** Spreads every bit over the whole word (the finishing step of MurmurHash3). */
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
