import { kindProblems } from "../access/given";
import { PLACEMENT } from "../access/placement-kinds";
import { attachedProblems } from "./attached-problems";
import { OPERATING_SYSTEM } from "./operating-system-kind";
import type { ScaleSetOptions } from "./scale-set-options";
import type { ScaleSetProps } from "./scale-set-props";

/** What props of a scale set contradict, each with the fix. No scale set can be made from them. */
export function scaleSetProblems(props: ScaleSetOptions): string[] {
  const { sourceImageId, sourceImageReference, userAssignedIdentities } = props;
  const hasBothImages = sourceImageId !== undefined && sourceImageReference !== undefined;
  return [
    ...kindProblems(props, { ...PLACEMENT, operatingSystem: OPERATING_SYSTEM }),
    ...(hasBothImages
      ? ["both sourceImageId and sourceImageReference are given: allowed is one of the two; remove the other"]
      : []),
    ...attachedProblems(userAssignedIdentities),
  ];
}

/** The same for a scale set with uniform orchestration. */
export function uniformProblems(props: ScaleSetProps): string[] {
  const { operatingSystem } = props;
  const ofSystem = OPERATING_SYSTEM.is(operatingSystem) ? operatingSystem._uniformProblems() : [];
  return [...scaleSetProblems(props), ...ofSystem];
}
