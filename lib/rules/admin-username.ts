import {
  LINUX_ADMIN_USERNAME,
  ORCHESTRATED_LINUX_ADMIN_USERNAME,
  ORCHESTRATED_WINDOWS_ADMIN_USERNAME,
  WINDOWS_ADMIN_USERNAME,
} from "../azure/admin-username-rules";
import { isMachineType, ORCHESTRATED_SCALE_SET_TYPE, SCALE_SET_TYPES } from "../model/host";
import { readLinked } from "../model/link";
import { follow } from "../model/model";
import { osConfiguration } from "../model/os-configuration";
import { resourcesOf } from "../model/resources-of";
import { nameMessage } from "./name-message";
import { nameProblems } from "./name-problems";
import type { Rule, Violation } from "./rule";

const NAMES = { linux: LINUX_ADMIN_USERNAME, windows: WINDOWS_ADMIN_USERNAME };
const ORCHESTRATED_NAMES = {
  linux: ORCHESTRATED_LINUX_ADMIN_USERNAME,
  windows: ORCHESTRATED_WINDOWS_ADMIN_USERNAME,
};

/**
 * What azurerm refuses certainly fails. Of scale sets it looks at less than Azure documents: at nothing but whether
 * there is a name, or with flexible orchestration at a list of its own.
 */
export const adminUsername: Rule = {
  id: "admin-username",
  title:
    "the administrator of a virtual machine or of a scale set's machines has a name that Azure does not reserve",
  why: "azurerm refuses it as well, but only when it plans; of most scale sets Azure alone does, when it applies",
  source:
    `${LINUX_ADMIN_USERNAME.source}; ${WINDOWS_ADMIN_USERNAME.source}; azurerm, ` +
    "azurerm_orchestrated_virtual_machine_scale_set; Azure, Virtual Machine Scale Sets REST API (adminUsername)",
  level: "error",
  rawLevel: "error",
  check: (model) =>
    resourcesOf(model, isMachineType).flatMap((entry): Violation[] => {
      const configuration = osConfiguration(entry);
      if (!configuration) return [];
      const { system, values } = configuration;
      const isOrchestrated = entry.type === ORCHESTRATED_SCALE_SET_TYPE;
      const name = follow(model, readLinked(values.admin_username, entry.stack, model.links));
      const rule = (isOrchestrated ? ORCHESTRATED_NAMES : NAMES)[system];
      const message = nameMessage(rule, "admin username", name, "change adminUsername");
      if (!name || !message) return [];
      const isCertain = isOrchestrated
        ? nameProblems({ ...rule, reserved: undefined }, name).length > 0
        : !SCALE_SET_TYPES.has(entry.type);
      return [isCertain ? { entry, message } : { entry, message, rawLevel: "warning" }];
    }),
};
