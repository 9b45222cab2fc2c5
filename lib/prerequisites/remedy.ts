import type { Operation } from "./operation";
import { LISTING } from "./provider-operations";

/** What does without operations that only settings ask for: instead of a role, or as another way than one. */
export function remedyFor(operations: readonly Operation[], give: () => string): string {
  const [first] = operations;
  if (operations.every(({ action }) => action.endsWith("/register/action"))) {
    const setting = first?.subject.address.startsWith("azapi_")
      ? "skip_provider_registration of the provider azapi to true"
      : 'resource_provider_registrations of the provider to "none"';
    return `have one who may do it once, and set ${setting}`;
  }
  if (operations.every(({ action }) => action === LISTING))
    return `set ARM_PROVIDER_ENHANCED_VALIDATION to false where Terraform runs, or ${give()}`;
  return give();
}
