import type { Call, Code } from '../../code/code.ts';
import { calleeOf, methodOf, plainText } from '../../code/say.ts';
import { isEcmascript, type LanguageId } from '../languageId.ts';

/** The program that a call starts without a shell; undefined for other calls. */
export function programOf(call: Call, language: LanguageId): Code | undefined {
  const callee = calleeOf(call);
  const [first, second] = call.args;
  switch (language) {
    case 'go':
      if (!/(?:^|\.)exec\.Command(?:Context)?$/.test(callee)) return undefined;
      return callee.endsWith('Context') ? second : first;
    case 'rust':
      return callee.endsWith('Command.new') ? first : undefined;
    case 'java':
      return /(?:^|\.)ProcessBuilder$/.test(callee) ? first : undefined;
    case 'csharp':
      return /(?:^|\.)(?:Process\.Start|ProcessStartInfo)$/.test(callee) ? first : undefined;
    case 'python':
      return /^(?:subprocess\.(?:run|call|check_call|check_output|Popen)|os\.exec\w+|pty\.spawn)$/.test(
        callee,
      )
        ? first
        : undefined;
    default:
      return isEcmascript(language) &&
        /^(?:spawn|spawnSync|execFile|execFileSync)$/.test(methodOf(call))
        ? first
        : undefined;
  }
}

/** The text that a shell is given to run; none for other calls. */
export function shellTexts(call: Call, language: LanguageId): readonly Code[] {
  const callee = calleeOf(call);
  const { args } = call;
  const [first] = args;
  if (!first) return [];
  if (isEcmascript(language)) return ecmascriptTexts(call, callee, first);
  switch (language) {
    case 'python':
      return pythonTexts(call, callee, first);
    case 'go': {
      if (!/(?:^|\.)exec\.Command(?:Context)?$/.test(callee)) return [];
      const [program, ...rest] = callee.endsWith('Context') ? args.slice(1) : args;
      return program ? behindShell(program, rest) : [];
    }
    case 'rust':
      return rustTexts(call);
    case 'java':
      if (methodOf(call) === 'exec' && /[Rr]untime/.test(ownerWords(call))) return [first];
      if (/(?:^|\.)ProcessBuilder$/.test(callee)) {
        const [program, ...rest] = first.kind === 'list' ? first.items : listed(args);
        return program ? behindShell(program, rest) : [];
      }
      return [];
    case 'csharp': {
      if (!/(?:^|\.)(?:Process\.Start|ProcessStartInfo)$/.test(callee)) return [];
      const [program, ...rest] = args;
      return program ? behindShell(program, rest) : [];
    }
    case 'cpp':
      if (
        /^(?:std\.)?(?:system|popen|_popen|_wsystem|_wpopen|WinExec|g_spawn_command_line_sync)$/.test(
          callee,
        )
      )
        return [first];
      if (/^exec[lv][pe]{0,2}$/.test(callee)) return behindShell(first, args.slice(1));
      if (/^ShellExecute[AW]?$/.test(callee)) return args.slice(2, 4);
      return [];
    case 'ruby':
      return rubyTexts(call, callee, first);
    case 'php':
      return /^\\?(?:exec|shell_exec|system|passthru|popen|proc_open|pcntl_exec|Process\.fromShellCommandline)$/.test(
        callee,
      ) && first.kind !== 'list'
        ? [first]
        : [];
    default:
      return [];
  }
}

const SHELL = /^(?:.*[/\\])?(?:sh|bash|zsh|dash|ksh|cmd|powershell|pwsh)(?:\.exe)?$/i;
const FLAG = /^(?:-l?c|-lc|-ec|-Command|-command|\/[cC]|-ic)$/;

/** `/bin/sh`, `cmd.exe`. */
export function isShellName(name: string | undefined): boolean {
  return name !== undefined && SHELL.test(name);
}

/** `-c`, `/C`: what follows is run. */
export function isShellFlag(word: string | undefined): boolean {
  return word !== undefined && FLAG.test(word);
}

/** Behind a shell and its flag stands what it runs; another program is meant where its name is a value. */
function behindShell(program: Code, rest: readonly Code[]): readonly Code[] {
  const name = plainText(program);
  if (name === undefined) return [];
  if (!SHELL.test(name)) return [];
  return rest
    .flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]))
    .filter((arg) => !FLAG.test(plainText(arg) ?? ''));
}

function listed(args: readonly Code[]): readonly Code[] {
  const [only] = args;
  const isList =
    args.length === 1 && only?.kind === 'call' && /^(?:asList|of)$/.test(methodOf(only));
  return isList ? only.args : args;
}

