export interface State {
  /** Resources and data sources, those of modules too. */
  readonly resources: readonly StateResource[];
  readonly outputs: { readonly [name: string]: { readonly value: unknown; readonly sensitive: boolean } };
}

export interface StateResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** Key or number. @default - neither `for_each` nor `count` */
  readonly index?: string | number;
  readonly values: { readonly [name: string]: unknown };
  /** Whether its creation failed half-way, so that the next apply replaces it. */
  readonly tainted: boolean;
}

interface ShownResource extends Omit<StateResource, "tainted"> {
  tainted?: boolean;
}

interface ShownModule {
  resources?: ShownResource[];
  child_modules?: ShownModule[];
}

interface ShownState {
  values?: {
    root_module?: ShownModule;
    outputs?: { [name: string]: { value?: unknown; sensitive?: boolean } };
  };
}

/** The state from what `terraform show -json` says of it. Numbers beyond 2^53 lose their last digits. */
export function stateOf(json: string): State {
  const { values } = JSON.parse(json) as ShownState;
  const outputs = Object.entries(values?.outputs ?? {}).map(([name, { value, sensitive }]) => [
    name,
    { value: value ?? null, sensitive: sensitive ?? false },
  ]);
  return {
    resources: resourcesOf(values?.root_module ?? {}),
    outputs: Object.fromEntries(outputs),
  };
}

function resourcesOf({ resources, child_modules }: ShownModule): StateResource[] {
  return [
    ...(resources ?? []).map(({ address, mode, type, name, index, values, tainted }) => ({
      address,
      mode,
      type,
      name,
      ...(index !== undefined && { index }),
      values,
      tainted: tainted ?? false,
    })),
    ...(child_modules ?? []).flatMap(resourcesOf),
  ];
}
