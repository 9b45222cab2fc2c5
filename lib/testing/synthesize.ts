import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Manifest, TerraformStack } from "cdktf";
import { answerWith } from "../synth/listen";
import { stackJson } from "../synth/read-stack";
import { shown } from "../synth/shown";
import { stableJson } from "./stable-json";

/**
 * The Terraform JSON of a stack, for snapshots: the text that `Testing.synth(stack)` of cdktf gives.
 *
 * Unlike that one it fails on error findings of this library, on failed validations and on error annotations, and its
 * time grows with the number of resources and not with its square. It leaves no folder behind.
 *
 * @throws when a synth of the app would fail at this stack, or it is no stack
 */
export function synthesize(stack: TerraformStack): string {
  if (!TerraformStack.isStack(stack)) {
    throw new Error(
      `synthesize is given ${shown(stack)}; allowed is a stack; call it for each stack, or write all of them with app.synth()`,
    );
  }
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
