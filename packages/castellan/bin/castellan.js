#!/usr/bin/env node
// The shipped command is one bundle, built by `npm run build` (which `npm ci` runs).
try {
  await import("../dist/castellan.js");
} catch (error) {
  if (error?.code !== "ERR_MODULE_NOT_FOUND" || !String(error.message).includes("dist/castellan.js")) throw error;
  console.error("castellan is not built yet: run `npm run build`");
  process.exitCode = 70;
}
