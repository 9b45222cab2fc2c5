import type { ObjectValue } from "../../provider/value";
import type { Resource } from "../store/azure";

/** The state of what is stored, or null where it is gone. `timeouts` are Terraform's own and no part of Azure. */
export function readAs(state: ObjectValue, stored: Resource | undefined): ObjectValue | null {
  if (!stored) return null;
  return { ...state, ...stored.state, ...("timeouts" in state && { timeouts: state.timeouts ?? null }) };
}
