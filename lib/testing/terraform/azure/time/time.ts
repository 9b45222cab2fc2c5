import {
  type DataSourceBehaviour,
  type ProviderBehaviour,
  Refusal,
  type ResourceBehaviour,
} from "../../provider/behaviour";
import type { ObjectValue } from "../../provider/value";
import { checked, matches } from "../checks/check";
import { isGiven, text } from "../values";

/** What no clock is asked for: a state has to be the same in each run. */
const NOW = "2025-01-01T00:00:00Z";

/** Nothing here waits. Source: hashicorp/time, docs/resources. */
export function time(): ProviderBehaviour {
  return {
    resource(type) {
      if (type === "time_sleep") return SLEEP;
      if (type === "time_static") return clock([]);
      if (type === "time_rotating") return clock(ROTATIONS);
      return { create: () => refuseType(type) };
    },
    dataSource: (type): DataSourceBehaviour => ({ read: () => refuseType(type) }),
  };
}

const DURATION = matches(
  /^[0-9]+(\.[0-9]+)?(ms|s|m|h)$/,
  'must be a number immediately followed by ms (milliseconds), s (seconds), m (minutes), or h (hours). For example, "30s" for 30 seconds.',
);

const SLEEP: ResourceBehaviour = {
  replacedBy: ["triggers"],
  validate: (config) => [
    ...checked(config, { create_duration: DURATION, destroy_duration: DURATION }),
    ...(isGiven(config.create_duration) || isGiven(config.destroy_duration)
      ? []
      : [
          {
            summary: "Missing Attribute Configuration",
            detail: "At least one of these attributes must be configured: [create_duration,destroy_duration]",
          },
        ]),
  ],
  create: (planned) => ({ ...planned, id: NOW }),
  update: (planned) => planned,
};

const ROTATIONS = [
  "rotation_days",
  "rotation_hours",
  "rotation_minutes",
  "rotation_months",
  "rotation_years",
];

function clock(rotations: readonly string[]): ResourceBehaviour {
  return {
    replacedBy: ["triggers", "rfc3339", ...rotations],
    create(planned) {
      const moment = text(planned.rfc3339) ?? NOW;
      return { ...known(planned), ...parts(moment), id: moment, rfc3339: moment };
    },
    update: (planned) => planned,
  };
}

function parts(moment: string): ObjectValue {
  const at = new Date(moment);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    unix: at.getTime() / 1000,
  };
}

function known(planned: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(planned).map(([name, value]) => [name, typeof value === "symbol" ? null : value]),
  );
}

function refuseType(type: string): never {
  throw new Refusal(`${type} is not stood in for`);
}
