import { type IResolveContext, TerraformResource, type TerraformStack, Token } from "cdktf";
import { BINDING_TYPE } from "../model/binding";
import { elementsOf } from "../synth/element-marks";

/** The role assignments of a stack for one principal, whoever made them, as they are when the stack is synthesized. */
export function bindingsOf(
  stack: TerraformStack,
  principal: string,
  context: IResolveContext,
): TerraformResource[] {
  const resolved = (value: unknown) =>
    String(Token.isUnresolved(value) ? context.resolve(value) : value).toLowerCase();
  const wanted = resolved(principal);
  return elementsOf(stack)
    .filter(TerraformResource.isTerraformResource)
    .filter((element) => element.terraformResourceType === BINDING_TYPE)
    .filter((element) => resolved(principalOf(element)) === wanted);
}

/** What a user sets past the class comes first; cdktf shows it nowhere but in the whole JSON. */
function principalOf(element: TerraformResource): unknown {
  const { rawOverrides = {}, principalIdInput } = element as unknown as {
    readonly rawOverrides?: { readonly principal_id?: string };
    readonly principalIdInput?: string;
  };
  return rawOverrides.principal_id ?? principalIdInput;
}
