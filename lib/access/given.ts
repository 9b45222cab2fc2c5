import { Token } from "cdktf";
import type { Construct } from "constructs";
import { shown } from "../synth/shown";

/** What a prop or an argument has to be, with the fix. */
export interface Kind {
  readonly is: (given: unknown) => boolean;
  readonly allowed: string;
}

export const LIST: Kind = { is: Array.isArray, allowed: "a list; write it in brackets" };

/** A text, or a token in its place. */
export function text(allowed: string): Kind {
  return { is: (given) => typeof given === "string" || Token.isUnresolved(given), allowed };
}

/** By what it holds: asked without reading it, which would fix logical ids, and a second copy of this library has classes of its own. */
export function objectWith(member: string, allowed: string): Kind {
  return { is: (given) => typeof given === "object" && given !== null && member in given, allowed };
}

/**
 * Props that are not given, or are something else. The compiler finds most of it; a variable of the environment that is
 * not set, what is made later than it is used, and programs without types get past it.
 */
export function kindProblems(props: object | undefined, kinds: { readonly [name: string]: Kind }): string[] {
  const given = props as { readonly [name: string]: unknown } | undefined;
  return Object.entries(kinds).flatMap(([name, kind]) => kindProblem(name, given?.[name], kind));
}

/** The same for each element of a list. */
export function listProblems(name: string, given: unknown, kind: Kind): string[] {
  if (!Array.isArray(given)) return kindProblem(name, given, LIST);
  return given.flatMap((each, at) => kindProblem(`${name}[${at}]`, each, kind));
}

/** The same for one of them. */
export function kindProblem(name: string, given: unknown, { is, allowed }: Kind): string[] {
  return is(given) ? [] : [`${stated(name, given)}; allowed is ${allowed}`];
}

/** @throws when there are problems with what a construct is given, with all of them and its path */
export function refuseProps(scope: Construct, id: string, problems: readonly string[]): void {
  if (problems.length > 0) refuse(`${scope.node.path}/${id}`, problems);
}

/** The same for what has no path. */
export function refuse(place: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`[${place}] ${problems.join("\n  ")}`);
}

/** Whether a text can be looked at, and is not for Terraform to know; what is no text can be. */
export function isKnown(given: unknown): boolean {
  return !Token.isUnresolved(given) && !(typeof given === "string" && given.includes("${"));
}

/** The beginning of a message: that something is not given, or what it is and the problem with that. */
export function stated(name: string, given: unknown, problem?: string): string {
  if (given === undefined || given === null) return `${name} is not given`;
  return problem === undefined ? `${name} is ${shown(given)}` : `${name} ${shown(given)} ${problem}`;
}
