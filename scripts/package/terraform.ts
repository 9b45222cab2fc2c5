import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./check";
import { run } from "./command";
import { npmInstall } from "./install";
import { name, TERRAFORM_PEERS } from "./manifest";

const PROGRAM = "run-stack.cjs";
const EXPECTED = "2 added, no changes, 2 destroyed";

export const terraform: Check = {
  claim: `${name}/testing/terraform names its optional peers where they are missing, and with them runs a stack`,
  problemsOf: ({ consumer }) => {
    copyFileSync(join("test/fixtures/consumer", PROGRAM), join(consumer, PROGRAM));
    const program = () => run(process.execPath, [PROGRAM], consumer);
    const without = program();
    const unnamed = TERRAFORM_PEERS.filter(([peer]) => !without.output.includes(peer));
    if (unnamed.length > 0) return [`without ${unnamed.join(", ")} it says: ${without.output}`];

    const peers = npmInstall(
      consumer,
      TERRAFORM_PEERS.map(([peer, version]) => `${peer}@${version}`),
    );
    if (!peers.succeeded) return [peers.output];
    const { output } = program();
    return output.includes(EXPECTED) ? [] : [`with its peers it says: ${output}`];
  },
};
