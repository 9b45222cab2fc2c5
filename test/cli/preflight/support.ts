import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TokenCredential } from "@azure/identity";
import type { TerraformStack } from "cdktf";
import { EXIT, type ExitCode } from "../../../lib/cli/exit-code";
import { Failure } from "../../../lib/cli/failure";
import { armClient } from "../../../lib/cli/preflight/arm-client";
import type { Connect } from "../../../lib/cli/preflight/connect";
import { type PreflightOptions, runPreflight } from "../../../lib/cli/preflight/run-preflight";
import { newApp, newStack, SUBSCRIPTION, temporaryFolder } from "../../support";
import { type ArmServer, type Reply, serveArm } from "./arm-server";

export const HERE = `/subscriptions/${SUBSCRIPTION}`;
export const GROUP = `${HERE}/resourceGroups/rg-orders`;
export const CLIENT = "0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e";
export const TENANT = "99999999-8888-7777-6666-555555555555";

/** A token with the claims of one of a service principal; nobody has signed it. */
export const TOKEN = [
  { alg: "none", typ: "JWT" },
  { oid: "bbbbbbbb-cccc-dddd-eeee-ffffffffffff", appid: CLIENT, tid: TENANT },
  { signature: "very-secret" },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .join(".");

const SIGNED_IN: TokenCredential = {
  getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
};

/** Synthesizes a stack with a provider, and returns the folder. */
export function synthesizedFolder(build: (stack: TerraformStack) => void, id = "orders"): string {
  const app = newApp();
  build(newStack(id, app));
  app.synth();
  return app.outdir;
}

/** A folder with Terraform JSON of somebody else's program. */
export function folderWith(json: object): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(json));
  return folder;
}

const servers: ArmServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

/** Resource Manager until the test ends. */
export async function started(
  answer: (url: URL, server: ArmServer) => Reply | undefined,
): Promise<ArmServer> {
  const server = await serveArm(answer);
  servers.push(server);
  return server;
}

/** What a run of the command left behind. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Run extends Partial<PreflightOptions> {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly credential?: TokenCredential;
  readonly timeout?: number;
}

/** Runs preflight on a folder, against a server in place of Azure. */
export async function runOn(
  folder: string,
  server: Pick<ArmServer, "url" | "cert">,
  run: Run = {},
): Promise<Ran> {
  const {
    env = {},
    isTerminal = false,
    credential = SIGNED_IN,
    timeout,
    format = "text",
    subscription,
  } = run;
  const { url, cert: ca } = server;
  const target = { endpoint: url, audience: url, authority: url, credential, tlsOptions: { ca } };
  const connect: Connect = async (_, onWait) =>
    armClient({ ...target, ...(timeout === undefined ? {} : { timeout }) }, onWait);
  const written = { out: "", err: "" };
  const write = (to: "out" | "err") => (text: string) => {
    written[to] += text;
  };
  const io = { out: write("out"), err: write("err"), isTerminal, env };
  try {
    const options = { format, ...(subscription === undefined ? {} : { subscription }) };
    const code = await runPreflight(folder, options, connect, io);
    return { code, ...written };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: EXIT.failed, out: written.out, err: `${written.err}${error.message}\n` };
  }
}
