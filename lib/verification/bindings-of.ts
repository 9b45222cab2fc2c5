import {
  type IResolveContext,
  type ITerraformDependable,
  TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { BINDING_TYPE } from "../model/binding";
import { groupBy } from "../model/group-by";
import { elementsOf } from "../synth/element-marks";
import { canCover } from "./can-cover";

/** What is looked for: role assignments for a principal that may give it a role at a scope. */
export interface Wanted {
  readonly principal: string;
  readonly scope: string;
}

/**
 * The role assignments of a stack that may give a principal a role at a scope, whoever made them, as they are when the
 * stack is synthesized. Of one that a construct made the construct, which may end later.
 *
 * @param asker asks once in each pass over the stack; the next time, the stack may be another one
 */
export function bindingsOf(
  asker: Construct,
  wanted: Wanted,
  context: IResolveContext,
): ITerraformDependable[] {
  const stack = TerraformStack.of(asker);
  const scope = resolved(wanted.scope, context);
  const { assignments, resources } = passOver(stack, asker, context);
  const isMentioned = mentionsOf(resources, scope, context);
  const all = assignments.get(resolved(wanted.principal, context)) ?? [];
  return all
    .filter((each) => canCover(each.scope, scope, isMentioned))
    .map(({ element }) => ownerOf(element));
}

/** What is known of the stack of a new check is out of date. */
export function forgetBindings(stack: TerraformStack): void {
  passes.delete(stack);
}

interface Assignment {
  readonly element: TerraformResource;
  readonly principal: string;
  readonly scope: string;
}

/** Checks are many, and so are assignments: they are read once in each pass over a stack. */
interface Pass {
  readonly isPreparing: boolean;
  readonly askers: Set<Construct>;
  /** By principal. */
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
  /** By address, in lower case. */
  readonly resources: ReadonlyMap<string, TerraformResource>;
}

const passes = new WeakMap<TerraformStack, Pass>();

function passOver(stack: TerraformStack, asker: Construct, context: IResolveContext): Pass {
  const known = passes.get(stack);
  const isSame = known && known.isPreparing === context.preparing && !known.askers.has(asker);
  const pass = isSame ? known : newPass(stack, context);
  passes.set(stack, pass);
  pass.askers.add(asker);
  return pass;
}

function newPass(stack: TerraformStack, context: IResolveContext): Pass {
  const all = elementsOf(stack).filter(TerraformResource.isTerraformResource);
  const assignments = all
    .filter((element) => element.terraformResourceType === BINDING_TYPE)
    .map((element) => ({
      element,
      principal: resolved(given(element, "principal_id", "principalIdInput"), context),
      scope: resolved(given(element, "scope", "scopeInput"), context),
    }));
  return {
    isPreparing: context.preparing,
    askers: new Set(),
    assignments: groupBy(assignments, ({ principal }) => principal),
    resources: new Map(
      all.map((each) => [`${each.terraformResourceType}.${each.friendlyUniqueId}`.toLowerCase(), each]),
    ),
  };
}

/** What a user sets past the class comes first; cdktf shows it nowhere but in the whole JSON. */
function given(element: TerraformResource, argument: string, input: string): unknown {
  const inputs = element as unknown as { readonly [name: string]: unknown };
  const { [argument]: override } = (inputs.rawOverrides ?? {}) as { readonly [name: string]: unknown };
  return override ?? inputs[input];
}

/** Azure ignores the case of ids. */
function resolved(value: unknown, context: IResolveContext): string {
  return String(Token.isUnresolved(value) ? context.resolve(value) : value).toLowerCase();
}

function ownerOf(element: TerraformResource): ITerraformDependable {
  const owner = element.node.scope as unknown as { readonly resource?: unknown; readonly fqn?: string };
  return owner.resource === element && "fqn" in owner ? (owner as ITerraformDependable) : element;
}

/** Whether the resource that a scope is the id of refers to something: it may be in that. */
function mentionsOf(resources: Pass["resources"], scope: string, context: IResolveContext) {
  let text: string | undefined;
  const read = () => {
    const [, address = ""] = /^\$\{(\w+\.[\w-]+)/.exec(scope) ?? [];
    return JSON.stringify(context.resolve(resources.get(address)?.toTerraform()) ?? "").toLowerCase();
  };
  return (address: string) => {
    text ??= read();
    return text.includes(`${address}.`);
  };
}
