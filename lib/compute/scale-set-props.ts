import type { ScaleSetOptions } from "./scale-set-options";

/** What a scale set of equal machines is made of. */
export interface ScaleSetProps extends ScaleSetOptions {
  /** Size of the machines, such as `Standard_B2s`. */
  readonly sku: string;

  /**
   * Probe of a load balancer that tells the health of the machines.
   *
   * @default - none
   */
  readonly healthProbeId?: string;
}
