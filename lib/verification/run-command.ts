import {
  VirtualMachineRunCommand,
  type VirtualMachineRunCommandConfig,
} from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { type IResolveContext, Lazy } from "cdktf";
import type { Construct } from "constructs";
import { own } from "../synth/marks";

/**
 * The run command of a check. What it waits for is known when the stack is synthesized; `dependsOn` stays a list that
 * others can add to.
 */
export class CheckRunCommand extends VirtualMachineRunCommand {
  private readonly allAddresses: string[];

  public constructor(
    scope: Construct,
    id: string,
    config: VirtualMachineRunCommandConfig,
    addresses: (context: IResolveContext) => readonly string[],
  ) {
    super(scope, id, config);
    const given = (context: IResolveContext) => (context.resolve(this.dependsOn ?? []) ?? []) as string[];
    this.allAddresses = Lazy.listValue(
      { produce: (context) => [...new Set([...given(context), ...addresses(context)].map(bare))] },
      { omitEmpty: true },
    );
  }

  public override get terraformMetaArguments(): { [name: string]: unknown } {
    return { ...super.terraformMetaArguments, dependsOn: this.allAddresses };
  }
}

/** Makes the run command of a check. */
export function createRunCommand(
  scope: Construct,
  id: string,
  config: VirtualMachineRunCommandConfig,
  addresses: (context: IResolveContext) => readonly string[],
): VirtualMachineRunCommand {
  return own(new CheckRunCommand(scope, id, config, addresses));
}

function bare(address: string): string {
  return address.replace(/^\$\{(.*)\}$/, "$1");
}
