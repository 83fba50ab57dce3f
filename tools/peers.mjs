// Peers to compare with. They are no dependencies of the project; they lie in a folder of their own.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(ROOT, process.env.BENCH_PEERS ?? ".cache/peers");
const versions = {
  "@cloud-copilot/iam-simulate": "0.1.173",
  "@cloud-copilot/iam-policy": "0.1.109",
  "@cedar-policy/cedar-wasm": "4.13.0",
};

/** Loads a peer, or gives undefined when it is not installed. */
export async function loadPeer(name, path = name) {
  try {
    const require = createRequire(resolve(folder, "package.json"));
    return await import(pathToFileURL(require.resolve(path)).href);
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/** How to install the peers. */
export const peerInstallation = `npm install --prefix ${process.env.BENCH_PEERS ?? ".cache/peers"} ${Object.entries(
  versions,
)
  .map(([name, version]) => `${name}@${version}`)
  .join(" ")}`;
