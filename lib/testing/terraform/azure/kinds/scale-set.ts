import { Refusal } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { type Checks, matches } from "../checks/check";
import { ADMIN_PASSWORD, ORCHESTRATED_ADMIN_USERNAME } from "../checks/credentials";
import { COMPUTER_NAME_PREFIX, subnetId, virtualMachineName } from "../checks/machine";
import { notEmpty, oneOf } from "../checks/sdk";
import { sshKey } from "../checks/ssh-key";
import { conflict, exactlyOne } from "../checks/together";
import { assumedName } from "./assumed-name";
import type { Kind, Kinds } from "./kind";

const ID = "{group}/providers/Microsoft.Compute/virtualMachineScaleSets/{name}";

/** Source: azurerm, internal/services/compute, linux_ and windows_virtual_machine_scale_set_resource.go. */
function uniform(system: "linux" | "windows"): Kind {
  return {
    id: ID,
    identity: "both",
    replacedBy: [
      ...["admin_username", "admin_password", "computer_name_prefix", "priority", "upgrade_mode"],
      ...["zone_balance", "plan", "os_disk.storage_account_type", "os_disk.diff_disk_settings"],
      ...[
        "os_disk.disk_encryption_set_id",
        "source_image_reference.publisher",
        "source_image_reference.offer",
      ],
      "network_interface.name",
    ],
    checks: {
      name: virtualMachineName,
      admin_username: notEmpty,
      admin_password: ADMIN_PASSWORD[system],
      ...(system === "linux" && { "admin_ssh_key.public_key": sshKey }),
      computer_name_prefix: COMPUTER_NAME_PREFIX[system],
      upgrade_mode: oneOf("Automatic", "Manual", "Rolling"),
      "network_interface.ip_configuration.subnet_id": subnetId,
    },
    combinations: (config) => exactlyOne(config, "source_image_id", "source_image_reference"),
    atApply: (planned) => {
      rollingUpgrade(planned);
      assumedName(planned, "computer_name_prefix", COMPUTER_NAME_PREFIX[system]);
    },
    computed: { computer_name_prefix: "{name}" },
    refersTo: ["network_interface.ip_configuration.subnet_id"],
  };
}

/** Blocks of a flexible scale set's profile, one of which it has. */
const SYSTEMS = ["linux", "windows"] as const;

function inProfile(name: string): string[] {
  return SYSTEMS.map((system) => `os_profile.${system}_configuration.${name}`);
}

function profileChecks(system: (typeof SYSTEMS)[number]): Checks {
  const block = `os_profile.${system}_configuration`;
  return {
    [`${block}.admin_username`]: ORCHESTRATED_ADMIN_USERNAME[system],
    [`${block}.admin_password`]: ADMIN_PASSWORD[system],
    [`${block}.computer_name_prefix`]: COMPUTER_NAME_PREFIX[system],
  };
}

/** Source: azurerm, internal/services/compute, orchestrated_virtual_machine_scale_set_resource.go. */
const FLEXIBLE: Kind = {
  id: ID,
  identity: "user",
  replacedBy: [
    ...["platform_fault_domain_count", "priority", "plan", "upgrade_mode", "zone_balance"],
    ...["admin_username", "admin_password", "computer_name_prefix"].flatMap(inProfile),
    ...["source_image_reference.publisher", "source_image_reference.offer", "network_interface.name"],
  ],
  checks: {
    name: virtualMachineName,
    sku_name: matches(/^(?:Mix|(?!.*(?:__| )).*_.*)$/, "is not formatted properly"),
    upgrade_mode: oneOf("Automatic", "Manual", "Rolling"),
    "network_interface.ip_configuration.subnet_id": subnetId,
    "os_profile.linux_configuration.admin_ssh_key.public_key": sshKey,
    ...profileChecks("linux"),
    ...profileChecks("windows"),
  },
  combinations: (config) => conflict(config, "source_image_id", "source_image_reference"),
  refersTo: ["network_interface.ip_configuration.subnet_id"],
  atApply: (planned) => {
    for (const system of SYSTEMS) {
      const profile = nested(nested(planned, "os_profile"), `${system}_configuration`);
      if (!profile) continue;
      const named: ObjectValue = { ...profile, name: planned.name ?? null };
      assumedName(named, "computer_name_prefix", COMPUTER_NAME_PREFIX[system]);
    }
  },
};

function rollingUpgrade(planned: ObjectValue): void {
  if (planned.upgrade_mode !== "Rolling" || nested(planned, "rolling_upgrade_policy")) return;
  throw new Refusal(
    'a `rolling_upgrade_policy` block must be specified when `upgrade_mode` is set to "Rolling"',
  );
}

function nested(object: ObjectValue | undefined, name: string): ObjectValue | undefined {
  const [block] = Array.isArray(object?.[name]) ? object[name] : [];
  return typeof block === "object" && block !== null && !Array.isArray(block) ? block : undefined;
}

export const SCALE_SET_KINDS: Kinds = {
  azurerm_linux_virtual_machine_scale_set: uniform("linux"),
  azurerm_windows_virtual_machine_scale_set: uniform("windows"),
  azurerm_orchestrated_virtual_machine_scale_set: FLEXIBLE,
};
