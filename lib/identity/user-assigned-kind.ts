import { Construct } from "constructs";
import { type Kind, objectWith } from "../access/given";

const [OBJECT, CONSTRUCT] = ["id", "clientId"].map((member) => objectWith(member, "")) as [Kind, Kind];

export const USER_ASSIGNED: Kind = {
  is: (given) => (Construct.isConstruct(given) ? CONSTRUCT : OBJECT).is(given),
  allowed: "a user-assigned identity; pass the object itself, or UserAssignedIdentity.fromId(...) for an id",
};
