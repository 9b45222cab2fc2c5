import { type App, TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { TerraformJson } from "../model/terraform-json";
import { listenTo } from "./listen";

/** One `app.synth()` that is under way. */
export interface Run {
  readonly app: App;
  /** In the order in which cdktf synthesizes them. */
  readonly stacks: readonly TerraformStack[];
  /** Stacks that cdktf has asked for what it writes. */
  readonly asked: Set<TerraformStack>;
  /** The JSON of each of them; HCL has none. */
  readonly written: Map<TerraformStack, TerraformJson>;
  /** What cdktf found in each of them before it asked, with what is in stacks inside it. */
  readonly constructs: Map<TerraformStack, readonly IConstruct[]>;
}

const running = new WeakMap<IConstruct, ReadonlySet<TerraformStack>>();

/** Whether a stack is part of an `app.synth()` that is under way; one that is made during it is not, and answers alone. */
export function isInRun(stack: TerraformStack): boolean {
  return running.get(stack.node.root)?.has(stack) ?? false;
}

/**
 * Does the work of a run, and keeps what cdktf finds and writes. It walks the tree of the app for its stacks, that of
 * each stack after the aspects of that, and asks each stack for its JSON once: the answers are exactly what has to be
 * checked, and need not be worked out again.
 *
 * @param isCdktfs whether the synth is that of cdktf, which looks for the stacks before it does anything else
 */
export function duringRun(app: App, isCdktfs: boolean, work: (run: Run) => void): void {
  const run: Writable<Run> = { app, stacks: [], asked: new Set(), written: new Map(), constructs: new Map() };
  const restores: (() => void)[] = [];
  const begin = (stacks: readonly TerraformStack[]) => {
    run.stacks = stacks;
    running.set(app, new Set(stacks));
    for (const stack of stacks) restores.push(...listenToStack(run, stack));
  };
  try {
    if (isCdktfs && answersForItself(app)) restores.push(listenToFirst(app, begin));
    else begin(stacksOf(app));
    work(run);
  } finally {
    running.delete(app);
    for (const restore of restores) restore();
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What comes after the first answer is for others, and may have stacks that cdktf does not write. */
function listenToFirst({ node }: App, begin: (stacks: readonly TerraformStack[]) => void): () => void {
  let isFirst = true;
  return listenTo(node, "findAll", (found) => {
    if (isFirst) begin(found.filter(TerraformStack.isStack));
    isFirst = false;
  });
}

function listenToStack({ asked, written, constructs }: Run, stack: TerraformStack): (() => void)[] {
  const restores = [
    listenTo(stack, "toTerraform", (json) => {
      asked.add(stack);
      written.set(stack, json as TerraformJson);
    }),
    listenTo(stack, "toHclTerraform", () => asked.add(stack)),
  ];
  if (!answersForItself(stack)) return restores;
  const note = (found: readonly IConstruct[]) => isInOrder(found, stack) && constructs.set(stack, found);
  return [...restores, listenTo(stack.node, "findAll", note)];
}

/** Whether the node says what is in the tree, in a method that can be listened to; what others put there may not. */
function answersForItself({ node }: IConstruct): boolean {
  return Object.isExtensible(node) && !Object.hasOwn(node, "findAll");
}

/** cdktf also asks for leaves first, which is not the order that anything is told in. */
function isInOrder([first]: readonly IConstruct[], stack: TerraformStack): boolean {
  return first === stack;
}

/** All stacks of an app, or the stack alone. */
export function stacksOf(appOrStack: IConstruct): TerraformStack[] {
  if (TerraformStack.isStack(appOrStack)) return [appOrStack];
  const stacks: TerraformStack[] = [];
  const visit = ({ node }: IConstruct) => {
    for (const child of node.children) {
      // What is an element is no stack, and most constructs are.
      if (!TerraformElement.isTerraformElement(child) && TerraformStack.isStack(child)) stacks.push(child);
      visit(child);
    }
  };
  visit(appOrStack);
  return stacks;
}
