import { type Problem, Refusal } from "../../provider/behaviour";
import { type ObjectValue, UNKNOWN } from "../../provider/value";
import type { Checks } from "../checks/check";
import { ADMIN_PASSWORD, ADMIN_USERNAME } from "../checks/credentials";
import { COMPUTER_NAME, virtualMachineName } from "../checks/machine";
import { notEmpty, oneOf } from "../checks/sdk";
import { sshKey } from "../checks/ssh-key";
import { conflict, exactlyOne, together } from "../checks/together";
import { blocks, isGiven, text } from "../values";
import { assumedName } from "./assumed-name";
import type { Kind, Kinds } from "./kind";

type System = "linux" | "windows";

/** What lands in the machine's OS profile, which a disk that is brought along has none of. */
const OS_PROFILE = ["admin_password", "admin_ssh_key", "computer_name", "custom_data"];

const CHECKS: Checks = {
  name: virtualMachineName,
  size: notEmpty,
  priority: oneOf("Regular", "Spot"),
  eviction_policy: oneOf("Deallocate", "Delete"),
  "os_disk.caching": oneOf("None", "ReadOnly", "ReadWrite"),
  "os_disk.storage_account_type": oneOf(
    "Premium_LRS",
    "Standard_LRS",
    "StandardSSD_LRS",
    "StandardSSD_ZRS",
    "Premium_ZRS",
  ),
};

/** Source: azurerm, internal/services/compute, linux_ and windows_virtual_machine_resource.go. */
function machine(system: System): Kind {
  return {
    id: "{group}/providers/Microsoft.Compute/virtualMachines/{name}",
    identity: "both",
    names: /^.{1,64}$/,
    replacedBy: [
      ...["admin_username", "admin_password", "computer_name", "custom_data"],
      ...["availability_set_id", "source_image_id", "source_image_reference", "zone", "priority"],
      ...["os_managed_disk_id", "plan", "edge_zone"],
      ...["os_disk.name", "os_disk.storage_account_type", "os_disk.diff_disk_settings"],
      ...(system === "linux" ? ["admin_ssh_key", "disable_password_authentication"] : []),
    ],
    checks: {
      ...CHECKS,
      computer_name: COMPUTER_NAME[system],
      admin_username: ADMIN_USERNAME[system],
      admin_password: ADMIN_PASSWORD[system],
      ...(system === "linux" && { "admin_ssh_key.public_key": sshKey }),
    },
    combinations: (config) => combinations(config, system),
    atApply: (planned) => atApply(planned, system),
    computed: {
      computer_name: "{name}",
      "os_disk.name": "{name}_OsDisk",
      ...(system === "linux" && { disable_password_authentication: true }),
      private_ip_address: "10.0.0.4",
      private_ip_addresses: ["10.0.0.4"],
      public_ip_address: "",
    },
    refersTo: ["network_interface_ids", "availability_set_id", "virtual_machine_scale_set_id"],
  };
}

function combinations(config: ObjectValue, system: System): Problem[] {
  return [
    ...exactlyOne(config, "os_managed_disk_id", "source_image_id", "source_image_reference"),
    ...exactlyOne(config, "admin_username", "os_managed_disk_id"),
    ...(system === "windows" ? together(config, "admin_username", "admin_password") : []),
    ...OS_PROFILE.flatMap((name) => conflict(config, name, "os_managed_disk_id")),
    ...conflict(config, "availability_set_id", "virtual_machine_scale_set_id", "zone"),
  ];
}

function atApply(planned: ObjectValue, system: System): void {
  if (!isGiven(planned.os_managed_disk_id) || planned.os_managed_disk_id === UNKNOWN) {
    assumedName(planned, "computer_name", COMPUTER_NAME[system]);
    if (system === "linux") authentication(planned);
  }
  const isSpot = planned.priority === "Spot";
  if (isSpot !== (text(planned.eviction_policy) !== undefined)) {
    throw new Refusal(
      `an \`eviction_policy\` ${isSpot ? "must" : "can only"} be specified when \`priority\` is set to \`Spot\``,
    );
  }
}

function authentication(planned: ObjectValue): void {
  if (planned.disable_password_authentication === false) {
    if (text(planned.admin_password)) return;
    throw new Refusal(
      "an `admin_password` must be specified if `disable_password_authentication` is set to `false`",
    );
  }
  if (blocks(planned.admin_ssh_key).length > 0) return;
  throw new Refusal(
    "at least one `admin_ssh_key` must be specified when `disable_password_authentication` is set to `true`",
  );
}

export const VIRTUAL_MACHINE_KINDS: Kinds = {
  azurerm_linux_virtual_machine: machine("linux"),
  azurerm_windows_virtual_machine: machine("windows"),
};
