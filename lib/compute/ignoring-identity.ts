import type { TerraformResourceLifecycle } from "cdktf";

/** A lifecycle under which Terraform leaves the identities of a host as it finds them. */
export function ignoringIdentity(lifecycle: TerraformResourceLifecycle = {}): TerraformResourceLifecycle {
  const { ignoreChanges = [] } = lifecycle;
  if (ignoreChanges === "all") return lifecycle;
  return { ...lifecycle, ignoreChanges: [...new Set([...ignoreChanges, "identity"])] };
}
