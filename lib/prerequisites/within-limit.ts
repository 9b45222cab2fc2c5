import type { Binding } from "../model/binding";
import { follow, type Model } from "../model/model";
import { knownPrincipal } from "../model/principal";
import { literalText, type Value, valueKey } from "../model/value";
import { type Answer, every } from "./answer";
import { assignedRoleId } from "./assigned-role-id";
import type { GrantLimit } from "./grant";
import type { Operation } from "./operation";

const LIMITED = /^microsoft\.authorization\/roleassignments\/(?:write|delete)$/i;

/**
 * Whether a limit of what its holder may assign lets a role assignment be written and deleted; all else is not limited.
 *
 * Source: Azure, Delegate Azure role assignment management to others with conditions.
 */
export function withinLimit(model: Model, limit: GrantLimit | undefined, operation: Operation): Answer {
  const { binding, action } = operation;
  if (!limit || !LIMITED.test(action)) return "yes";
  if (!binding) return { unless: "what is assigned is not known" };
  return every([
    isAmong(limit.roles, roleOf(model, binding), "role"),
    isAmong(limit.principalTypes, typeOf(model, binding), "type of the principal"),
    isAmong(
      limit.principals?.map((one) => keyOf(model, one)),
      principalOf(model, binding),
      "principal",
    ),
  ]);
}

/** The given one, `undefined` where there is none, or nothing where Terraform alone knows it. */
interface Given {
  readonly key?: string | undefined;
  readonly isKnown: boolean;
}

function isAmong(allowed: readonly string[] | undefined, { key, isKnown }: Given, what: string): Answer {
  if (!allowed) return "yes";
  if (key !== undefined && allowed.some((one) => one.toLowerCase() === key.toLowerCase())) return "yes";
  return isKnown ? "no" : { unless: `the ${what} that is assigned is known to Terraform alone` };
}

function roleOf(model: Model, binding: Binding): Given {
  const key = assignedRoleId(model, binding);
  return { key, isKnown: key !== undefined };
}

/** A condition on the type refuses a request that does not say it. */
function typeOf(model: Model, { principalType }: Binding): Given {
  const value = follow(model, principalType);
  return { key: literalText(value), isKnown: !value || value.kind === "literal" };
}

function principalOf(model: Model, { principal }: Binding): Given {
  return { key: principal && keyOf(model, principal), isKnown: principal?.kind === "literal" };
}

function keyOf(model: Model, value: Value): string {
  return valueKey(knownPrincipal(model, follow(model, value) ?? value));
}
