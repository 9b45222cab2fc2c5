import { TerraformStack } from "cdktf";
import { Role, VmWithSystemIdentity } from "cdktf-azure-identity";
import type { Construct } from "constructs";
import { addSharedResources } from "./shared-resources";

/** The same machine with an identity of its own and a role: one apply switches it on, in place, and binds the role. */
export class SwitchOnStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { account, machine } = addSharedResources(this);
    new VmWithSystemIdentity(this, "vm", {
      ...machine,
      principalIdLookupEnabled: true,
      roles: [{ id: "blobs", role: Role.builtIn("Storage Blob Data Reader"), scope: account.id }],
    });
  }
}
