import { runCommandLine } from "./run-command-line.ts";

// The SDK's note about Node 20 is for those who choose SDK versions; ours are pinned.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
// Who reads our output may stop early, as `head` does; that is no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
process.exitCode = await runCommandLine(process.argv.slice(2), process);
