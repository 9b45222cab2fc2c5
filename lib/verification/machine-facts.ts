import { TerraformElement } from "cdktf";
import { MACHINE } from "../compute/machine-kind";
import type { IVerifiedMachine, OsType } from "./identity-verification-props";

/** What a machine says of itself. */
export interface MachineFacts {
  readonly osType: OsType | undefined;
  /** Asked only when the stack is synthesized. */
  readonly location: (() => string) | undefined;
}

const OS_TYPES: { readonly [type: string]: OsType } = {
  azurerm_linux_virtual_machine: "Linux",
  azurerm_windows_virtual_machine: "Windows",
};

/** Of a construct its resource speaks. Nothing is read of a resource, as that would fix its logical id. */
export function machineFacts(machine: IVerifiedMachine): MachineFacts {
  if (!MACHINE.is(machine)) return { osType: undefined, location: undefined };
  const { resource = machine } = machine as { readonly resource?: object };
  const { terraformResourceType } = resource as { readonly terraformResourceType?: string };
  const isElement = TerraformElement.isTerraformElement(resource);
  return {
    osType: isElement ? OS_TYPES[terraformResourceType ?? ""] : undefined,
    location: "location" in resource ? () => resource.location as string : undefined,
  };
}
