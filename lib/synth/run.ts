import { type App, TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { TerraformJson } from "../model/terraform-json";
import { listenTo } from "./listen";

/** One `app.synth()` that is under way. */
export interface Run {
  readonly app: App;
  /** In the order in which cdktf synthesizes them. */
  readonly stacks: readonly TerraformStack[];
  /** Those of them that a synth of the app's own made: it is known at the end whether cdktf writes them. */
  readonly late: Set<TerraformStack>;
  /** Stacks that cdktf has asked for what it writes. */
  readonly asked: Set<TerraformStack>;
  /** The JSON of each of them; HCL has none. */
  readonly written: Map<TerraformStack, TerraformJson>;
  /** What cdktf found in each of them before it asked, with what is in stacks inside it. */
  readonly constructs: Map<TerraformStack, readonly IConstruct[]>;
}

const running = new WeakMap<IConstruct, ReadonlySet<TerraformStack>>();

/** Whether a stack is part of an `app.synth()` that is under way; one that cdktf did not find then is not, and answers alone. */
export function isInRun(stack: TerraformStack): boolean {
  return running.get(stack.node.root)?.has(stack) ?? false;
}

/**
 * Does the work of a run, and keeps what cdktf finds and writes. cdktf walks the tree of the app for its stacks, that of
 * each stack after the aspects of that, and asks each stack for its JSON once: the answers are exactly what has to be
 * checked, and need not be worked out again.
 *
 * @param isCdktfs whether the synth is that of cdktf, which looks for the stacks before it does anything else
 */
export function duringRun(app: App, isCdktfs: boolean, work: (run: Run) => void): void {
  const run: Writable<Run> = {
    app,
    stacks: [],
    late: new Set(),
    asked: new Set(),
    written: new Map(),
    constructs: new Map(),
  };
  const known = new Set<TerraformStack>();
  const restores: (() => void)[] = [];
  const begin = (stacks: readonly TerraformStack[]) => {
    const more = stacks.filter((stack) => !known.has(stack));
    run.stacks = run.asked.size === 0 ? stacks : [...run.stacks, ...more];
    for (const stack of more) restores.push(...listenToStack(run, stack));
    for (const stack of more) known.add(stack);
    return more;
  };
  running.set(app, known);
  try {
    if (isCdktfs && answersForItself(app)) restores.push(listenToFirst(app, begin));
    else {
      begin(stacksOf(app));
      const beginLate = (stacks: readonly TerraformStack[]) => {
        for (const stack of begin(stacks)) run.late.add(stack);
      };
      if (answersForItself(app)) restores.push(listenToEach(app, beginLate));
    }
    work(run);
  } finally {
    running.delete(app);
    for (const restore of restores) restore();
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Begin = (stacks: readonly TerraformStack[]) => void;

/** What comes after the first answer is for others, and may have stacks that cdktf does not write. */
function listenToFirst(app: App, begin: Begin): () => void {
  let isFirst = true;
  return listenTo(app.node, "findAll", (found) => {
    if (isFirst) begin(found.filter(TerraformStack.isStack));
    isFirst = false;
  });
}

function listenToEach(app: App, begin: Begin): () => void {
  return listenTo(app.node, "findAll", (found) => {
    if (isInOrder(found, app)) begin(found.filter(TerraformStack.isStack));
  });
}

/** The stacks of a run that has ended. */
export function endedRun(run: Run): Run {
  return { ...run, stacks: run.stacks.filter((stack) => !run.late.has(stack) || run.asked.has(stack)) };
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
function isInOrder([first]: readonly IConstruct[], root: IConstruct): boolean {
  return first === root;
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
