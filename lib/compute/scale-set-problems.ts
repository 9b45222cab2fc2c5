import { attachedProblems } from "./attached-problems";
import type { ScaleSetOptions } from "./scale-set-options";
import type { ScaleSetProps } from "./scale-set-props";

/** What props of a scale set contradict, each with the fix. No scale set can be made from them. */
export function scaleSetProblems(props: ScaleSetOptions): string[] {
  const { sourceImageId, sourceImageReference, userAssignedIdentities } = props;
  const hasBothImages = sourceImageId !== undefined && sourceImageReference !== undefined;
  return [
    ...(hasBothImages
      ? ["both sourceImageId and sourceImageReference are given: allowed is one of the two; remove the other"]
      : []),
    ...attachedProblems(userAssignedIdentities),
  ];
}

/** The same for a scale set with uniform orchestration. */
export function uniformProblems(props: ScaleSetProps): string[] {
  return [...scaleSetProblems(props), ...props.operatingSystem._uniformProblems()];
}
