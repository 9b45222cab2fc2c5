import type { Binding } from "./binding";
import { boundDefinition, roleKey } from "./bound-role";
import { entryOf, type Model } from "./model";
import { remembered } from "./remembered";

/** What makes a role one for the data of a service: built-in ones by GUID, those of the app by their data actions. */
export interface DataRoles {
  readonly builtIn: ReadonlySet<string>;
  /** `microsoft.keyvault/`: in lower case, with the slash at its end. */
  readonly namespace: string;
  /** Whether a role of the app counts only when it has no `actions`, which are of use without the data as well. */
  readonly isDataAlone?: boolean;
}

/** Whether a binding certainly gives a role with data actions of a service. */
export function givesDataActions(model: Model, binding: Binding, roles: DataRoles): boolean {
  const { builtIn, namespace, isDataAlone = false } = roles;
  if (builtIn.has(roleKey(model, binding) ?? "")) return true;
  const reference = boundDefinition(model, binding);
  const entry = reference && entryOf(model, reference);
  const permissions = (entry && definitionsOf(model).get(entry)?.permissions) || [];
  if (isDataAlone && permissions.some(({ actions }) => actions?.length !== 0)) return false;
  return permissions.some(({ dataActions = [] }) =>
    dataActions.some(
      (action) => action.kind === "literal" && String(action.value).toLowerCase().startsWith(namespace),
    ),
  );
}

const definitionsOf = remembered(
  ({ roleDefinitions }: Model) =>
    new Map(roleDefinitions.map((definition) => [definition.entry, definition])),
);
