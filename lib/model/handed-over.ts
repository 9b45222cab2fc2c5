import type { Entry } from "./entry";
import { readLinked } from "./link";
import type { Model } from "./model";
import { isOther } from "./other-assignments";
import { remembered } from "./remembered";
import type { Block } from "./terraform-json";
import { visitTexts } from "./texts";
import type { Reference, Value } from "./value";

/**
 * All that an app hands to modules and to elements of which nobody knows here what they do with it: a module may give
 * roles, and so may a script or a template.
 */
export const handedOver = remembered((model: Model): readonly Reference[] => {
  const found = new Map<string, Reference>();
  const seen = new Set<string>();

  const visit = (stack: string, text: string): void => {
    const key = `${stack}|${text}`;
    if (!text.includes("{") || seen.has(key)) return;
    seen.add(key);
    for (const [path] of text.matchAll(TRAVERSAL)) {
      const [, local] = LOCAL.exec(path) ?? [];
      if (local === undefined) note(readLinked(`\${${path}}`, stack, model.links), path);
      else visitTexts(model.links.byPath.get(stack)?.json.locals?.[local], (inner) => visit(stack, inner));
    }
  };
  /** An output of another stack may be an expression in turn. */
  const note = (value: Value | undefined, path: string): void => {
    for (const part of value?.kind === "template" ? value.parts : [value]) {
      if (part?.kind === "reference") found.set(`${part.stack}|${part.address}|${part.attribute}`, part);
      if (part?.kind === "unknown" && part.expression !== path) visit(part.stack, `\${${part.expression}}`);
    }
  };

  for (const { path, json } of model.stacks) visitTexts(json.module, (text) => visit(path, text));
  for (const { stack, values } of model.entries.filter(isUnknown)) {
    const { depends_on, lifecycle, ...others } = values as Block;
    visitTexts(others, (text) => visit(stack, text));
  }
  return [...found.values()];
});

const TRAVERSAL = /(?<![\w.-])(?:data\.)?[A-Za-z][\w-]*\.[A-Za-z_][\w-]*(?:\[[^\]]*\]|\.[\w-]+|\.\*)*/g;
const LOCAL = /^local\.([\w-]+)/;

/** Providers whose resources give no role but where the model reads it. */
const KNOWN = /^(?:azurerm|azuread|random|time|tls)_/;
const TEMPLATE = /^azurerm_(?:\w+_template_deployment|resource_deployment_script_\w+)$/;

/** Elements that constructs of this library make are known, whatever their type. */
function isUnknown(entry: Entry): boolean {
  if (entry.isData || entry.own || isOther(entry)) return false;
  return !KNOWN.test(entry.type) || TEMPLATE.test(entry.type);
}
