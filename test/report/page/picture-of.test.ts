import { EverythingElseStack } from "../../../examples/everything-else/stack";
import { readProject } from "../../../lib/cli/project/read-project";
import { readModel } from "../../../lib/model/model";
import type { DocumentFinding } from "../../../lib/report/document/report-document";
import { identityGraph } from "../../../lib/report/graph/identity-graph";
import type { Picture } from "../../../lib/report/page/picture/picture";
import { pictureOf } from "../../../lib/report/page/picture/picture-of";
import { newApp } from "../../support";
import { manyStacks } from "./stacks";

function shopWith(findings: readonly DocumentFinding[] = []): Picture {
  const app = newApp();
  new EverythingElseStack(app, "shop");
  app.synth();
  return pictureOf(identityGraph(readProject(app.outdir).model), findings);
}

function finding(
  path: string,
  level: "error" | "warning",
  accepted?: DocumentFinding["accepted"],
): DocumentFinding {
  return {
    rule: "a-rule",
    level,
    stack: "shop",
    path,
    address: "",
    message: "a message",
    accepted,
  };
}

const rowsIn = ({ columns }: Picture) => columns.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));

test("from left to right: what runs, as whom, with which role", () => {
  const columns = shopWith().columns.map(({ title, groups }) => [
    title,
    ...groups.map(({ name, kind, rows }) => [name, kind, ...rows.map((row) => `${row.name}, ${row.detail}`)]),
  ]);
  expect(columns).toMatchInlineSnapshot(`
    [
      [
        "Host or federated subject",
        [
          "shop",
          "stack",
          "aks-orders, kubernetes cluster",
          "app-orders, linux web app",
          "ca-orders, container app",
          "func-orders, linux function app",
        ],
      ],
      [
        "Identity",
        [
          "shop",
          "stack",
          "aks-orders, system-assigned",
          "aks-orders, kubelet",
          "app-orders, system-assigned",
          "ca-orders, system-assigned",
          "func-orders, system-assigned",
          "id-orders-pulls, user-assigned",
        ],
        [
          "Outside of these stacks",
          "given by id",
          "\${var.group-object-id}, group",
        ],
      ],
      [
        "Role at a scope",
        [
          "rg-orders",
          "resource group",
          "Network Contributor, at rg-orders",
          "AcrPull, at crorders",
          "Key Vault Secrets User, at kv-orders",
          "Storage Blob Data Owner, at stordersfunctions",
        ],
      ],
    ]
  `);
});

test.each([
  ["many", () => pictureOf(identityGraph(readModel(manyStacks(60, 5))), []), []],
  ["some", shopWith, ["member"]],
] as const)("with %s identities each link goes to the right, but to a group in its own column", (_, picture, inColumn) => {
  const { columns, links } = picture();
  const column = new Map(
    columns.flatMap(({ groups }, at) =>
      groups.flatMap(({ rows }) => rows.map(({ id }) => [id, at] as const)),
    ),
  );
  const distances = links.map(({ from, to, kind }) => ({
    kind,
    by: (column.get(to) ?? Number.NaN) - (column.get(from) ?? 0),
  }));
  expect(new Set(distances.filter(({ by }) => by !== 1))).toEqual(
    new Set(inColumn.map((kind) => ({ kind, by: 0 }))),
  );
});

test("columns do not overlap", () => {
  const { columns } = shopWith();
  const gaps = columns.slice(1).map(({ x }, at) => x - (columns[at]?.x ?? 0) - (columns[at]?.width ?? 0));
  expect(gaps.every((gap) => gap > 50)).toBe(true);
});

test("rows stand near what they are linked with: machines in the order of their identities", () => {
  const { columns } = pictureOf(identityGraph(readModel(manyStacks(40, 1))), []);
  const [machines, identities] = columns.map(({ groups }) => groups.map(({ name }) => name));
  expect(machines).toEqual(identities);
});

test("a row says how much was found at it, the worst first, and nothing of what was accepted", () => {
  const picture = shopWith([
    finding("shop/pulls", "warning"),
    finding("shop/pulls", "error"),
    finding("shop/pulls/images", "warning"),
    finding("shop/cluster", "error", {
      id: "a-rule",
      path: "shop",
      reason: "known",
    }),
  ]);
  const marks = rowsIn(picture).flatMap(({ name, mark }) => (mark ? [[name, mark.level, mark.text]] : []));
  expect(marks).toEqual([
    ["id-orders-pulls", "error", "2 findings"],
    ["AcrPull", "warning", "1 warning"],
  ]);
});

test("where there are several subscriptions, a resource group says in which it is", () => {
  const kinds = (identities: number) =>
    pictureOf(identityGraph(readModel(manyStacks(identities, 1))), [])
      .columns.at(-1)
      ?.groups.map(({ kind }) => kind);
  expect(new Set(kinds(20))).toEqual(new Set(["resource group"]));
  expect(kinds(21)).toContain("in 00000000-0000-0000-0000-000000000020");
});
