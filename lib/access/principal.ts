import type { TerraformStack } from "cdktf";
import type { IManagedIdentity } from "../identity/managed-identity";
import type { UserAssignedIdentity } from "../identity/user-assigned-identity";
import { isGuid } from "../model/arm-id";
import { quotedAddress } from "../model/quoted-address";
import type { PrincipalType } from "./condition";
import { isKnown, stated } from "./given";

/** Who can be given a role: a managed identity, or what `Principal` makes of an object id. */
export interface IPrincipal {
  /** Object id in Entra, a GUID: what role assignments take. Of an identity it is that of its service principal. */
  readonly principalId: string;

  /**
   * What the object is.
   *
   * @default "ServicePrincipal", as managed identities are
   */
  readonly principalType?: PrincipalType;
}

/** A user, a group or a service principal of Entra, by its object id: a literal or a token. */
export class Principal implements IPrincipal {
  /**
   * A user.
   *
   * @throws when a literal is not a GUID, such as the name that the user signs in with
   */
  public static user(objectId: string): Principal {
    return new Principal(checkedObjectId("user", objectId, "az ad user show --id <name>"), "User");
  }

  /**
   * A group: all its members.
   *
   * @throws when a literal is not a GUID, such as the name of the group
   */
  public static group(objectId: string): Principal {
    return new Principal(checkedObjectId("group", objectId, "az ad group show --group <name>"), "Group");
  }

  /**
   * A service principal: an application as it is in your tenant. Its object id is neither that of the application nor
   * the client id.
   *
   * @throws when a literal is not a GUID
   */
  public static servicePrincipal(objectId: string): Principal {
    const command = "az ad sp show --id <client id>";
    return new Principal(checkedObjectId("service principal", objectId, command), "ServicePrincipal");
  }

  /** A managed identity. Where a principal is asked for, the identity itself will do as well. */
  public static managedIdentity(identity: IManagedIdentity): Principal {
    return new Principal(() => identity.principalId, "ServicePrincipal", identity);
  }

  /** What the object is. */
  public readonly principalType?: PrincipalType;

  private constructor(
    private readonly objectId: () => string,
    principalType: PrincipalType,
    private readonly identity?: IManagedIdentity,
  ) {
    this.principalType = principalType;
  }

  /** Object id in Entra. */
  public get principalId(): string {
    return this.objectId();
  }

  /**
   * The principal id as plain text for elements of the same stack, where it is an identity that knows it.
   *
   * @internal
   */
  public _plainPrincipalId(stack: TerraformStack): string | undefined {
    return (this.identity as Partial<UserAssignedIdentity> | undefined)?._plainPrincipalId?.(stack);
  }
}

function checkedObjectId(kind: string, objectId: string, command: string): () => string {
  if (isKnown(objectId) && !isGuid(objectId)) {
    const address = quotedAddress(String(objectId));
    const fix = address
      ? `as a reference it is written "\${${address}}"`
      : `pass what "${command} --query id" says`;
    throw new Error(
      `${stated(`object id of a ${kind}`, objectId)}; allowed is its object id in Entra, xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx; ${fix}`,
    );
  }
  return () => objectId;
}
