import {
  ConstraintViolationException,
  type ConstraintViolationExceptionReason,
  InvalidInputException,
  type InvalidInputExceptionReason,
} from "@aws-sdk/client-organizations";
import { fail } from "../frame/fault.ts";

/** Refuses what would break a limit of the service. */
export const violates = (Reason: ConstraintViolationExceptionReason, message: string): never =>
  fail(ConstraintViolationException, message, { Reason });

/** Refuses a value that the service cannot take. */
export const invalidInput = (Reason: InvalidInputExceptionReason, message: string): never =>
  fail(InvalidInputException, message, { Reason });
