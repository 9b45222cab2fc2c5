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
  readonly asked: ReadonlySet<TerraformStack>;
  /** The JSON of each of them; HCL has none. */
  readonly written: ReadonlyMap<TerraformStack, TerraformJson>;
  /** What cdktf found in each of them before it asked, with what is in stacks inside it. */
  readonly constructs: ReadonlyMap<TerraformStack, readonly IConstruct[]>;
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
 */
export function duringRun(app: App, work: (run: Run) => void): void {
  const stacks = new Set<TerraformStack>();
  const asked = new Set<TerraformStack>();
  const written = new Map<TerraformStack, TerraformJson>();
  const constructs = new Map<TerraformStack, readonly IConstruct[]>();
  const listen = (stack: TerraformStack) => {
    stacks.add(stack);
    return [
      listenTo(stack.node, "findAll", (found) => {
        if (isInOrder(found, stack)) constructs.set(stack, found);
      }),
      listenTo(stack, "toTerraform", (json) => {
        asked.add(stack);
        written.set(stack, json as TerraformJson);
      }),
      listenTo(stack, "toHclTerraform", () => asked.add(stack)),
    ];
  };
  const restores = [
    listenTo(app.node, "findAll", (found) => {
      for (const stack of found.filter(TerraformStack.isStack)) {
        if (!stacks.has(stack)) restores.push(...listen(stack));
      }
    }),
  ];
  running.set(app, stacks);
  const run = {
    app,
    asked,
    written,
    constructs,
    // A synth that fails before cdktf looks for stacks has them all the same.
    get stacks() {
      return stacks.size > 0 ? [...stacks] : stacksOf(app);
    },
  };
  try {
    work(run);
  } finally {
    running.delete(app);
    for (const restore of restores) restore();
  }
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
