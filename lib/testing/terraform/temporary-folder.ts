import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atExit } from "./at-exit";

export interface TemporaryFolder {
  readonly path: string;
  /** Removes it with all that is in it; again it does nothing. */
  remove(): void;
}

/** A new folder, that is removed at the end of the process where it was not before. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), "cdktf-azure-identity-"));
  const removeNow = () => rmSync(path, { recursive: true, force: true });
  const forget = atExit(removeNow);
  return {
    path,
    remove: () => {
      forget();
      removeNow();
    },
  };
}
