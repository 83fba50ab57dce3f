import { ValidationException } from "@aws-sdk/client-accessanalyzer";
import { fail } from "../frame/fault.ts";

/** Refuses a value of one member of the input. */
export const invalidField = (name: string, message: string): never =>
  fail(ValidationException, message, { reason: "fieldValidationFailed", fieldList: [{ name, message }] });
