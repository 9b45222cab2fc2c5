import { FORMATS } from "../../lib/cli/report/formats";
import { terminalWidth } from "../../lib/cli/terminal-width";
import { command } from "../cli/support";
import { temporaryFolder } from "../support";
import { folderOf, reportOf } from "./support";

const GROUP_ONLY = { resource: { azurerm_resource_group: { g: { name: "rg", location: "westeurope" } } } };

test.each(FORMATS)("as %s a project without identities says so", async (format) => {
  const said = await reportOf(folderOf(GROUP_ONLY), format);
  expect(said).toContain(format === "json" ? '"identities": []' : "no managed identities");
});

test.each(FORMATS)("as %s a report says that no synth of this library wrote the folder", async (format) => {
  expect(await reportOf(folderOf(GROUP_ONLY), format)).toContain("identity-report.json");
});

test("the default is text of the folder cdktf.out", async () => {
  const folder = folderOf(GROUP_ONLY);
  expect((await command("report", folder)).out).toBe(await reportOf(folder, "text"));
  expect((await command("report", "--help")).out).toContain('default: "cdktf.out"');
});

test("a format that there is not is refused, with those that there are", async () => {
  const { code, out, err } = await command("report", folderOf(GROUP_ONLY), "--format", "pdf");
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(FORMATS.join(", "));
});

test("a folder without stacks is one clear line, and exit code 2", async () => {
  const { code, out, err } = await command("report", temporaryFolder());
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(/^.* holds no Terraform JSON; .*\n$/);
});

test.each([
  [undefined, 100],
  [40, 80],
  [96, 96],
  [300, 120],
])("a terminal of %s columns gets lines of %s", (columns, width) => {
  expect(terminalWidth(columns)).toBe(width);
});
