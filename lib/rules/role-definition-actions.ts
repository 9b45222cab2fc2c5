import type { Permission, RoleDefinition } from "../model/role-definition";
import { literalText } from "../model/value";
import type { Rule } from "./rule";

export const roleDefinitionActions: Rule = {
  id: "role-definition-actions",
  title: "a role of the app's own allows something, and names operations as Azure does",
  why: "Azure refuses the whole role at apply over one action that it does not know (InvalidActionOrNotAction)",
  source: "Azure, Understand Azure role definitions (control and data actions)",
  level: "error",
  rawLevel: "warning",
  check: (model) =>
    model.roleDefinitions.flatMap((definition) =>
      problemsOf(definition).map((message) => ({ entry: definition.entry, message })),
    ),
};

const LISTS = [
  ["actions", "actions"],
  ["notActions", "not_actions"],
  ["dataActions", "data_actions"],
  ["notDataActions", "not_data_actions"],
] as const satisfies readonly (readonly [keyof Permission, string])[];

function problemsOf({ permissions }: RoleDefinition): string[] {
  if (permissions?.every(allowsNothing)) {
    return [
      "neither actions nor data_actions are given, so the role allows nothing; allowed is at least one of the two; add " +
        "what the role is for",
    ];
  }
  return (permissions ?? []).flatMap((permission) =>
    LISTS.flatMap(([list, name]) =>
      (permission[list] ?? []).flatMap((value) => {
        const action = literalText(value);
        return action === undefined || isAction(action) ? [] : [messageOf(action, name)];
      }),
    ),
  );
}

function allowsNothing({ actions, dataActions }: Permission): boolean {
  return actions?.length === 0 && dataActions?.length === 0;
}

/** A star may stand anywhere, and for any number of segments. */
function isAction(text: string): boolean {
  if (text === "*") return true;
  const [provider = "", ...rest] = text.split("/");
  const verb = rest.at(-1) ?? "";
  return (
    !/\s|\/\//.test(text) &&
    /[.*]/.test(provider) &&
    (/^(?:read|write|delete|action)$/i.test(verb) || verb.includes("*"))
  );
}

function messageOf(action: string, list: string): string {
  const isIncomplete = /^[^\s/*]+\.[^\s/]+(?:\/[^\s/]+)+$/.test(action);
  return (
    `"${action}" in ${list} has not the form of an operation; allowed are <company>.<provider>/<type>/<verb>, of which ` +
    "the verb is read, write, delete or action and any part can be *, and * alone; " +
    `${isIncomplete ? `end it in a verb, such as "${action}/action"` : "take the operation from Azure's list of permissions"}`
  );
}
