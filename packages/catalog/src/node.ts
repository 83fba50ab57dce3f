// The catalogue on disk, for Node: reads only the bytes that are asked for.
import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Catalog } from "./catalog.ts";
import { openCatalog } from "./open-catalog.ts";
import { once } from "./once.ts";

/** Opens a catalogue whose data files lie in `directory` (a path or a file URL). */
export function openCatalogAt(directory: string | URL): Catalog {
  const root = typeof directory === "string" ? directory : fileURLToPath(directory);
  return openCatalog((file, offset, length) => {
    const path = `${root.replace(/\/$/, "")}/${file}`;
    return offset === undefined || length === undefined ? readFileSync(path) : readPart(path, offset, length);
  });
}

/** The catalogue that comes with Castellan, opened once for the whole process. Throws if its data were never made. */
export const installedCatalog: () => Catalog = once(() => openCatalogAt(dataDirectory()));

/** Where the shipped command has the data (beside or above its bundle), or where the sources have them. */
function dataDirectory(): URL {
  const candidates = ["./data/", "../data/"].map((place) => new URL(place, import.meta.url));
  const found = candidates.find((place) => existsSync(new URL("meta.json", place)));
  if (found === undefined) throw new Error("catalogue data are missing: run `npm run build`");
  return found;
}

function readPart(path: string, offset: number, length: number): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const bytes = new Uint8Array(length);
    const count = readSync(handle, bytes, 0, length, offset);
    if (count !== length) throw new Error(`catalogue data are damaged: \`${path}\` ends early`);
    return bytes;
  } finally {
    closeSync(handle);
  }
}
