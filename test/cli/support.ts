import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../../lib/cli/program";
import { temporaryFolder } from "../support";

/** Runs the command in this process, and returns how it ended and what it wrote. */
export async function command(...args: string[]) {
  const written = { out: "", err: "" };
  const code = await run(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    isTerminal: false,
    env: {},
  });
  return { code, ...written };
}

/** A new folder with files: text as it is, all else as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
  }
  return folder;
}

/** Terraform JSON with one identity. */
export function identityNamed(name: string, label = "app") {
  const identity = { name, resource_group_name: "rg-orders", location: "westeurope" };
  return { resource: { azurerm_user_assigned_identity: { [label]: identity } } };
}
