import { coversAction } from "../azure/action-pattern";
import { builtInPermissions, type PermissionBlock } from "../azure/role-permissions";
import type { Entry } from "../model/entry";
import { entryOf, type Model } from "../model/model";
import { remembered } from "../model/remembered";
import type { Permission } from "../model/role-definition";
import { literalText, type Value } from "../model/value";
import { type Answer, some } from "./answer";
import type { GrantedRole } from "./grant";
import type { Operation } from "./operation";

type Asked = Pick<Operation, "action" | "isData">;

/**
 * Whether blocks of permissions allow an action: one of them is enough, and what one leaves out another can give.
 *
 * Source: Azure, Understand Azure role definitions; What is Azure RBAC (how a decision is made).
 */
export function blocksAllow(blocks: readonly PermissionBlock[], { action, isData }: Asked): Answer {
  return some(
    blocks.map((block): Answer => {
      const [given, left] = isData
        ? [block.dataActions, block.notDataActions]
        : [block.actions, block.notActions];
      const covers = (pattern: string) => coversAction(pattern, action);
      if (!given.some(covers) || left.some(covers)) return "no";
      return block.isConditional ? { unless: "the role itself allows it under a condition" } : "yes";
    }),
  );
}

/** Whether a role allows an action; of one that neither Azure nor the app defines nobody knows. */
export function roleAllows(model: Model, role: GrantedRole, asked: Asked): Answer {
  if ("permissions" in role) return blocksAllow(role.permissions, asked);
  if ("definition" in role) return definitionAllows(model, role.definition, asked);
  const blocks = builtInPermissions(role.id);
  return blocks ? blocksAllow(blocks, asked) : { unless: `what role ${role.id} allows is not known` };
}

function definitionAllows(model: Model, reference: Value, asked: Asked): Answer {
  const entry = reference.kind === "reference" ? entryOf(model, reference) : undefined;
  const permissions = entry && permissionsOf(model).get(entry);
  if (!permissions) return { unless: "what the role allows is known to Terraform alone" };
  return some(permissions.map((permission) => permissionAllows(permission, asked)));
}

/** What is not known may add to what is given, and to what is left out. */
function permissionAllows(permission: Permission, asked: Asked): Answer {
  const lists = [
    permission.actions,
    permission.notActions,
    permission.dataActions,
    permission.notDataActions,
  ];
  const [actions = [], notActions = [], dataActions = [], notDataActions = []] = lists.map(texts);
  const answer = blocksAllow(
    [{ actions, notActions, dataActions, notDataActions, isConditional: false }],
    asked,
  );
  const [given, left] = asked.isData ? lists.slice(2) : lists;
  const isUnsure = answer === "yes" ? !isKnown(left) : !isKnown(given);
  return isUnsure ? { unless: "what the role allows is known to Terraform alone" } : answer;
}

function texts(list: readonly Value[] | undefined): string[] {
  return (list ?? []).flatMap((value) => literalText(value) ?? []);
}

function isKnown(list: readonly Value[] | undefined): boolean {
  return list?.every((value) => value.kind === "literal") ?? false;
}

const permissionsOf = remembered(
  ({ roleDefinitions }: Model) =>
    new Map<Entry, readonly Permission[] | undefined>(
      roleDefinitions.map(({ entry, permissions }) => [entry, permissions]),
    ),
);
