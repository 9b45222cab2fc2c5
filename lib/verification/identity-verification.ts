import { createHash } from "node:crypto";
import type { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { type IResolveContext, type ITerraformDependable, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { refuseProps } from "../access/given";
import type { IUserAssignedIdentity } from "../identity/managed-identity";
import { parseTemplate, writeExpression, writeTemplate } from "../model/template";
import { VERIFICATION_PARAMETERS as PARAMETERS } from "../model/verification";
import { deferredString, once } from "../synth/deferred";
import { checkStackOf } from "../synth/hook";
import { type Awaited, allAwaited, otherStack } from "./awaited";
import { bindingsOf, forgetBindings } from "./bindings-of";
import type { IdentityVerificationProps, OsType } from "./identity-verification-props";
import { machineFacts } from "./machine-facts";
import { propsProblems } from "./props-problems";
import { scriptSettings } from "./script-settings";

/** Minutes for what comes before and after the wait for access: the agent, the token, the last answers. */
const OTHER_MINUTES = 10;

/**
 * Proves an identity from inside of a machine when the stack is applied: the machine gets a token as the identity and
 * reads a scope with it. The apply fails with the reason in one line where it cannot.
 *
 * Makes one `azurerm_virtual_machine_run_command`, at the address that the raw resource with the same id would have. Its
 * name has a hash of all that is checked, so that each check is a new run command and none a change of an old one.
 */
export class IdentityVerification extends Construct implements ITerraformDependable {
  /** The resource of the provider. */
  public readonly resource: VirtualMachineRunCommand;

  private readonly principalId: string;
  private readonly verifiedScope: string;
  private readonly awaitedHere: readonly ITerraformDependable[];
  private readonly bindings: readonly ITerraformDependable[] | undefined;

  /** @throws when props lack something or contradict each other: the message lists all of it */
  public constructor(scope: Construct, id: string, props: IdentityVerificationProps) {
    const machine = machineFacts(props?.virtualMachine);
    const problems = propsProblems(props ?? {}, machine);
    refuseProps(scope, id, problems);
    super(scope, id);
    checkStackOf(this);
    forgetBindings(TerraformStack.of(this));

    const { virtualMachine, identity, accessMinutes = 15 } = props;
    this.principalId = this.late(() => identity.principalId);
    this.verifiedScope = props.scope;
    this.bindings = props.bindings && this.inThisStack(props.bindings);
    this.awaitedHere = this.inThisStack(props.dependsOn ?? []);
    const script = scriptOf(props.osType ?? (machine.osType as OsType), props);
    const parameters: [string, string][] = [
      [PARAMETERS.scope, props.scope],
      [PARAMETERS.principal, this.principalId],
    ];
    if ("clientId" in identity) {
      const { clientId } = PARAMETERS;
      parameters.push([clientId, this.late(() => (identity as IUserAssignedIdentity).clientId)]);
    }
    if (props.apiVersion !== undefined) parameters.push([PARAMETERS.apiVersion, props.apiVersion]);
    const location = props.location ?? this.late(machine.location as () => string);
    const virtualMachineId = this.late(() => virtualMachine.id);

    const checked = [hash(script), virtualMachineId, ...parameters.flat(), ...(props.triggers ?? [])];
    const prefix = props.namePrefix ?? "verify-identity";
    const { lifecycle, provider, tags } = props;
    // The provider's class is loaded by a stack that checks something.
    const { createRunCommand } = require("./run-command") as typeof import("./run-command");
    const config = {
      name: deferredString(this, (context) => `${prefix}-${this.fingerprint(checked, context)}`),
      virtualMachineId,
      location,
      source: { script: writeTemplate([{ literal: script }]) },
      parameter: parameters.map(([name, value]) => ({ name, value })),
      timeouts: { create: `${accessMinutes + OTHER_MINUTES}m` },
      ...(lifecycle ? { lifecycle } : {}),
      ...(provider ? { provider } : {}),
      ...(tags ? { tags } : {}),
    };
    this.resource = createRunCommand(this, "Default", config, (context) => this.addresses(context));
  }

  public get id(): string {
    return this.resource.id;
  }

  /** Name of the run command in Azure: the prefix and a hash, which Terraform works out. */
  public get name(): string {
    return this.resource.name;
  }

  /** What `dependsOn` of other constructs and resources uses: what waits for this waits for an identity that works. */
  public get fqn(): string {
    return this.resource.fqn;
  }

  private late(read: () => string): string {
    return deferredString(this, once(read));
  }

  /** Stacks of the others are deployed before this one. */
  private inThisStack(dependables: readonly ITerraformDependable[]): ITerraformDependable[] {
    const stack = TerraformStack.of(this);
    return dependables.filter((each) => {
      const other = otherStack(stack, each);
      if (other) stack.addDependency(other);
      return !other;
    });
  }

  private addresses(context: IResolveContext): string[] {
    const others = allAwaited(this.awaitedHere, context);
    return [...others, ...this.awaitedBindings(this, context)].map(({ address }) => address);
  }

  private awaitedBindings(asker: Construct, context: IResolveContext): readonly Awaited[] {
    const wanted = { principal: this.principalId, scope: this.verifiedScope };
    return allAwaited(this.bindings ?? bindingsOf(asker, wanted, context), context);
  }

  /**
   * An expression for a text that changes when anything does that the check is about, and not with the order in which
   * the bindings are written down.
   */
  private fingerprint(checked: readonly string[], context: IResolveContext): string {
    const values = checked.map((each) => writeExpression(parseTemplate(String(context.resolve(each)))));
    const bindings = this.awaitedBindings(this.resource, context).map(({ identity }) => identity);
    return `\${substr(sha256(jsonencode([${[...values, ...bindings.sort()].join(", ")}])), 0, 16)}`;
  }
}

/** The scripts are long: a stack loads the one that it uses. */
function scriptOf(osType: OsType, { cloud = "AzurePublic", accessMinutes = 15 }: IdentityVerificationProps) {
  const settings = scriptSettings(cloud, accessMinutes);
  if (osType === "Windows") {
    const { windowsScript } = require("./windows-script") as typeof import("./windows-script");
    return windowsScript(settings);
  }
  const { linuxScript } = require("./linux-script") as typeof import("./linux-script");
  return linuxScript(settings);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
