/** An attribute or block as the comment above its member says. */
export interface Member {
  readonly name: string;
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** The code of the member; empty where the bindings have none. */
  readonly code: string;
}

const HEADING = /^ {2}\/\/ (\S+) - computed: (true|false), optional: (true|false), required: (true|false)$/gm;

/** The members of a generated class that stand for attributes and blocks. */
export function membersOf(classText: string): Member[] {
  const headings = [...classText.matchAll(HEADING)];
  return headings.map(
    ({ 0: heading, 1: name, 2: computed, 3: optional, 4: required, index: start }, position) => ({
      name: name as string,
      computed: computed === "true",
      optional: optional === "true",
      required: required === "true",
      code: classText.slice(start + heading.length, headings[position + 1]?.index),
    }),
  );
}

export function isSettable({ optional, required }: Member): boolean {
  return optional || required;
}
