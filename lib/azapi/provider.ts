import { TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { own } from "../synth/marks";

/** What the elements here need: `ignore_not_found` of `azapi_resource_action` came with 2.9.0. */
const VERSIONS = "~> 2.9";

export const GENERATOR = { providerName: "azapi", providerVersionConstraint: VERSIONS };

const ID = "cdktf-azure-identity-azapi";

/** Sees to it that a stack has an azapi provider without alias: the user's own, made before or after, else this one. */
export function azapiFor(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  if (!stack.node.tryFindChild(ID)) own(new DefaultAzapiProvider(stack, ID));
}

/** Two provider blocks without alias are an error of Terraform: this one is written only where it is the only one. */
class DefaultAzapiProvider extends TerraformProvider {
  public constructor(stack: TerraformStack, id: string) {
    super(stack, id, {
      terraformResourceType: "azapi",
      terraformGeneratorMetadata: GENERATOR,
      terraformProviderSource: "Azure/azapi",
    });
  }

  public override toTerraform(): unknown {
    return this.isNeeded() ? super.toTerraform() : {};
  }

  public override toHclTerraform(): ReturnType<TerraformProvider["toHclTerraform"]> {
    return this.isNeeded() ? super.toHclTerraform() : {};
  }

  private isNeeded(): boolean {
    const stack = TerraformStack.of(this);
    return !stack.node
      .findAll()
      .some(
        (other) =>
          other !== this &&
          TerraformProvider.isTerraformProvider(other) &&
          other.terraformResourceType === "azapi" &&
          other.alias === undefined &&
          TerraformStack.of(other) === stack,
      );
  }
}
