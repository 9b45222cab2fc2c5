import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parse } from "yaml";
import { run } from "../../lib/cli/program";
import { ROOT, readPage } from "./markdown";

const PAGE = readPage("docs/ci.md");

/** Code blocks of the page in a language. */
function blocks(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, text = ""]) => text,
  );
}

const [CHECK, DEPLOY, PIPELINE] = blocks("yaml");

/** Arguments of our command in code blocks, each line as it stands there. */
const COMMANDS = [
  ...new Set(
    [PAGE, readPage("docs/deployer-identity.md")].flatMap((page) =>
      [...page.matchAll(/npx cdktf-azure-identity +([^\n#|>]*)/g)].map(([, args = ""]) => args.trim()),
    ),
  ),
];

test.each(COMMANDS)("the command takes %s", async (line) => {
  const args = line.replaceAll('"$ARM_SUBSCRIPTION_ID"', "11111111-2222-3333-4444-555555555555").split(/\s+/);
  let said = "";
  const io = {
    out: () => {},
    isTerminal: false,
    env: {},
    err: (text: string) => {
      said += text;
    },
  };
  expect(await run([...args, "/no/such/folder"], io)).toBe(2);
  // Arguments come first: of wrong ones it would be said that they are, and nothing of the folder.
  expect(said).toContain("/no/such/folder");
});

test("all commands of the page are among them", () => {
  const names = COMMANDS.map((line) => line.split(" ")[0]);
  expect(names).toEqual(expect.arrayContaining(["check", "preflight", "prerequisites", "report"]));
});

test("cdktf deploy has the options that the pipelines give it", () => {
  const cli = join(ROOT, "node_modules/.bin/cdktf");
  const help = execFileSync(cli, ["deploy", "--help"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const options = [...PAGE.matchAll(/npx cdktf deploy .*/g)].flatMap(
    ([line]) => line.match(/--[\w-]+/g) ?? [],
  );
  expect(new Set(options)).toEqual(new Set(["--skip-synth", "--auto-approve"]));
  for (const option of options) expect(help).toContain(option);
});

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }>
  >;
}

const workflow = (text = "") => parse(text) as Workflow;

test("the workflows are YAML that GitHub knows, with steps that do one thing each", () => {
  for (const { jobs } of [CHECK, DEPLOY].map(workflow)) {
    for (const { steps } of Object.values(jobs)) {
      for (const { uses, run: script } of steps) expect([uses, script].filter(Boolean)).toHaveLength(1);
    }
  }
});

test("actions are those of today by their major versions", () => {
  const used = [CHECK, DEPLOY].flatMap((text) =>
    Object.values(workflow(text).jobs).flatMap(({ steps }) => steps.map(({ uses }) => uses)),
  );
  expect([...new Set(used.filter(Boolean))].sort()).toEqual([
    "actions/checkout@v7",
    "actions/setup-node@v7",
    "actions/upload-artifact@v7",
    "azure/login@v3",
    "github/codeql-action/upload-sarif@v4",
    "hashicorp/setup-terraform@v4",
  ]);
});

test("only the workflow that deploys gets tokens, and none has a secret", () => {
  expect([CHECK, DEPLOY].map((text) => workflow(text).permissions["id-token"])).toEqual([undefined, "write"]);
  expect(blocks("yaml").join("\n")).not.toMatch(/secrets\.|CLIENT_SECRET|password/i);
});

test("the pipeline signs in as azurerm 4.55 asks for it", () => {
  const { stages } = parse(PIPELINE ?? "") as {
    readonly stages: readonly {
      readonly jobs: readonly {
        readonly strategy?: {
          readonly runOnce: { readonly deploy: { readonly steps: readonly { readonly env?: object }[] } };
        };
      }[];
    }[];
  };
  const steps = stages.flatMap(({ jobs }) =>
    jobs.flatMap(({ strategy }) => strategy?.runOnce.deploy.steps ?? []),
  );
  expect(Object.keys(steps.at(-1)?.env ?? {})).toEqual([
    "ARM_USE_OIDC",
    "ARM_CLIENT_ID",
    "ARM_TENANT_ID",
    "ARM_SUBSCRIPTION_ID",
    "ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID",
    "SYSTEM_ACCESSTOKEN",
    "SYSTEM_OIDCREQUESTURI",
  ]);
});
