import { type ProviderMode, TerraformError, TerraformStacks } from "cdktf-azure-identity/testing/terraform";
import { SUBSCRIPTION } from "./parts";
import type { SmallStack } from "./small-stack";
import { withSynthesized } from "./synthesize";

/** Whether Terraform takes a stack, as far as it and the provider can tell without asking Azure. */
export function validates({ build }: SmallStack, provider: ProviderMode): Promise<boolean> {
  return withSynthesized([build], async ([written]) => {
    const options = { provider, subscriptionId: SUBSCRIPTION };
    const stacks = await TerraformStacks.open(written?.folder ?? "", options);
    try {
      const run = stacks.get("small");
      await run.init();
      await run.validate();
      return true;
    } catch (error) {
      if (error instanceof TerraformError && error.command.endsWith(" validate")) return false;
      throw error;
    } finally {
      await stacks.close();
    }
  });
}
