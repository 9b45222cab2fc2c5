import type { App, TerraformStack } from "cdktf";
import { type StackRun, TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { newApp, newStack, SUBSCRIPTION, written } from "../support";

export const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`;
export const NIC = `${GROUP_ID}/providers/Microsoft.Network/networkInterfaces/nic`;
export const SUBNET = `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/machines`;

/** One version of a program. */
export type Program = (stack: TerraformStack) => void;

const opened: TerraformStacks[] = [];

/** Ends all that was opened, after each test. */
export async function closeAll(): Promise<void> {
  for (const stacks of opened.splice(0)) await stacks.close();
}

/** A stack of a program in an Azure that has the group, an interface and a subnet. */
export async function open(
  program: Program,
): Promise<{ readonly stacks: TerraformStacks; readonly run: StackRun }> {
  const stacks = await TerraformStacks.open(appOf(program), { existing: [GROUP_ID, NIC, SUBNET] });
  opened.push(stacks);
  return { stacks, run: stacks.get("orders") };
}

/** Another version of the program for the same state. */
export async function become(run: StackRun, program: Program): Promise<void> {
  const app = appOf(program);
  app.synth();
  await run.change(() => written(app, "orders"));
}

/** What a plan does, as `update azurerm_x.y`. */
export async function planned(run: StackRun): Promise<string[]> {
  const { changes } = await run.plan();
  return changes.map(({ actions, address }) => `${actions.join(" ")} ${address}`).sort();
}

function appOf(program: Program): App {
  const app = newApp();
  program(newStack("orders", app));
  return app;
}