function ecmascriptTexts(call: Call, callee: string, first: Code): readonly Code[] {
  const { args } = call;
  const method = methodOf(call);
  if (/^(?:execSync|execaCommand|execaCommandSync)$/.test(method)) return [first];
  if (
    /(?:^|\.)(?:child_process|childProcess|cp|shell|shelljs|execa|proc)\.(?:exec|command|commandSync)$/.test(
      callee,
    )
  )
    return [first];
  if (/^(?:exec|execAsync|execPromise|execP|asyncExec|promisifiedExec)$/.test(callee))
    return [first];
  if (/^(?:spawn|spawnSync|execFile|execFileSync|execa|execaSync|fork)$/.test(method)) {
    const hasShell = args.some((arg) => arg.kind === 'dict' && arg.entries.some(isShellOption));
    if (hasShell) return args.filter(({ kind }) => kind !== 'dict' && kind !== 'function');
    return behindShell(first, args.slice(1));
  }
  return [];
}

function isShellOption(entry: Code): boolean {
  if (entry.kind !== 'entry') return false;
  const key = entry.key.kind === 'name' ? entry.key.name : plainText(entry.key);
  const isOff = entry.value.kind === 'constant' && entry.value.value !== true;
  return key === 'shell' && !isOff;
}

function pythonTexts(call: Call, callee: string, first: Code): readonly Code[] {
  if (
    /^(?:os\.system|os\.popen|(?:subprocess|commands)\.(?:getoutput|getstatusoutput))$/.test(callee)
  )
    return [first];
  if (/(?:^|\.)(?:create_subprocess_shell|exec_command)$/.test(callee)) return [first];
  if (!/^(?:(?:subprocess|sp)\.)?(?:run|call|check_call|check_output|Popen)$/.test(callee))
    return [];
  const hasShell = call.args.some(
    (arg) =>
      arg.kind === 'named' &&
      arg.name === 'shell' &&
      arg.value.kind === 'constant' &&
      arg.value.value === true,
  );
  if (hasShell) return [first];
  const [program, ...rest] = first.kind === 'list' ? first.items : [];
  return program && plainText(program) !== undefined ? behindShell(program, rest) : [];
}

/** `Command::new("sh").arg("-c").arg(text)`: the call that is given the text. */
function rustTexts(call: Call): readonly Code[] {
  const method = methodOf(call);
  if (method !== 'arg' && method !== 'args') return [];
  let node: Code = call.callee;
  let hasFlag =
    method === 'args' &&
    call.args.some((arg) => listOf(arg).some((one) => FLAG.test(plainText(one) ?? '')));
  for (let i = 0; i < 50; i++) {
    if (node.kind === 'member') node = node.object;
    else if (node.kind === 'call' && !calleeOf(node).endsWith('Command.new')) {
      hasFlag ||= node.args.some((arg) =>
        listOf(arg).some((one) => FLAG.test(plainText(one) ?? '')),
      );
      node = node.callee;
    } else break;
  }
  const program = node.kind === 'call' ? node.args[0] : undefined;
  if (!hasFlag || !SHELL.test(plainText(program) ?? '')) return [];
  return call.args.flatMap(listOf).filter((arg) => plainText(arg) === undefined);
}

function listOf(arg: Code): readonly Code[] {
  const inner = arg.kind === 'unary' ? arg.operand : arg;
  return inner.kind === 'list' ? inner.items : [inner];
}

function rubyTexts(call: Call, callee: string, first: Code): readonly Code[] {
  if (callee === '`') return [first];
  // A name that begins with `|` is run, and what it gives is read.
  if (/^(?:Kernel\.)?open$|^IO\.(?:binread|binwrite|foreach|read|readlines|write)$/.test(callee))
    return /^(?:\||$)/.test(startOf(first)) ? [first] : [];
  if (callee === 'URI.open') return startOf(first).startsWith('|') ? [first] : [];
  if (
    !/^(?:(?:Kernel|Process)\.)?(?:system|exec|spawn)$|^(?:IO\.popen|Open3\.\w+|PTY\.spawn)$/.test(
      callee,
    )
  )
    return [];
  const given = call.args.filter(
    ({ kind }) => kind !== 'dict' && kind !== 'named' && kind !== 'function' && kind !== 'entry',
  );
  const [program, ...rest] = given[0]?.kind === 'dict' ? given.slice(1) : given;
  if (program?.kind === 'list' || !program) return [];
  if (rest.length === 0) return program.kind === 'spread' ? [] : [program];
  return behindShell(program, rest);
}

/** What a text is known to begin with. */
function startOf(code: Code): string {
  if (code.kind === 'binary') return startOf(code.left);
  // Paths that are put together begin with a folder, and constants are known.
  if (code.kind === 'call' && /^(?:join|expand_path|absolute_path)$/.test(methodOf(code)))
    return '/';
  if (code.kind === 'name' && /^[A-Z]/.test(code.name)) return '/';
  const [part] = code.kind === 'text' ? code.parts : [];
  return typeof part === 'string' ? part : '';
}

function ownerWords(call: Call): string {
  const { callee } = call;
  if (callee.kind !== 'member') return '';
  const { object } = callee;
  return object.kind === 'call'
    ? calleeOf(object)
    : object.kind === 'name'
      ? object.name
      : calleeOf(call);
}
