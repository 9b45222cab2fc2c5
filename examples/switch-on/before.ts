import { TerraformStack } from "cdktf";
import { Vm } from "cdktf-azure-identity";
import type { Construct } from "constructs";
import { addSharedResources } from "./shared-resources";

/** The stack as it was applied: a machine without an identity. */
export class BeforeStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { machine } = addSharedResources(this);
    new Vm(this, "vm", machine);
  }
}
