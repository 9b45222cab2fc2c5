import { linuxScript } from "../../lib/verification/linux-script";
import { OUTCOME } from "../../lib/verification/outcome";
import { scriptSettings } from "../../lib/verification/script-settings";
import { windowsScript } from "../../lib/verification/windows-script";

// What can be said of the script for Windows without running it; scripts.test.ts runs it where there is a PowerShell.
const SETTINGS = scriptSettings("AzurePublic", 15);
const LINUX = linuxScript(SETTINGS);
const WINDOWS = windowsScript(SETTINGS);

/** Exit code and beginning of each reason that a script can give. */
function reasons(script: string): string[] {
  const said = script.matchAll(
    /"((?:cannot ask|wrong cloud|no token|no access|identity not attached)[^"$]*)/g,
  );
  const quoted = script.matchAll(
    /'((?:cannot ask|wrong cloud|no token|no access|identity not attached)[^'$]*)'/g,
  );
  return [...new Set([...said, ...quoted].map(([, text = ""]) => text.trim()))].sort();
}

test("both scripts give the same reasons, but for what a machine without curl says", () => {
  const withoutCurl = reasons(LINUX).filter((reason) => !reason.includes("curl"));
  // A failure of PowerShell itself is one more.
  expect(reasons(WINDOWS).filter((reason) => reason !== "cannot ask:")).toEqual(withoutCurl);
});

test("both scripts can end in each way that is documented", () => {
  for (const code of Object.values(OUTCOME)) {
    expect(LINUX).toMatch(new RegExp(`(?:finish |exit_code=)${code}\\b`));
    expect(WINDOWS).toMatch(new RegExp(`(?:Stop-Check |\\$code = )${code}\\b`));
  }
});

test("both scripts wait as the settings say, and ask in the same versions", () => {
  expect(LINUX).toContain(`for delay in ${SETTINGS.tokenDelays.join(" ")}; do`);
  expect(WINDOWS).toContain(`foreach ($delay in @(${SETTINGS.tokenDelays.join(", ")}))`);
  expect(LINUX).toContain(`for delay in ${SETTINGS.accessDelays.join(" ")}; do`);
  expect(WINDOWS).toContain(`foreach ($delay in @(${SETTINGS.accessDelays.join(", ")}))`);
  const versions = (script: string) => [...new Set(script.match(/\b20\d\d-\d\d-\d\d\b/g))].sort();
  expect(versions(WINDOWS)).toEqual(versions(LINUX));
});

test("Windows PowerShell reads files without a mark as ANSI: both scripts are plain ASCII", () => {
  expect(WINDOWS + LINUX).toMatch(/^[\n -~]*$/);
});

test("nothing but one line of outcome is ever written, and no variable that holds a token or an answer is in it", () => {
  const writes = WINDOWS.split("\n").filter((line) => /\bWrite-|\[Console\]|Out-/.test(line));
  expect(writes.map((line) => line.trim())).toEqual([
    '[Console]::Error.WriteLine("identity verification: $Reason".TrimEnd())',
    '[Console]::Out.WriteLine("identity verification: principal $principal can read $scope")',
  ]);
  const told = [...WINDOWS.matchAll(/(?:Stop-Check \d+|\$reason =) (["'].*["'])/gi)].map(([, text]) => text);
  expect(told.length).toBeGreaterThan(10);
  for (const text of told)
    expect(text).not.toMatch(/\$token|\$query|\$request|\$problem\.|\$_(?!\.Exception\.GetType)/);
});

test("braces, brackets and quotes of the script for Windows are in pairs", () => {
  const code = WINDOWS.split("\n")
    .map((line) => line.replace(/^\s*#.*/, "").replace(/'[^']*'|"(?:`.|[^"])*"/g, "text"))
    .join("\n");
  expect(code).not.toMatch(/['"]/);
  for (const [open, close] of ["{}", "()", "[]"].map((pair) => pair.split(""))) {
    expect(code.split(open as string)).toHaveLength(code.split(close as string).length);
  }
});

test("it uses what Windows PowerShell 5.1 has", () => {
  expect(WINDOWS).not.toMatch(/\?\?|\?\.|&&|\|\||-SkipHttpErrorCheck|\bternary\b|-Parallel/);
});
