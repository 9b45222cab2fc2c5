import { AZAPI } from "./azapi";
import type { ProviderSchema } from "./schema";

/** Schemas of providers for which no package of bindings exists, by local name. */
export const HAND_WRITTEN: { readonly [provider: string]: ProviderSchema } = { azapi: AZAPI };
