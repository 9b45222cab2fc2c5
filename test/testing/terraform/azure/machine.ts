import type { ObjectValue } from "../../../../lib/testing/terraform/provider/value";
import { SSH_KEY } from "../../../support";
import { type Desk, GROUP, inGroup } from "./support";

export const NIC = `${GROUP}/providers/Microsoft.Network/networkInterfaces/nic`;

const IMAGE = { publisher: "Canonical", offer: "ubuntu", sku: "server", version: "latest" };
const KEY = { username: "azureuser", public_key: SSH_KEY };

export function linux(given: object = {}): object {
  return inGroup({
    name: "vm",
    size: "Standard_B2s",
    admin_username: "azureuser",
    network_interface_ids: [NIC],
    admin_ssh_key: [KEY],
    os_disk: [{ caching: "ReadWrite", storage_account_type: "Standard_LRS" }],
    source_image_reference: [IMAGE],
    ...given,
  });
}

export function windows(given: object = {}): object {
  const { admin_ssh_key: _, ...rest } = linux() as { admin_ssh_key: unknown };
  return { ...rest, admin_password: "Str0ng-enough", ...given };
}

export function machine(desk: Desk, identity: object | undefined, name = "vm"): ObjectValue {
  return desk.create("azurerm_linux_virtual_machine", linux({ name, identity: identity ? [identity] : [] }));
}

export function identityOf(state: ObjectValue | null): ObjectValue | undefined {
  const [block] = (state?.identity ?? []) as ObjectValue[];
  return block;
}
