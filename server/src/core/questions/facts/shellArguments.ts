import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';
import { linksOf, rootOf } from './chain.ts';
import { isShellFlag, isShellName } from './shellCalls.ts';
import { variablesOf } from './variables.ts';

/**
 * The text that a shell is given apart from the statement that names it: `cmd.arg(text)` behind
 * `let mut cmd = Command::new("sh")`, a list of words that is made before; none for other calls.
 */
export function laterShellTexts(view: CodeView, call: Call, language: LanguageId): readonly Code[] {
  const words = call.args.flatMap((arg) => wordsHeld(view, arg));
  const method = methodOf(call);
  switch (language) {
    case 'rust':
      return /^args?$/.test(method) && isOfShell(view, call) ? unsaid(words) : [];
    case 'csharp': {
      const { callee } = call;
      const isList = callee.kind === 'member' && lastWord(callee.object) === 'ArgumentList';
      return isList && method === 'Add' && isOfShell(view, call) ? unsaid(words) : [];
    }
    case 'java': {
      const isCommand =
        (method === 'command' && 1 < words.length) ||
        (/(?:^|\.)ProcessBuilder$/.test(calleeOf(call)) && call.args.some(isName));
      return isCommand ? behindName(words) : [];
    }
    case 'go':
      return /(?:^|\.)exec\.Command(?:Context)?$/.test(calleeOf(call)) && isHeld(call)
        ? behindName(calleeOf(call).endsWith('Context') ? words.slice(1) : words)
        : [];
    case 'python':
      return /(?:^|\.)(?:run|call|check_call|check_output|Popen|create_subprocess_exec)$/.test(
        calleeOf(call),
      ) && isHeld(call)
        ? behindName(words)
        : [];
    case 'typescript':
    case 'tsx':
    case 'javascript':
      return /^(?:spawn|spawnSync|execFile|execFileSync|execa)$/.test(method) && isHeld(call)
        ? behindName(words)
        : [];
    default:
      return [];
  }
}

function isHeld({ args }: Call): boolean {
  return args.some((arg) => isName(arg) || (arg.kind === 'spread' && isName(arg.value)));
}

function isName({ kind }: Code): boolean {
  return kind === 'name';
}

/** The words of a list, also of one that a name holds. */
function wordsHeld(view: CodeView, arg: Code): readonly Code[] {
  const inner = arg.kind === 'unary' || arg.kind === 'spread' ? innerOf(arg) : arg;
  if (inner.kind === 'list') return inner.items;
  const held = inner.kind === 'name' ? variablesOf(view).get(inner.name) : undefined;
  const [only, ...more] = held?.values ?? [];
  return only && more.length === 0 && !held?.isParam ? itemsOf(only, inner) : [inner];
}

function innerOf(arg: Code): Code {
  if (arg.kind === 'unary') return arg.operand;
  return arg.kind === 'spread' ? arg.value : arg;
}

/** `["sh", "-c", text]`, `List.of("sh", "-c", text)`, Go's `[]string{"-c", text}`. */
function itemsOf(list: Code, otherwise: Code): readonly Code[] {
  if (list.kind === 'list') return list.items;
  const isMade = list.kind === 'call' && /^(?:asList|of|vec!)$/.test(methodOf(list));
  return isMade ? list.args : [otherwise];
}

/** What a shell's name and flag are followed by. */
function behindName(words: readonly Code[]): readonly Code[] {
  const [program, ...rest] = words;
  const isRun = isShellName(plainText(program)) && rest.some((one) => isFlag(one));
  return isRun ? unsaid(rest) : [];
}

function unsaid(words: readonly Code[]): readonly Code[] {
  return words.filter((word) => plainText(word) === undefined);
}

function isFlag(word: Code): boolean {
  return isShellFlag(plainText(word));
}

/** What it is called on has been made with a shell's name, and is given the flag to run a text. */
function isOfShell(view: CodeView, call: Call): boolean {
  const name = rootOf(call);
  const values = name === undefined ? [] : (variablesOf(view).get(name)?.values ?? []);
  if (!values.some(namesShell)) return false;
  const given = [
    ...values.flatMap((value) => [...linksOf(value)]),
    ...view.all('call').filter((one) => rootOf(one) === name),
  ];
  return given.some(({ args }) => args.some((arg) => wordsHeld(view, arg).some(isFlag)));
}

/** `Command::new("sh")`, `new ProcessStartInfo { FileName = "bash" }`. */
function namesShell(value: Code): boolean {
  if (value.kind === 'dict') return value.entries.some(isShellEntry);
  for (const link of linksOf(value)) {
    const isStart = /(?:^|\.)(?:Command\.new|ProcessStartInfo)$/.test(calleeOf(link));
    if (!isStart) continue;
    return link.args.some(
      (arg, i) =>
        (i === 0 && isShellName(plainText(arg))) ||
        (arg.kind === 'dict' && arg.entries.some(isShellEntry)),
    );
  }
  return false;
}

function isShellEntry(entry: Code): boolean {
  return (
    entry.kind === 'entry' &&
    lastWord(entry.key) === 'FileName' &&
    isShellName(plainText(entry.value))
  );
}
