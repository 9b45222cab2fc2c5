import type { IUserAssignedIdentity } from "./managed-identity";

type Attributes = { readonly [Name in keyof IUserAssignedIdentity]?: string };

/** A user-assigned identity of which only what was given is known. */
export class KnownUserAssignedIdentity implements IUserAssignedIdentity {
  private readonly attributes: Attributes;

  public constructor(attributes: Attributes) {
    this.attributes = attributes ?? {};
  }

  public get id(): string {
    return this.known("id");
  }

  public get name(): string {
    return this.known("name");
  }

  public get principalId(): string {
    return this.known("principalId");
  }

  public get clientId(): string {
    return this.known("clientId");
  }

  public get tenantId(): string {
    return this.known("tenantId");
  }

  private known(name: keyof Attributes): string {
    const value = this.attributes[name];
    if (value !== undefined) return value;
    const given = Object.entries(this.attributes).flatMap(([key, each]) => (each === undefined ? [] : [key]));
    throw new Error(
      `${name} of an identity from attributes is read, and was not given; allowed is what was given, which is ${given.join(", ") || "nothing"}; pass ${name} to UserAssignedIdentity.fromAttributes, or look the identity up with fromId or fromName`,
    );
  }
}
