import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["terraform", "tofu"];

/**
 * The path of Terraform, or of OpenTofu where there is none: what is given, or the first in the folders of PATH.
 *
 * @throws where there is neither
 */
export function findBinary(given?: string): string {
  if (given?.includes("/") || given?.includes("\\")) {
    if (!isProgram(given))
      throw new Error(`binary "${given}": no program is there; give the path of Terraform`);
    return given;
  }
  const names = given === undefined ? NAMES : [given];
  const ending = process.platform === "win32" ? ".exe" : "";
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name + ending);
      if (isProgram(path)) return path;
    }
  }
  throw new Error(
    `no ${names.join(" and no ")} in the ${folders.length} folders of PATH; install Terraform, or give the path of one as binary`,
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
