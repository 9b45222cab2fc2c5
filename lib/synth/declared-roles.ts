import { TerraformStack, Tokenization } from "cdktf";
import type { DeclaredRole, StackText } from "../model/declared-role";
import { isWithin } from "../rules/settings";
import { resolverFor } from "./resolver";
import type { DeclaredGrant } from "./settings";

/**
 * The roles that are declared for the deployer of a stack, without tokens; none where no deployer is declared.
 *
 * @param stacks construct paths of the stacks that are looked at together
 */
export function declaredRoles(
  stack: TerraformStack,
  stacks: readonly string[],
  declared: readonly DeclaredGrant[],
): DeclaredRole[] {
  const text = (given: string) => plainText(stack, given);
  const subscriptionsOf = (path: string) => {
    const meant = stacks.filter((other) => isWithin(other, path));
    return meant.length > 1 ? { subscriptionsOf: meant } : {};
  };
  return declared
    .filter(({ path }) => isWithin(stack.node.path, path))
    .map(({ path, role, scope, limit }) => {
      const { principalIds, ...known } = limit ?? {};
      return {
        role: "guid" in role ? role : { reference: text(role.reference) },
        ...(scope === undefined ? subscriptionsOf(path) : { scope: text(scope) }),
        ...(limit && {
          limit: {
            ...known,
            ...(principalIds ? { principalIds: principalIds.map((principalId) => text(principalId())) } : {}),
          },
        }),
      };
    });
}

/** A reference is one to the stack that it comes from, also where the role is declared for the app or another stack. */
function plainText(stack: TerraformStack, given: string): StackText {
  const origin = originOf(given) ?? stack;
  return { stack: origin.node.path, text: String(resolverFor(origin)(given)) };
}

/** cdktf keeps where a reference comes from to itself, and so do our own late values. */
function originOf(text: string): TerraformStack | undefined {
  for (const token of Tokenization.reverseString(text).tokens) {
    const { originStack, owner } = token as { readonly originStack?: unknown; readonly owner?: unknown };
    if (TerraformStack.isStack(originStack)) return originStack;
    if (owner) return TerraformStack.of(owner as TerraformStack);
  }
  return undefined;
}
