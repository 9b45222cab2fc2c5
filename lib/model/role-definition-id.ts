import { parseTemplate, type TemplatePart, writeExpression, writeTemplate } from "./template";

const SUBSCRIPTION = /^\/subscriptions\/[^/]+/i;

/**
 * The id of a role with the prefix that Azure reports for an assignment at this scope: the subscription's at scopes
 * in a subscription, none at management groups and the root. With any other prefix each plan replaces the
 * assignment. A scope that only Terraform knows has its prefix cut out by Terraform.
 *
 * @param scope value of the assignment's `scope` in Terraform JSON
 */
export function roleDefinitionId(guid: string, scope: string): string {
  return `${writeTemplate(prefixOf(parseTemplate(scope)))}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;
}

function prefixOf(scope: readonly TemplatePart[]): TemplatePart[] {
  const [first, ...rest] = scope;
  if (first && "literal" in first) {
    const known = SUBSCRIPTION.exec(first.literal)?.[0];
    const endsInside = known?.length === first.literal.length && rest.length > 0;
    if (known !== undefined && !endsInside) return [{ literal: known }];
    if (rest.length === 0 || isOutsideSubscriptions(first.literal)) return [];
  }
  return [{ expression: `try(regex("^/subscriptions/[^/]+", ${writeExpression(scope)}), "")` }];
}

/** Whether text at the start of a scope rules out that the scope lies in a subscription. */
function isOutsideSubscriptions(start: string): boolean {
  const prefix = "/subscriptions/";
  const shared = Math.min(start.length, prefix.length);
  return start.slice(0, shared).toLowerCase() !== prefix.slice(0, shared);
}
