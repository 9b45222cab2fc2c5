import { Failure } from "../../../../lib/testing/terraform/provider/behaviour";
import { linux, NIC } from "./machine";
import { Desk, GROUP } from "./support";

const TYPE = "azurerm_virtual_machine_run_command";
const MACHINE = `${GROUP}/providers/Microsoft.Compute/virtualMachines/vm`;

function deskWithMachine(): Desk {
  const desk = new Desk({ existing: [NIC] });
  desk.create("azurerm_linux_virtual_machine", linux());
  return desk;
}

const command = (given: object = {}) => ({
  name: "check",
  location: "westeurope",
  virtual_machine_id: MACHINE,
  source: [{ script: "id" }],
  ...given,
});

test("a run command ends well unless something else is played", () => {
  const state = deskWithMachine().create(TYPE, command());
  expect(state.id).toBe(`${MACHINE}/runCommands/check`);
  expect(state.instance_view).toMatchObject([{ exit_code: 0, execution_state: "Succeeded", output: "" }]);
});

test("what is played is what its script did, with its id at hand", () => {
  const desk = deskWithMachine();
  desk.azure.runCommands.play((id) => ({ exitCode: 0, output: `ran ${id}` }));
  const state = desk.create(TYPE, command());
  expect(state.instance_view).toMatchObject([{ exit_code: 0, output: `ran ${String(state.id)}` }]);
  expect(desk.read(TYPE, state)?.instance_view).toEqual(state.instance_view);
});

test("a script that fails leaves the run command, in the words of the script", () => {
  const desk = deskWithMachine();
  desk.azure.runCommands.play({ exitCode: 12, error: "no access" });
  const failed = (() => {
    try {
      return desk.create(TYPE, command());
    } catch (thrown) {
      return thrown as Failure;
    }
  })();
  expect(failed).toBeInstanceOf(Failure);
  expect((failed as Failure).summary).toContain("failed with exit code 12: no access");
  expect((failed as Failure).state.instance_view).toMatchObject([
    { exit_code: 12, execution_state: "Failed", error_message: "no access" },
  ]);
  expect(desk.azure.exists(`${MACHINE}/runCommands/check`)).toBe(true);
});

test.each([
  [command({ name: "-a" }), "alphanumeric"],
  [command({ name: "a-" }), "must end with"],
  [command({ source: [{ script: "id", script_uri: "https://x" }] }), "only one of"],
])("%j is refused before a plan", (given, message) => {
  expect(deskWithMachine().problems(TYPE, given).join("\n")).toContain(message);
});

test("without the machine there is none", () => {
  expect(() => new Desk().create(TYPE, command())).toThrow("ParentResourceNotFound");
});
