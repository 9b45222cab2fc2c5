import fc from "fast-check";
import { EverythingElseStack } from "../../examples/everything-else/stack";
import type { GraphEdge, GraphNode, IdentityGraph } from "../../lib/report/graph/identity-graph";
import { mermaidReport } from "../../lib/report/mermaid/mermaid-report";
import { newApp } from "../support";
import { anyName } from "./arbitraries";
import { reportOf } from "./support";

const MADE = { path: "app/x", address: "azurerm_x.x", stack: "app" };

/** The parts of the language of mermaid that a chart is made of: a line is one of these. */
const LABEL = '"(?:[^"#`<>%;]|#\\d+;|<br/>)*"';
const SHAPES = ["\\[L\\]", "\\(\\[L\\]\\)", "\\[\\[L\\]\\]", "\\{\\{L\\}\\}", "\\[/L/\\]"];
const NODE = new RegExp(`^(\\w+)(?:${SHAPES.join("|").replaceAll("L", LABEL)})$`);
const SUBGRAPH = new RegExp(`^subgraph (\\w+)\\[${LABEL}\\]$`);
const EDGE = new RegExp(`^(\\w+) (?:-\\.->|-->\\|${LABEL}\\||-\\. ${LABEL} \\.->) (\\w+)$`);

/** Reads a chart and fails where mermaid would. */
function read(chart: string) {
  const [first, ...lines] = chart
    .trimEnd()
    .split("\n")
    .filter((line) => !line.startsWith("%%"));
  expect(first).toBe("flowchart LR");
  const nodes = new Set<string>();
  const edges: (readonly [string, string])[] = [];
  let depth = 0;
  for (const line of lines.map((text) => text.trim())) {
    const [, node] = NODE.exec(line) ?? [];
    const [, from, to] = EDGE.exec(line) ?? [];
    if (node) nodes.add(node);
    else if (from && to) edges.push([from, to]);
    else if (SUBGRAPH.test(line)) depth++;
    else {
      expect(line).toBe("end");
      depth--;
    }
  }
  expect(depth).toBe(0);
  for (const end of edges.flat()) expect(nodes).toContain(end);
  return { nodes, edges };
}

/** The texts of a chart as a browser shows them. */
function shown(chart: string): string {
  return chart.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

function graphOf(names: readonly string[], edges: number): IdentityGraph {
  const [identity = "", scope = "", group = "", role = ""] = names;
  const nodes: GraphNode[] = [
    { id: "n1", kind: "user-assigned", name: identity, text: identity },
    {
      id: "n2",
      kind: "scope",
      name: scope,
      text: scope,
      within: ["sub", group],
    },
    { id: "n3", kind: "group", name: group, text: group },
    {
      id: "n4",
      kind: "subject",
      name: role,
      text: role,
      detail: "https://issuer",
    },
    ...Array.from({ length: edges }, (_, at) => ({
      id: `h${at}`,
      kind: "host" as const,
      name: `vm-${at}`,
      text: "",
      detail: "azurerm_linux_virtual_machine",
    })),
  ];
  const others: GraphEdge[] = Array.from({ length: edges }, (_, at) => ({
    id: `e${at + 4}`,
    kind: "has",
    from: `h${at}`,
    to: "n1",
    ...MADE,
  }));
  return {
    nodes,
    edges: [
      { id: "e1", kind: "role", from: "n1", to: "n2", label: role, ...MADE },
      { id: "e2", kind: "member", from: "n1", to: "n3", ...MADE },
      { id: "e3", kind: "federation", from: "n4", to: "n1", ...MADE },
      ...others,
    ],
  };
}

test("an example as a flowchart: hosts, identities, and scopes in their groups", async () => {
  const app = newApp();
  new EverythingElseStack(app, "shop");
  app.synth();
  const chart = await reportOf(app.outdir, "mermaid");
  read(chart);
  expect(chart).toMatchInlineSnapshot(`
    "flowchart LR
      subgraph hosts["hosts"]
        n2["ca-orders<br/>container app"]
        n3["aks-orders<br/>kubernetes cluster"]
        n4["func-orders<br/>linux function app"]
        n5["app-orders<br/>linux web app"]
      end
      subgraph identities["identities"]
        n1(["id-orders-pulls"])
        n6(["ca-orders<br/>system-assigned"])
        n7(["aks-orders<br/>system-assigned"])
        n8(["func-orders<br/>system-assigned"])
        n9(["app-orders<br/>system-assigned"])
        n10(["aks-orders<br/>kubelet"])
      end
      subgraph others["other principals"]
        n11{{"#36;#123;var.group-object-id#125;<br/>group"}}
      end
      subgraph scope_1["#60;subscription of shop#62;"]
        subgraph scope_1_1["resource group rg-orders"]
          n12[["rg-orders<br/>resource group"]]
          n13[["kv-orders<br/>vaults"]]
          n14[["stordersfunctions<br/>storageAccounts"]]
          n15[["crorders<br/>registries"]]
        end
      end
      n2 -.-> n6
      n2 -.-> n1
      n3 -.-> n7
      n4 -.-> n8
      n5 -.-> n9
      n3 -.-> n10
      n9 -->|"member"| n11
      n7 -->|"Network Contributor"| n12
      n6 -->|"Key Vault Secrets User"| n13
      n8 -->|"Storage Blob Data Owner"| n14
      n10 -->|"AcrPull"| n15
      n1 -->|"AcrPull"| n15
    "
  `);
});

test("whatever the names, a chart is one that mermaid reads, and shows them", () => {
  fc.assert(
    fc.property(fc.array(anyName, { minLength: 4, maxLength: 4 }), (names) => {
      const chart = mermaidReport(graphOf(names, 1), names);
      expect(read(chart)).toEqual({
        nodes: new Set(["n1", "n2", "n3", "n4", "h0"]),
        edges: [
          ["n1", "n2"],
          ["n1", "n3"],
          ["n4", "n1"],
          ["h0", "n1"],
        ],
      });
    }),
  );
  const names = ['a "name"', "${var.x} <b>", "100 %", "`Our` #1; Role"];
  for (const name of names) expect(shown(mermaidReport(graphOf(names, 0), []))).toContain(`"${name}`);
});

test("roles of one identity at one scope are one edge", () => {
  const { nodes, edges } = graphOf(["id", "rg", "team", "Reader"], 0);
  const contributor = {
    ...edges[0],
    id: "e9",
    label: "Contributor",
  } as GraphEdge;
  const chart = mermaidReport({ nodes, edges: [...edges, contributor] }, []);
  expect(chart).toContain('n1 -->|"Reader<br/>Contributor"| n2');
  expect(read(chart).edges).toHaveLength(edges.length);
});

test("more than GitHub draws is said in a comment before the chart", () => {
  const names = ["id", "rg", "team", "Reader"];
  expect(mermaidReport(graphOf(names, 497), [])).toMatch(/^flowchart LR\n/);
  const chart = mermaidReport(graphOf(names, 498), []);
  expect(chart).toMatch(
    /^%% 501 edges and \d+ characters: GitHub draws no more than 500 edges .* --format html/,
  );
  expect(read(chart).edges).toHaveLength(501);
  expect(mermaidReport(graphOf(["x".repeat(50_000), ...names], 0), [])).toMatch(
    /^%% 3 edges and 50\d{3} characters/,
  );
});
