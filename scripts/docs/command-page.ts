import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../lib/cli/program";
import { runProgram } from "./run-program";

const PROGRAM = /^```ts program\n(.*?)^```$/ms;
const FILE = /^```json (\S+)\n(.*?)^```$/gms;
const CONSOLE = /^```console\n\$ npx cdktf-azure-identity (.*)\n(?:.*\n)*?```$/gm;

/** A word of a command line, or several in quotes. */
const WORD = /"([^"]*)"|(\S+)/g;

/** docs/command.md with what its commands write now: of the program on the page, and of the files that it shows. */
export async function commandPage(page: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "command-page-"));
  const before = process.cwd();
  try {
    runProgram(PROGRAM.exec(page)?.[1] ?? "", join(folder, "cdktf.out"));
    for (const [, name = "", content = ""] of page.matchAll(FILE)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    process.chdir(folder);
    let filled = page;
    for (const [block, line = ""] of page.matchAll(CONSOLE)) {
      const output = await outputOf(line, block.includes("\n$ echo $?\n"));
      const shown = `\`\`\`console\n$ npx cdktf-azure-identity ${line}\n${output}\`\`\``;
      filled = filled.replace(block, () => shown);
    }
    return filled;
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

async function outputOf(line: string, isCodeAsked: boolean): Promise<string> {
  const args = [...line.matchAll(WORD)].map(([, quoted, word]) => quoted ?? word ?? "");
  let output = "";
  const write = (text: string) => {
    output += text;
  };
  const code = await run(args, { out: write, err: write, isTerminal: false, env: {} });
  return isCodeAsked ? `${output}$ echo $?\n${code}\n` : output;
}
