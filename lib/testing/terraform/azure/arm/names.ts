import type { Kind } from "../kinds/kind";
import { refuse } from "../refuse";
import type { Azure } from "../store/azure";
import { armType, lastName, sameId } from "../store/ids";

/** What Azure says of a name that azurerm let through. @throws Refusal */
export function requireName(azure: Azure, kind: Kind, id: string): void {
  const name = lastName(id);
  if (kind.names && !kind.names.test(name)) {
    refuse(400, "InvalidResourceName", `Resource name ${name} is invalid.`);
  }
  if (kind.takenCode && azure.all().some((each) => isNamesake(each.id, id))) {
    refuse(409, kind.takenCode, `The name ${name} is already taken.`);
  }
}

function isNamesake(one: string, other: string): boolean {
  return (
    armType(one)?.toLowerCase() === armType(other)?.toLowerCase() && sameId(lastName(one), lastName(other))
  );
}
