# VS Code's agent runs this before and after each of its tools, with what the tool does on standard
# input. It hands that to Countersign. No words, exit code 0: the agent takes others for an answer.
$ErrorActionPreference = 'SilentlyContinue'

$cli = Join-Path $PSScriptRoot '..\dist\cli.cjs'
if (-not (Test-Path -LiteralPath $cli -PathType Leaf)) { exit 0 }

# Ends with 75 when this Node is too old, otherwise with 0. No double quotes: PowerShell 5 loses them.
$run = "if(parseInt(process.versions.node,10)<20)process.exit(75);process.on('exit',()=>{process.exitCode=0});process.on('uncaughtException',()=>process.exit(0));require(process.argv[1])"

# A hook inherits the environment of the process that runs extensions. COUNTERSIGN_RUNTIME is what
# our own extension put there: the binary of that very process.
$candidates = @($env:COUNTERSIGN_RUNTIME)
$candidates += (Get-Command node -CommandType Application | Select-Object -First 1).Source
$candidates += $env:VSCODE_GIT_ASKPASS_NODE

# VS Code's translations lie in its own folder, and their path is in its environment.
if ($env:VSCODE_NLS_CONFIG) {
  $messages = ($env:VSCODE_NLS_CONFIG | ConvertFrom-Json).defaultMessagesFile
  if ($messages -match '^(.*?)[\\/]resources[\\/]app[\\/]') {
    foreach ($name in 'Code', 'VSCodium', 'Code - Insiders') {
      $candidates += Join-Path $Matches[1] "$name.exe"
      $candidates += Join-Path (Split-Path $Matches[1]) "$name.exe"
    }
  }
}
$candidates += "$env:LOCALAPPDATA\Programs\Microsoft VS Code\Code.exe"
$candidates += "$env:ProgramFiles\Microsoft VS Code\Code.exe"

$env:ELECTRON_RUN_AS_NODE = '1'
$env:NODE_OPTIONS = ''
foreach ($node in $candidates) {
  if (-not $node -or -not (Test-Path -LiteralPath $node -PathType Leaf)) { continue }
  & $node -e $run -- $cli ingest --agent vscode-agent *> $null
  if ($LASTEXITCODE -ne 75) { exit 0 }
}
exit 0
