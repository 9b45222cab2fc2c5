import { kindProblems, text } from "../access/given";
import { PLACEMENT } from "../access/placement-kinds";
import { attachedProblems } from "./attached-problems";
import { OPERATING_SYSTEM } from "./operating-system-kind";
import type { VmProps } from "./vm-props";

const KINDS = {
  ...PLACEMENT,
  size: text("a size of virtual machines such as Standard_B2s; give one"),
  operatingSystem: OPERATING_SYSTEM,
};

/** What props of a machine contradict, each with the fix. No machine can be made from them. */
export function vmPropsProblems(props: VmProps): string[] {
  const problems = kindProblems(props, KINDS);
  const { subnetId, networkInterfaceIds, sourceImageId, sourceImageReference } = props;
  if (subnetId === undefined && !networkInterfaceIds?.length) {
    problems.push(
      "the machine has no network: allowed is exactly one of subnetId and networkInterfaceIds; pass the id of a subnet",
    );
  }
  if (subnetId !== undefined && networkInterfaceIds !== undefined) {
    problems.push(
      "both subnetId and networkInterfaceIds are given: allowed is one of the two; remove the other",
    );
  }
  if (props.publicIpAddressEnabled && subnetId === undefined) {
    problems.push(
      "publicIpAddressEnabled is given without subnetId: allowed is a public address on the interface that is made " +
        "here; pass subnetId, or give your own interface the address",
    );
  }
  if (sourceImageId !== undefined && sourceImageReference !== undefined) {
    problems.push(
      "both sourceImageId and sourceImageReference are given: allowed is one of the two; remove the other",
    );
  }
  return [...problems, ...attachedProblems(props.userAssignedIdentities)];
}
