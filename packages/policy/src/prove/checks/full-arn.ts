/**
 * An entry of `Resource` as the ARN that it stands for: an API's own policy may leave out all that says which API it is
 * [API Gateway Developer Guide, apigateway-resource-policies-examples, 2025: `execute-api:/stage/GET/pets`].
 */
export function fullArn(value: string): string {
  return value.startsWith("execute-api:/") ? value.replace("execute-api:", "arn:*:execute-api:*:*:*") : value;
}
