import { TerraformResource, Token } from "cdktf";
import type { Construct } from "constructs";
import { deferredString, once } from "../synth/deferred";

/**
 * Keeps in the state of Terraform what a look-up of a machine asks for, as `terraform_data`. The class that cdktf has for
 * it runs `terraform version` at each synth, which then fails where there is no Terraform.
 */
export class StoredMachine extends TerraformResource {
  private readonly input: { readonly [name: string]: string };

  public constructor(scope: Construct, id: string, machine: TerraformResource) {
    super(scope, id, { terraformResourceType: "terraform_data" });
    const late = (write: (address: string) => string) =>
      deferredString(
        this,
        () => `\${${write(`${machine.terraformResourceType}.${machine.friendlyUniqueId}`)}}`,
      );
    this.input = {
      id: late((address) => `${address}.id`),
      name: late((address) => `${address}.name`),
      resource_group_name: late((address) => `${address}.resource_group_name`),
      // Not the type as such: with that, one user-assigned identity more would have the machine looked up anew.
      has_system_identity: late(
        (address) => `strcontains(try(${address}.identity[0].type, ""), "SystemAssigned")`,
      ),
    };
  }

  /** One part of it, known only once Terraform has changed the machine. */
  public output(name: string): string {
    return deferredString(
      this,
      once(() => Token.asString(this.interpolationForAttribute(`output.${name}`))),
    );
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return { input: this.input };
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return { input: { value: this.input, isBlock: false, type: "map", storageClassType: "stringMap" } };
  }
}
