// Reads single entries of a zip archive without reading the rest of it.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LONGEST_END = 22 + 0xffff;
const ZIP64_MARK = 0xffffffff;

/** Opens a zip archive; `entries` maps each path to where its bytes are, `read(path)` gives one entry's bytes. */
export function openZip(file) {
  const handle = openSync(file, "r");
  const entries = readDirectory(handle, file);
  return {
    entries,
    read: (path) => readEntry(handle, entries.get(path), path),
    close: () => closeSync(handle),
  };
}

function readDirectory(handle, file) {
  const size = fstatSync(handle).size;
  const tail = readAt(handle, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  const end = lastIndexOf(tail, END_OF_DIRECTORY);
  if (end < 0) throw new Error(`not a zip archive: ${file}`);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (offset === ZIP64_MARK) throw new Error(`zip64 archives are not read: ${file}`);
  return parseDirectory(readAt(handle, offset, length));
}

function parseDirectory(bytes) {
  const entries = new Map();
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString("utf8", at + 46, nameEnd), {
      method: bytes.readUInt16LE(at + 10),
      date: dosDate(bytes.readUInt16LE(at + 14)),
      compressedSize: bytes.readUInt32LE(at + 20),
      headerOffset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(handle, entry, path) {
  if (entry === undefined) throw new Error(`no such entry in the archive: ${path}`);
  const header = readAt(handle, entry.headerOffset, 30);
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = readAt(handle, start, entry.compressedSize);
  if (entry.method === 0) return bytes;
  if (entry.method === 8) return inflateRawSync(bytes);
  throw new Error(`unknown compression method ${entry.method}: ${path}`);
}

function readAt(handle, position, length) {
  const bytes = Buffer.alloc(length);
  const count = readSync(handle, bytes, 0, length, position);
  if (count !== length) throw new Error(`archive ends early: ${count} of ${length} bytes at ${position}`);
  return bytes;
}

function lastIndexOf(bytes, signature) {
  for (let at = bytes.length - 22; at >= 0; at--) if (bytes.readUInt32LE(at) === signature) return at;
  return -1;
}

/** The day of a DOS date field, as `2026-07-30`. */
function dosDate(field) {
  const two = (number) => String(number).padStart(2, "0");
  return `${1980 + (field >> 9)}-${two((field >> 5) & 15)}-${two(field & 31)}`;
}
