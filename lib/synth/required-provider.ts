import { TerraformElement, TerraformProvider, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { elementsOf } from "./element-marks";

/** Where Terraform gets a provider, and which versions of it will do. */
export interface ProviderRequirement {
  readonly source: string;
  readonly version: string;
}

/**
 * Has the stack of an element ask for a provider that the element has no bindings of, so that no second package of
 * bindings is forced on anyone. Where the stack has a provider construct of that name, that one says the version.
 */
export function requireProvider(construct: IConstruct, name: string, requirement: ProviderRequirement): void {
  const stack = TerraformStack.of(construct);
  const id = `cdktf-azure-identity-${name}`;
  if (!stack.node.tryFindChild(id)) new RequiredProvider(stack, id, name, requirement);
}

/** One for all elements of a stack; asked when the stack is synthesized, as until then the user may make a provider. */
class RequiredProvider extends TerraformElement {
  public constructor(
    stack: TerraformStack,
    id: string,
    private readonly name: string,
    private readonly requirement: ProviderRequirement,
  ) {
    super(stack, id);
  }

  public override toTerraform(): object {
    const isThere = elementsOf(TerraformStack.of(this)).some(
      (element) =>
        TerraformProvider.isTerraformProvider(element) && element.terraformResourceType === this.name,
    );
    return isThere ? {} : { terraform: { required_providers: { [this.name]: this.requirement } } };
  }

  public override toHclTerraform(): object {
    return this.toTerraform();
  }
}
