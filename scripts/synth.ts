/** Synthesizes the quickstart with the cdktf command and says what was written and what it grants. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { DEFAULT_FOLDER } from "../lib/cli/folder-argument";
import { readProject } from "../lib/cli/project/read-project";
import { grantsTable } from "../lib/report/access";
import { withMemberships } from "../lib/report/memberships";

const { status } = spawnSync(process.execPath, [require.resolve("cdktf-cli/bundle/bin/cdktf"), "synth"], {
  stdio: "inherit",
  env: offline(process.env),
});
if (status !== 0) process.exit(status ?? 1);

const { model, stacks } = readProject(DEFAULT_FOLDER);
for (const { path, files } of stacks) console.log(`\n${path}: ${files.join(", ")}`);
console.log(`\n${grantsTable(withMemberships(model))}`);

/** The command asks a server for news unless told not to, and complains of a Terraform configuration that is not there. */
function offline({ TF_CLI_CONFIG_FILE, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    CHECKPOINT_DISABLE: "1",
    ...(TF_CLI_CONFIG_FILE && existsSync(TF_CLI_CONFIG_FILE) ? { TF_CLI_CONFIG_FILE } : {}),
  };
}
