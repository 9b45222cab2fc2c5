import { Failure } from "../failure";

/** One block of Terraform JSON, or one value of a section of values such as `locals`. */
export interface TerraformBlock {
  /** `resource`, type and name; `terraform`, `backend` and type. */
  readonly keys: readonly string[];
  readonly body: unknown;
}

/** Sections whose blocks the model reads, with the number of their labels. */
const SECTIONS: { readonly [section: string]: number } = {
  resource: 2,
  data: 2,
  module: 1,
  output: 1,
  variable: 1,
  locals: 1,
  provider: 1,
};

/** Blocks of `terraform` that the model reads. */
const SETTINGS = ["required_providers", "backend"];

const UNREAD = ["terraform", "moved", "import", "removed", "check", "ephemeral", "action"];

/**
 * The blocks of one file. Terraform takes a list of objects for an object that has all that they have, at each level
 * above the body of a block.
 *
 * @throws Failure when the file holds something else
 */
export function terraformBlocks(file: string, json: unknown): TerraformBlock[] {
  if (typeof json === "object" && json !== null && "format_version" in json) {
    throw new Failure(
      `${file} is a plan or a state in JSON; allowed is the configuration, as cdktf synth writes it`,
    );
  }
  const isRoot = isObject(json) || (Array.isArray(json) && json.every(isObject));
  const roots = isRoot ? [json].flat() : [];
  const names = [...Object.keys(SECTIONS), ...UNREAD];
  if (!roots.some((root) => names.some((name) => name in root))) {
    throw new Failure(
      `${file} is not Terraform JSON; allowed is an object with ${names.slice(0, 8).join(", ")}; name a folder that cdktf synth wrote`,
    );
  }
  const read = (keys: readonly string[], value: unknown, labels: number) =>
    blocksBelow(file, keys, value, labels);
  return roots.flatMap((root) => [
    ...Object.entries(SECTIONS).flatMap(([section, labels]) => read([section], root[section], labels)),
    ...read(["terraform"], root.terraform, 1)
      .filter(({ keys }) => SETTINGS.includes(keys[1] ?? ""))
      .flatMap(({ keys, body }) => read(keys, body, 1)),
  ]);
}

type JsonObject = { readonly [key: string]: unknown };

/** An override of cdktf can set anything to null, which removes it. */
function blocksBelow(
  file: string,
  keys: readonly string[],
  value: unknown,
  labels: number,
): TerraformBlock[] {
  if (value === undefined || value === null) return [];
  if (labels === 0) return [{ keys, body: body(file, keys, value) }];
  return [value].flat().flatMap((level) => {
    if (!isObject(level)) throw new Failure(wrongShape(file, keys, level));
    return Object.entries(level)
      .filter(([key]) => key !== "//")
      .flatMap(([key, inner]) => blocksBelow(file, [...keys, key], inner, labels - 1));
  });
}

/** A local is any value, and so is what is required of a provider, which can have several blocks. */
function body(file: string, keys: readonly string[], value: unknown): unknown {
  const [section, name] = keys;
  if (section === "locals" || name === "required_providers") return value;
  const bodies = [value].flat();
  if (!bodies.every(isObject) || (section !== "provider" && bodies.length !== 1)) {
    throw new Failure(wrongShape(file, keys, value));
  }
  return section === "provider" ? bodies : bodies[0];
}

function wrongShape(file: string, keys: readonly string[], value: unknown): string {
  const given = Array.isArray(value) ? "a list" : typeof value === "object" ? "null" : `a ${typeof value}`;
  return `${file} is not Terraform JSON: ${keys.join(".")} is ${given}; allowed is one object`;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
