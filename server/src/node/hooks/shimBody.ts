/*
 * The hook's own shell code. POSIX sh only (dash, busybox, Git for Windows), and only what the shell has built in besides
 * git itself: a graphical git client may start a hook with hardly any PATH. Names start with `cs_`, and nothing is exported, so the
 * hook that was here before sees the environment git gave it. It names no other hook manager: they know their own
 * files by such words and would take this one for theirs.
 */

/** In the raw text below `\${` stands for the shell's `${`. */
function shell(text: TemplateStringsArray): string {
  return String.raw(text).replaceAll('\\${', '${').replace(/^\n/, '');
}

const about = shell`
#
# Asks "countersign gate" whether a person has signed the AI code that is about to be committed; behind a commit,
# brings what is known of it into the repository's ledger ("countersign promote").
# "countersign hooks install" wrote this file; "countersign hooks uninstall" takes it away and puts back what was here.
# A hook that was here before lies beside it, unchanged, as cs_first: it runs first, and its refusal stands.
`;

const runFirst = shell`

cs_here=.
case $0 in */*) cs_here=\${0%/*} ;; esac

cs_say() {
  printf '%s\n' "$*" >&2
}

# The hook that was here before. Its manager may be the one that runs us: then it runs its own file itself.
if [ -n "$cs_first" ] && [ "$cs_first_by\${PRE_COMMIT_RUNNING_LEGACY:+ runs us}" != 'pre-commit runs us' ]; then
  if [ -f "$cs_here/$cs_first" ] && [ -x "$cs_here/$cs_first" ]; then
    "$cs_here/$cs_first" "$@" || exit
  elif [ ! -e "$cs_here/$cs_first" ] && [ ! -L "$cs_here/$cs_first" ]; then
    cs_say "Countersign: the hook that ran first here, $cs_here/$cs_first, is gone. Put it back, or run: countersign hooks install"
  fi
fi
`;

const readMode = shell`

# Puts the value of "countersign.mode" in a settings.json (JSON with comments) on standard input into cs_mode.
cs_mode_of_stdin() {
  cs_mode=warn
  cs_depth=0
  cs_comment=
  cs_key=
  cs_colon=
  while IFS= read -r cs_line || [ -n "$cs_line" ]; do
    while [ -n "$cs_line" ]; do
      if [ -n "$cs_comment" ]; then
        case $cs_line in
          *'*/'*) cs_line=\${cs_line#*'*/'} cs_comment= ;;
          *) cs_line= ;;
        esac
        continue
      fi
      case $cs_line in
        '//'*) cs_line= ;;
        '/*'*) cs_comment=1 cs_line=\${cs_line#??} ;;
        '"'*) cs_read_string ;;
        '{'* | '['*) cs_depth=$((cs_depth + 1)) cs_line=\${cs_line#?} ;;
        '}'* | ']'*) cs_depth=$((cs_depth - 1)) cs_line=\${cs_line#?} ;;
        ':'*)
          cs_line=\${cs_line#?}
          if [ "$cs_depth" -eq 1 ]; then
            cs_colon=1
            # Anything but a string after it is no mode.
            [ "$cs_key" != countersign.mode ] || cs_mode=unreadable
          fi
          ;;
        ','*)
          cs_line=\${cs_line#?}
          [ "$cs_depth" -ne 1 ] || cs_key= cs_colon=
          ;;
        *) cs_line=\${cs_line#?} ;;
      esac
    done
  done
}

# Takes one string off the front of cs_line: a key, or a value.
cs_read_string() {
  cs_line=\${cs_line#?}
  cs_string=
  while [ -n "$cs_line" ]; do
    case $cs_line in
      '"'*) break ;;
      '\'?*) cs_after=\${cs_line#??} ;;
      *) cs_after=\${cs_line#?} ;;
    esac
    cs_string=$cs_string\${cs_line%"$cs_after"}
    cs_line=$cs_after
  done
  cs_line=\${cs_line#?}
  [ "$cs_depth" -eq 1 ] || return 0
  if [ -z "$cs_colon" ]; then
    cs_key=$cs_string
  elif [ "$cs_key" = countersign.mode ]; then
    case $cs_string in
      observe | warn | enforce) cs_mode=$cs_string ;;
      *) cs_mode=unreadable ;;
    esac
  fi
}

cs_settings_at() {
  GIT_NO_LAZY_FETCH=1 git -c core.fsmonitor=false cat-file blob "$1:.vscode/settings.json" 2>/dev/null
}

# The stricter of what is staged and what HEAD has; settings that git does not hold come from disk.
cs_read_mode() {
  cs_strict=
  for cs_revision in '' HEAD; do
    cs_settings=$(cs_settings_at "$cs_revision") || continue
    cs_mode_of_stdin <<CS_END
$cs_settings
CS_END
    cs_strict="$cs_strict $cs_mode"
  done
  if [ -z "$cs_strict" ] && [ -f .vscode/settings.json ]; then
    cs_mode_of_stdin <.vscode/settings.json
    cs_strict=" $cs_mode"
  fi
  case $cs_strict in
    *' enforce'*) cs_mode=enforce ;;
    *' unreadable'*) cs_mode=unreadable ;;
    '' | *' warn'*) cs_mode=warn ;;
    *) cs_mode=observe ;;
  esac
}

# The gate could not be asked, for the reason given: the policy says what that means, and it is said aloud.
cs_cannot_ask() {
  # What is not brought into the ledger now is at the next open, commit or sync.
  case $cs_hook in post-* | pre-push) exit 0 ;; esac
  cs_read_mode
  cs_advice='To mend it, open this folder in VS Code with the Countersign extension, or install Node 20 or newer and run: countersign hooks install'
  case $cs_mode in
    enforce)
      cs_say "Countersign could not run, so this commit is refused (countersign.mode is enforce): $1. $cs_advice"
      exit 1
      ;;
    unreadable)
      cs_say "Countersign could not run, so this commit is refused (countersign.mode in .vscode/settings.json is none of observe, warn, enforce, which counts as enforce): $1. $cs_advice"
      exit 1
      ;;
  esac
  cs_say "Countersign could not run, so this commit was not checked (countersign.mode is $cs_mode): $1. $cs_advice"
  exit 0
}
`;

