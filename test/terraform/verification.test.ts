import { type TerraformJson, TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { VerificationStack } from "../../examples/verification/stack";
import { linuxScript } from "../../lib/verification/linux-script";
import { scriptSettings } from "../../lib/verification/script-settings";
import { newApp, SSH_KEY, SUBSCRIPTION } from "../support";

const SUBNET = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;
const TYPE = "azurerm_virtual_machine_run_command";
const [MACHINE, IDENTITY] = [`${TYPE}.machine-reads-group`, `${TYPE}.identity-reads-account`];

let stacks: TerraformStacks;
afterEach(() => stacks.close());

async function opened() {
  const app = newApp();
  new VerificationStack(app, "verification");
  stacks = await TerraformStacks.open(app, {
    variables: { "subnet-id": SUBNET, "ssh-public-key": SSH_KEY },
    existing: [SUBNET],
    subscriptionId: SUBSCRIPTION,
    provider: "stand-in",
  });
  return stacks.get("verification");
}

/** What the next plan does with the checks. */
async function planned(run: Awaited<ReturnType<typeof opened>>): Promise<Record<string, readonly string[]>> {
  const { changes } = await run.plan();
  return Object.fromEntries(
    changes
      .filter(({ address }) => address.startsWith(TYPE))
      .map(({ address, actions }) => [address, actions]),
  );
}

const REPLACED = expect.arrayContaining(["create", "delete"]);

// biome-ignore lint/suspicious/noExplicitAny: tests change JSON freely
function changed(edit: (resource: any) => void): (json: TerraformJson) => TerraformJson {
  return (json) => {
    edit(json.resource);
    return json;
  };
}

test("the script and its parameters arrive as they were written, after the roles are given", async () => {
  const run = await opened();
  const roles: number[] = [];
  stacks.azure.runCommands.play(() => {
    roles.push(stacks.azure.all().filter(({ id }) => /\/roleAssignments\//i.test(id)).length);
    return { exitCode: 0, output: "done" };
  });
  await run.apply();
  const { resources } = await run.state();
  // biome-ignore lint/suspicious/noExplicitAny: of a state
  const of = (address: string): any => resources.find((each) => each.address === address)?.values;
  expect(of(MACHINE).source[0].script).toBe(linuxScript(scriptSettings("AzurePublic", 15)));
  expect(of(MACHINE).instance_view[0]).toMatchObject({ exit_code: 0, output: "done" });
  expect(of(MACHINE).name).toMatch(/^verify-identity-[0-9a-f]{16}$/);
  const identity = of("azurerm_user_assigned_identity.identity");
  expect(of(IDENTITY).parameter).toEqual([
    { name: "IDENTITY_SCOPE", value: of("azurerm_storage_account.account").id },
    { name: "IDENTITY_PRINCIPAL_ID", value: identity.principal_id },
    { name: "IDENTITY_CLIENT_ID", value: identity.client_id },
    { name: "IDENTITY_API_VERSION", value: "2023-05-01" },
  ]);
  expect(roles.every((count) => count > 0)).toBe(true);
  expect(await planned(run)).toEqual({});
});

test("a check that fails fails the apply with the reason, and runs again at the next one", async () => {
  const run = await opened();
  const reason = "identity verification: no access after 15 minutes";
  stacks.azure.runCommands.play({ exitCode: 12, error: reason });
  await expect(run.apply()).rejects.toThrow(reason);
  expect(await planned(run)).toEqual({ [MACHINE]: REPLACED, [IDENTITY]: REPLACED });
  stacks.azure.runCommands.play({ exitCode: 0 });
  await run.apply();
  expect(await planned(run)).toEqual({});
});

test("what a check is about changes, and the check is made anew, never updated", async () => {
  const run = await opened();
  await run.apply();
  const role = "azurerm_role_assignment";
  await run.change(
    changed((resource) => {
      const [name] = Object.keys(resource[role]).filter((each) => each.startsWith("vm_"));
      resource[role][name as string].description = "another one";
    }),
  );
  expect(await planned(run)).toEqual({ [MACHINE]: REPLACED });
  await run.apply();

  await run.change(
    changed((resource) => {
      resource[TYPE]["identity-reads-account"].parameter[0].value = "${azurerm_resource_group.group.id}";
      const { name } = resource[TYPE]["identity-reads-account"];
      resource[TYPE]["identity-reads-account"].name = name.replace(
        "azurerm_storage_account.account.id",
        "azurerm_resource_group.group.id",
      );
    }),
  );
  expect(await planned(run)).toEqual({ [IDENTITY]: REPLACED });
});

test("an identity that is made anew is checked anew", async () => {
  const run = await opened();
  await run.apply();
  await run.change(
    changed((resource) => {
      resource.azurerm_user_assigned_identity.identity.name = "id-shop";
    }),
  );
  expect(await planned(run)).toEqual({ [IDENTITY]: REPLACED });
});

test("other changes of the machine check nothing again", async () => {
  const run = await opened();
  await run.apply();
  await run.change(
    changed((resource) => {
      resource.azurerm_linux_virtual_machine.vm.tags = { team: "orders" };
      resource.azurerm_linux_virtual_machine.vm.size = "Standard_B2ms";
    }),
  );
  expect(await planned(run)).toEqual({});
});
