import { builtInRoleId } from "../azure/built-in-roles";
import type { Binding } from "../model/binding";
import { entryOf, type Model } from "../model/model";
import type { Value } from "../model/value";
import { type Grant, grantOf } from "../report/access";

/** A grant as a test expects it. */
export interface ExpectedGrant {
  /** Name of the identity, its construct path, or the principal id where that is written out. */
  readonly identity: string;

  /** Name of the role. */
  readonly role: string;

  /** Name of the resource, its construct path, or the scope itself where that is written out. */
  readonly scope: string;
}

/** Whether a line of the access matrix is the grant that a test expects. */
export function isExpected({ identity, role, scope }: Grant, expected: ExpectedGrant): boolean {
  return (
    isNamed(identity, expected.identity) && isRole(role, expected.role) && isNamed(scope, expected.scope)
  );
}

/** A binding that may be the expected grant: who gets it, which role or where is an element that no stack has. */
export function openBinding(model: Model, expected: ExpectedGrant): Binding | undefined {
  return model.bindings.find((binding) => {
    const { identity, role, scope } = grantOf(model, binding);
    return (
      (isNamed(identity, expected.identity) || isDangling(model, binding.principal)) &&
      (isRole(role, expected.role) || isDangling(model, binding.roleDefinitionId)) &&
      (isNamed(scope, expected.scope) || isDangling(model, binding.scope))
    );
  });
}

function isDangling(model: Model, value: Value | undefined): boolean {
  return value?.kind === "reference" && entryOf(model, value) === undefined;
}

/** Built-in roles have former names, and their names any case. */
function isRole(shown: string, expected: string): boolean {
  const id = builtInRoleId(expected);
  return id === undefined ? isNamed(shown, expected) : builtInRoleId(shown) === id;
}

/** Whether a shown element, `name (path)` with or without what it is at its end, is the one of this name or path. */
export function isNamed(shown: string, expected: string): boolean {
  const [, name, path] = /^(.*?) \(([^()]*)\)(?:, [\w-]+)?$/.exec(shown) ?? [];
  const plain = shown.replace(/, [\w-]+$/, "");
  return [shown, plain, name, path].includes(expected);
}
