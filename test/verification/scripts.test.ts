import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ScriptSettings } from "../../lib/verification/script-settings";
import { GUID, SUBSCRIPTION, temporaryFolder } from "../support";
import { type Answer, Services, tokenBody, tokenFor } from "./services";
import { type Ran, SHELLS } from "./shells";

const CLIENT = "cccccccc-dddd-eeee-ffff-000000000000";
const OTHER = "99999999-8888-7777-6666-555555555555";
const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-orders`;
const TOKEN = tokenFor(GUID);
const GIVEN: Answer = [200, tokenBody(TOKEN)];
const DENIED: Answer = [403, '{"error":{"code":"AuthorizationFailed","message":"no"}}'];
const READ: Answer = [200, '{"id":"x"}'];

const invalid = (error: string, description = "any words"): Answer => [
  400,
  JSON.stringify({ error, error_description: description }),
];
const problem = (status: number, code: string): Answer => [status, JSON.stringify({ error: { code } })];

let services: Services;
beforeEach(async () => {
  services = await Services.start();
  services.token = [GIVEN];
  services.manager = [READ];
});
afterEach(() => services.close());

const settings = (changed: Partial<ScriptSettings> = {}): ScriptSettings => ({
  metadata: services.metadataUrl,
  resourceManager: services.managerUrl,
  resource: "https://management.azure.com/",
  environment: "AzurePublicCloud",
  tokenDelays: [0, 0.01, 0.01],
  accessDelays: [0, 0.01, 0.01, 0.01],
  accessMinutes: 15,
  requestSeconds: 5,
  ...changed,
});

const SYSTEM = { IDENTITY_SCOPE: GROUP_ID, IDENTITY_PRINCIPAL_ID: GUID };
const USER = { ...SYSTEM, IDENTITY_CLIENT_ID: CLIENT };

for (const shell of SHELLS) {
  if (!shell.isThere) {
    console.warn(
      `\n!!! SKIPPED: the script for ${shell.name} DID NOT RUN, as no shell for it is on the PATH: of it only the text is tested\n`,
    );
  }
  (shell.isThere ? describe : describe.skip)(`the script for ${shell.name}`, () => {
    async function run(
      parameters: { readonly [name: string]: string } = SYSTEM,
      changed: Partial<ScriptSettings> = {},
      environment: { readonly [name: string]: string } = {},
    ): Promise<Ran> {
      const ran = await shell.run(temporaryFolder(), settings(changed), parameters, environment);
      for (const part of [TOKEN, ...TOKEN.split(".")]) expect(ran.output + ran.error).not.toContain(part);
      expect(ran.output.length > 0).toBe(ran.code === 0);
      expect((ran.output + ran.error).trim().split("\n")).toHaveLength(1);
      return ran;
    }
    const fails = (code: number, reason: string) => ({
      code,
      output: "",
      error: expect.stringMatching(new RegExp(`^identity verification: ${escaped(reason)}\\r?\\n$`)),
    });

    test("asks as the machine itself, and reads the scope with the token", async () => {
      expect(await run()).toEqual({
        code: 0,
        output: expect.stringContaining(`identity verification: principal ${GUID} can read ${GROUP_ID}`),
        error: "",
      });
      const [token, manager] = [services.asked.token[0], services.asked.manager[0]];
      expect(token?.path).toBe("/metadata/identity/oauth2/token");
      expect(Object.fromEntries(token?.query ?? [])).toEqual({
        "api-version": "2018-02-01",
        resource: "https://management.azure.com/",
      });
      expect(token?.headers.metadata).toBe("true");
      expect(token?.headers.authorization).toBeUndefined();
      expect(manager?.path).toBe(GROUP_ID);
      expect(manager?.headers.authorization).toBe(`Bearer ${TOKEN}`);
      expect(manager?.headers.metadata).toBeUndefined();
      expect(services.asked.manager).toHaveLength(1);
    });

    test("asks as a user-assigned identity by its client id", async () => {
      expect((await run(USER)).code).toBe(0);
      expect(services.asked.token[0]?.query.get("client_id")).toBe(CLIENT);
    });

    test.each([
      [GROUP_ID, "2021-04-01"],
      [GROUP_ID.replace("resourceGroups", "resourcegroups"), "2021-04-01"],
      [`${GROUP_ID} (old)`, "2021-04-01"],
      [`/subscriptions/${SUBSCRIPTION}`, "2022-12-01"],
      ["/providers/Microsoft.Management/managementGroups/shops", "2020-05-01"],
    ])("reads %s in version %s", async (scope, version) => {
      expect((await run({ ...SYSTEM, IDENTITY_SCOPE: scope })).code).toBe(0);
      expect(services.asked.manager[0]?.path).toBe(scope);
      expect(services.asked.manager[0]?.query.get("api-version")).toBe(version);
    });

    test("reads a resource in the version that is given", async () => {
      const scope = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`;
      await run({ ...SYSTEM, IDENTITY_SCOPE: scope, IDENTITY_API_VERSION: "2023-05-01" });
      expect(services.asked.manager[0]?.path).toBe(scope);
      expect(services.asked.manager[0]?.query.get("api-version")).toBe("2023-05-01");
    });

    test("asks nobody for a resource without a version", async () => {
      const scope = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`;
      expect(await run({ ...SYSTEM, IDENTITY_SCOPE: scope })).toEqual(
        fails(14, `cannot ask for ${scope}: it is neither a group nor a subscription; set apiVersion`),
      );
      expect(services.asked.token).toEqual([]);
    });

    test.each([
      "",
      "rg-orders",
      "@elsewhere.example/",
      "/a?b",
      "/a#b",
      '/a"b',
      "/a\nb",
      "/a\n",
      "/a%2e",
      "/a\\b",
    ])("hands no token to a scope that is none: %j", async (scope) => {
      const ran = await run({ ...SYSTEM, IDENTITY_SCOPE: scope, IDENTITY_API_VERSION: "2023-05-01" });
      expect(ran).toEqual(fails(14, "cannot ask: the scope is no id of Resource Manager"));
      expect(services.asked.token).toEqual([]);
    });

    test.each([
      { ...SYSTEM, IDENTITY_CLIENT_ID: "a&object_id=b" },
      { ...SYSTEM, IDENTITY_API_VERSION: "2023-05-01&x=y" },
      { ...SYSTEM, IDENTITY_PRINCIPAL_ID: "a b" },
    ])("takes no other characters into its questions: %j", async (parameters) => {
      expect(await run(parameters)).toEqual(
        fails(14, "cannot ask: a principal, client id or API version is none"),
      );
    });

    test.each<[string, Answer[]]>([
      ["404", [[404], GIVEN]],
      ["410", [[410], [410], GIVEN]],
      ["429", [[429, "", { "retry-after": "1" }], GIVEN]],
      ["500", [[500, '{"error":"unknown"}'], GIVEN]],
      ["503", [[503], GIVEN]],
      ["an identity that it learns of late", [invalid("invalid_request"), GIVEN]],
      ["an answer that is none", [[200, "<html>"], GIVEN]],
      ["an answer that ends early", [[200, tokenBody(TOKEN).slice(0, 40)], GIVEN]],
      ["an empty answer", [[200, ""], GIVEN]],
      ["a token of another identity, kept from before", [[200, tokenBody(tokenFor(OTHER))], GIVEN]],
    ])("asks the metadata service again after %s", async (_, answers) => {
      services.token = answers;
      expect((await run()).code).toBe(0);
      expect(services.asked.token).toHaveLength(answers.length);
    });

    test.each<[string, Answer]>([
      ["with an object id in capitals", [200, tokenBody(tokenFor(GUID.toUpperCase()))]],
      ["that says nothing of itself", [200, tokenBody("opaque-token")]],
      ["with white space around it", [200, JSON.stringify({ access_token: TOKEN }, null, 4)]],
    ])("takes a token %s", async (_, answer) => {
      services.token = [answer];
      expect((await run()).code).toBe(0);
    });

    test.each<[string, number, string, Answer]>([
      [
        "an identity that is not attached",
        10,
        `identity not attached: this machine does not have the user-assigned identity with client id ${CLIENT}`,
        invalid("invalid_request", "Identity not found"),
      ],
      [
        "the same in other words",
        10,
        `identity not attached: this machine does not have the user-assigned identity with client id ${CLIENT}`,
        invalid("invalid_request", "something else"),
      ],
      [
        "a token of another identity",
        10,
        `identity not attached: the user-assigned identity with client id ${CLIENT} is to have principal ${GUID}, and ` +
          `the token of this machine is for ${OTHER}`,
        [200, tokenBody(tokenFor(OTHER))],
      ],
      ["404", 11, "no token: the metadata service answers 404", [404]],
      ["410", 11, "no token: the metadata service answers 410", [410]],
      ["429", 11, "no token: the metadata service answers 429", [429]],
      ["500", 11, "no token: the metadata service answers 500", [500, '{"error":"unknown"}']],
      ["no token in the answer", 11, "no token: the metadata service answers without one", [200, "{}"]],
    ])("gives up after all tries: %s", async (_, code, reason, answer) => {
      services.token = [answer];
      expect(await run(USER)).toEqual(fails(code, reason));
      expect(services.asked.token).toHaveLength(3);
      expect(services.asked.manager).toEqual([]);
    });

    test("says of the machine's own identity that it is not there", async () => {
      services.token = [invalid("invalid_request")];
      expect(await run()).toEqual(
        fails(10, "identity not attached: this machine does not have the system-assigned identity"),
      );
    });

    test.each<[number, string, Answer]>([
      [11, "no token: the metadata service answers 400 bad_request_102", invalid("bad_request_102")],
      [11, "no token: the metadata service answers 401 unknown_source", problemOf(401, "unknown_source")],
      [
        11,
        "no token: the metadata service answers 401 unauthorized_client",
        problemOf(401, "unauthorized_client"),
      ],
      [11, "no token: the metadata service answers 403 access_denied", problemOf(403, "access_denied")],
      [11, "no token: the metadata service answers 302", [302, "", { location: "http://127.0.0.1:1/" }]],
    ])("gives up at once: %d %s", async (code, reason, answer) => {
      services.token = [answer];
      expect(await run()).toEqual(fails(code, reason));
      expect(services.asked.token).toHaveLength(1);
    });

    test("says that the metadata service is silent, and does not wait for ever", async () => {
      services.token = ["silence"];
      expect(await run(SYSTEM, { requestSeconds: 0.2 })).toEqual(
        fails(11, "no token: the metadata service does not answer"),
      );
      expect(services.asked.token).toHaveLength(3);
    });

    test("says that there is no metadata service", async () => {
      expect(await run(SYSTEM, { metadata: "http://127.0.0.1:1" })).toEqual(
        fails(11, "no token: the metadata service does not answer"),
      );
    });

    test("sees that the machine is in another cloud, before it asks for a token", async () => {
      services.cloud = [200, "AzureChinaCloud"];
      expect(await run()).toEqual(
        fails(
          13,
          "wrong cloud: this machine is in AzureChinaCloud, and the check is for AzurePublicCloud; set cloud",
        ),
      );
      expect(services.asked.token).toEqual([]);
    });

    test.each<[string, Answer]>([
      ["in other letters", [200, "AZUREPUBLICCLOUD"]],
      ["not at all", [404]],
      ["in words", [200, "<html>who knows</html>"]],
    ])("goes on where the cloud is said %s", async (_, answer) => {
      services.cloud = answer;
      expect((await run()).code).toBe(0);
    });

    test("says that the tenant does not know the cloud's Resource Manager", async () => {
      services.token = [invalid("invalid_resource")];
      expect(await run()).toEqual(
        fails(13, `wrong cloud: the tenant of this machine does not know ${services.managerUrl}; set cloud`),
      );
      expect(services.asked.token).toHaveLength(1);
    });

    test("says that Resource Manager is that of another cloud", async () => {
      services.manager = [problem(401, "InvalidAuthenticationTokenAudience")];
      expect(await run()).toEqual(
        fails(
          13,
          `wrong cloud: ${services.managerUrl} answers 401 InvalidAuthenticationTokenAudience; set cloud`,
        ),
      );
      expect(services.asked.manager).toHaveLength(1);
    });

    test.each<[string, Answer[]]>([
      ["403", [DENIED, DENIED, READ]],
      ["401", [problem(401, "InvalidAuthenticationToken"), READ]],
      ["404", [problem(404, "ResourceGroupNotFound"), READ]],
      ["429", [[429], READ]],
      ["500", [[500], READ]],
      ["an answer that is none", [[503, "<html>"], READ]],
    ])("waits for Resource Manager after %s", async (_, answers) => {
      services.manager = answers;
      expect((await run()).code).toBe(0);
      expect(services.asked.manager).toHaveLength(answers.length);
    });

    test("asks for another token after 401", async () => {
      services.manager = [problem(401, "ExpiredAuthenticationToken"), READ];
      await run();
      expect(services.asked.token).toHaveLength(2);
    });

    test.each<[string, Answer]>([
      ["answers 403 AuthorizationFailed", DENIED],
      ["answers 401 InvalidAuthenticationTokenTenant", problem(401, "InvalidAuthenticationTokenTenant")],
      ["answers 404 ResourceGroupNotFound", problem(404, "ResourceGroupNotFound")],
      ["answers 500", [500]],
    ])("says that there is no access when the time is over: %s", async (said, answer) => {
      services.manager = [answer];
      expect(await run()).toEqual(
        fails(
          12,
          `no access after 15 minutes: for ${GROUP_ID} and principal ${GUID} ${services.managerUrl} ${said}`,
        ),
      );
      expect(services.asked.manager).toHaveLength(4);
    });

    test("does not wait for ever for Resource Manager", async () => {
      services.manager = ["silence"];
      expect(await run(SYSTEM, { requestSeconds: 0.2 })).toEqual(
        fails(
          12,
          `no access after 15 minutes: for ${GROUP_ID} and principal ${GUID} ${services.managerUrl} does not answer`,
        ),
      );
    });

    test("stops when the minutes are over, however many tries are left", async () => {
      services.manager = [DENIED];
      const { code } = await run(SYSTEM, { accessMinutes: 1 / 60, accessDelays: [0, 1.1, 1.1, 1.1, 1.1] });
      expect(code).toBe(12);
      expect(services.asked.manager).toHaveLength(2);
    });

    test.each<[string, Answer]>([
      ["400 InvalidApiVersionParameter", problem(400, "InvalidApiVersionParameter")],
      ["302", [302, "", { location: "http://127.0.0.1:1/" }]],
    ])("gives up at once where Resource Manager does not take the question: %s", async (said, answer) => {
      services.manager = [answer];
      expect(await run()).toEqual(
        fails(14, `cannot ask for ${GROUP_ID}: ${services.managerUrl} answers ${said}`),
      );
      expect(services.asked.manager).toHaveLength(1);
    });

    test("asks the metadata service directly where the machine has a proxy", async () => {
      const proxy = { http_proxy: "http://127.0.0.1:1", HTTP_PROXY: "http://127.0.0.1:1" };
      const { code } = await run(SYSTEM, {}, proxy);
      expect(services.asked.token.length).toBeGreaterThan(0);
      expect(code).toBe(12);
    });

    test("takes no endpoint from outside", async () => {
      const elsewhere = { metadata: "http://127.0.0.1:1", manager: "http://127.0.0.1:1", resource: "x" };
      expect((await run({ ...SYSTEM }, {}, elsewhere)).code).toBe(0);
    });

    (shell.name === "Linux" ? describe : describe.skip)("on Linux", () => {
      test("shows the token to nobody, neither in arguments nor in what curl is told to log", async () => {
        const folder = temporaryFolder();
        const [log, args] = [join(folder, "curl.log"), join(folder, "arguments")];
        writeFileSync(join(folder, ".curlrc"), `verbose\ntrace-ascii = "${log}"\n`);
        mkdirSync(join(folder, "bin"));
        const real = realCurl();
        const wrapper = `#!/bin/bash\nprintf '%s\\n' "$@" >>'${args}'\nexec '${real}' "$@"\n`;
        writeFileSync(join(folder, "bin", "curl"), wrapper, { mode: 0o755 });
        const PATH = `${join(folder, "bin")}:${process.env.PATH}`;
        const ran = await shell.run(folder, settings(), SYSTEM, {
          PATH,
          CURL_HOME: folder,
          SHELLOPTS: "xtrace",
        });
        expect(ran.code).toBe(0);
        expect(ran.error).not.toContain(TOKEN.split(".")[2]);
        expect(existsSync(log)).toBe(false);
        expect(readFileSync(args, "utf8")).toContain(services.managerUrl);
        expect(readFileSync(args, "utf8")).not.toContain(TOKEN.split(".")[2]);
      });

      test("needs bash, curl and sleep, and says where there is no curl", async () => {
        const bin = temporaryFolder();
        for (const name of ["curl", "sleep"]) {
          const from = name === "curl" ? realCurl() : "/bin/sleep";
          copyFileSync(from, join(bin, name));
        }
        expect((await run(SYSTEM, {}, { PATH: bin })).code).toBe(0);
        expect(await run(SYSTEM, {}, { PATH: temporaryFolder() })).toEqual(
          fails(14, "cannot ask: this machine has no curl"),
        );
      });
    });
  });
}

function problemOf(status: number, error: string): Answer {
  return [status, JSON.stringify({ error })];
}

function realCurl(): string {
  const folders = (process.env.PATH ?? "").split(":");
  return folders.map((folder) => join(folder, "curl")).find(existsSync) as string;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
