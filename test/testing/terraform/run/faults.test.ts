import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { TerraformError } from "../../../../lib/testing/terraform/run/terraform-error";
import { Workspace } from "../../../../lib/testing/terraform/run/workspace";
import { temporaryFolder } from "../../../support";
import { failureOf, newStack, opened, things } from "../stack";

const THREE = things({
  a: { name: "a" },
  b: { name: "b", depends_on: ["toy_thing.a"] },
  c: { name: "c", depends_on: ["toy_thing.b"] },
});

/** A program that writes its process id into a file and then becomes Terraform, or something else. */
function program(become = 'exec terraform "$@"'): { binary: string; pid: () => number } {
  const folder = temporaryFolder();
  const binary = join(folder, "terraform");
  writeFileSync(binary, `#!/bin/sh\necho $$ > ${folder}/pid\n${become}\n`);
  chmodSync(binary, 0o755);
  return { binary, pid: () => Number(readFileSync(join(folder, "pid"), "utf8")) };
}

/** Whether a process still runs. One that nobody has asked for its exit code is a zombie, and runs no more. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return /^[^Z\s]/.test(stdout);
}

test("interrupted in the middle of an apply, Terraform keeps what is done and plans the rest", async () => {
  const interruption = new AbortController();
  const { stack, toy } = await newStack(THREE, {
    create: (planned) => {
      if (planned.name === "b") interruption.abort();
      return { ...planned, id: `toy-${String(planned.name)}`, label: "l" };
    },
    read: (state) => state,
  });
  const error = (await failureOf(stack.apply({ interrupt: interruption.signal }))) as TerraformError;
  expect(error).toMatchObject({ exitCode: 1, signal: null });
  expect(toy.log.map(({ rpc }) => rpc)).toContain("Stop");
  expect((await stack.state()).resources.map(({ name }) => name)).toEqual(["a", "b"]);
  expect((await stack.plan()).changes.map(({ address }) => address)).toEqual(["toy_thing.c"]);
});

test("killed in the middle of an apply, Terraform fails with the signal, and the next one goes on", async () => {
  const { binary, pid } = program();
  let deadly = true;
  const { stack } = await newStack(
    THREE,
    {
      create: (planned) => {
        if (deadly && planned.name === "b") process.kill(pid(), "SIGKILL");
        return { ...planned, id: `toy-${String(planned.name)}`, label: "l" };
      },
      read: (state) => state,
    },
    { binary },
  );
  expect(await failureOf(stack.apply())).toMatchObject({
    exitCode: null,
    signal: "SIGKILL",
    message: expect.stringMatching(/^terraform apply was ended by SIGKILL/),
  });
  deadly = false;
  expect(await stack.apply()).toMatchObject({ added: expect.any(Number) });
  expect((await stack.plan()).isEmpty).toBe(true);
});

test("where the server is closed in the middle of an apply, the failure says so", async () => {
  const { stack, toy } = await newStack(THREE, {
    create: (planned) => {
      if (planned.name === "b") void toy.close();
      return { ...planned, id: `toy-${String(planned.name)}`, label: "l" };
    },
  });
  const error = await failureOf(stack.apply());
  expect(error).toBeInstanceOf(TerraformError);
  expect(error.message).toContain("hint: the process or server of the provider is gone");
  expect(error.message).toContain("toy_thing  ApplyResourceChange");
});

test("where the server was closed before, the failure says so", async () => {
  const { stack, toy } = await newStack(THREE);
  await toy.close();
  expect((await failureOf(stack.plan())).message).toContain(
    "hint: the process or server of the provider is gone; close it only when the last command is done",
  );
});

test("a state file that is none is told of, with where it is", async () => {
  const { stack } = await newStack(THREE);
  writeFileSync(join(stack.folder, "terraform.tfstate"), "{not a state");
  for (const command of [() => stack.plan(), () => stack.apply(), () => stack.state()]) {
    expect((await failureOf(command())).message).toMatch(
      /Unsupported state file format[\s\S]*hint: terraform\.tfstate in the folder of the workspace is no state/,
    );
  }
});

test("closing ends what runs, and nothing is left of it", async () => {
  const { binary, pid } = program("exec sleep 60");
  const folder = temporaryFolder();
  jest.spyOn(os, "tmpdir").mockReturnValueOnce(folder);
  const stack = new Workspace({}, { binary });
  const [first, second] = [failureOf(stack.plan()), failureOf(stack.plan())];
  while (!existsSync(join(binary, "..", "pid"))) await new Promise((resolve) => setTimeout(resolve, 5));
  await stack.close();
  expect((await first).message).toContain("plan was ended by SIGKILL");
  expect((await second).message).toBe("the workspace is closed; make another for more commands");
  expect(isAlive(pid())).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  await stack.close();
  jest.restoreAllMocks();
});

test.each([
  "SIGTERM",
  "exit",
])("a process that ends by %s leaves no Terraform and no folder behind", async (how) => {
  const { binary, pid } = program("exec sleep 60");
  const folder = temporaryFolder();
  const lib = join(__dirname, "../../../../lib/testing/terraform");
  const script = join(temporaryFolder(), "script.ts");
  writeFileSync(
    script,
    `import { Workspace } from ${JSON.stringify(`${lib}/run/workspace`)};
     import { serveProviders } from ${JSON.stringify(`${lib}/provider/server`)};
     import { existsSync } from "node:fs";
     void serveProviders([]);
     void new Workspace({}, { binary: ${JSON.stringify(binary)} }).plan();
     const waiting = setInterval(() => {
       if (!existsSync(${JSON.stringify(join(binary, "..", "pid"))})) return;
       clearInterval(waiting);
       ${how === "exit" ? "process.exit(3)" : 'process.kill(process.pid, "SIGTERM")'};
     }, 5);
     setTimeout(() => {}, 3000);`,
  );
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, TMPDIR: folder, TSX_DISABLE_CACHE: "1" },
    stdio: "inherit",
  });
  const ended = await new Promise((resolve) => {
    child.once("close", (code, signal) => resolve(signal ?? code));
  });
  expect(ended).toBe(how === "exit" ? 3 : "SIGTERM");
  // The signal is sent by then; on a busy machine the process still needs a moment to die.
  for (let waited = 0; isAlive(pid()) && waited < 5000; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(isAlive(pid())).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith("cdktf-"))).toEqual([]);
});

test("without Terraform on the PATH the names that were looked for are told", async () => {
  const { PATH } = process.env;
  const stack = await opened(new Workspace({}));
  process.env.PATH = temporaryFolder();
  const error = await failureOf(stack.plan());
  process.env.PATH = PATH;
  expect(error.message).toBe(
    "no terraform and no tofu in the 1 folders of PATH; install Terraform, or give the path of one as binary",
  );
  const given = await opened(new Workspace({}, { binary: "./nowhere" }));
  expect((await failureOf(given.plan())).message).toBe(
    'binary "./nowhere": no program is there; give the path of Terraform',
  );
});
