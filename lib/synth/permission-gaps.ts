import { TerraformStack, Tokenization } from "cdktf";
import { readLinked } from "../model/link";
import type { Model } from "../model/model";
import { roleGuid } from "../model/scope";
import { literalEnd, type Value } from "../model/value";
import { evaluate } from "../prerequisites/evaluate";
import { gapMessage } from "../prerequisites/gap-message";
import { gapsIn } from "../prerequisites/gaps";
import type { Grant } from "../prerequisites/grant";
import { needsOf, needsOfStack } from "../prerequisites/operations";
import { placeOf } from "../prerequisites/place-of";
import { subscriptionOfStack } from "../prerequisites/subscription";
import { isWithin, type PermissionGap } from "../rules/settings";
import { resolverFor } from "./resolver";
import type { DeclaredGrant } from "./settings";

/** What the declared deployers of stacks may not do, or may under conditions; nothing where none is declared. */
export function permissionGaps(
  model: Model,
  stacks: readonly TerraformStack[],
  declared: readonly DeclaredGrant[],
): PermissionGap[] {
  return stacks.flatMap((stack) => {
    const { path } = stack.node;
    const ofStack = declared.filter((grant) => isWithin(path, grant.path));
    if (ofStack.length === 0) return [];
    const grants = ofStack.map((one) => grantFor(model, stack, one));
    return gapsIn(evaluate(needsOfStack(needsOf(model), path), grants, model)).map((gap) => ({
      entry: gap.subject,
      status: gap.status,
      message: gapMessage(model, gap, grants),
    }));
  });
}

function grantFor(model: Model, stack: TerraformStack, { role, scope, limit }: DeclaredGrant): Grant {
  const { principalIds, ...known } = limit ?? {};
  const read = (text: string) => readText(model, stack, text);
  return {
    role: "guid" in role ? { id: role.guid } : referredRole(read(role.reference)),
    place: scope === undefined ? subscriptionOfStack(model, stack.node.path) : placeOf(model, read(scope)),
    ...(limit && {
      limit: {
        ...known,
        ...(principalIds ? { principals: principalIds.map((principalId) => read(principalId())) } : {}),
      },
    }),
  };
}

/** The id of a role may begin with what Terraform alone knows and end with a GUID. */
function referredRole(definition: Value): Grant["role"] {
  const id = roleGuid(literalEnd(definition));
  return id === undefined ? { definition } : { id };
}

/** A reference is one to the stack that it comes from, also where the role is declared for the app or another stack. */
function readText(model: Model, stack: TerraformStack, text: string): Value {
  const origin = originOf(text) ?? stack;
  const resolved = resolverFor(origin)(text);
  return readLinked(resolved, origin.node.path, model.links) ?? { kind: "literal", value: text };
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
