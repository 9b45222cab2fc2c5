import type { Model } from "../model/model";
import { actionsText, few, proposalText } from "./gap-texts";
import type { Gap } from "./gaps";
import type { Grant } from "./grant";
import { remedyFor } from "./remedy";

const ALLOWED = "allowed is what its declared roles allow";
const ACCEPT = "or accept this with IdentityRules.acknowledge";

/** What is not allowed or not known, and the least that changes it. */
export function gapMessage(model: Model, gap: Gap, grants: readonly Grant[]): string {
  const [first] = gap.verdicts;
  const operations = gap.verdicts.flatMap(({ operation }) => operation ?? []);
  const actions = () => `${actionsText(model, operations)}${subjectsText(gap)}`;
  const give = () => `give the deployer ${proposalText(model, operations, grants)}`;
  switch (gap.status) {
    case "not covered":
      return `${first?.reason}, so that nobody knows whether the deployer may do it${subjectsText(gap)}; allowed is any type; look its actions up in Azure's documentation`;
    case "missing":
      return `${missingText(model, gap)}; ${ALLOWED}; ${give()}, and declare it with Deployer.of`;
    case "conditional":
      if (first?.by) {
        return `whether the deployer may do all that Terraform asks for is open, as ${first.reason}; open is ${actions()}; ${ALLOWED}; give it a role that allows this for sure, ${ACCEPT}`;
      }
      return `the deployer may not do what Terraform may ask for, as ${first?.reason}; missing is ${actions()}; ${ALLOWED}; ${remedyFor(operations, give)}, ${ACCEPT}`;
  }
}

function missingText(model: Model, { verdicts }: Gap): string {
  const [sure = "", maybe] = ["missing", "conditional"].map((wanted) => {
    const found = verdicts.filter(({ status }) => status === wanted);
    return actionsText(
      model,
      found.flatMap(({ operation }) => operation ?? []),
    );
  });
  const also = maybe ? `; for some changes also ${maybe}` : "";
  return `the deployer may not do all that Terraform asks for here; missing is ${sure}${also}`;
}

function subjectsText({ subject, verdicts }: Gap): string {
  const addresses = verdicts.map((verdict) => verdict.subject.address);
  return subject.address === "" ? ` for ${few(addresses, "others")}` : "";
}
