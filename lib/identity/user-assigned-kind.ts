import { Construct } from "constructs";
import { type Kind, objectWith } from "../access/given";

const ALLOWED =
  "a user-assigned identity; pass the object itself, or UserAssignedIdentity.fromId(...) for an id";
const OBJECT = objectWith("id", ALLOWED);
/** Machines and others have an id too. */
const CONSTRUCT = objectWith("clientId", ALLOWED);

export const USER_ASSIGNED: Kind = {
  is: (given) => (Construct.isConstruct(given) ? CONSTRUCT : OBJECT).is(given),
  allowed: ALLOWED,
};
