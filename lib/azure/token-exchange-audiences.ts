/** What tokens are made for that Entra exchanges, in Azure's public cloud. */
export const TOKEN_EXCHANGE_AUDIENCE = "api://AzureADTokenExchange";

/**
 * The same in each cloud.
 *
 * Source: Azure, Configure an application to trust a managed identity (audiences).
 */
export const TOKEN_EXCHANGE_AUDIENCES: readonly string[] = [
  TOKEN_EXCHANGE_AUDIENCE,
  "api://AzureADTokenExchangeUSGov",
  "api://AzureADTokenExchangeChina",
];
