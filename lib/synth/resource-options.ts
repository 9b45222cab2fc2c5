import type { ITerraformDependable, TerraformProvider, TerraformResourceLifecycle } from "cdktf";

/** Meta-arguments that every construct accepts. */
export interface ResourceOptions {
  /**
   * Lifecycle of the main resource.
   *
   * @default - Terraform's own
   */
  readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * What the main resource waits for, beside what it refers to.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];

  /**
   * The azurerm provider of the main resource and of everything made along with it.
   *
   * @default - the azurerm provider of the stack that has no alias
   */
  readonly provider?: TerraformProvider;
}
