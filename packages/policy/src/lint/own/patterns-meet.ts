import { globsMeet } from "../../pattern/globs-meet.ts";
import { fieldParts } from "../errors/arn-globs.ts";

/** Whether some text matches both patterns; a `${…}` may stand for any text. */
export function patternsMeet(one: string, other: string): boolean {
  return one === "*" || other === "*" || globsMeet(fieldParts(one), fieldParts(other));
}
