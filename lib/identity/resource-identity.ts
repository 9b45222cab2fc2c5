import { type TerraformDataSource, TerraformResource, type TerraformStack } from "cdktf";
import { plainReference } from "../synth/plain-reference";
import type { IManagedIdentity } from "./managed-identity";

/** The identity of which a block of a resource says the ids. */
export class ResourceIdentity implements IManagedIdentity {
  public constructor(
    private readonly resource: TerraformResource | TerraformDataSource,
    private readonly principalPath: string,
    private readonly tenant: () => string,
  ) {}

  public get principalId(): string {
    return this.resource.getStringAttribute(this.principalPath);
  }

  public get tenantId(): string {
    return this.tenant();
  }

  /** The principal id as plain text for elements of the same stack. */
  public _plainPrincipalId(stack: TerraformStack): string | undefined {
    const { resource } = this;
    return TerraformResource.isTerraformResource(resource)
      ? plainReference(stack, resource, this.principalPath)
      : undefined;
  }
}
