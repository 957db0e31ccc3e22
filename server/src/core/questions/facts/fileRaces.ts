import type { Call, Code } from '../../code/code.ts';
import { everythingIn, methodOf } from '../../code/say.ts';
import { isEcmascript } from '../languageId.ts';
import type { RuleContext, Trigger } from '../rule.ts';
import { callWords } from '../words.ts';
import { chainOf, wordsOf } from './chain.ts';
import { originOf } from './repeated.ts';

/** Asks whether something is there. */
const ASKS =
  /^(?:(?:fs|fsp|fse|fsPromises|fs\.promises)\.(?:existsSync|exists|pathExists|pathExistsSync|access|accessSync|stat|statSync)|existsSync|pathExists|os\.path\.(?:exists|isfile|isdir|lexists)|os\.access|os\.(?:Stat|Lstat)|Files\.(?:exists|notExists|isRegularFile)|(?:System\.IO\.)?(?:File|Directory)\.Exists|(?:filesystem|fs|std\.filesystem)\.exists|access|(?:File|Dir|Pathname)\.(?:exist\?|exists\?|file\?|directory\?)|file_exists|is_file|is_dir|is_writable|Storage\.exists|[\w.]+\.(?:exists|is_file|is_dir|isFile|isDirectory|exist\?))$/;

/** Does something that fails, or harms, where another was faster. */
const ACTS =
  /^(?:write\w*|Write\w*|append\w*|Append\w*|unlink(?:Sync)?|(?:remove|Remove|delete|Delete)(?:All|File|Dir\w*|Recursively|Sync|_file|_dir|_all|_dir_all)?|rm|rmSync|rmtree|(?:rename|Rename|move|Move)(?:Sync|File|To|_file)?|truncate|symlink|link|touch|mkdir|mkdirSync|Mkdir|(?:create|Create)(?:File|NewFile|Sync|Text|Directory|SymbolicLink|_new|_dir)?|file_put_contents|binwrite|outputFile|FileWriter|FileOutputStream|ofstream|StreamWriter|rmdir|rmdirSync|rm_rf|rm_f|replace|forceDelete|deleteDirectory)$/;

/** Does nothing where it is there already. */
const IDEMPOTENT =
  /^(?:createDirectories|CreateDirectory|create_directories|create_dir_all|mkdir_p|MkdirAll|makedirs|deleteIfExists|ensureDir|rm_f|rm_rf|create_directory)$/;

interface Asked {
  readonly subject: string;
  readonly call: Call;
}

/** `if (exists(p)) unlink(p)`: between the two, somebody else may have been there. */
export function* fileRaces(context: RuleContext): Iterable<Trigger> {
  const { view } = context;
  for (const one of view.all('if')) {
    const asked = askedIn(context, one.before) ?? askedIn(context, one.condition);
    if (!asked) continue;
    const inside: Code[] = [one.whenTrue, ...(one.otherwise ? [one.otherwise] : [])];
    // `if (exists(p)) return;` leaves the rest to the other case.
    const leaves = one.whenTrue.statements.at(-1);
    const isLeft = leaves?.kind === 'return' || leaves?.kind === 'throw';
    const acting = inside.concat(isLeft ? view.after(one) : []);
    const act = actIn(context, acting, asked.subject);
    if (!act) continue;
    const line = String(view.lineOf(asked.call));
    yield {
      at: act,
      about: {
        what: callWords(view, act),
        asked: callWords(view, asked.call),
        from: line,
        how: 'file',
      },
    };
  }
}

function askedIn(context: RuleContext, code: Code | undefined): Asked | undefined {
  if (!code) return undefined;
  const { view } = context;
  for (const node of everythingIn(code)) {
    const value = node.kind === 'name' && code !== node ? originOf(view, node) : node;
    const call = value.kind === 'await' ? value.value : value;
    if (call.kind !== 'call' || !ASKS.test(chainOf(call))) continue;
    const subject = subjectOf(context, call);
    if (subject !== undefined) return { subject, call };
  }
  return undefined;
}

