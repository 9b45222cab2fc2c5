import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { StackSource } from "../../../lib/model/terraform-json";
import { pageScript } from "../../../lib/report/page/script";
import { pageOf } from "./page-of";
import { awkwardStacks, EVIL, manyStacks } from "./stacks";

test("the page has its only style and its only script in it, and forbids all others", () => {
  const page = pageOf(manyStacks(3, 2));
  const [policy = ""] = /default-src[^"]*/.exec(page) ?? [];
  const inlined = (tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)?.[1] ?? "";
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    "img-src data:",
    `style-src ${hash(inlined("style"))}`,
    `script-src ${hash(inlined("script"))}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page.match(/<(?:style|script)\b/g)).toHaveLength(3);
  expect(page).not.toMatch(/\s(?:src|srcset|style|on\w+)=/);
  expect([...page.matchAll(/\shref="([^#"][^"]*)"/g)].map(([, href]) => href)).toEqual(["data:,"]);
});

test("all modules of the script are part of it, and nothing in it ends it early", () => {
  const files = readdirSync(join(__dirname, "../../../lib/report/page/client"));
  const parts = [...pageScript().matchAll(/modules\["\.\/([\w-]+)"\] =/g)].map(([, name]) => `${name}.js`);
  expect([...parts].sort()).toEqual(files.sort());
  expect(pageScript()).not.toMatch(/<\/script|<!--/i);
});

test.each([
  ["many", manyStacks(45, 3)],
  ["awkward", awkwardStacks()],
  ["unknown", unknownHost()],
])("of %s identities each id is given once, and each link leads to one", (_, stacks) => {
  const page = pageOf(stacks);
  const [ids = [], links = []] = [/\sid="([^"]*)"/g, /\shref="#([^"]*)"/g].map((pattern) =>
    [...page.matchAll(pattern)].map(([, id]) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.filter((link) => !ids.includes(link))).toEqual([]);
});

test("a host of which Terraform alone knows the identities is in the picture, and the list says so", () => {
  const page = pageOf(unknownHost());
  expect(page).toContain("Terraform alone knows which identities these have: vm-orders. (");
  expect(page).toContain('id="picture-n1"');
  expect(page).toContain('<a href="#picture-n1">azurerm_linux_virtual_machine.vm</a>');
});

test.each([
  "deployer-permission",
  "unclear-deployer-permission",
])("a finding of %s is linked with what its stack asks for, and back", (rule) => {
  const gap = {
    rule,
    level: "error",
    stack: "team-2",
    path: "team-2",
    address: "",
    message: "the deployer may not do it",
  } as const;
  const page = pageOf(manyStacks(21, 1), "cdktf.out", [gap]);
  expect(page).toContain('team-2<br><a href="#stack-2">prerequisites of team-2</a>');
  expect(page).toMatch(/id="stack-2">\s*<h3>team-2<\/h3>\s*<p>[^<]*<a class="to-finding" href="#finding-1">/);
});

function unknownHost(): StackSource[] {
  const identity = { for_each: "${var.identities}", content: { type: "SystemAssigned" } };
  const vm = { name: "vm-orders.", resource_group_name: "rg", dynamic: { identity } };
  const json = { resource: { azurerm_linux_virtual_machine: { vm } } };
  return [{ path: "app", json, own: new Set(), merged: [] }];
}

test("the same stacks give the same page", () => {
  expect(pageOf(manyStacks(60, 5))).toBe(pageOf(manyStacks(60, 5)));
});

test("no text of a stack becomes an element or ends an attribute", () => {
  const page = pageOf(awkwardStacks(), EVIL);
  expect(page).not.toContain("<img");
  expect(page).not.toContain(EVIL.slice(0, 12));
  expect(page).not.toContain('onerror="');
});

test("a project without identities is a page that says so", () => {
  const json = { resource: { azurerm_resource_group: { g: { name: "rg", location: "westeurope" } } } };
  const page = pageOf([{ path: "app", json, own: new Set(), merged: [] }]);
  expect(page).toContain("There is no managed identity here");
  expect(page).not.toContain("<svg");
});
