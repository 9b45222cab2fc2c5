/** Why Terraform may fail where no rule spoke, or a rule refuse what Terraform takes. */

export const BY_TERRAFORM = "Terraform says so itself before anything is made, at the line at fault";

export const ONE_STATE = "rules see what a program says now, and not what was applied before";

export const DEFERRED =
  "a look-up that waits for a resource, which is read again with each change of it, is not checked yet";

export const IN_AZURE = "what is in Azure beside the app is not known before Terraform runs";

export const LATE = "what a variable holds is not known before Terraform runs";

export const RAW_ARGUMENTS =
  "Vm cannot be written that way; of raw machines the other arguments are not checked";

export const RAW_TYPES = "Vm writes the type itself; that of raw identity blocks is not checked yet";

export const SPELLING = "of a scope below a group only Azure knows in which case it is answered";

export const ON_PURPOSE = "it works, and that is the harm: who means it acknowledges the finding";

export const AS_DOCUMENTED = "Azure documents the limit and enforces it nowhere today";

export const USELESS = "such a role is of no use; no document of Azure says that it is refused";

export const UNSEEN = "cdktf has dropped one of the two before Terraform sees anything";

export const NO_DEPLOYER = "who applies has roles in Azure alone: the stand-in lets everyone do everything";

export const SCRIPTS = "a script of a run command fails in Azure; the stand-in runs none";
