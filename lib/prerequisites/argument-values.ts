import { remembered } from "../model/remembered";
import type { Block } from "../model/terraform-json";

/** The arguments of a block and of the blocks in it, by their names. */
interface Arguments {
  readonly byName: Map<string, { readonly path: string; readonly values: readonly unknown[] }[]>;
  /** Names of blocks that `dynamic` makes: what is in them is known to Terraform alone. */
  readonly dynamic: Set<string>;
}

/**
 * Everything that stands in an argument, at whatever depth its path begins; `undefined` where Terraform alone knows it.
 */
export function valuesAt(block: Block, path: string): unknown[] | undefined {
  const { byName, dynamic } = argumentsOf(block);
  if (dynamic.size > 0 && path.split(".").some((name) => dynamic.has(name))) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  const found = byName.get(name);
  return found ? found.flatMap((one) => (one.path.endsWith(`.${path}`) ? one.values : [])) : [];
}

/** Many rows of the table ask for arguments of one entry. */
const argumentsOf = remembered((block: Block): Arguments => {
  const found: Arguments = { byName: new Map(), dynamic: new Set() };
  collect(block, "", found);
  return found;
});

function collect(block: Block, above: string, found: Arguments): void {
  for (const name of Object.keys(block)) {
    const value = block[name];
    if (name === "//" || value === undefined || value === null) continue;
    const path = `${above}.${name}`;
    const values = Array.isArray(value) ? value : [value];
    const same = found.byName.get(name);
    if (same) same.push({ path, values });
    else found.byName.set(name, [{ path, values }]);
    for (const inner of values) {
      if (typeof inner !== "object" || inner === null) continue;
      if (name === "dynamic") for (const made of Object.keys(inner)) found.dynamic.add(made);
      collect(inner as Block, path, found);
    }
  }
}
