import { Failure, type ResourceBehaviour } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { KINDS } from "../kinds/kinds";
import type { Azure } from "../store/azure";
import { text } from "../values";
import { armResource } from "./arm-resource";

/**
 * What is refused is that of the table. A script that fails leaves the run command behind, and Terraform knows it before
 * the script has ended. Source: azurerm, internal/services/compute/virtual_machine_run_command_resource.go
 * (treatFailureAsDeploymentFailure); the words of the failure are not those of Azure.
 */
export function runCommand(azure: Azure): ResourceBehaviour {
  const common = armResource(azure, KINDS.azurerm_virtual_machine_run_command ?? { id: "" });
  return {
    ...common,
    create(planned, request) {
      const made = common.create(planned, request);
      const id = text(made.id) ?? "";
      const { exitCode, output = "", error = "" } = azure.runCommands.run(id);
      const isDone = exitCode === 0;
      const view = {
        exit_code: exitCode,
        execution_state: isDone ? "Succeeded" : "Failed",
        execution_message: isDone ? "" : `command terminated with exit status=${exitCode}`,
        output,
        error_message: error,
      };
      const [first] = made.instance_view as ObjectValue[];
      const state = { ...made, instance_view: [{ ...first, ...view }] };
      azure.put({ ...azure.find(id), id, state });
      if (!isDone)
        throw new Failure(
          `polling failed: the run command ${id} failed with exit code ${exitCode}: ${error}`,
          state,
        );
      return state;
    },
  };
}
