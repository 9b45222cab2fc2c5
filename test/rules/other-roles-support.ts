import { Fn, type TerraformStack } from "cdktf";

interface Given {
  readonly principalId: string;
  readonly roleId: string;
  readonly scope: string;
}

type Way = readonly [name: string, give: (stack: TerraformStack, given: Given) => void];

/** Ways to give a role in which the app says which one, to whom and where. */
export const OTHER_ASSIGNMENTS: readonly Way[] = [
  ["an active assignment of PIM", (stack, given) => pim(stack, "active", given)],
  ["an eligible assignment of PIM", (stack, given) => pim(stack, "eligible", given)],
  [
    "a role assignment of azapi",
    (stack, { principalId, roleId, scope }) =>
      stack.addOverride("resource.azapi_resource.other", {
        type: "Microsoft.Authorization/roleAssignments@2022-04-01",
        parent_id: scope,
        body: { properties: { principalId, roleDefinitionId: roleId } },
      }),
  ],
];

/** Ways in which what becomes of a principal id is not known. */
export const HAND_OVERS: readonly (readonly [
  name: string,
  give: (stack: TerraformStack, value: string) => void,
])[] = [
  ["a module", (stack, value) => stack.addOverride("module.access", { source: "./access", who: value })],
  [
    "a module, by way of a local list",
    (stack, value) => {
      stack.addOverride("locals.people", [value]);
      stack.addOverride("module.access", { source: "./access", who: "${local.people[0]}" });
    },
  ],
  [
    "a module, inside an expression",
    (stack, value) =>
      stack.addOverride("module.access", { source: "./access", who: Fn.join("", [value, "x"]) }),
  ],
  [
    "a resource of another provider",
    (stack, value) => stack.addOverride("resource.contoso_access.x", { value }),
  ],
  [
    "a script",
    (stack, value) =>
      stack.addOverride("resource.null_resource.x.provisioner", {
        "local-exec": { command: `az role assignment create --assignee ${value}` },
      }),
  ],
  [
    "a template",
    (stack, value) =>
      stack.addOverride("resource.azurerm_resource_group_template_deployment.x", {
        parameters_content: value,
      }),
  ],
];

function pim(stack: TerraformStack, kind: string, { principalId, roleId, scope }: Given): void {
  stack.addOverride(`resource.azurerm_pim_${kind}_role_assignment.other`, {
    scope,
    role_definition_id: roleId,
    principal_id: principalId,
  });
}
