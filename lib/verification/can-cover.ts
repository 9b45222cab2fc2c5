/** What holds others, in the order in which they hold each other. */
const LEVELS = ["azurerm_resource_group", "azurerm_subscription", "azurerm_management_group"];
const RESOURCE = -1;

/** An expression for the id of something that the stack makes, and what text goes on. */
const MADE = /^\$\{((azurerm_\w+)\.[\w-]+)(?:\[[^\]]*\])?\.(?:id|resource_manager_id)\}(\/.*)?$/;

/** What this stack makes is not above what another one makes: that other would have to come after it. */
const OTHER_STACK = /^\$\{data\.terraform_remote_state\./;

/**
 * Whether a role at a scope may be one at another scope too, as far as the texts of both say, in lower case. What is
 * not known may be above: but not what the stack makes beside the other, which may itself wait for the check.
 *
 * @param isMentioned whether what the stack makes at `scope` refers to an address
 */
export function canCover(above: string, scope: string, isMentioned: (address: string) => boolean): boolean {
  const [at, below] = [withoutEnd(above), withoutEnd(scope)];
  if (at === below || at === "" || below.startsWith(`${at}/`)) return true;
  const [one, other] = [levelOf(at), levelOf(below)];
  if (one !== undefined && other !== undefined && one < other) return false;
  if (isText(at) && isText(below)) return one === LEVELS.length - 1;
  const [, made, type, rest] = MADE.exec(at) ?? [];
  const [, within, withinType] = MADE.exec(below) ?? [];
  if (made && one === RESOURCE && OTHER_STACK.test(below)) return false;
  if (!made || !within || other === undefined) return true;
  if (made === within) return at.includes("[") || below.includes("[");
  if (rest) return LEVELS.includes(type ?? "");
  if (one === LEVELS.length - 1) return true;
  if (type === withinType && one === other) return false;
  if (one === 0) return isMentioned(made) || !isMentioned("azurerm_resource_group");
  return one === RESOURCE ? isMentioned(made) : true;
}

/** The place in {@link LEVELS}, lower for what is in a group; `undefined` where the text does not say. */
function levelOf(scope: string): number | undefined {
  const [, , type = "", rest] = MADE.exec(scope) ?? [];
  if (type) return rest ? RESOURCE : LEVELS.indexOf(type);
  if (!isText(scope)) return undefined;
  if (scope.startsWith("/providers/microsoft.management/")) return LEVELS.length - 1;
  const segments = scope.split("/").length - 1;
  return segments === 2 ? 1 : segments === 4 ? 0 : RESOURCE;
}

function isText(scope: string): boolean {
  return scope.startsWith("/") && !scope.includes("${");
}

function withoutEnd(scope: string): string {
  return scope.replace(/\/+$/, "");
}
