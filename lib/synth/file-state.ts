import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file of the output folder as it was before something wrote to it. */
export interface FileState {
  readonly file: string;
  /** `undefined` when there was no file. */
  readonly content: Buffer | undefined;
  readonly hadFolder: boolean;
}

export function stateOfFile(folder: string, name: string): FileState {
  const file = join(folder, name);
  return {
    file,
    content: existsSync(file) ? readFileSync(file) : undefined,
    hadFolder: existsSync(dirname(file)),
  };
}

export function restoreFile({ file, content, hadFolder }: FileState): void {
  if (content) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return;
  }
  rmSync(file, { force: true });
  if (!hadFolder) removeIfEmpty(dirname(file));
}

/** Assets of the user's stack may lie beside the file: they stay, and so does their folder. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "ENOENT") throw error;
  }
}
