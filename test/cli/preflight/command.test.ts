import { execFile } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { UserAssignedIdentity } from "cdktf-azure-identity";
import { exported, GROUP as IN_GROUP, temporaryFolder } from "../../support";
import { answers } from "./azure";
import { HERE, started, synthesizedFolder, TOKEN } from "./support";

const ROOT = join(__dirname, "../../..");
const folder = synthesizedFolder((stack) => {
  exported(new UserAssignedIdentity(stack, "identity", { ...IN_GROUP, name: "id-orders" }));
});

/** Runs the command in a process of its own, in which nothing of this one's environment is left but what is given. */
function command(args: readonly string[], env: Readonly<Record<string, string>>) {
  const [node, home] = [dirname(process.execPath), temporaryFolder()];
  const options = { cwd: ROOT, env: { HOME: home, ...env, PATH: [env.PATH ?? "", node].join(delimiter) } };
  const main = ["--import", "tsx", "lib/cli/main.ts", "preflight", ...args];
  return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    execFile(process.execPath, main, options, (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
  });
}

/** A folder with an Azure CLI that is signed in, and knows nothing else. */
function signedInCli(): string {
  const bin = temporaryFolder();
  const answer = JSON.stringify({ accessToken: TOKEN, expires_on: Math.floor(Date.now() / 1000) + 3600 });
  writeFileSync(join(bin, "az"), `#!/bin/sh\necho "$@" > "$0.arguments"\ncat <<'END'\n${answer}\nEND\n`);
  chmodSync(join(bin, "az"), 0o755);
  return bin;
}

test("the command signs in with the Azure CLI and asks the cloud that the metadata host describes", async () => {
  const azure = answers({ holds: [{ role: "Contributor", scope: HERE }] });
  const server = await started((url, { url: origin }) =>
    url.pathname === "/metadata/endpoints"
      ? {
          body: {
            name: "local",
            resourceManager: `${origin}/`,
            authentication: { loginEndpoint: `${origin}/`, audiences: ["https://management.local/"] },
          },
        }
      : azure(url),
  );
  const trusted = join(temporaryFolder(), "cert.pem");
  writeFileSync(trusted, server.cert);
  const cli = signedInCli();
  const { code, out, err } = await command([folder], {
    PATH: [cli, "/bin", "/usr/bin"].join(delimiter),
    ARM_METADATA_HOSTNAME: new URL(server.url).host,
    AZURE_TOKEN_CREDENTIALS: "AzureCliCredential",
    NODE_EXTRA_CA_CERTS: trusted,
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("orders: 7 operations, all of them allowed\n");
  expect(server.requests).toEqual([
    "GET /metadata/endpoints?api-version=2022-09-01",
    `GET ${HERE}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`,
  ]);
  expect([...server.authorizations]).toEqual([`Bearer ${TOKEN}`]);
  const asked = readFileSync(join(cli, "az.arguments"), "utf8");
  expect(asked).toBe("account get-access-token --output json --resource https://management.local\n");
});

test("where nobody is signed in, the command says how to, and ends with 2", async () => {
  const { code, out, err } = await command([folder], { AZURE_TOKEN_CREDENTIALS: "dev" });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^nobody is signed in to Azure; run az login, .*\n$/);
});

test("a choice of credentials that there is not is one line, and ends with 2", async () => {
  const { code, err } = await command([folder], { AZURE_TOKEN_CREDENTIALS: "nobody" });
  expect(code).toBe(2);
  expect(err).toMatch(
    /^a sign-in cannot be tried: Invalid value for AZURE_TOKEN_CREDENTIALS = nobody\..*\n$/,
  );
});
