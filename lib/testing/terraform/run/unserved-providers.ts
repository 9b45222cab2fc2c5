import { membersOf, type TerraformJson } from "./json-configuration";

/** Part of Terraform itself: `terraform_data` and the like. */
const BUILT_IN = "terraform";

/**
 * Refuses a configuration that Terraform would have to download something for.
 *
 * @throws with all providers that are not served, and all modules that are not files
 */
export function refuseDownloads(configuration: TerraformJson, reattach?: string): void {
  const served = reattach === undefined ? [] : Object.keys(JSON.parse(reattach)).map(normalized);
  const problems = [
    ...unserved(configuration, served),
    ...membersOf(configuration, "module").flatMap(([name, module]) => remote(name, module)),
  ];
  if (problems.length > 0) throw new Error(`nothing is downloaded in a test:\n${problems.join("\n")}`);
}

function unserved(configuration: TerraformJson, served: readonly string[]): string[] {
  const required = membersOf(configuration, "terraform")
    .filter(([key]) => key === "required_providers")
    .flatMap(([key, value]) => membersOf({ [key]: value }, key));
  const sources = new Map(required.map(([name, requirement]) => [name, sourceOf(name, requirement)]));
  const used = ["resource", "data", "ephemeral"].flatMap((kind) =>
    membersOf(configuration, kind).flatMap(([type, entries]) =>
      membersOf({ type: entries }, "type").map(([, entry]) => providerOf(type, entry)),
    ),
  );
  const needed = new Set([
    ...sources.keys(),
    ...membersOf(configuration, "provider").map(([name]) => name),
    ...used,
  ]);
  needed.delete(BUILT_IN);
  return [...needed]
    .map((name) => sources.get(name) ?? normalized(name))
    .filter((source) => !served.includes(source))
    .map(
      (source) =>
        `  - provider ${source} is not served (served: ${served.join(", ") || "none"}); serve it, or leave out what is of it`,
    );
}

function remote(name: string, module: unknown): string[] {
  const { source } = module as { source?: unknown };
  if (typeof source !== "string" || /^(?:\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(source)) return [];
  return [`  - module ${name} comes from ${source}; give a folder, or leave it out`];
}

function sourceOf(name: string, requirement: unknown): string {
  const { source } = requirement as { source?: unknown };
  return normalized(typeof source === "string" ? source : name);
}

function providerOf(type: string, entry: unknown): string {
  const { provider } = (entry ?? {}) as { provider?: unknown };
  const given = typeof provider === "string" ? /^(?:\$\{)?([^.}]+)/.exec(provider)?.[1] : undefined;
  return given ?? type.split("_")[0];
}

/** `azurerm`, `hashicorp/azurerm` and the form with a host are one provider. */
function normalized(source: string): string {
  const short = source.toLowerCase().replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, "");
  return short.includes("/") ? short : `hashicorp/${short}`;
}
