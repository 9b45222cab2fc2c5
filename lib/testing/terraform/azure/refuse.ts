import { Refusal } from "../provider/behaviour";

const STATUS = { 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 409: "Conflict" };

/** What azurerm shows of an answer of Azure that is an error. */
export function refuse(status: keyof typeof STATUS, code: string, message: string): never {
  throw new Refusal(
    `unexpected status ${status} (${status} ${STATUS[status]}) with error: ${code}: ${message}`,
  );
}

/** What azurerm shows where what it was to make is there. */
export function refuseExisting(id: string, type: string): never {
  throw new Refusal(
    `A resource with the ID "${id}" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for "${type}" for more information.`,
  );
}
