import type { AuthorizationManagementClient } from "@azure/arm-authorization";

type Policy = Parameters<AuthorizationManagementClient["pipeline"]["addPolicy"]>[0];

/** In milliseconds. */
const TIMEOUT = 30_000;

/** In seconds. */
const LONGEST_WAIT = 120;

/** Ends a try that takes too long. The timeout of the client itself would keep a process that is done from ending. */
export function timeoutPolicy(timeout = TIMEOUT): Policy {
  return {
    name: "preflightTimeout",
    sendRequest: async (request, next) => {
      const { abortSignal } = request;
      const signals = [AbortSignal.timeout(timeout), ...(abortSignal ? [abortSignal as AbortSignal] : [])];
      request.abortSignal = AbortSignal.any(signals);
      try {
        return await next(request);
      } finally {
        if (abortSignal) request.abortSignal = abortSignal;
        else delete request.abortSignal;
      }
    },
  };
}

/**
 * Tells of each wait that Azure asks for. One that is too long for somebody who looks on is not waited for: without its
 * header the request ends as it is.
 */
export function throttlingPolicy(onWait: (seconds: number) => void): Policy {
  return {
    name: "preflightThrottling",
    sendRequest: async (request, next) => {
      const response = await next(request);
      const header = response.headers.get("Retry-After");
      if (header === undefined) return response;
      const seconds = /^\d/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
      if (seconds > LONGEST_WAIT) response.headers.delete("Retry-After");
      else if (seconds > 0) onWait(Math.ceil(seconds));
      return response;
    },
  };
}
