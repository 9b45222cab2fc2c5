import type { ObjectValue } from "../../provider/value";
import { text } from "../values";
import { guid } from "./guid";
import { armType, canonicalScope, key, liesIn, managementGroupOf, parentOf, subscriptionOf } from "./ids";
import { type Principal, Principals } from "./principals";
import { RunCommands } from "./run-commands";

/** What there is before Terraform runs. */
export interface AzureOptions {
  /**
   * ARM ids of what exists: resources, groups, subscriptions, management groups. What one lies in exists with it.
   *
   * @default - nothing
   */
  readonly existing?: readonly string[];

  /**
   * Object ids of users, groups and service principals, with their type where that matters.
   *
   * @default - none
   */
  readonly principals?: readonly (string | Principal)[];

  /** @default - a fixed one */
  readonly tenantId?: string;

  /**
   * The one subscription there is; a provider that names none is in it, as with `ARM_SUBSCRIPTION_ID`.
   *
   * @default - each that a provider is configured with
   */
  readonly subscriptionId?: string;
}

/** Identities of a host, as Azure keeps them. */
export interface AttachedIdentities {
  readonly systemPrincipal?: string;
  readonly user: readonly string[];
}

export interface Resource {
  readonly id: string;
  /** What azurerm or azuread wrote; nothing of what was there before. */
  readonly state?: ObjectValue;
  readonly identities?: AttachedIdentities;
  /** What azapi wrote, as Resource Manager keeps it; without identities. */
  readonly body?: ObjectValue;
  /** The state of the `azapi_resource` that made it. */
  readonly azapiState?: ObjectValue;
  /** Ids of others that it uses. */
  readonly refersTo?: readonly string[];
}

/** Azure as it is: what exists, for all providers of a run. */
export class Azure {
  public readonly tenantId: string;
  public readonly principals = new Principals();
  public readonly runCommands = new RunCommands();
  /** Types that no rule is written for: ids, parents and replacement of these are a guess. */
  public readonly generic = new Set<string>();
  private readonly resources = new Map<string, Resource>();
  private readonly turns = new Map<string, number>();
  private readonly subscriptions = new Set<string>();
  private readonly onlySubscription: string | undefined;

  public constructor(options: AzureOptions = {}) {
    this.tenantId = options.tenantId ?? guid("tenant");
    this.onlySubscription = options.subscriptionId;
    if (options.subscriptionId) this.subscriptions.add(options.subscriptionId.toLowerCase());
    for (const id of options.existing ?? []) this.putWithParents(id);
    for (const each of options.principals ?? []) {
      this.principals.add(typeof each === "string" ? { id: each } : each);
    }
  }

  /** A subscription that a provider works in. */
  public connect(subscriptionId: string): void {
    if (this.onlySubscription === undefined) this.subscriptions.add(subscriptionId.toLowerCase());
  }

  /** The subscription that a provider with this configuration works in. */
  public subscriptionOf(provider: ObjectValue): string | undefined {
    return text(provider.subscription_id) ?? this.onlySubscription;
  }

  public find(id: string): Resource | undefined {
    return this.resources.get(key(id));
  }

  /** Whether an id can be a scope or a parent: scopes of the tenant are taken to exist, but for management groups. */
  public exists(id: string): boolean {
    const subscription = subscriptionOf(id);
    if (subscription && parentOf(id) === undefined) return this.subscriptions.has(subscription.toLowerCase());
    return this.resources.has(key(id)) || (!subscription && !managementGroupOf(id));
  }

  public put(resource: Resource): void {
    this.resources.set(key(resource.id), resource);
    if (isUserAssignedIdentity(resource.id)) {
      this.principals.add({ id: this.userAssigned(resource.id).principalId, type: "ServicePrincipal" });
    }
  }

  /** Takes a resource away, with all below it and with the service principals of these. */
  public remove(id: string): void {
    for (const { id: each, identities } of this.within(id)) {
      if (identities?.systemPrincipal) this.principals.remove(identities.systemPrincipal);
      if (isUserAssignedIdentity(each)) {
        this.principals.remove(this.userAssigned(each).principalId);
        this.nextTurn(each);
      }
      this.resources.delete(key(each));
    }
  }

  /** What has this id or lies below it. */
  public within(id: string): Resource[] {
    return [...this.resources.values()].filter((each) => liesIn(each.id, id));
  }

  public all(): Resource[] {
    return [...this.resources.values()];
  }

  /** Ids of a user-assigned identity: others once it was deleted and made again. */
  public userAssigned(id: string): { principalId: string; clientId: string } {
    const turn = `${this.turns.get(key(id)) ?? 0}`;
    return { principalId: guid(key(id), "principal", turn), clientId: guid(key(id), "client", turn) };
  }

  /** How often this was asked with these words, so that what is made again can differ from what it was. */
  public nextTurn(words: string): number {
    const asked = key(words);
    const turn = (this.turns.get(asked) ?? 0) + 1;
    this.turns.set(asked, turn);
    return turn;
  }

  private putWithParents(id: string): void {
    const subscription = subscriptionOf(id);
    if (subscription) this.subscriptions.add(subscription.toLowerCase());
    const parent = parentOf(id);
    if (parent) this.putWithParents(parent);
    if (parent || managementGroupOf(id)) this.put({ id: canonicalScope(id) });
  }
}

function isUserAssignedIdentity(id: string): boolean {
  return armType(id)?.toLowerCase() === "microsoft.managedidentity/userassignedidentities";
}
