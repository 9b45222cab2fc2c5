import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformStack } from "cdktf";
import { Failure } from "../../../lib/cli/failure";
import { staleness } from "../../../lib/cli/prerequisites/staleness";
import { readProject } from "../../../lib/cli/project/read-project";
import { SUBSCRIPTION, temporaryFolder } from "../../support";
import { command, folderOf, group, orders } from "./stacks";

/** A committed file of what stacks need. */
async function committed(folder: string, ...args: string[]): Promise<string> {
  const file = join(temporaryFolder(), "requirements.json");
  writeFileSync(file, (await command(folder, "--format", "json", ...args)).out);
  return file;
}

test("a file is up to date as long as nothing else is needed", async () => {
  const file = await committed(folderOf({ orders }));
  expect(staleness(readProject(folderOf({ orders })), file)).toBeUndefined();
});

test("a file is stale when a role is needed that it has not, or not any more", async () => {
  const file = await committed(folderOf({ orders }));
  const both = (stack: TerraformStack) => {
    orders(stack);
    group(stack);
  };
  const folder = folderOf({ orders: both });
  const said = staleness(readProject(folder), file)
    ?.replaceAll(file, "requirements.json")
    .replaceAll(folder, "out")
    .replaceAll(SUBSCRIPTION, "<id>");
  expect(said).toMatchInlineSnapshot(`
    "requirements.json is not what its stacks need now:
      + the deployer of orders: Contributor (b24988ac-6180-42a0-ab88-20f7382dd24c) at /subscriptions/<id>
      + the deployer of orders: Role Based Access Control Administrator (f58310d9-a9f6-439a-9e8d-f62e7b41a168) at /subscriptions/<id>, may assign Reader, to ServicePrincipal
      - the deployer of orders: Reader (acdd72a7-3385-48ef-bd42-f606fba81ae7) at /subscriptions/<id>
      - the deployer of orders: Managed Identity Contributor (e40ec5ca-96e0-45a2-b4ff-59039f2c2b59) at /subscriptions/<id>/resourceGroups/rg-orders
      - the deployer of orders: Role Based Access Control Administrator (f58310d9-a9f6-439a-9e8d-f62e7b41a168) at /subscriptions/<id>/resourceGroups/rg-orders, may assign Reader, to ServicePrincipal
    write it anew: cdktf-azure-identity prerequisites out --format json > requirements.json"
  `);
});

test("a file is stale as well when only the custom roles in it are others", async () => {
  const folder = folderOf({ orders });
  const file = await committed(folder);
  const before = JSON.parse(readFileSync(file, "utf8"));
  before.deployers[0].customRoles[0].actions.push("Microsoft.Compute/disks/read");
  writeFileSync(file, JSON.stringify(before));
  expect(staleness(readProject(folder), file)).toContain(
    "- the deployer of orders: custom role with Microsoft.Compute/disks/read at",
  );
});

test("a file for one stack does not care for the others, and says so when the stack is gone", async () => {
  const file = await committed(folderOf({ orders, group }), "--for", "group");
  expect(staleness(readProject(folderOf({ orders, group, more: group })), file)).toBeUndefined();
  expect(staleness(readProject(folderOf({ orders })), file)).toContain(
    "- the deployer of group: Contributor",
  );
});

test("a file of all stacks is stale when there is another stack", async () => {
  const file = await committed(folderOf({ orders }));
  expect(staleness(readProject(folderOf({ orders, group })), file)).toContain(
    "+ one deployer of group, orders: Contributor",
  );
});

test("a file about more stacks than those of a folder that is no whole app is refused, with what to check", async () => {
  const folder = folderOf({ orders, group });
  const [file, one] = [await committed(folder), join(folder, "stacks", "orders")];
  const check = () => staleness(readProject(one), file);
  expect(check).toThrow(Failure);
  expect(check).toThrow(
    `${file} is about stacks that are not in ${one}: group; allowed is a folder with all its stacks; check ${folder}, or write the file anew where they are gone`,
  );
  const alone = await committed(folder, "--for", "orders");
  expect(staleness(readProject(one), alone)).toBeUndefined();
});

test("the command that writes a file anew is one for a shell, whatever the names", async () => {
  const folder = join(temporaryFolder(), "two words");
  cpSync(folderOf({ orders }), folder, { recursive: true });
  const file = await committed(folderOf({ group }));
  expect(staleness(readProject(folder), file)).toContain(
    `\nwrite it anew: cdktf-azure-identity prerequisites '${folder}' --format json > ${file}`,
  );
});

test("what is committed but no such file is refused, with all that is wrong", async () => {
  const project = readProject(folderOf({ orders }));
  const file = await committed(folderOf({ orders }));
  const refused = (text: string) => {
    writeFileSync(file, text);
    try {
      staleness(project, file);
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      return (error as Error).message.replaceAll(file, "requirements.json");
    }
    throw new Error("not refused");
  };
  const good = JSON.parse(readFileSync(file, "utf8"));
  expect(refused("\n")).toMatch(/^requirements.json is empty; write it with /);
  expect(refused("{")).toMatch(
    /^requirements.json cannot be read as JSON: allowed is JSON in UTF-8; write it with /,
  );
  expect(refused('{"schemaVersion":2}')).toContain("its schemaVersion is 2, and 1 is read here");
  expect(refused("[]")).toContain("it has no schemaVersion");
  good.deployers[0].roles[0].roleId = "Reader";
  good.deployers[0].roles.find(({ limit }: { limit?: object }) => limit).limit = { roles: [] };
  good.deployers[0].leftOut = undefined;
  expect(refused(JSON.stringify(good))).toMatchInlineSnapshot(`
    "requirements.json holds no requirements: deployers[0].roles[0].roleId is "Reader"; allowed is a GUID
      deployers[0].roles[2].condition is not that of deployers[0].roles[2].limit; allowed is the condition that the limit means
      deployers[0].leftOut is missing; allowed is a list
      write it with cdktf-azure-identity prerequisites --format json"
  `);
});
