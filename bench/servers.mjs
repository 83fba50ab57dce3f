// The servers that are compared, each started fresh in a process of its own.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../packages/castellan/bin/castellan.js", import.meta.url));
const host = "127.0.0.1";

/** A plane on a journal file: signatures, authorization and durable writes are on. */
export async function startCastellan() {
  const data = mkdtempSync(join(tmpdir(), "castellan-bench-"));
  const child = spawn(
    process.execPath,
    [COMMAND, "serve", "--port", "0", "--data", data, "--json", "--account", "111122223333"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const [ready, talk] = await Promise.all([
    firstLine(child.stdout, /\{.*\}/),
    firstLine(child.stderr, /one-time password (\S+)/),
  ]);
  const { endpoint } = JSON.parse(ready[0]);
  const port = Number(new URL(endpoint).port);
  return { name: "castellan", pid: child.pid, host, port, endpoint, password: talk[1], stop: () => stop(child, data) };
}

/** moto's server, if it is installed; it checks neither signatures nor policies by default and keeps nothing. */
export async function startMoto() {
  if (spawnSync("python3", ["-c", "import moto.server"]).status !== 0) return undefined;
  for (let tries = 0; tries < 5; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const child = spawn("python3", ["-m", "moto.server", "-H", host, "-p", String(port)], { stdio: "ignore" });
    if (await listening(child, port))
      return { name: "moto", pid: child.pid, host, port, endpoint: `http://${host}:${port}`, stop: () => stop(child) };
  }
  throw new Error("moto's server does not start");
}

function firstLine(stream, pattern) {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
      const match = pattern.exec(text);
      if (match) resolve(match);
    });
    stream.on("end", () => reject(new Error(`the server ended: ${text}`)));
  });
}

/** Whether the server came to listen; false when it ended, for example because its port was taken. */
async function listening(child, port) {
  while (child.exitCode === null) {
    const open = await new Promise((resolve) => {
      const socket = connect(port, host, () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (open) return child.exitCode === null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function stop(child, folder) {
  return new Promise((resolve) => {
    child.on("exit", () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      resolve();
    });
    child.kill("SIGTERM");
  });
}
