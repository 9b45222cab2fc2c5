import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Manifest, type TerraformStack } from "cdktf";
import { answerWith } from "../synth/listen";
import { stackJson } from "../synth/read-stack";
import { stableJson } from "./stable-json";

/**
 * The Terraform JSON of a stack, for snapshots: the text that `Testing.synth(stack)` of cdktf gives.
 *
 * Unlike that one it fails on error findings of this library, on failed validations and on error annotations, and its
 * time grows with the number of resources and not with its square. It leaves no folder behind.
 *
 * @throws when a synth of the app would fail at this stack
 */
export function synthesize(stack: TerraformStack): string {
  const outdir = mkdtempSync(join(tmpdir(), "cdktf-azure-identity-"));
  // What cdktf writes is thrown away: aspects, validations and annotations are what it is asked for.
  const restore = answerWith(stack, "toTerraform", () => ({}));
  try {
    stack.synthesizer.synthesize({ outdir, manifest: new Manifest("stubbed", outdir, false) });
  } finally {
    restore();
    rmSync(outdir, { recursive: true, force: true });
  }
  return stableJson(stackJson(stack));
}
