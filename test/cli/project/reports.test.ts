import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { readProject } from "../../../lib/cli/project/read-project";
import { GROUP, newApp, newStack } from "../../support";

/** An app with two stacks, of which `spoil` gets the folder of the first one. */
function appWhere(spoil: (folder: string) => void): string {
  const app = newApp();
  for (const id of ["billing", "orders"]) {
    new UserAssignedIdentity(newStack(id, app), "identity", { ...GROUP, name: `id-${id}` });
  }
  app.synth();
  spoil(join(app.outdir, "stacks/billing"));
  return app.outdir;
}

/** Changes the report beside a stack. */
const edit = (change: (report: Record<string, unknown>) => void) => (folder: string) => {
  const file = join(folder, "identity-report.json");
  const report = JSON.parse(readFileSync(file, "utf8"));
  change(report);
  writeFileSync(file, JSON.stringify(report));
};

const UNKNOWN = "what the program accepts, and which roles its deployer has, is not known here";
const FILE = "stacks/billing/identity-report.json";

test.each([
  {
    what: "is missing",
    spoil: (folder: string) => rmSync(join(folder, "identity-report.json")),
    notice: `billing without identity-report.json: ${UNKNOWN}`,
  },
  {
    what: "is of other JSON",
    spoil: (folder: string) => {
      const file = join(folder, "cdk.tf.json");
      writeFileSync(file, readFileSync(file, "utf8").replace("id-billing", "id-changed"));
    },
    notice: `${FILE} belongs to other JSON than stacks/billing/cdk.tf.json: ${UNKNOWN}; run cdktf synth again`,
  },
  {
    what: "has another version",
    spoil: edit((report) => {
      report.schemaVersion = 2;
    }),
    notice: `${FILE} has schemaVersion 2 and not 1: ${UNKNOWN}; run cdktf synth again`,
  },
  {
    what: "has no version",
    spoil: (folder: string) => writeFileSync(join(folder, "identity-report.json"), "null"),
    notice: `${FILE} has schemaVersion undefined and not 1: ${UNKNOWN}; run cdktf synth again`,
  },
  {
    what: "has settings of another shape",
    spoil: edit((report) => {
      report.settings = {
        checked: true,
        enforced: false,
        acknowledgements: [{}],
        levels: [],
        conventions: [],
      };
    }),
    notice: `${FILE} is not as a synth writes it: ${UNKNOWN}; run cdktf synth again`,
  },
  ...[
    { levels: [{ path: "", id: "privileged-role", level: "off" }] },
    { conventions: [{ path: "", resourceType: "azurerm_user_assigned_identity", pattern: "(" }] },
    { conventions: [{ path: "", resourceType: "azurerm_user_assigned_identity", prefix: 5 }] },
  ].map((setting) => ({
    what: `has ${JSON.stringify(setting)}`,
    spoil: edit((report) => Object.assign(report.settings as object, setting)),
    notice: `${FILE} is not as a synth writes it: ${UNKNOWN}; run cdktf synth again`,
  })),
  {
    what: "has a deployer of another shape",
    spoil: edit((report) => {
      report.deployer = [{ role: { guid: "acdd72a7-3385-48ef-bd42-f606fba81ae7" }, scope: "text" }];
    }),
    notice: `${FILE} is not as a synth writes it: ${UNKNOWN}; run cdktf synth again`,
  },
  {
    what: "is broken off",
    spoil: (folder: string) => writeFileSync(join(folder, "identity-report.json"), '{"schemaVersion": 1,'),
    notice: `${FILE} is not valid JSON, first at line 1; run cdktf synth again, or mend the file`,
  },
])("a report that $what is told of once, and not used", ({ spoil, notice }) => {
  const folder = appWhere(spoil);
  const { stacks, notices, isWholeApp } = readProject(folder);
  expect(notices.map((text) => text.replaceAll(`${folder}/`, ""))).toEqual([notice]);
  expect(stacks.map(({ path, report }) => [path, report !== undefined])).toEqual([
    ["billing", false],
    ["orders", true],
  ]);
  expect(isWholeApp).toBe(false);
});

test("where no stack has a report that is said once for all of them", () => {
  const folder = appWhere(() => {});
  for (const stack of ["billing", "orders"]) rmSync(join(folder, "stacks", stack, "identity-report.json"));
  expect(readProject(folder).notices).toEqual([`there is no identity-report.json: ${UNKNOWN}`]);
});
