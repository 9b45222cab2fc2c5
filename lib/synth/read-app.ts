import {
  DefaultTokenResolver,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  StringConcat,
  TerraformStack,
} from "cdktf";
import type { IConstruct } from "constructs";
import { remoteStateOf } from "../model/link";
import type { StackSource } from "../model/terraform-json";
import { sourceOf, stackJson } from "./read-stack";
import { resolverFor } from "./resolver";
import { stacksOf } from "./run";

/** What references between stacks ask of a stack: its outputs by their names. */
type Outputs = Map<string, { readonly value: string }>;

/**
 * Reads all stacks of an app with the references between them as `app.synth()` will write them, and leaves the stacks as
 * they are. Read one by one before that, such a reference looks like one to an element of the stack itself.
 */
export function readApp(construct: IConstruct): StackSource[] {
  const asked = new Map<TerraformStack, Outputs>();
  const sources = stacksOf(construct.node.root).map((stack) => {
    const resolve = resolverFor(stack, new CrossStackResolver(stack, asked));
    return { stack, source: sourceOf(stack, stackJson(stack, resolve)) };
  });
  return sources.map(({ stack, source }) => withOutputs(source, asked.get(stack)));
}

function withOutputs(source: StackSource, outputs: Outputs | undefined): StackSource {
  if (!outputs) return source;
  const output = { ...Object.fromEntries(outputs), ...source.json.output };
  return { ...source, json: { ...source.json, output } };
}

/** Resolves a reference that cdktf has not prepared yet to what it will be; all else as ever. */
class CrossStackResolver extends DefaultTokenResolver {
  public constructor(
    private readonly stack: TerraformStack,
    private readonly asked: Map<TerraformStack, Outputs>,
  ) {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor) {
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    // cdktf keeps where a reference comes from to itself.
    const { originStack, identifier } = token as {
      readonly originStack?: unknown;
      readonly identifier?: string;
    };
    if (!TerraformStack.isStack(originStack) || originStack === this.stack || !identifier) return resolved;
    const isPlain = resolved === identifier;
    if (!isPlain && resolved !== `\${${identifier}}`) return resolved;
    const reference = this.ask(originStack, identifier);
    return isPlain ? reference : `\${${reference}}`;
  }

  private ask(origin: TerraformStack, identifier: string): string {
    const name = `cross-stack-output-${identifier}`.replace(/[^A-Za-z0-9_-]/g, "");
    const outputs: Outputs = this.asked.get(origin) ?? new Map();
    this.asked.set(origin, outputs.set(name, { value: `\${${identifier}}` }));
    return `${remoteStateOf(origin.node.path)}.outputs.${name}`;
  }
}
