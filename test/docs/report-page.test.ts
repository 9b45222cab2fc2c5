import type { App } from "cdktf";
import { QuickstartStack } from "../../examples/quickstart/stack";
import { IdentityStack } from "../../examples/shared-identity/identity-stack";
import { OrdersStack } from "../../examples/shared-identity/orders-stack";
import { ReportsStack } from "../../examples/shared-identity/reports-stack";
import { documentOf, reportOf } from "../report/support";
import { newApp } from "../support";
import { readPage } from "./markdown";

const PAGE = readPage("docs/report.md");

function sharedIdentity(): App {
  const app = newApp();
  const { identity } = new IdentityStack(app, "identity");
  new OrdersStack(app, "orders", { identity });
  new ReportsStack(app, "reports", { identity });
  app.synth();
  return app;
}

/** The code block below a comment of the page. */
function shown(comment: string): string | undefined {
  const [, block] = PAGE.split(`<!-- ${comment} -->\n`);
  return /^```\w+\n(.*?)```/s.exec(block ?? "")?.[1];
}

test("the text on the page is what the command writes", async () => {
  expect(shown("text of shared-identity")).toBe(await reportOf(sharedIdentity().outdir, "text"));
});

test("the picture on the page is what the command writes", async () => {
  const app = newApp();
  new QuickstartStack(app, "quickstart");
  app.synth();
  expect(shown("mermaid of quickstart")).toBe(await reportOf(app.outdir, "mermaid"));
});

test("the page has every field of the document", async () => {
  const document = await documentOf(sharedIdentity().outdir);
  const { identities, access, prerequisites } = document;
  const roles = prerequisites.flatMap((stack) => stack.roles);
  const parts = [document, ...identities, ...access, ...prerequisites, ...roles];
  const fields = new Set(parts.flatMap((part) => Object.keys(part)));
  expect([...fields].filter((field) => !PAGE.includes(`\`${field}\``))).toEqual([]);
});
