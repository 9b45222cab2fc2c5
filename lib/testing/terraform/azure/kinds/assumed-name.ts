import { Refusal } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import type { Check } from "../checks/check";
import { text } from "../values";

/**
 * Where no name of the computer is given azurerm takes that of the resource, and looks at it only now. Source: azurerm,
 * internal/services/compute.
 */
export function assumedName(planned: ObjectValue, argument: string, check: Check): void {
  if (text(planned[argument])) return;
  const problem = check(text(planned.name) ?? "", argument);
  if (problem === undefined) return;
  const noun = argument.replaceAll("_", " ");
  throw new Refusal(
    `unable to assume default ${noun} ${problem}. Please adjust the "name", or specify an explicit "${argument}"`,
  );
}
