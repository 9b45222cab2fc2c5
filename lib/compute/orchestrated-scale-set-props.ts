import type { ScaleSetOptions } from "./scale-set-options";

/** What a scale set with flexible orchestration is made of. */
export interface OrchestratedScaleSetProps extends ScaleSetOptions {
  /** Size of the machines, such as `Standard_B2s`. */
  readonly skuName: string;

  /**
   * Over how many fault domains the machines are spread; 1 spreads them over as many as there are. Changing it replaces
   * the scale set.
   *
   * @default 1
   */
  readonly platformFaultDomainCount?: number;
}
