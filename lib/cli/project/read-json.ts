import { readFileSync } from "node:fs";
import { Failure } from "../failure";

/** @throws Failure when there is no such file, or it may not be read */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** Why the system refuses, in words. */
export function reasonOf(error: unknown): string {
  const { code = "" } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? code;
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: "permission is denied",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENOENT: "there is no such file",
  EPERM: "permission is denied",
  ERR_FS_FILE_TOO_LARGE: "it is too large",
};

/**
 * The text of a file.
 *
 * @throws Failure when it is too long for one text, or begins with a mark that Terraform refuses as well
 */
export function textOf(file: string, bytes: Buffer): string {
  const mark = MARKS.find(({ bytes: mark }) => bytes.subarray(0, mark.length).equals(Buffer.from(mark)));
  if (mark) {
    throw new Failure(
      `${file} begins with a byte order mark (${mark.name}); allowed is UTF-8 without one; save it anew`,
    );
  }
  try {
    return bytes.toString("utf8");
  } catch {
    throw new Failure(`${file} cannot be read: it is too large`);
  }
}

const MARKS = [
  { name: "UTF-8", bytes: [0xef, 0xbb, 0xbf] },
  { name: "UTF-16", bytes: [0xff, 0xfe] },
  { name: "UTF-16", bytes: [0xfe, 0xff] },
];

/**
 * @throws Failure when the text is no JSON; what stands there is not repeated, as it may be a secret
 */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /at position (\d+)/.exec((error as Error).message) ?? [];
    const line = position && text.slice(0, Number(position)).split("\n").length;
    const where = line ? `, first at line ${line}` : text.trim() === "" ? ": it is empty" : "";
    throw new Failure(`${file} is not valid JSON${where}; run cdktf synth again, or mend the file`);
  }
}
