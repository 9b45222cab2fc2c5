/** Where a value is in an object: names of attributes and blocks, keys of maps, indexes of lists. */
export type Path = readonly (string | number)[];

/** The path as Terraform writes it: `os_disk[0].name`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    "",
  );
}