const ask = shell`

# In the middle of a rebase each commit has a hook; the one at its end does it for all.
cs_remote=
case $cs_hook in
  post-commit)
    cs_dir=\${GIT_DIR:-.git}
    if [ -d "$cs_dir/rebase-merge" ] || [ -d "$cs_dir/rebase-apply" ]; then exit 0; fi
    cs_words='promote'
    ;;
  post-rewrite) cs_words='promote' ;;
  pre-push) cs_words='sync' cs_remote=\${1-} ;;
  *) cs_words='gate --staged' ;;
esac

cs_gate() {
  # The words are ours and have no blanks in them.
  if [ -n "$cs_electron" ]; then
    ELECTRON_RUN_AS_NODE=1 NODE_OPTIONS='' "$cs_node" "$cs_cli" $cs_words --hook "$cs_hook" \${cs_remote:+"$cs_remote"}
  else
    NODE_OPTIONS='' "$cs_node" "$cs_cli" $cs_words --hook "$cs_hook" \${cs_remote:+"$cs_remote"}
  fi
}

# Ends the hook with the gate's exit code; returns when the gate was never started (126, 127).
cs_answer() {
  case $1 in
    126 | 127) return 0 ;;
    129 | 130 | 143) exit "$1" ;;
  esac
  if [ "$1" -gt 128 ]; then
    cs_cannot_ask "its process was stopped in the middle (exit code $1)"
  fi
  # Some hook managers write their own file over this one while it runs them.
  if [ -n "$cs_first" ] && [ -f "$0" ]; then
    { IFS= read -r cs_line && IFS= read -r cs_line; } <"$0"
    case $cs_line in
      '# countersign:shim '*) ;;
      *) cs_say "Countersign: another hook manager has just replaced this hook, so the next commit will not be checked. Run: countersign hooks install" ;;
    esac
  fi
  exit "$1"
}

if [ ! -f "$cs_cli" ]; then
  cs_why="its program was not found at $cs_cli"
elif [ ! -f "$cs_node" ] || [ ! -x "$cs_node" ]; then
  cs_why="Node was not found at $cs_node"
else
  cs_gate
  cs_answer "$?"
  cs_why="Node could not be started from $cs_node"
fi
`;

