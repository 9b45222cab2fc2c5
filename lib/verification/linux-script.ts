import { SCOPE_API_VERSIONS } from "../azure/scope-api-versions";
import { VERIFICATION_PARAMETERS as PARAMETERS } from "../model/verification";
import { OUTCOME } from "./outcome";
import type { ScriptSettings } from "./script-settings";

/**
 * The check for Linux: bash and curl, and nothing else. Run commands give named parameters as environment variables.
 * Source: Azure, Run scripts in a Linux VM by using managed run commands.
 */
export function linuxScript(settings: ScriptSettings): string {
  return `#!/bin/bash
# Gets a token as a managed identity of this machine, and reads a scope with it. Prints one line, and never the token.
# The environment can switch tracing on, which would show what no line here does.
set +x -u
export LC_ALL=C
scope=\${${PARAMETERS.scope}-}
principal=\${${PARAMETERS.principal}-}
client=\${${PARAMETERS.clientId}-}
version=\${${PARAMETERS.apiVersion}-}
metadata='${settings.metadata}'
manager='${settings.resourceManager}'
resource='${encodeURIComponent(settings.resource)}'
environment='${settings.environment}'
who="the user-assigned identity with client id $client"
[[ -n $client ]] || who="the system-assigned identity"

finish() {
  printf 'identity verification: %s\\n' "$2" >&2
  exit "$1"
}

# Takes a header and arguments of curl; sets status and body. Arguments are seen by all users of a machine, so the header
# goes another way. The machine's own configuration of curl is left alone: it may log.
ask() {
  local header=$1 answer
  shift
  {
    answer=$(
      curl --disable --silent --globoff --max-time ${settings.requestSeconds} --write-out '\\n%{http_code}' \\
        --config <(printf 'header = "%s"\\n' "$header") "$@"
    )
  } 2>/dev/null
  status=\${answer##*$'\\n'}
  body=\${answer%$'\\n'*}
  [[ $status =~ ^[1-5][0-9][0-9]$ ]] || status=000
}

# The metadata service answers no request that went through a proxy.
ask_metadata() {
  ask "Metadata: true" --noproxy '*' "$metadata$1"
}

# Sets code to the identifier of an error, which is what programs may look at.
read_code() {
  code=
  local pattern="\\"$1\\"[[:space:]]*:[[:space:]]*\\"([A-Za-z0-9_]+)\\""
  if [[ $body =~ $pattern ]]; then code=\${BASH_REMATCH[1]}; fi
}

# Sets holder to the object id that a token is for; to nothing where it does not say.
read_holder() {
  local alphabet=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_
  local payload=\${1#*.} bits=0 value=0 octets= rest octet at
  payload=\${payload%%.*}
  for ((at = 0; at < \${#payload}; at++)); do
    rest=\${alphabet%%"\${payload:at:1}"*}
    value=$(((value << 6 | \${#rest} & 63) & 16383))
    bits=$((bits + 6))
    if ((bits >= 8)); then
      bits=$((bits - 8))
      printf -v octet '\\\\x%02x' $((value >> bits & 255))
      octets+=$octet
    fi
  done
  printf -v octets '%b' "$octets"
  holder=
  local pattern='"oid"[[:space:]]*:[[:space:]]*"([0-9A-Fa-f-]+)"'
  if [[ $octets =~ $pattern ]]; then holder=\${BASH_REMATCH[1]}; fi
}

check_cloud() {
  ask_metadata '/metadata/instance/compute/azEnvironment?api-version=2021-02-01&format=text'
  [[ $status == 200 && $body =~ ^[A-Za-z]+$ && \${body,,} != "\${environment,,}" ]] || return 0
  finish ${OUTCOME.wrongCloud} "wrong cloud: this machine is in $body, and the check is for $environment; set cloud"
}

# Sets token.
get_token() {
  local query="/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$resource" exit_code=0 reason= delay
  [[ -n $client ]] && query+="&client_id=$client"
  for delay in ${settings.tokenDelays.join(" ")}; do
    sleep "$delay"
    ask_metadata "$query"
    case $status in
    200)
      local pattern='"access_token"[[:space:]]*:[[:space:]]*"([A-Za-z0-9._~+/=-]+)"'
      if [[ $body =~ $pattern ]]; then
        token=\${BASH_REMATCH[1]}
        read_holder "$token"
        [[ -z $holder || -z $principal || \${holder,,} == "\${principal,,}" ]] && return
        exit_code=${OUTCOME.notAttached}
        reason="identity not attached: $who is to have principal $principal, and the token of this machine is for $holder"
      else
        exit_code=${OUTCOME.noToken} reason="no token: the metadata service answers without one"
      fi
      ;;
    400)
      read_code error
      case $code in
      invalid_request)
        # Azure documents it as final; a machine that was given the identity just now may not know it yet.
        exit_code=${OUTCOME.notAttached} reason="identity not attached: this machine does not have $who"
        ;;
      invalid_resource)
        finish ${OUTCOME.wrongCloud} "wrong cloud: the tenant of this machine does not know $manager; set cloud"
        ;;
      *) finish ${OUTCOME.noToken} "no token: the metadata service answers $status\${code:+ $code}" ;;
      esac
      ;;
    000) exit_code=${OUTCOME.noToken} reason="no token: the metadata service does not answer" ;;
    404 | 408 | 410 | 429 | 5??)
      exit_code=${OUTCOME.noToken} reason="no token: the metadata service answers $status"
      ;;
    *)
      read_code error
      finish ${OUTCOME.noToken} "no token: the metadata service answers $status\${code:+ $code}"
      ;;
    esac
  done
  finish "$exit_code" "$reason"
}

choose_version() {
  [[ -n $version ]] && return
  shopt -s nocasematch
  if [[ $scope =~ ^/subscriptions/[^/]+/?$ ]]; then
    version=${SCOPE_API_VERSIONS.subscription}
  elif [[ $scope =~ ^/subscriptions/[^/]+/resourceGroups/[^/]+/?$ ]]; then
    version=${SCOPE_API_VERSIONS.resourceGroup}
  elif [[ $scope =~ ^/providers/Microsoft.Management/managementGroups/[^/]+/?$ ]]; then
    version=${SCOPE_API_VERSIONS.managementGroup}
  else
    finish ${OUTCOME.cannotAsk} "cannot ask for $scope: it is neither a group nor a subscription; set apiVersion"
  fi
  shopt -u nocasematch
}

read_scope() {
  local reason="Resource Manager was not asked" delay
  for delay in ${settings.accessDelays.join(" ")}; do
    sleep "$delay"
    ask "Authorization: Bearer $token" "$manager\${scope// /%20}?api-version=$version"
    read_code code
    case $status in
    2??)
      printf 'identity verification: principal %s can read %s\\n' "$principal" "$scope"
      exit 0
      ;;
    401)
      if [[ $code == InvalidAuthenticationTokenAudience ]]; then
        finish ${OUTCOME.wrongCloud} "wrong cloud: $manager answers 401\${code:+ $code}; set cloud"
      fi
      reason="$manager answers 401\${code:+ $code}"
      get_token
      ;;
    000) reason="$manager does not answer" ;;
    403 | 404 | 408 | 429 | 5??) reason="$manager answers $status\${code:+ $code}" ;;
    *) finish ${OUTCOME.cannotAsk} "cannot ask for $scope: $manager answers $status\${code:+ $code}" ;;
    esac
    ((SECONDS < ${settings.accessMinutes * 60})) || break
  done
  finish ${OUTCOME.noAccess} "no access after ${settings.accessMinutes} minutes: for $scope and principal $principal $reason"
}

id='^/[^[:cntrl:]?#%"\\]*$'
[[ $scope =~ $id ]] || finish ${OUTCOME.cannotAsk} "cannot ask: the scope is no id of Resource Manager"
word='^[A-Za-z0-9-]*$'
[[ $principal$client$version =~ $word ]] ||
  finish ${OUTCOME.cannotAsk} "cannot ask: a principal, client id or API version is none"
command -v curl >/dev/null || finish ${OUTCOME.cannotAsk} "cannot ask: this machine has no curl"
choose_version
check_cloud
get_token
SECONDS=0
read_scope
`;
}
