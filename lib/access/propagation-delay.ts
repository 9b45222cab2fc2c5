import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { hclText } from "../synth/hcl-text";
import { own } from "../synth/marks";
import { requireProvider } from "../synth/required-provider";
import { shown } from "../synth/shown";
import { isKnown } from "./given";

const TIME = { source: "hashicorp/time", version: "~> 0.13" };

/** Source: hashicorp/time, time_sleep (create_duration). */
const DURATION = /^[0-9]+(\.[0-9]+)?(ms|s|m|h)$/;

/** A `time_sleep` after role assignments. It sleeps again when one of them is replaced. */
export class PropagationDelay extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly awaited: TerraformResource,
    private readonly duration: string,
  ) {
    super(scope, id, { terraformResourceType: "time_sleep" });
    requireProvider(this, "time", TIME);
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return { create_duration: this.duration, triggers: this.triggers() };
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return {
      create_duration: hclText(this.duration),
      triggers: { value: this.triggers(), isBlock: false, type: "map", storageClassType: "stringMap" },
    };
  }

  private triggers(): { [name: string]: string } {
    const { terraformResourceType, friendlyUniqueId, forEach, count } = this.awaited;
    const address = `${terraformResourceType}.${friendlyUniqueId}`;
    const each = forEach ? `values(${address})` : address;
    const isOne = !forEach && count === undefined;
    return { role_assignment: isOne ? `\${${address}.id}` : `\${join(",", ${each}[*].id)}` };
  }
}

/** The delay of a binding, where it asks for one. */
export function createPropagationDelay(
  binding: Construct,
  awaited: TerraformResource,
  duration: string | undefined,
): PropagationDelay | undefined {
  return duration === undefined
    ? undefined
    : own(new PropagationDelay(binding, "propagation-delay", awaited, duration));
}

/** Why a text is no duration, with the fix; Terraform checks a token. */
export function durationProblem(duration = "0s"): string[] {
  if (!isKnown(duration) || DURATION.test(duration)) return [];
  return [
    `propagationDelay ${shown(duration)} is not a duration; allowed are a number and one of ms, s, m and h; write for example "60s"`,
  ];
}