const search = shell`

# From here on: the paths above are gone (an update, another Node), and others are looked for.

cs_is_node() {
  [ -f "$1" ] && [ -x "$1" ] &&
    ELECTRON_RUN_AS_NODE=1 NODE_OPTIONS='' "$1" -e 'process.exit(parseInt(process.versions.node, 10) >= 20 ? 0 : 1)' </dev/null >/dev/null 2>&1
}

cs_other_node=
cs_other_cli=
cs_common=$(git rev-parse --git-common-dir 2>/dev/null)
if [ -f "$cs_common/countersign/runtime" ]; then
  { IFS= read -r cs_other_node && IFS= read -r cs_line && IFS= read -r cs_other_cli; } <"$cs_common/countersign/runtime"
fi

if [ ! -f "$cs_cli" ]; then
  # An updated extension lies beside the folder of its old version.
  for cs_try in "\${cs_cli%/countersign.countersign-*}"/countersign.countersign-*/dist/cli.cjs "$cs_other_cli"; do
    if [ -f "$cs_try" ]; then cs_cli=$cs_try; fi
  done
fi

cs_find_node() {
  for cs_try in "$cs_node" "$cs_other_node" "$(command -v node 2>/dev/null)" "\${VSCODE_GIT_ASKPASS_NODE-}" \
    "\${NVM_DIR:-\${HOME-}/.nvm}"/versions/node/*/bin/node \
    "\${VOLTA_HOME:-\${HOME-}/.volta}"/tools/image/node/*/bin/node \
    "\${FNM_DIR:-\${XDG_DATA_HOME:-\${HOME-}/.local/share}/fnm}"/node-versions/*/installation/bin/node \
    "\${HOME-}"/.fnm/node-versions/*/installation/bin/node \
    "\${HOME-}/Library/Application Support/fnm"/node-versions/*/installation/bin/node \
    "\${ASDF_DATA_DIR:-\${HOME-}/.asdf}"/installs/nodejs/*/bin/node \
    "\${MISE_DATA_DIR:-\${XDG_DATA_HOME:-\${HOME-}/.local/share}/mise}"/installs/node/*/bin/node \
    "\${N_PREFIX:-/usr/local}/bin/node" /usr/local/bin/node /opt/homebrew/bin/node /usr/bin/node /snap/bin/node \
    "\${PROGRAMFILES-}/nodejs/node.exe" "\${NVM_SYMLINK-}/node.exe" \
    "\${HOME-}"/.vscode-server/cli/servers/*/server/node "\${HOME-}"/.vscode-server/bin/*/node \
    /usr/share/code/code /usr/share/codium/codium /opt/visual-studio-code/code /snap/code/current/usr/share/code/code \
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron' '/Applications/Visual Studio Code.app/Contents/MacOS/Code' \
    "\${LOCALAPPDATA-}/Programs/Microsoft VS Code/Code.exe" "\${PROGRAMFILES-}/Microsoft VS Code/Code.exe"; do
    if cs_is_node "$cs_try"; then
      cs_node=$cs_try
      # Harmless for Node, needed by VS Code's binary.
      cs_electron=1
      return 0
    fi
  done
  return 1
}

if cs_find_node; then
  if [ -f "$cs_cli" ]; then
    cs_gate
    cs_answer "$?"
  fi
  PATH="$PATH:\${cs_node%/*}"
elif [ -f "$cs_cli" ]; then
  cs_why="$cs_why, nor on PATH, nor where nvm, volta, fnm, asdf, mise and VS Code keep it"
fi
if command -v countersign >/dev/null 2>&1; then
  NODE_OPTIONS='' countersign $cs_words --hook "$cs_hook" \${cs_remote:+"$cs_remote"}
  cs_answer "$?"
fi
cs_cannot_ask "$cs_why"
`;

/** What every shim says about itself, and what it does after its values are set. */
export const shimBody = { about: about.trimEnd(), code: runFirst + readMode + ask + search };
