import { Refusal } from "../../provider/behaviour";
import { type ObjectValue, UNKNOWN } from "../../provider/value";
import { refuse } from "../refuse";
import type { Azure, Resource } from "../store/azure";
import { armType } from "../store/ids";
import { text } from "../values";

/** `Microsoft.Compute/virtualMachines` of `Microsoft.Compute/virtualMachines@2024-07-01`. */
export function typeWithoutVersion(type: string): string {
  return type.split("@")[0] ?? type;
}

/** The id of what arguments name. */
export function targetId(planned: ObjectValue): string {
  const given = text(planned.resource_id);
  if (given) return given;
  const type = typeWithoutVersion(text(planned.type) ?? "");
  const parent = text(planned.parent_id) ?? "";
  const last = type.slice(type.lastIndexOf("/") + 1);
  const isTop = type.split("/").length === 2;
  const isGroup = type.toLowerCase() === "microsoft.resources/resourcegroups";
  return `${parent}/${isGroup ? "resourceGroups" : isTop ? `providers/${type}` : last}/${text(planned.name)}`;
}

/** @throws Refusal */
export function requireTarget(azure: Azure, id: string, type: string): Resource {
  const expected = typeWithoutVersion(type);
  const actual = armType(id) ?? "Microsoft.Resources/resourceGroups";
  if (actual.toLowerCase() !== expected.toLowerCase()) {
    throw new Refusal(
      "Invalid configuration",
      `the resource type of \`resource_id\` is ${actual}, but \`type\` is ${type}`,
    );
  }
  const target = azure.find(id);
  if (!target) refuse(404, "ResourceNotFound", `The Resource '${id}' was not found.`);
  return target;
}

/** Puts what is computed where nothing is given; what no rule says is null. */
export function settled(planned: ObjectValue, computed: ObjectValue): ObjectValue {
  const state: ObjectValue = { ...planned };
  for (const [name, value] of Object.entries({ ...planned, ...computed })) {
    const present = planned[name];
    const isOpen =
      present === UNKNOWN || present === undefined || name === "output" || name === "sensitive_output";
    if (isOpen) state[name] = computed[name] ?? (value === UNKNOWN ? null : value);
  }
  return state;
}
