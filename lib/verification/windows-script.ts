import { SCOPE_API_VERSIONS } from "../azure/scope-api-versions";
import { VERIFICATION_PARAMETERS as PARAMETERS } from "../model/verification";
import { OUTCOME } from "./outcome";
import type { ScriptSettings } from "./script-settings";

/**
 * The check for Windows: what Windows PowerShell 5.1 has by itself. Run commands give named parameters as arguments
 * with names. Source: Azure, Run scripts in a Windows VM by using managed run commands.
 */
export function windowsScript(settings: ScriptSettings): string {
  return `# Gets a token as a managed identity of this machine, and reads a scope with it. Prints one line, and never the token.
param(
  [string]$${PARAMETERS.scope} = '',
  [string]$${PARAMETERS.principal} = '',
  [string]$${PARAMETERS.clientId} = '',
  [string]$${PARAMETERS.apiVersion} = ''
)
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$scope = $${PARAMETERS.scope}
$principal = $${PARAMETERS.principal}
$client = $${PARAMETERS.clientId}
$version = $${PARAMETERS.apiVersion}
$metadata = '${settings.metadata}'
$manager = '${settings.resourceManager}'
$resource = '${encodeURIComponent(settings.resource)}'
$environment = '${settings.environment}'
$who = 'the system-assigned identity'
if ($client -ne '') { $who = "the user-assigned identity with client id $client" }

function Stop-Check([int]$Code, [string]$Reason) {
  [Console]::Error.WriteLine("identity verification: $Reason".TrimEnd())
  exit $Code
}

# Parameters of commands may be logged, so that the token is none.
$script:token = ''

# Gives status and body; status 0 where there is no answer. An error of .NET is looked at, and never shown.
function Get-Answer([string]$Uri, [bool]$IsMetadata) {
  $answer = @{ Status = 0; Body = '' }
  $response = $null
  try {
    $request = [System.Net.HttpWebRequest][System.Net.WebRequest]::Create($Uri)
    $request.Timeout = ${settings.requestSeconds * 1000}
    $request.ReadWriteTimeout = ${settings.requestSeconds * 1000}
    $request.AllowAutoRedirect = $false
    if ($IsMetadata) {
      # The metadata service answers no request that went through a proxy.
      $request.Proxy = New-Object System.Net.WebProxy
      $request.Headers.Add('Metadata', 'true')
    }
    else { $request.Headers.Add('Authorization', "Bearer $script:token") }
    try { $response = $request.GetResponse() }
    catch {
      $problem = $_.Exception
      while ($null -ne $problem -and $problem -isnot [System.Net.WebException]) { $problem = $problem.InnerException }
      if ($null -ne $problem) { $response = $problem.Response }
    }
    if ($null -ne $response) {
      $reader = New-Object System.IO.StreamReader($response.GetResponseStream())
      $answer.Body = $reader.ReadToEnd()
      $answer.Status = [int]$response.StatusCode
    }
  }
  catch { $answer.Status = 0 }
  finally { if ($null -ne $response) { $response.Close() } }
  return $answer
}

function Get-Metadata([string]$Path) {
  return Get-Answer "$metadata$Path" $true
}

# The identifier of an error, which is what programs may look at.
function Get-Code([string]$Body, [string]$Name) {
  if ($Body -match ('"' + $Name + '"\\s*:\\s*"([A-Za-z0-9_]+)"')) { return $Matches[1] }
  return ''
}

# The object id that the token is for; nothing where it does not say.
function Get-Holder {
  try {
    $payload = $script:token.Split('.')[1].Replace('-', '+').Replace('_', '/')
    $payload += '=' * ((4 - $payload.Length % 4) % 4)
    $text = [System.Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($payload))
    if ($text -match '"oid"\\s*:\\s*"([0-9A-Fa-f-]+)"') { return $Matches[1] }
  }
  catch { return '' }
  return ''
}

function Assert-Cloud {
  $answer = Get-Metadata '/metadata/instance/compute/azEnvironment?api-version=2021-02-01&format=text'
  if ($answer.Status -eq 200 -and $answer.Body -match '^[A-Za-z]+$' -and $answer.Body -ne $environment) {
    Stop-Check ${OUTCOME.wrongCloud} "wrong cloud: this machine is in $($answer.Body), and the check is for $environment; set cloud"
  }
}

function Update-Token {
  $query = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=$resource"
  if ($client -ne '') { $query += "&client_id=$client" }
  $code = ${OUTCOME.noToken}
  $reason = ''
  foreach ($delay in @(${settings.tokenDelays.join(", ")})) {
    Start-Sleep -Milliseconds ($delay * 1000)
    $answer = Get-Metadata $query
    $status = $answer.Status
    $problem = Get-Code $answer.Body 'error'
    if ($status -eq 200) {
      if ($answer.Body -match '"access_token"\\s*:\\s*"([A-Za-z0-9._~+/=-]+)"') {
        $script:token = $Matches[1]
        $holder = Get-Holder
        if ($holder -eq '' -or $principal -eq '' -or $holder -eq $principal) { return }
        $code = ${OUTCOME.notAttached}
        $reason = "identity not attached: $who is to have principal $principal, and the token of this machine is for $holder"
      }
      else {
        $code = ${OUTCOME.noToken}
        $reason = 'no token: the metadata service answers without one'
      }
    }
    elseif ($status -eq 400 -and $problem -eq 'invalid_request') {
      # Azure documents it as final; a machine that was given the identity just now may not know it yet.
      $code = ${OUTCOME.notAttached}
      $reason = "identity not attached: this machine does not have $who"
    }
    elseif ($status -eq 400 -and $problem -eq 'invalid_resource') {
      Stop-Check ${OUTCOME.wrongCloud} "wrong cloud: the tenant of this machine does not know $manager; set cloud"
    }
    elseif ($status -eq 0) {
      $code = ${OUTCOME.noToken}
      $reason = 'no token: the metadata service does not answer'
    }
    elseif (@(404, 408, 410, 429) -contains $status -or $status -ge 500) {
      $code = ${OUTCOME.noToken}
      $reason = "no token: the metadata service answers $status"
    }
    else {
      Stop-Check ${OUTCOME.noToken} "no token: the metadata service answers $status $problem"
    }
  }
  Stop-Check $code $reason
}

function Get-Version {
  if ($version -ne '') { return $version }
  if ($scope -match '^/subscriptions/[^/]+/?$') { return '${SCOPE_API_VERSIONS.subscription}' }
  if ($scope -match '^/subscriptions/[^/]+/resourceGroups/[^/]+/?$') { return '${SCOPE_API_VERSIONS.resourceGroup}' }
  if ($scope -match '^/providers/Microsoft.Management/managementGroups/[^/]+/?$') { return '${SCOPE_API_VERSIONS.managementGroup}' }
  Stop-Check ${OUTCOME.cannotAsk} "cannot ask for $\{scope}: it is neither a group nor a subscription; set apiVersion"
}

function Read-Scope([string]$ApiVersion) {
  $uri = $manager + $scope.Replace(' ', '%20') + '?api-version=' + $ApiVersion
  Update-Token
  $started = [System.Diagnostics.Stopwatch]::StartNew()
  $reason = 'Resource Manager was not asked'
  foreach ($delay in @(${settings.accessDelays.join(", ")})) {
    Start-Sleep -Milliseconds ($delay * 1000)
    $answer = Get-Answer $uri $false
    $status = $answer.Status
    $code = Get-Code $answer.Body 'code'
    if ($status -ge 200 -and $status -lt 300) {
      [Console]::Out.WriteLine("identity verification: principal $principal can read $scope")
      exit 0
    }
    if ($status -eq 401) {
      if ($code -eq 'InvalidAuthenticationTokenAudience') {
        Stop-Check ${OUTCOME.wrongCloud} "wrong cloud: $manager answers 401 $\{code}; set cloud"
      }
      $reason = "$manager answers 401 $code"
      Update-Token
    }
    elseif ($status -eq 0) { $reason = "$manager does not answer" }
    elseif (@(403, 404, 408, 429) -contains $status -or $status -ge 500) { $reason = "$manager answers $status $code" }
    else { Stop-Check ${OUTCOME.cannotAsk} "cannot ask for $\{scope}: $manager answers $status $code" }
    if ($started.Elapsed.TotalMinutes -ge ${settings.accessMinutes}) { break }
  }
  Stop-Check ${OUTCOME.noAccess} "no access after ${settings.accessMinutes} minutes: for $scope and principal $principal $reason"
}

try {
  # Windows PowerShell 5.1 may still offer older versions of TLS alone, which Resource Manager refuses.
  [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
  if ($scope -notmatch '^/[^\\x00-\\x1f?#%"\\\\]*\\z') { Stop-Check ${OUTCOME.cannotAsk} 'cannot ask: the scope is no id of Resource Manager' }
  if ("$principal$client$version" -notmatch '^[A-Za-z0-9-]*\\z') {
    Stop-Check ${OUTCOME.cannotAsk} 'cannot ask: a principal, client id or API version is none'
  }
  $ApiVersion = Get-Version
  Assert-Cloud
  Read-Scope $ApiVersion
}
catch {
  Stop-Check ${OUTCOME.cannotAsk} "cannot ask: $($_.Exception.GetType().FullName)"
}
`;
}
