import { type ObjectValue, UNKNOWN } from "../../provider/value";
import { ADMIN_PASSWORD } from "../checks/credentials";
import { COMPUTER_NAME_PREFIX, virtualMachineName } from "../checks/machine";
import { notEmpty, oneOf } from "../checks/sdk";
import { exactlyOne } from "../checks/together";
import { assumedName } from "./assumed-name";
import type { Kind, Kinds } from "./kind";

const ID = "{group}/providers/Microsoft.Compute/virtualMachineScaleSets/{name}";

/** Source: azurerm, internal/services/compute, linux_ and windows_virtual_machine_scale_set_resource.go. */
function uniform(system: "linux" | "windows"): Kind {
  return {
    id: ID,
    identity: "both",
    replacedBy: [
      ...["admin_username", "admin_password", "computer_name_prefix", "custom_data", "priority"],
      ...["zone_balance", "plan", "os_disk.storage_account_type", "single_placement_group"],
    ],
    checks: {
      name: virtualMachineName,
      admin_username: notEmpty,
      admin_password: ADMIN_PASSWORD[system],
      computer_name_prefix: COMPUTER_NAME_PREFIX[system],
      upgrade_mode: oneOf("Automatic", "Manual", "Rolling"),
    },
    combinations: (config) => exactlyOne(config, "source_image_id", "source_image_reference"),
    atApply: (planned: ObjectValue) =>
      assumedName(planned, "computer_name_prefix", COMPUTER_NAME_PREFIX[system]),
    computed: { computer_name_prefix: "{name}" },
    refersTo: ["network_interface.ip_configuration.subnet_id"],
  };
}

/** Source: azurerm, internal/services/compute, orchestrated_virtual_machine_scale_set_resource.go. */
const FLEXIBLE: Kind = {
  id: ID,
  identity: "user",
  replacedBy: ["platform_fault_domain_count", "priority", "single_placement_group", "zones", "plan"],
  checks: { name: virtualMachineName },
  refersTo: ["network_interface.ip_configuration.subnet_id"],
  atApply: (planned) => {
    for (const [block, system] of [
      ["linux", "linux"],
      ["windows", "windows"],
    ] as const) {
      const profile = nested(nested(planned, "os_profile"), `${block}_configuration`);
      if (profile && profile.computer_name_prefix !== UNKNOWN) {
        assumedName(
          { ...profile, name: planned.name ?? null },
          "computer_name_prefix",
          COMPUTER_NAME_PREFIX[system],
        );
      }
    }
  },
};

function nested(object: ObjectValue | undefined, name: string): ObjectValue | undefined {
  const [block] = Array.isArray(object?.[name]) ? object[name] : [];
  return typeof block === "object" && block !== null && !Array.isArray(block) ? block : undefined;
}

export const SCALE_SET_KINDS: Kinds = {
  azurerm_linux_virtual_machine_scale_set: uniform("linux"),
  azurerm_windows_virtual_machine_scale_set: uniform("windows"),
  azurerm_orchestrated_virtual_machine_scale_set: FLEXIBLE,
};
