import type { IConstruct } from "constructs";
import type { Acknowledgement, LevelSetting, NamingConvention } from "../rules/settings";

const SETTINGS = Symbol.for("cdktf-azure-identity/settings");

/** A role of the one who deploys an app or a stack. Texts may be tokens, which are resolved when it is evaluated. */
export interface DeclaredGrant {
  /** Construct path; empty for the app. */
  readonly path: string;
  readonly role: { readonly guid: string } | { readonly reference: string };
  /** The subscription of each stack where not given. */
  readonly scope: string | undefined;
  readonly limit:
    | {
        /** GUIDs. */
        readonly roles?: readonly string[];
        readonly principalTypes?: readonly string[];
        readonly principalIds?: readonly (() => string)[];
      }
    | undefined;
}

/** What the user asked of the rules in one app. */
interface AppSettings {
  readonly acknowledgements: Acknowledgement[];
  readonly levels: LevelSetting[];
  readonly conventions: NamingConvention[];
  readonly enforced: string[];
  readonly grants: DeclaredGrant[];
}

/** The settings of the app that a construct belongs to; the root of the tree holds them. */
export function settingsOf(construct: IConstruct): AppSettings {
  const root = construct.node.root as { [SETTINGS]?: AppSettings };
  root[SETTINGS] ??= { acknowledgements: [], levels: [], conventions: [], enforced: [], grants: [] };
  return root[SETTINGS];
}
