import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Check } from "./check";
import { type Outcome, run } from "./command";
import { compiled } from "./types";

const PROGRAMS = ["program.cjs", "program.mjs"];
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

export const synthesizes: Check = {
  claim: "the compiled CommonJS and ESM programs write the role assignment, run by plain node",
  problemsOf: ({ consumer }) =>
    PROGRAMS.flatMap((program) => {
      const { succeeded, output, written } = synthesize(consumer, program, "id-orders");
      if (!succeeded || !written) return [`${program}: ${output || "writes no cdk.tf.json"}`];
      const assignment = JSON.parse(written).resource.azurerm_role_assignment?.["vm-reads-group"];
      return isReaderOfGroup(assignment) ? [] : [`${program} writes ${JSON.stringify(assignment)}`];
    }),
};

export const rejects: Check = {
  claim: "with an illegal identity name they fail, print the finding and write no cdk.tf.json",
  problemsOf: ({ consumer }) =>
    PROGRAMS.flatMap((program) => {
      const { succeeded, output, written } = synthesize(consumer, program, "id orders");
      const problems: string[] = [];
      if (succeeded) problems.push(`${program} succeeds`);
      if (written) problems.push(`${program} writes cdk.tf.json`);
      if (!output.includes('identity-name: identity name "id orders"'))
        problems.push(`${program} prints no finding: ${output}`);
      return problems;
    }),
};

interface Synthesis extends Outcome {
  readonly written?: string;
}

function synthesize(consumer: string, program: string, identityName: string): Synthesis {
  const outdir = join(consumer, `${program} of ${identityName}`);
  const file = join(outdir, "stacks", "orders", "cdk.tf.json");
  const outcome = run(process.execPath, [join(compiled("node16"), program), outdir, identityName], consumer);
  return existsSync(file) ? { ...outcome, written: readFileSync(file, "utf8") } : outcome;
}

function isReaderOfGroup(assignment: Record<string, unknown> = {}): boolean {
  const { "//": _, role_definition_id: role, ...others } = assignment;
  const expected = {
    principal_id: "${azurerm_linux_virtual_machine.vm.identity[0].principal_id}",
    principal_type: "ServicePrincipal",
    scope: "${azurerm_resource_group.group.id}",
  };
  return String(role).endsWith(`/roleDefinitions/${READER}`) && isDeepStrictEqual(others, expected);
}
