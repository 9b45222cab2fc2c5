import type { ResourceBehaviour } from "../../../lib/testing/terraform/provider/behaviour";
import { logText } from "../../../lib/testing/terraform/provider/log";
import { Workspace, type WorkspaceOptions } from "../../../lib/testing/terraform/run/workspace";
import { serveToy, type Toy } from "./toy";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const item of open.splice(0).reverse()) await item.close();
});

/** What is given, closed after the test also where that fails: an open server would keep the process alive. */
export async function opened<T extends { close(): Promise<void> }>(item: T | Promise<T>): Promise<T> {
  const made = await item;
  open.push(made);
  return made;
}

/** A folder with a configuration, and the toy provider that it uses. Both are closed after the test. */
export async function newStack(
  configuration: object,
  overrides: Partial<ResourceBehaviour> = {},
  options: Partial<WorkspaceOptions> = {},
): Promise<{ toy: Toy; stack: Workspace }> {
  const toy = await opened(serveToy(overrides));
  const log = () => logText(toy.log);
  const stack = await opened(
    new Workspace({ ...configuration }, { reattach: () => toy.reattach, log, ...options }),
  );
  return { toy, stack };
}

/** Things of one type, each as the arguments given by name. */
export function things(
  entries: object,
  type = "toy_thing",
): { readonly resource: object; readonly [key: string]: unknown } {
  return { resource: { [type]: entries } };
}

/** What a promise rejects with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const done = await promise.then(
    () => undefined,
    (error: Error) => error,
  );
  if (done === undefined) throw new Error("it did not fail");
  return done;
}
