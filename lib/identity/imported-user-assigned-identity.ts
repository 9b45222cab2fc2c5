import { DataAzurermUserAssignedIdentity } from "@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { isKnown, kindProblems, refuseProps, stated } from "../access/given";
import { canonicalIdentityId, parseArmId } from "../model/arm-id";
import { parseTemplate, writeExpression } from "../model/template";
import { deferredString } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { own } from "../synth/marks";
import { LOOKUP } from "./lookup-kinds";
import type { IUserAssignedIdentity } from "./managed-identity";
import type { UserAssignedIdentityLookup } from "./user-assigned-identity-props";

const ID_FORM =
  "/subscriptions/<guid>/resourceGroups/<group>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>";

/** A user-assigned identity that a data source reads. */
export class ImportedUserAssignedIdentity extends Construct implements IUserAssignedIdentity {
  public static byId(
    scope: Construct,
    id: string,
    identityId: string,
    provider?: TerraformProvider,
  ): ImportedUserAssignedIdentity {
    const place = `${scope.node.path}/${id}`;
    const { name, resourceGroupName, given } = isKnown(identityId)
      ? literalParts(place, identityId)
      : tokenParts(scope, identityId);
    return new ImportedUserAssignedIdentity(
      scope,
      id,
      { name, resourceGroupName, ...(provider ? { provider } : {}) },
      given,
    );
  }

  public static byName(
    scope: Construct,
    id: string,
    lookup: UserAssignedIdentityLookup,
  ): ImportedUserAssignedIdentity {
    refuseProps(scope, id, kindProblems(lookup, LOOKUP));
    return new ImportedUserAssignedIdentity(scope, id, lookup);
  }

  /** The data source of the provider. */
  public readonly resource: DataAzurermUserAssignedIdentity;

  /** As it was given, so that it is known at plan where the data source is not. */
  public readonly resourceGroupName: string;

  private constructor(
    scope: Construct,
    id: string,
    lookup: UserAssignedIdentityLookup,
    private readonly givenId?: string,
  ) {
    super(scope, id);
    checkStackOf(this);
    this.resourceGroupName = lookup.resourceGroupName;
    this.resource = own(new DataAzurermUserAssignedIdentity(this, "Default", lookup));
  }

  /** The id as it was given, so that what is written out is checked; else the one that the data source finds. */
  public get id(): string {
    return this.givenId ?? this.resource.id;
  }

  public get name(): string {
    return this.resource.name;
  }

  public get principalId(): string {
    return this.resource.principalId;
  }

  public get clientId(): string {
    return this.resource.clientId;
  }

  public get tenantId(): string {
    return this.resource.tenantId;
  }
}

interface Parts {
  readonly name: string;
  readonly resourceGroupName: string;
  readonly given: string;
}

function literalParts(place: string, identityId: string): Parts {
  const given = canonicalIdentityId(String(identityId));
  const parsed = given === undefined ? undefined : parseArmId(given);
  if (given === undefined || !parsed?.resourceGroupName) {
    throw new Error(
      `[${place}] ${stated("identity id", identityId, "is not the id of a user-assigned identity")}; allowed is ${ID_FORM}; pass such an id, or use UserAssignedIdentity.fromName`,
    );
  }
  return { name: parsed.names[0] as string, resourceGroupName: parsed.resourceGroupName, given };
}

/** Terraform takes the id apart when it knows it. */
function tokenParts(scope: Construct, identityId: string): Parts {
  const segment = (at: number) =>
    deferredString(scope, (context) => {
      const expression = writeExpression(parseTemplate(context.resolve(identityId)));
      return `\${element(split("/", ${expression}), ${at})}`;
    });
  return { name: segment(8), resourceGroupName: segment(4), given: identityId };
}
