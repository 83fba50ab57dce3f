import { runCommandLine } from "./run-command-line.ts";

// The SDK's note about Node 20 is for those who choose SDK versions; ours are pinned.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
process.exitCode = await runCommandLine(process.argv.slice(2), process);
