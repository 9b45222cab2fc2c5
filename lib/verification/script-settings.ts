import type { AzureCloud } from "../azure/cloud";
import { CLOUDS } from "../azure/clouds";

/**
 * What a script is written with. Endpoints are text of the script and nothing that it takes from outside: who could
 * point it somewhere else would be handed the token.
 */
export interface ScriptSettings {
  /** Where the instance metadata service is. */
  readonly metadata: string;
  /** Where Resource Manager is. */
  readonly resourceManager: string;
  /** What a token is asked for. */
  readonly resource: string;
  /** What the instance metadata service calls the cloud. */
  readonly environment: string;
  /** Seconds before each request for a token. */
  readonly tokenDelays: readonly number[];
  /** Seconds before each request to Resource Manager. */
  readonly accessDelays: readonly number[];
  /** Minutes for all requests to Resource Manager. */
  readonly accessMinutes: number;
  /** Seconds that the instance metadata service and Resource Manager have for an answer. */
  readonly requestSeconds: number;
}

/**
 * Five tries with these pauses, and one more as the service can be away for 70 seconds. Source: Azure, How to use
 * managed identities on an Azure VM to acquire an access token, Retry guidance.
 */
const TOKEN_DELAYS = [0, 2, 6, 14, 30, 30];

const LONGEST_PAUSE = 60;

export function scriptSettings(cloud: AzureCloud, accessMinutes: number): ScriptSettings {
  const { resourceManager, environment } = CLOUDS[cloud];
  return {
    metadata: "http://169.254.169.254",
    resourceManager,
    resource: `${resourceManager}/`,
    environment,
    tokenDelays: TOKEN_DELAYS,
    accessDelays: accessDelays(accessMinutes * 60),
    accessMinutes,
    requestSeconds: 20,
  };
}

/** At once, then with pauses that double up to a minute, until the time is over. */
function accessDelays(seconds: number): number[] {
  const delays = [0];
  for (let pause = 5, left = seconds; left > 0; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    delays.push(Math.min(pause, left));
    left -= pause;
  }
  return delays;
}
