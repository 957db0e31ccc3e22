#!/bin/sh
# VS Code's agent runs this before and after each of its tools, with what the tool does on standard
# input. It hands that to Countersign. No words, exit code 0: the agent takes others for an answer.
exec >/dev/null 2>&1

cs_here=.
case $0 in */*) cs_here=${0%/*} ;; esac
cs_cli=$cs_here/../dist/cli.cjs

# Ends with 75 when this Node is too old, otherwise with 0 whatever happens.
cs_run='if(parseInt(process.versions.node,10)<20)process.exit(75);process.on("exit",()=>{process.exitCode=0});process.on("uncaughtException",()=>process.exit(0));require(require("path").resolve(process.argv[1]))'

# Ends the hook when there is a Node at this path, or VS Code's own binary; returns for any other.
cs_try() {
  [ -f "$1" ] && [ -x "$1" ] || return 0
  ELECTRON_RUN_AS_NODE=1 NODE_OPTIONS= "$1" -e "$cs_run" -- "$cs_cli" ingest --agent vscode-agent
  case $? in
    75 | 126 | 127) return 0 ;;
  esac
  exit 0
}

[ -f "$cs_cli" ] || exit 0

# A hook inherits the environment of the process that runs extensions. COUNTERSIGN_RUNTIME is what
# our own extension put there: the binary of that very process.
cs_try "${COUNTERSIGN_RUNTIME-}"
cs_try "$(command -v node)"
cs_try "${VSCODE_GIT_ASKPASS_NODE-}"

# On Linux: what runs extensions is our parent, for hooks.json hands its shell over by exec.
cs_parent=/proc/$PPID/exe
if [ -x "$cs_parent" ]; then
  ELECTRON_RUN_AS_NODE=1 NODE_OPTIONS= "$cs_parent" -e 'process.exit(76)' </dev/null
  if [ $? -eq 76 ]; then cs_try "$cs_parent"; fi
fi

# VS Code's translations lie in its own folder, and their path is in its environment.
case ${VSCODE_NLS_CONFIG-} in
  *'"defaultMessagesFile":"'*)
    cs_app=${VSCODE_NLS_CONFIG#*'"defaultMessagesFile":"'}
    cs_app=${cs_app%%'"'*}
    cs_app=${cs_app%/out/*}
    cs_try "$cs_app/node"
    for cs_name in code codium code-insiders codium-insiders code-oss; do
      cs_try "${cs_app%/resources/app}/$cs_name"
    done
    for cs_name in Electron Code VSCodium "Code - Insiders"; do
      cs_try "${cs_app%/Resources/app}/MacOS/$cs_name"
    done
    ;;
esac

# On a remote machine our extension lies beside the server, which brings a Node.
case $cs_here in
  */extensions/*)
    for cs_path in "${cs_here%/extensions/*}"/cli/servers/*/server/node "${cs_here%/extensions/*}"/bin/*/node; do
      cs_try "$cs_path"
    done
    ;;
esac

for cs_path in /usr/share/code/code /usr/share/codium/codium /opt/visual-studio-code/code \
  /snap/code/current/usr/share/code/code \
  '/Applications/Visual Studio Code.app/Contents/MacOS/Electron' \
  '/Applications/Visual Studio Code.app/Contents/MacOS/Code' /opt/homebrew/bin/node /usr/local/bin/node /usr/bin/node; do
  cs_try "$cs_path"
done
exit 0
