import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { DeployerStack } from "../../../examples/deployer/stack";
import { readPage } from "../../docs/markdown";
import { newApp, newStack, SUBSCRIPTION } from "../../support";
import { type Azure, answers } from "./azure";
import { HERE, runOn, started } from "./support";

const PAYMENTS = `${HERE}/resourceGroups/rg-payments`;
const SUBNET = `${HERE}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;
const OPS = "cccccccc-dddd-eeee-ffff-000000000000";

/** The text block behind a mark of the page. */
function shown(mark: string): string {
  return (
    new RegExp(`<!-- ${mark} -->\n\`\`\`text\n([\\s\\S]*?)\`\`\``).exec(readPage("docs/preflight.md"))?.[1] ??
    ""
  );
}

async function outputOf(app: ReturnType<typeof newApp>, azure: Azure): Promise<string> {
  app.synth();
  const server = await started(answers(azure));
  const { out } = await runOn(app.outdir, server, { subscription: SUBSCRIPTION });
  return out.replaceAll(app.outdir, "cdktf.out");
}

test("the page shows what is missing as it is", async () => {
  const app = newApp();
  new DeployerStack(app, "deployer");
  const out = await outputOf(app, {
    exists: [PAYMENTS, SUBNET],
    holds: [
      { role: "Reader", scope: HERE },
      { role: "Contributor", scope: PAYMENTS },
    ],
  });
  expect(shown("missing")).toBe(out);
});

test("the page shows how to import a role assignment as it is", async () => {
  const app = newApp();
  new RoleAssignment(newStack("orders", app), "ops-read", {
    principalId: OPS,
    principalType: "Group",
    roleDefinitionName: "Reader",
    scope: PAYMENTS,
  });
  const id = `${PAYMENTS}/providers/Microsoft.Authorization/roleAssignments/dddddddd-eeee-ffff-0000-111111111111`;
  const out = await outputOf(app, {
    exists: [PAYMENTS],
    holds: [{ role: "Owner", scope: HERE }],
    assignments: [{ id, scope: PAYMENTS, principalId: OPS, role: "Reader" }],
  });
  expect(shown("existing")).toBe(`${/ {2}there already[\s\S]*?(?=\n\n)/.exec(out)?.[0]}\n`);
});
