import type { Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import {
  bare,
  calleeOf,
  dotted,
  everythingIn,
  lastWord,
  methodOf,
  plainText,
} from '../../code/say.ts';
import { nameWords } from './nameWords.ts';
import { variablesOf } from './variables.ts';

/** Words of folders that a program makes for itself, and may take away again. */
const OWN =
  /^(?:te?mp\w*|cache\w*|build\w*|dist|out|output\w*|outdir|scratch|staging|tests?|testing|fixtures?|stale|backups?|extract\w*|unpack\w*|sandbox|mkdtemp|clone\w*|checkout|bundle|generated|coverage|artifacts?)$/;
/** The same of variables that nobody is seen to set: where a build puts things may be set by anybody. */
const OWN_VARIABLE =
  /^(?:te?mp\w*|cache\w*|scratch|staging|tests?|fixtures?|stale|old|backups?|extract\w*|unpack\w*|sandbox|mkdtemp|clone\w*|checkout|build|dist|outdir|dest|destination)$/;
const MAKES = /te?mp|mkdtemp|scratch|sandbox/i;
/** What is set outside of the program: settings, the environment, requests. */
const SET_OUTSIDE =
  /config|setting|\benv|environ|getenv|option|\bparams?\b|args|\breq|request|query|body|prefer|propert/i;
const JOINS =
  /^(?:join|resolve|Join|Combine|path|Path|append|child|joinpath|of|get|from|combine|new|File)$/;
const MAX_STEPS = 4;

/** Whether a function's or variable's name says that it is about such a folder. */
export function isOwnName(name: string): boolean {
  return nameWords(name).some((word) => OWN_VARIABLE.test(word));
}

/** Whether a path is one that the program made for itself, or one that is written out and deep enough. */
export function isOwnPath(view: CodeView, path: Code): boolean {
  let code = bare(path);
  let isKnown = false;
  for (let i = 0; i < MAX_STEPS; i++) {
    if (code.kind === 'unary') code = bare(code.operand);
    if (code.kind !== 'name') break;
    const variable = variablesOf(view).get(code.name);
    const [only, ...more] = variable?.values ?? [];
    if (!variable || variable.isParam || variable.isUnclear || !only || 0 < more.length) break;
    isKnown = true;
    code = bare(only);
  }
  const text = plainText(code);
  if (text !== undefined) return isOwnText(text) || isDeep(text);
  // What names one file is no tree.
  if (/file(?:_?(?:path|name))?$/i.test(lastWord(code))) return true;
  const from = code.kind === 'binary' || code.kind === 'conditional' ? code : undefined;
  if (from?.kind === 'binary' && /^(?:\?\?|\|\|)$/.test(from.operator)) {
    return !SET_OUTSIDE.test(view.flat(from)) && isOwnPath(view, from.left);
  }
  for (const one of everythingIn(code)) {
    if (one.kind === 'call' && MAKES.test(calleeOf(one))) return true;
    const words = one.kind === 'text' ? one.parts.filter((part) => typeof part === 'string') : [];
    // `join(root, "out")`; a setting's key is no part of the path.
    if (words.some((word) => isOwnText(word)) && !isKey(view, one)) return true;
  }
  if (SET_OUTSIDE.test(view.flat(code))) return false;
  if (isKnown && (code.kind === 'member' || code.kind === 'index')) return hasTemporary(code);
  if (code.kind === 'member') return hasTemporary(code);
  if (code.kind === 'name') return isOwnName(code.name) || isMadeHere(view, code.name);
  return [...everythingIn(code)].some((one) => one.kind === 'name' && isOwnName(one.name));
}

function isOwnText(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => OWN.test(word));
}

function isDeep(text: string): boolean {
  return 1 < text.split(/[\\/]/).filter((part) => !/^[.*]?$/.test(part)).length;
}

/** Named for what is there for a moment: `self.tmpdir`, `this.cachePath`. */
function hasTemporary(code: Code): boolean {
  return nameWords(dotted(code) ?? '').some((word) => OWN_VARIABLE.test(word));
}

/** A text by which a setting is asked for. */
function isKey(view: CodeView, text: Code): boolean {
  const parent = view.parentOf(text);
  if (parent?.kind === 'index') return true;
  return (
    parent?.kind === 'call' &&
    !JOINS.test(methodOf(parent)) &&
    SET_OUTSIDE.test(view.flat(parent.callee))
  );
}

/** The program itself has made the folder in this block. */
function isMadeHere(view: CodeView, name: string): boolean {
  return view
    .all('call')
    .some(
      (call) =>
        /^(?:mkdtemp\w*|mkdir\w*|MkdirTemp|TempDir|makedirs|createTempDir\w*|create_dir\w*)$/i.test(
          methodOf(call),
        ) && call.args.some((arg) => lastWord(arg) === name),
    );
}
