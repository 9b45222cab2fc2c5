import { NotUnderstood } from "./not-understood";

type Kind = "class" | "interface" | "function";

/** The top-level declarations of generated TypeScript by name. */
export class Declarations {
  private readonly texts = new Map<string, string>();

  public constructor(source: string) {
    const starts = [...source.matchAll(/^export (class|interface|function) (\w+)/gm)];
    for (const [index, { 1: kind, 2: name, index: start }] of starts.entries()) {
      this.texts.set(`${kind} ${name}`, source.slice(start, starts[index + 1]?.index));
    }
  }

  public find(kind: Kind, name: string): string | undefined {
    return this.texts.get(`${kind} ${name}`);
  }

  /** @throws NotUnderstood when there is none */
  public get(kind: Kind, name: string): string {
    const text = this.find(kind, name);
    if (text === undefined) throw new NotUnderstood(`the bindings declare no ${kind} ${name}`);
    return text;
  }

  /** The class that stands for a Terraform type, by its base class in cdktf. */
  public findElement(base: string, type: string): string | undefined {
    return [...this.texts.values()].find(
      (text) => text.includes(` extends cdktf.${base} {`) && text.includes(`tfResourceType = "${type}";`),
    );
  }
}
