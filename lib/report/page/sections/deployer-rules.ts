import { deployerPermission } from "../../../rules/deployer-permission";
import { unclearDeployerPermission } from "../../../rules/unclear-deployer-permission";

/** Ids of the rules that compare what a stack needs with its declared deployer. */
export const DEPLOYER_RULES: ReadonlySet<string> = new Set([
  deployerPermission.id,
  unclearDeployerPermission.id,
]);
