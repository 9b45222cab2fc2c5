import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(__dirname, "../..");

/** Pages for people, by path from the root. */
export function pages(): string[] {
  const docs = readdirSync(join(ROOT, "docs")).filter((file) => file.endsWith(".md"));
  return ["README.md", "CONTRIBUTING.md", ...docs.map((file) => `docs/${file}`)];
}

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

const FENCE = /^```(.*)\n([\s\S]*?)^```$/gm;

/** A program of a page, which is a code block whose fence says `ts program`. */
export interface Program {
  readonly page: string;
  readonly text: string;
}

export function programsOf(page: string): Program[] {
  return [...readPage(page).matchAll(FENCE)]
    .filter(([, info]) => info === "ts program")
    .map(([, , text]) => ({ page, text: text as string }));
}

/** A page without its code blocks. */
function prose(page: string): string {
  return readPage(page).replace(FENCE, "");
}

/** Targets of the links of a page that stay in the repository. */
export function linksOf(page: string): string[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target as string)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Anchors of the headings of a page, as GitHub makes them. */
export function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => {
    const slug = (heading as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}
