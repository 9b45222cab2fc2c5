import type { BuiltInRoleName } from "../azure/built-in-role-name";
import { builtInRoleId, nearestRoleNames } from "../azure/built-in-roles";
import { isGuid } from "../model/arm-id";
import { roleGuid } from "../model/scope";
import { isKnown, stated } from "./given";

/** What a principal may do: a role definition of Azure RBAC. */
export class Role {
  /**
   * A built-in role by its name, current or former. Bindings refer to it by its GUID, which stays when Azure
   * renames the role.
   *
   * @throws when Azure has no built-in role of that name; the message names the nearest ones
   */
  public static builtIn(name: BuiltInRoleName): Role {
    const guid = builtInRoleId(String(name));
    if (guid === undefined) {
      const nearest = nearestRoleNames(String(name ?? "")).map((candidate) => `"${candidate}"`);
      const fix = nearest.length > 0 ? `did you mean ${nearest.join(" or ")}? otherwise use` : "use";
      throw new Error(
        `${stated("role", name, "is not a built-in role")}; allowed are the names of Azure's built-in roles; ${fix} Role.fromName for a role of your tenant`,
      );
    }
    return new Role({ guid });
  }

  /**
   * Any role by its definition: an id that ends in `/roleDefinitions/<guid>`, the GUID alone, or a token.
   *
   * Of a literal the GUID counts: a binding writes the prefix that Azure reports for its scope, as with any other a
   * plan replaces it each time. A token is passed on as it is; for `azurerm_role_definition` pass
   * `roleDefinitionResourceId`, not `id`.
   *
   * @throws when a literal does not end in a GUID
   */
  public static fromDefinitionId(definitionId: string): Role {
    if (!isKnown(definitionId)) return new Role({ id: definitionId });
    const guid = roleGuid(String(definitionId));
    if (guid === undefined) {
      throw new Error(
        `${stated("role definition id", definitionId, "does not end in a GUID")}; allowed are /subscriptions/<guid>/providers/Microsoft.Authorization/roleDefinitions/<guid>, the same without the subscription, and the GUID alone; for a role by name use Role.builtIn or Role.fromName`,
      );
    }
    return new Role({ guid });
  }

  /**
   * A role of your tenant by its display name. azurerm looks it up at the scope of the binding when it applies, so a
   * renamed role replaces the binding: for built-in roles use `builtIn`, for roles of this app `CustomRole`. A GUID is
   * no name: it is taken as the id of the role.
   *
   * @throws when there is no name
   */
  public static fromName(name: string): Role {
    if (isKnown(name) && (typeof name !== "string" || name === "")) {
      throw new Error(
        `${stated("name of a role", name)}; allowed is the display name of a role of your tenant; for a built-in role use Role.builtIn`,
      );
    }
    return isGuid(name) ? new Role({ guid: name.toLowerCase() }) : new Role({ name });
  }

  /**
   * The role whose GUID is the last part of a resource id that only Terraform knows.
   *
   * @internal
   */
  public static _fromResourceId(resourceId: string): Role {
    return new Role({ resourceId });
  }

  /** @internal */
  public readonly _definition: RoleReference;

  private constructor(definition: RoleReference) {
    this._definition = definition;
  }
}

/** Exactly one of the ways to say which role is meant. */
type RoleReference =
  | { readonly guid: string }
  | { readonly id: string }
  | { readonly name: string }
  | { readonly resourceId: string };
