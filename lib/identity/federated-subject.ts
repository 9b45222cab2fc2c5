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
  isKnown,
  NAMESPACE,
  type Part,
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
    const { branch } = props;
    return gitHub("a branch of GitHub", props, `ref:refs/heads/${branch}`, ["branch", branch, GIT_NAME]);
  }

  /** Workflows of GitHub Actions on a tag, of jobs without an environment. */
  public static gitHubTag(props: GitHubTagProps): FederatedSubject {
    const { tag } = props;
    return gitHub("a tag of GitHub", props, `ref:refs/tags/${tag}`, ["tag", tag, GIT_NAME]);
  }

  /** Jobs of GitHub Actions that name an environment, on any branch that its rules let in. */
  public static gitHubEnvironment(props: GitHubEnvironmentProps): FederatedSubject {
    const { environment } = props;
    const written = environment && isKnown(environment) ? environment.replace(/:/g, "%3A") : environment;
    return gitHub("an environment of GitHub", props, `environment:${written}`, [
      "environment",
      environment,
      TEXT,
    ]);
  }

  /** Workflows of GitHub Actions on the pull requests of a repository, whatever their branch. */
  public static gitHubPullRequest(props: GitHubSubjectProps): FederatedSubject {
    return gitHub("pull requests of GitHub", props, "pull_request");
  }

  /** Jobs of GitLab CI/CD on a branch. */
  public static gitLabBranch(props: GitLabBranchProps): FederatedSubject {
    return gitLab("branch", props, props.branch);
  }

  /** Jobs of GitLab CI/CD on a tag. */
  public static gitLabTag(props: GitLabTagProps): FederatedSubject {
    return gitLab("tag", props, props.tag);
  }

  /**
   * A service connection of Azure Pipelines with the issuer of Entra, which new ones have. For one with the issuer of
   * Azure DevOps use `of`, with what the service connection shows.
   */
  public static azurePipelines(props: AzurePipelinesSubjectProps): FederatedSubject {
    const { tenantId, organizationId, serviceConnectionId } = props;
    requireParts("a service connection of Azure Pipelines", [
      ["tenantId", tenantId, WRITTEN_OUT_GUID],
      ["organizationId", organizationId, GUID],
      ["serviceConnectionId", serviceConnectionId, GUID],
    ]);
    return new FederatedSubject(
      `https://login.microsoftonline.com/${tenantId}/v2.0`,
      azurePipelinesSubject(tenantId, organizationId, serviceConnectionId),
    );
  }

  /** Pods of a Kubernetes cluster, AKS or another one, that run as a service account. */
  public static kubernetes(props: KubernetesSubjectProps): FederatedSubject {
    const { issuer, serviceAccountNamespace, serviceAccount } = props;
    requireParts("a service account of Kubernetes", [
      ["issuer", issuer, TEXT],
      ["serviceAccountNamespace", serviceAccountNamespace, NAMESPACE],
      ["serviceAccount", serviceAccount, SERVICE_ACCOUNT],
    ]);
    return new FederatedSubject(issuer, `system:serviceaccount:${serviceAccountNamespace}:${serviceAccount}`);
  }

  /** Any workload, by issuer and subject as its tokens have them. */
  public static of(props: FederatedSubjectProps): FederatedSubject {
    return new FederatedSubject(props.issuer, props.subject);
  }

  private constructor(
    /** `iss` of the tokens that are trusted. */
    public readonly issuer: string,
    /** `sub` of the tokens that are trusted. */
    public readonly subject: string,
  ) {}
}

type GivenPart = readonly [name: string, given: string | undefined, part: Part];

/** Source: GitHub, OpenID Connect reference (example subject claims, immutable subject claims). */
function gitHub(
  what: string,
  { repository, issuer }: GitHubSubjectProps,
  context: string,
  ...parts: readonly GivenPart[]
): FederatedSubject {
  requireParts(what, [["repository", repository, GITHUB_REPOSITORY], ...parts]);
  return FederatedSubject.of({
    issuer: issuer ?? "https://token.actions.githubusercontent.com",
    subject: `repo:${repository}:${context}`,
  });
}

/** Source: GitLab, OpenID Connect (OIDC) Authentication Using ID Tokens (sub); Connect to cloud services. */
function gitLab(
  refType: "branch" | "tag",
  { project, issuer }: GitLabSubjectProps,
  ref: string,
): FederatedSubject {
  requireParts(`a ${refType} of GitLab`, [
    ["project", project, GITLAB_PROJECT],
    [refType, ref, GIT_NAME],
  ]);
  const claim = /^\d+$/.test(project) ? "project_id" : "project_path";
  return FederatedSubject.of({
    issuer: issuer ?? "https://gitlab.com",
    subject: `${claim}:${project}:ref_type:${refType}:ref:${ref}`,
  });
}
