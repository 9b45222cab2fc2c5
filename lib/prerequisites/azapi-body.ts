import { attributesIn } from "../model/attributes-in";
import type { Entry } from "../model/entry";
import { visitTexts } from "../model/texts";

const ID = /(?:^|_)ids?$|^output$|Id$/;

/** Why what is known of an element of azapi may not be all; `undefined` where it is, and for elements of others. */
export function leftOpen(entry: Entry): string | undefined {
  if (entry.isData || !entry.type.startsWith("azapi_")) return undefined;
  if (mayNameOthers(entry))
    return `what Azure asks for at resources that the body of ${entry.type} names is not known`;
  return entry.type === "azapi_update_resource"
    ? "azapi_update_resource sends all that it finds back, and which identities Azure then checks is not known"
    : undefined;
}

/**
 * Whether what an element of azapi sends may name other resources than identities: Azure checks for some of them
 * whether they may be used, such as the subnet of a network interface, and no table says for which.
 */
function mayNameOthers({ values: { body, sensitive_body: sensitive } }: Entry): boolean {
  let found = false;
  for (const sent of [body, sensitive]) {
    visitTexts(withoutIdentity(sent), (text) => {
      found ||= mayBeId(text);
    });
  }
  return found;
}

function withoutIdentity(body: unknown): unknown {
  return typeof body === "object" && body !== null ? { ...body, identity: undefined } : body;
}

function mayBeId(text: string): boolean {
  if (/\/(?:subscriptions|providers)\//i.test(text)) return true;
  if (!text.includes("${")) return false;
  const attributes = attributesIn(text);
  return attributes.length === 0 || attributes.some(({ attribute }) => ID.test(attribute));
}
