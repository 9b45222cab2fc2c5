import { join } from "node:path";
import type { TerraformJson } from "../../model/terraform-json";
import { Failure } from "../failure";
import { jsonOf, mergeBlocks } from "./merge-blocks";
import { isOverride } from "./module-files";
import type { TerraformBlock } from "./terraform-blocks";

/** A file that was read. */
export interface ReadFile {
  readonly name: string;
  readonly blocks: readonly TerraformBlock[];
}

/**
 * Files of a folder as the one module that they are for Terraform.
 *
 * @throws Failure when two declare the same
 */
export function readModule(folder: string, files: readonly ReadFile[]): TerraformJson {
  const known = new Map<string, { readonly file: string; readonly block: TerraformBlock }>();
  for (const { name, blocks } of files) {
    const file = join(folder, name);
    for (const block of blocks) {
      const key = block.keys.join("\t");
      const before = known.get(key);
      if (before && !isOverride(name) && !mayRepeat(block)) {
        throw new Failure(
          `${block.keys.join(".")} is in ${before.file} and ${before.file === file ? "there again" : `in ${file}`}; allowed is once in a folder; remove one of the two`,
        );
      }
      known.set(key, { file, block: before ? mergeBlocks(before.block, block, isOverride(name)) : block });
    }
  }
  return jsonOf([...known.values()].map(({ block }) => block));
}

function mayRepeat({ keys: [section] }: TerraformBlock): boolean {
  return section === "provider" || section === "terraform";
}
