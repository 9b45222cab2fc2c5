import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { anchorsOf, linksOf, pages, ROOT } from "./markdown";

/** Why a link of a page leads nowhere, if it does. */
function problemOf(page: string, link: string): string | undefined {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, target))) return `${link}: there is no ${target}`;
  if (anchor !== undefined && !anchorsOf(target).includes(anchor))
    return `${link}: ${target} has no such heading`;
  return undefined;
}

test.each(pages())("every link of %s leads to something that exists", (page) => {
  const problems = linksOf(page).map((link) => problemOf(page, link));
  expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
});

test("the index of the documentation leads to every page", () => {
  const others = pages().filter((page) => page.startsWith("docs/") && page !== "docs/README.md");
  expect(linksOf("docs/README.md")).toEqual(expect.arrayContaining(others.map((page) => page.slice(5))));
});

test("links and headings are found, with the anchors that GitHub gives them", () => {
  expect(linksOf("docs/vm.md").length).toBeGreaterThan(8);
  expect(anchorsOf("docs/identity-role-binding.md")[0]).toBe("identityrolebinding-role-and-scope");
});
