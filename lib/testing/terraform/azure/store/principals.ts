export type PrincipalType = "ServicePrincipal" | "User" | "Group";

export interface Principal {
  readonly id: string;
  /** Of a test that only says that it exists, the type is whatever is claimed of it. */
  readonly type?: PrincipalType;
}

/** Who can be given a role: users, groups, and the service principals of applications and identities. */
export class Principals {
  private readonly known = new Map<string, Principal>();

  public add(principal: Principal): void {
    this.known.set(principal.id.toLowerCase(), principal);
  }

  public remove(id: string): void {
    this.known.delete(id.toLowerCase());
  }

  public find(id: string): Principal | undefined {
    return this.known.get(id.toLowerCase());
  }
}