/** The path: the first argument, or what the method is called on. */
function subjectOf({ view }: RuleContext, call: Call): string | undefined {
  const [first] = call.args;
  if (
    first &&
    /^(?:fs|fsp|fse|os|File|Files|Dir|Directory|filesystem|Storage|Pathname|FileUtils|shutil|std|System|ioutil)\b/.test(
      wordsOf(call.callee),
    )
  )
    return view.flat(first);
  if (call.callee.kind === 'member' && !/^(?:this|self)$/.test(wordsOf(call.callee.object))) {
    return view.flat(call.callee.object);
  }
  return first ? view.flat(first) : undefined;
}

function actIn(context: RuleContext, codes: readonly Code[], subject: string): Call | undefined {
  const { view } = context;
  for (const code of codes) {
    for (const node of everythingIn(code)) {
      if (node.kind !== 'call' || !isAct(context, node)) continue;
      const subjects = [
        ...(node.args[0] ? [view.flat(node.args[0])] : []),
        ...(node.callee.kind === 'member' ? [view.flat(node.callee.object)] : []),
      ];
      // PHP's `@` says that it may be gone.
      const parent = view.parentOf(node);
      const isMeant = parent?.kind === 'unary' && parent.operator === '@';
      if (isMet(context, node) || isAskedAnew(context, node, subject, code)) continue;
      if (subjects.includes(subject) && !isMeant) return node;
    }
  }
  return undefined;
}

/** Fails where somebody else was faster, instead of doing harm. */
const FAILS =
  /^(?:unlink\w*|(?:remove|Remove|delete|Delete)\w*|rm|rmSync|rename\w*|Rename|move|Move|mkdir\w*|Mkdir|makedirs|rmdir\w*|createDirectory)$/;

/** What happens then is written there: the failure is caught, handed on, or no failure at all. */
function isMet({ view, language }: RuleContext, act: Call): boolean {
  const word = methodOf(act);
  if (!FAILS.test(word)) return false;
  // What Qt is to take away may be gone already.
  if (language === 'cpp' && chainOf(act) === 'QFile.remove') return true;
  const last = act.args.at(-1);
  if (last?.kind === 'function' && last.params.length !== 0) return true;
  if (last?.kind === 'name' && /^(?:ec|err|error|cb|callback|done|next)$/.test(last.name))
    return true;
  if (language === 'go' && view.parentOf(act)?.kind !== 'expression') return true;
  for (const around of view.around(act)) {
    if (around.kind === 'function') return false;
    if (around.kind === 'try' && around.catches.length !== 0 && act.end <= around.body.end)
      return around.body.start <= act.start && around.body.end - around.body.start < MAX_TRY;
  }
  return false;
}

/** A catch around more than this is about other things. */
const MAX_TRY = 250;

/** `rm(p) if exist?(p)` inside: that is what is to be asked about. */
function isAskedAnew(context: RuleContext, act: Call, subject: string, within: Code): boolean {
  for (const around of context.view.around(act)) {
    if (around.kind === 'if' && askedIn(context, around.condition)?.subject === subject)
      return within.start <= around.start;
    if (around === within) return false;
  }
  return false;
}

function isAct({ view, language }: RuleContext, call: Call): boolean {
  const word = methodOf(call);
  const rest = call.args
    .slice(1)
    .map((arg) => view.flat(arg))
    .join(' ');
  if (IDEMPOTENT.test(word)) return word === 'makedirs' && !/exist_ok/.test(rest);
  if (isEcmascript(language) && /recursive:\s*true|force:\s*true|wx/.test(rest)) return false;
  if (word.startsWith('mkdir') && /exist_ok|parents|true/.test(view.flat(call))) return false;
  if (/^(?:open|fopen|Open\w*)$/.test(word))
    return (
      /['"][wax]|O_CREAT|FileMode\.Create|FileMode\.Append/.test(rest) &&
      !/['"]x|O_EXCL|CreateNew/.test(rest)
    );
  return ACTS.test(word);
}
