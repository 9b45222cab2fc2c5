import { isKnown, kindProblems, refuse, text } from "../access/given";
import { azurePipelinesSubject } from "./azure-pipelines-subject";
import type {
  AzurePipelinesSubjectProps,
  FederatedSubjectProps,
  GitHubBranchProps,
  GitHubEnvironmentProps,
  GitHubSubjectProps,
  GitHubTagProps,
  GitLabBranchProps,
  GitLabSubjectProps,
  GitLabTagProps,
  KubernetesSubjectProps,
} from "./federated-subject-props";
import {
  GIT_NAME,
  GITHUB_REPOSITORY,
  GITLAB_PROJECT,
  GUID,
  NAMESPACE,
  requireParts,
  SERVICE_ACCOUNT,
  TEXT,
  WRITTEN_OUT_GUID,
} from "./subject-parts";

/**
 * Whom a federated credential trusts: a workload outside of Azure, by the name that an issuer gives it in its tokens.
 *
 * A part may be a token. Of what is written out, each method throws when a part cannot be one.
 */
export class FederatedSubject {
  /** Workflows of GitHub Actions on a branch, of jobs without an environment. */
  public static gitHubBranch(props: GitHubBranchProps): FederatedSubject {
    requireParts("a branch of GitHub", props, { repository: GITHUB_REPOSITORY, branch: GIT_NAME });
    return gitHub(props, `ref:refs/heads/${props.branch}`);
  }

  /** Workflows of GitHub Actions on a tag, of jobs without an environment. */
  public static gitHubTag(props: GitHubTagProps): FederatedSubject {
    requireParts("a tag of GitHub", props, { repository: GITHUB_REPOSITORY, tag: GIT_NAME });
    return gitHub(props, `ref:refs/tags/${props.tag}`);
  }

  /** Jobs of GitHub Actions that name an environment, on any branch that its rules let in. */
  public static gitHubEnvironment(props: GitHubEnvironmentProps): FederatedSubject {
    requireParts("an environment of GitHub", props, { repository: GITHUB_REPOSITORY, environment: TEXT });
    const { environment } = props;
    return gitHub(
      props,
      `environment:${isKnown(environment) ? environment.replace(/:/g, "%3A") : environment}`,
    );
  }

  /** Workflows of GitHub Actions on the pull requests of a repository, whatever their branch. */
  public static gitHubPullRequest(props: GitHubSubjectProps): FederatedSubject {
    requireParts("pull requests of GitHub", props, { repository: GITHUB_REPOSITORY });
    return gitHub(props, "pull_request");
  }

  /** Jobs of GitLab CI/CD on a branch. */
  public static gitLabBranch(props: GitLabBranchProps): FederatedSubject {
    requireParts("a branch of GitLab", props, { project: GITLAB_PROJECT, branch: GIT_NAME });
    return gitLab(props, "branch", props.branch);
  }

  /** Jobs of GitLab CI/CD on a tag. */
  public static gitLabTag(props: GitLabTagProps): FederatedSubject {
    requireParts("a tag of GitLab", props, { project: GITLAB_PROJECT, tag: GIT_NAME });
    return gitLab(props, "tag", props.tag);
  }

  /**
   * A service connection of Azure Pipelines with the issuer of Entra, which new ones have. For one with the issuer of
   * Azure DevOps use `of`, with what the service connection shows.
   */
  public static azurePipelines(props: AzurePipelinesSubjectProps): FederatedSubject {
    requireParts("a service connection of Azure Pipelines", props, {
      tenantId: WRITTEN_OUT_GUID,
      organizationId: GUID,
      serviceConnectionId: GUID,
    });
    const { tenantId, organizationId, serviceConnectionId } = props;
    return new FederatedSubject(
      `https://login.microsoftonline.com/${tenantId}/v2.0`,
      azurePipelinesSubject(tenantId, organizationId, serviceConnectionId),
    );
  }

  /** Pods of a Kubernetes cluster, AKS or another one, that run as a service account. */
  public static kubernetes(props: KubernetesSubjectProps): FederatedSubject {
    requireParts("a service account of Kubernetes", props, {
      issuer: TEXT,
      serviceAccountNamespace: NAMESPACE,
      serviceAccount: SERVICE_ACCOUNT,
    });
    const { issuer, serviceAccountNamespace, serviceAccount } = props;
    return new FederatedSubject(issuer, `system:serviceaccount:${serviceAccountNamespace}:${serviceAccount}`);
  }

  /** Any workload, by issuer and subject as its tokens have them. */
  public static of(props: FederatedSubjectProps): FederatedSubject {
    refuse("FederatedSubject.of", kindProblems(props, CLAIMS));
    return new FederatedSubject(props.issuer, props.subject);
  }

  private constructor(
    /** `iss` of the tokens that are trusted. */
    public readonly issuer: string,
    /** `sub` of the tokens that are trusted. */
    public readonly subject: string,
  ) {}
}

const CLAIMS = {
  issuer: text("iss of the tokens; write it as they have it"),
  subject: text("sub of the tokens; write it as they have it"),
};

/** Source: GitHub, OpenID Connect reference (example subject claims, immutable subject claims). */
function gitHub({ repository, issuer }: GitHubSubjectProps, context: string): FederatedSubject {
  return FederatedSubject.of({
    issuer: issuer ?? "https://token.actions.githubusercontent.com",
    subject: `repo:${repository}:${context}`,
  });
}

/** Source: GitLab, OpenID Connect (OIDC) Authentication Using ID Tokens (sub); Connect to cloud services. */
function gitLab(
  { project, issuer }: GitLabSubjectProps,
  refType: "branch" | "tag",
  ref: string,
): FederatedSubject {
  const claim = /^\d+$/.test(project) ? "project_id" : "project_path";
  return FederatedSubject.of({
    issuer: issuer ?? "https://gitlab.com",
    subject: `${claim}:${project}:ref_type:${refType}:ref:${ref}`,
  });
}
