/** A repository of GitHub, whose workflows a credential trusts. */
export interface GitHubSubjectProps {
  /**
   * Owner and name in the case that GitHub shows, such as `shop/orders`. With immutable subjects, which GitHub uses for
   * what was created, renamed or moved since July 2026, each has its id behind it: `shop@5544123/orders@821093847`.
   * `gh api repos/<owner>/<name>/actions/oidc/customization/sub` shows which.
   */
  readonly repository: string;

  /**
   * Issuer of the tokens: `https://<host>/_services/token` of a GitHub Enterprise Server.
   *
   * @default - GitHub.com's
   */
  readonly issuer?: string;
}

/** The workflows of a branch. */
export interface GitHubBranchProps extends GitHubSubjectProps {
  /** Name of the branch, such as `main`. */
  readonly branch: string;
}

/** The workflows of a tag. */
export interface GitHubTagProps extends GitHubSubjectProps {
  /** Name of the tag, such as `v1.0.0`. */
  readonly tag: string;
}

/** The jobs of an environment. */
export interface GitHubEnvironmentProps extends GitHubSubjectProps {
  /** Name of the environment, such as `production`. */
  readonly environment: string;
}

/** A project of GitLab, whose jobs a credential trusts. */
export interface GitLabSubjectProps {
  /**
   * Path of the project with its groups, such as `shop/orders`; or its id, such as `57382910`, where the subjects of the
   * project begin with that. A token is taken for a path.
   */
  readonly project: string;

  /**
   * URL of your own GitLab, as the tokens have it in `iss`.
   *
   * @default - `https://gitlab.com`
   */
  readonly issuer?: string;
}

/** The jobs of a branch. */
export interface GitLabBranchProps extends GitLabSubjectProps {
  /** Name of the branch, such as `main`. */
  readonly branch: string;
}

/** The jobs of a tag. */
export interface GitLabTagProps extends GitLabSubjectProps {
  /** Name of the tag, such as `v1.0.0`. */
  readonly tag: string;
}

/** A service connection of Azure Pipelines, which has tokens of Entra. */
export interface AzurePipelinesSubjectProps {
  /** Id of the Entra tenant that the organization is connected to: a GUID that is written out. */
  readonly tenantId: string;

  /** Id of the Azure DevOps organization: a GUID or a token. */
  readonly organizationId: string;

  /** Id of the service connection: a GUID or a token. */
  readonly serviceConnectionId: string;
}

/** A service account of a Kubernetes cluster, for pods that run as it. */
export interface KubernetesSubjectProps {
  /** URL of the cluster's issuer, of AKS `cluster.oidcIssuerUrl`. */
  readonly issuer: string;

  /** Namespace of the service account. */
  readonly serviceAccountNamespace: string;

  /** Name of the service account. */
  readonly serviceAccount: string;
}

/** Any workload, as its tokens name it. */
export interface FederatedSubjectProps {
  /** URL of the identity provider: `iss` of the tokens, character by character. */
  readonly issuer: string;

  /** Name of the workload: `sub` of the tokens, character by character. */
  readonly subject: string;
}
