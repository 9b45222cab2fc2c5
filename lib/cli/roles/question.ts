import { coversAction } from "../../azure/action-pattern";
import {
  builtInRoleId,
  builtInRoleName,
  builtInRoleNames,
  nearestRoleNames,
} from "../../azure/built-in-roles";
import { nearest } from "../../azure/nearest";
import { Failure } from "../failure";
import { knownActions, spelt } from "./known-actions";

/** What is asked for. A hint says what else may be meant by an action that is not known, or how a role is called now. */
export type Question = { readonly hint?: string } & (
  | { readonly kind: "role"; readonly id: string; readonly name: string }
  | { readonly kind: "action"; readonly action: string }
);

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTION = /^[\w.-]+(?:\/[\w.$-]+)+\/(?:read|write|delete|action)$/i;

/**
 * Reads what was given: a GUID or an id with one at its end, an action, or the name of a role.
 *
 * @throws Failure when it is none of those, with what is near to it
 */
export function questionOf(given: string): Question {
  const text = given.trim();
  const guid = GUID.exec(text)?.[0].toLowerCase();
  if (guid) return roleQuestion(text, guid);
  if (text.includes("/")) return actionQuestion(text);
  return roleQuestion(text, builtInRoleId(text));
}

function roleQuestion(given: string, id: string | undefined): Question {
  const name = id && builtInRoleName(id);
  if (id && name) {
    const isNow = given.toLowerCase() !== name.toLowerCase() && !GUID.test(given);
    return { kind: "role", id, name, ...(isNow ? { hint: `${given} is now called ${name}` } : {}) };
  }
  throw new Failure(
    `there is no built-in role "${given}"; allowed is a current or former name, a GUID, or an action such as Microsoft.Compute/virtualMachines/write${didYouMean(namesLike(given))}`,
  );
}

/** Names that are spelt nearly so, or have all the words. */
function namesLike(given: string): string[] {
  if (given === "") return [];
  const words = given.toLowerCase().split(/\s+/);
  const having = builtInRoleNames().filter((name) =>
    words.every((word) => name.toLowerCase().includes(word)),
  );
  return [...new Set([...nearestRoleNames(given), ...having.sort((a, b) => a.length - b.length)])];
}

function actionQuestion(given: string): Question {
  const { control, data } = knownActions();
  const known = [...control, ...data];
  if (!ACTION.test(given)) {
    const isPattern = given.includes("*");
    const pattern = isPattern ? given : `${given.replace(/\/$/, "")}/*`;
    const like = known.filter((action) => coversAction(pattern, action)).sort(byDepth);
    const what = isPattern ? "a pattern" : "no action";
    throw new Failure(
      `"${given}" is ${what}; allowed is one action, which ends with read, write, delete or action${didYouMean(like.map(spelt))}`,
    );
  }
  if (known.includes(given.toLowerCase())) return { kind: "action", action: given };
  const hint = `no built-in role and no resource of azurerm names ${given}${didYouMean(nearest(given, known).map(spelt))}`;
  return { kind: "action", action: given, hint };
}

/** What is said of a type comes before what is said of types within it. */
function byDepth(a: string, b: string): number {
  return a.split("/").length - b.split("/").length || (a < b ? -1 : 1);
}

const SHOWN = 4;

function didYouMean(candidates: readonly string[]): string {
  if (candidates.length === 0) return "";
  const rest = candidates.length - SHOWN;
  const shown = candidates.slice(0, SHOWN).map((one) => `"${one}"`);
  return `; did you mean ${shown.join(" or ")}${rest > 0 ? `, or one of ${rest} others` : ""}?`;
}
