import type { PlannedChange } from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { text } from "../values";

/**
 * `West Europe` is `westeurope`; any other change of the location replaces. Source: go-azure-helpers,
 * resourcemanager/location (Normalize, DiffSuppressFunc).
 */
export function planLocation({ prior, planned }: PlannedChange): {
  planned?: ObjectValue;
  replacedBy?: string[];
} {
  const [before, after] = [text(prior?.location), text(planned.location)];
  if (before === undefined || before === after) return {};
  if (after === undefined || normal(before) !== normal(after)) return { replacedBy: ["location"] };
  return { planned: { ...planned, location: before } };
}

function normal(location: string): string {
  return location.toLowerCase().replaceAll(" ", "");
}
