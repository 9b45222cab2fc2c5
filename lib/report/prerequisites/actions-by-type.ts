import { groupBy } from "../../model/group-by";
import type { Operation } from "../../prerequisites/operation";

const VERB = /\/((?:[^/]+\/)?action|[^/]+)$/;

/** Actions in brief: `Microsoft.Network/virtualNetworks/subnets: join/action, read`, those on data by themselves. */
export function actionsByType(operations: readonly Pick<Operation, "action" | "isData">[]): string[] {
  const byType = groupBy(
    operations,
    ({ action, isData }) => `${isData ? "data " : ""}${action.replace(VERB, "")}`,
  );
  return [...byType].map(([type, same]) => {
    const verbs = new Set(same.map(({ action }) => VERB.exec(action)?.[1] ?? action));
    return `${type}: ${[...verbs].sort().join(", ")}`;
  });
}
