// Prints the ARN of whoever the AWS SDK for JavaScript finds credentials of, with nothing said in code.
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

const { Arn } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
process.stdout.write(Arn);
