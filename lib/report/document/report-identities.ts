import type { FederatedCredential } from "../../model/federated-credential";
import { groupBy } from "../../model/group-by";
import type { Model } from "../../model/model";
import { showValue, type Value } from "../../model/value";
import { named } from "../access";
import { compare } from "../compare";
import type { GraphEdge, IdentityGraph } from "../graph/identity-graph";
import { addressKey } from "./address-key";
import type { ReportElement, ReportFederatedCredential, ReportIdentity } from "./report-document";

/** The managed identities of a graph, with what runs as them and who gets their tokens. */
export function reportIdentities(model: Model, { nodes, edges }: IdentityGraph): ReportIdentity[] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const edgesTo = groupBy(edges, ({ kind, to }) => `${kind} ${to}`);
  const entries = new Map(model.entries.map((entry) => [pathKey(entry), entry]));
  const credentials = new Map(model.federatedCredentials.map((one) => [addressKey(one.entry), one]));

  const hostOf = ({ from, stack, path, address }: GraphEdge): ReportElement => ({
    label: nodeOf.get(from)?.text ?? path,
    stack,
    path,
    address,
  });
  const credentialOf = (edge: GraphEdge) => {
    const credential = credentials.get(addressKey(edge));
    return credential ? [reportCredential(credential)] : [];
  };
  return nodes
    .flatMap((node): ReportIdentity[] => {
      const { id, kind, text, stack, path } = node;
      if (kind !== "user-assigned" && kind !== "system-assigned") return [];
      const entry = entries.get(pathKey(node));
      const hosts = kind === "user-assigned" ? (edgesTo.get(`has ${id}`) ?? []).map(hostOf) : [];
      const trusted = (edgesTo.get(`federation ${id}`) ?? []).flatMap(credentialOf);
      return [
        {
          label: text,
          kind,
          origin: entry ? (entry.isData ? "looked up" : "made") : "given by id",
          stack,
          path,
          address: entry?.address,
          isRepeated: entry?.repeated ?? false,
          hosts: hosts.sort(byLabel),
          federatedCredentials: trusted.sort((a, b) => compare(a.path, b.path)),
        },
      ];
    })
    .sort(byLabel);
}

/** Resources of which Terraform alone knows whether they have an identity, or which ones. */
export function unknownHosts(model: Model): ReportElement[] {
  return model.hosts
    .filter(({ hasSystemIdentity, identityIds }) => hasSystemIdentity === undefined || !identityIds)
    .map(({ entry }) => {
      const { stack, path, address } = entry;
      return { label: named(model, entry), stack, path, address };
    })
    .sort(byLabel);
}

function reportCredential({
  entry,
  name,
  issuer,
  subject,
  audiences,
}: FederatedCredential): ReportFederatedCredential {
  const { stack, path, address } = entry;
  return {
    name: show(name),
    issuer: show(issuer),
    subject: show(subject),
    audiences: audiences?.map(showValue),
    stack,
    path,
    address,
  };
}

function show(value: Value | undefined): string {
  return value ? showValue(value) : "(none)";
}

function pathKey({ stack, path }: { readonly stack?: string; readonly path?: string }): string {
  return `${stack}|${path}`;
}

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return compare(a.label, b.label);
}
