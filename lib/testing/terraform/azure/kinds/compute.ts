import { all, matches } from "../checks/check";
import { exactlyOne } from "../checks/together";
import type { Kinds } from "./kind";

/** Source: azurerm, internal/services/compute. */
export const COMPUTE_KINDS: Kinds = {
  azurerm_availability_set: {
    id: "{group}/providers/Microsoft.Compute/availabilitySets/{name}",
    replacedBy: ["platform_fault_domain_count", "platform_update_domain_count", "managed"],
    inUseCode: "OperationNotAllowed",
  },
  azurerm_managed_disk: {
    id: "{group}/providers/Microsoft.Compute/disks/{name}",
    names: /^[a-zA-Z0-9](?:[\w.-]{0,78}\w)?$/,
    replacedBy: ["create_option", "zone", "source_resource_id", "image_reference_id", "os_type"],
  },
  azurerm_virtual_machine_extension: {
    id: "{virtual_machine_id}/extensions/{name}",
    replacedBy: ["publisher", "type"],
  },
  azurerm_virtual_machine_scale_set_extension: {
    id: "{virtual_machine_scale_set_id}/extensions/{name}",
    replacedBy: ["publisher", "type"],
  },
  azurerm_virtual_machine_run_command: {
    id: "{virtual_machine_id}/runCommands/{name}",
    checks: {
      name: all(
        matches(/^.{1,80}$/, "must be between 1 and 80 characters"),
        matches(
          /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/,
          "may only contain alphanumeric characters, dots, dashes and underscores",
        ),
        matches(/\w$/, "must end with an alphanumeric character or underscore"),
      ),
      "source.script_uri": matches(/^https:/, "must be a https URL"),
    },
    combinations: (config) => exactlyOne(config, "source.script", "source.script_uri", "source.command_id"),
    computed: {
      instance_view: [
        {
          exit_code: 0,
          execution_state: "Succeeded",
          execution_message: "",
          output: "",
          error_message: "",
          start_time: "2025-01-01T00:00:00Z",
          end_time: "2025-01-01T00:00:01Z",
        },
      ],
    },
  },
};
