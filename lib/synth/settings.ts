import type { IConstruct } from "constructs";
import type { Acknowledgement, LevelSetting, NamingConvention } from "../rules/settings";

const SETTINGS = Symbol.for("cdktf-azure-identity/settings");

/** What the user asked of the rules in one app. */
interface AppSettings {
  readonly acknowledgements: Acknowledgement[];
  readonly levels: LevelSetting[];
  readonly conventions: NamingConvention[];
  readonly enforced: string[];
}

/** The settings of the app that a construct belongs to; the root of the tree holds them. */
export function settingsOf(construct: IConstruct): AppSettings {
  const root = construct.node.root as { [SETTINGS]?: AppSettings };
  root[SETTINGS] ??= { acknowledgements: [], levels: [], conventions: [], enforced: [] };
  return root[SETTINGS];
}
