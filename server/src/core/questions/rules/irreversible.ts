import type { Call, Code } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { calleeOf, dotted, lastWord, methodOf, plainText } from '../../code/say.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Severity, Trigger } from '../rule.ts';
import { isTestCode } from '../facts/null/rust.ts';
import { isOwnName, isOwnPath } from '../facts/ownPath.ts';
import { callWords, inBackticks, quoted, shortened } from '../words.ts';
import { irreversibleExamples } from './examples/irreversibleExamples.ts';

/** Statements of SQL after which data is gone. */
const SQL =
  /\bDROP\s{1,4}(?:TABLE|DATABASE|SCHEMA|COLUMN|USER|ROLE|TABLESPACE)\b|\bTRUNCATE\s{1,4}TABLE\b|^\s{0,20}TRUNCATE\s{1,4}[\w"`.]{1,60}\s{0,4};?$|\bALTER\s{1,4}TABLE\b[^;]{1,200}\bDROP\b(?!\s{1,4}(?:CONSTRAINT|INDEX|KEY|FOREIGN|PRIMARY|CHECK|DEFAULT|UNIQUE|NOT|IDENTITY|EXPRESSION|TRIGGER)\b)/i;
const DELETE =
  /^\s*DELETE\s{1,4}FROM\s{1,4}["'`[\]\w.{}$:#?]{0,80}(?:\s{1,4}(?:AS\s{1,4}\w{1,30}|[a-z]\w?))?\s*;?\s*$/i;
const UPDATE =
  /^\s*UPDATE\s{1,4}["'`[\]\w.]{1,80}\s{1,4}(?:(?:AS\s{1,4}\w{1,30}|[a-z]\w?)\s{1,4})?SET\s/i;
/** Commands of a shell after which something is gone. */
const SHELL =
  /(?:^|[\s;&|("'])rm\s{1,3}-\w{0,6}(?:r\w{0,4}f|f\w{0,4}r|r)\w{0,4}\s|\bgit\s{1,3}push\b[^;&|]{0,80}\s(?:--force\b(?!-with)|-f\b)|\bgit\s{1,3}(?:reset\s{1,3}--hard|clean\s{1,3}-\w{0,4}f)|\b(?:terraform|tofu|pulumi)\s{1,3}destroy\b|\bkubectl\s{1,3}delete\b|\bhelm\s{1,3}(?:uninstall|delete)\b|\bdocker\s{1,3}(?:system|volume)\s{1,3}prune\b|\baws\s{1,3}s3\s{1,3}(?:rm\b[^;&|]{0,80}--recursive|rb\b[^;&|]{0,80}--force)|\bmkfs\b|\bdd\s{1,3}if=|\bdropdb\b|\bredis-cli\b[^;&|]{0,40}\bFLUSH(?:ALL|DB)\b|\b(?:rd|rmdir)\s{1,3}\/s\b|\bdel\s{1,3}\/[sfq]/i;
/** Calls that take away whole trees. */
const TREES: { readonly [L in LanguageId]?: RegExp } = {
  python: /^(?:shutil\.)?rmtree$|^os\.removedirs$/,
  go: /^os\.RemoveAll$/,
  rust: /(?:^|\.)remove_dir_all$/,
  java: /(?:^|\.)(?:deleteDirectory|deleteDirectoryRecursively|deleteRecursively|deleteTree|cleanDirectory|deleteQuietly|forceDelete)$/,
  cpp: /(?:^|\.)remove_all$/,
  ruby: /(?:^|\.)(?:rm_rf|rm_r|remove_dir|remove_entry_secure|remove_entry|rmtree)$/,
  php: /(?:^|\.)(?:deleteDirectory|removeDirectory|rrmdir|delTree|deleteDir|cleanDirectory|deltree|rmdir_recursive)$/,
};
/** Calls that take all of a table or collection. */
const ALL_ROWS =
  /^(?:delete_all|destroy_all|deleteAll|truncate|drop_table|dropTable|dropTableIfExists|dropColumn|drop_column|remove_column|removeColumn|removeField|RemoveField|DeleteModel|dropSchema|drop_schema|dropUser|drop_collection|delete_collection|deleteCollection|deleteTable|delete_table|DeleteTable|dropForeignKeyAndColumn|dropIfExists|drop_database|dropDatabase|dropCollection|flushall|flushAll|flushdb|flushDb|FLUSHALL|drop_all|ExecuteDelete|ExecuteDeleteAsync|EnsureDeleted|EnsureDeletedAsync|DropTable|DropColumn|RemoveColumn|update_all)$/;
/** They take all only where they are given no condition. */
const UNLESS_GIVEN =
  /^(?:deleteMany|delete_many|DeleteMany|deleteAll|DeleteAll|destroy|remove|updateMany|update_many|UpdateMany)$/;
const NARROWED =
  /\b(?:where|filter|filter_by|find_by|scope|not|exclude|by|limit|whereIn|Where|Filter|joins|expired|older)\b|\.(?:where|filter|Where)\w*\(/;
/** All rows of a table, as query builders say it. */
const TABLE =
  /\.objects(?:\.all\(\))?$|\bquery\([A-Z]\w{0,60}\)$|^(?:knex|db|trx)\(['"]\w{1,60}['"]\)$|\bDB::table\(['"]\w{1,60}['"]\)$/;
const DOWN =
  /^(?:down|rollback|revert|downgrade|Down|undo|teardown|tear_down|tearDown|cleanup|clean_up|reset_test\w*)$/;

/** Functions that are there to take all away. */
const MEANS_ALL =
  /^(?:clear|clear_?all|truncate|flush|flush_?all|wipe|purge_?all|empty|(?:delete|remove)_?(?:all|every)\w*)$/i;

/** What it does cannot be taken back. */
export const irreversible: Rule = {
  id: 'irreversible',
  row: 46,
  title: 'A step that cannot be taken back',
  severity: 'normal',
  concern: 'io',
  weight: 5,
  cwe: [471, 732],
  kind: 'question',
  isOn: true,
  absent: {},
  *find(context: RuleContext): Iterable<Trigger> {
    const { view, isTest, language } = context;
    if (isTest) return;
    // Rust's tests stand in the file of what they test.
    const isInTest = (code: Code): boolean => language === 'rust' && isTestCode(view, code);
    for (const text of view.all('text')) {
      const found = ofText(context, text);
      if (found && !isInTest(text)) yield found;
    }
    for (const call of view.all('call')) {
      const found = ofCall(context, call);
      if (found && !isInTest(call)) yield found;
    }
  },
  ask: ({ what, step, line }) =>
    what === 'rows'
      ? `Line ${line}: ${step} names no row, so it is done to all of them. Is that meant, and is there a way back?`
      : what === 'tree'
        ? `Line ${line}: ${step} deletes all that is below a path that comes from elsewhere. Can it ever be empty, or the wrong one?`
        : `Line ${line}: ${step} cannot be taken back. Is it meant, and is there a copy to return to?`,
  obligations: ['state', 'boundary', 'error'],
  page: {
    why: 'Dropped tables, rows without a condition, folders below a path that was empty: what is gone does not come back by a revert.',
    instead:
      'Name what is meant (a condition, a checked path), keep a copy, or have somebody confirm it. In a migration, write the way back.',
    sources: ['CWE-471, CWE-732'],
  },
  examples: irreversibleExamples,
};

function ofText(context: RuleContext, text: Code): Trigger | undefined {
  if (text.kind !== 'text') return undefined;
  const { view, path } = context;
  const whole = text.parts.map((part) => (typeof part === 'string' ? part : '?')).join('');
  if (whole.length < 5 || 5000 < whole.length || isSaid(view, text)) return undefined;
  const fn = view.around(text).find((one) => one.kind === 'function');
  if (fn?.kind === 'function' && DOWN.test(fn.name ?? '')) return undefined;
  const step = inBackticks(shortened(whole.replace(/\s+/g, ' ').trim()));
  const at = text;
  if (SQL.test(whole) && isSql(whole)) {
    // A table for a moment, or one that is made anew in the same text.
    if (
      /\bTEMP(?:ORARY)?\b|\bCREATE\s{1,4}(?:OR\s{1,4}REPLACE\s{1,4})?(?:TABLE|VIEW|INDEX)\b/i.test(
        whole,
      )
    )
      return undefined;
    if (isBuilt(view, text, path) || isScratch(whole, path)) return undefined;
    return { at, about: { what: 'gone', step } };
  }
  const isMeant = fn?.kind === 'function' && MEANS_ALL.test(fn.name ?? '');
  if (DELETE.test(whole) && !isMeant && !isContinued(view, text))
    return { at, about: { what: 'rows', step } };
  if (
    UPDATE.test(whole) &&
    !/\bWHERE\b/i.test(whole) &&
    /=/.test(whole) &&
    !isContinued(view, text)
  ) {
    return { at, about: { what: 'rows', step } };
  }
  if (SHELL.test(whole) && isRun(view, text)) return { at, about: { what: 'gone', step } };
  return undefined;
}

/** Statements are what the code at hand makes, for others to run: a query builder, `getDropSQL`. */
function isBuilt(view: CodeView, text: Code, path: string): boolean {
  if (BUILDERS.test(path)) return true;
  for (const around of view.around(text)) {
    if (around.kind === 'class') return BUILDERS.test(around.name ?? '');
    if (around.kind !== 'function' || around.name === undefined) continue;
    if (!/sql$|query$|statement$|^(?:get|build|make|to)\w*(?:drop|truncate)/i.test(around.name))
      continue;
    const isGiven = around.returns !== undefined && around.returns !== 'void';
    const last = around.body?.statements.at(-1);
    if (isGiven || (last?.kind === 'return' && last.value)) return true;
  }
  return false;
}

const BUILDERS =
  /(?:query|schema|table|column|sql|statement|ddl)[-_]?(?:compiler|generator|builder|grammar|writer)|dialects?\//i;

/** A table that is there for a test or a measurement. */
function isScratch(sql: string, path: string): boolean {
  return (
    /(?:^|\/)bench(?:mark)?s?\//.test(path) ||
    /\bTABLE\s{1,4}(?:IF\s{1,4}EXISTS\s{1,4})?["'`[]?(?:te?mp|test|scratch)(?:_|\b)/i.test(sql)
  );
}

/** It begins as a statement does, and is no sentence about one. */
function isSql(text: string): boolean {
  return (
    /^\s*(?:--[^\n]{0,200}\n\s*)?(?:DROP|TRUNCATE|ALTER|BEGIN|SET|USE|PRAGMA)\b/i.test(text) &&
    !/\b(?:cannot|could|failed|error|please)\b/i.test(text)
  );
}

/** More is put behind the text: `"DELETE FROM a" + where`. */
function isContinued(view: CodeView, text: Code): boolean {
  const parent = view.parentOf(text);
  if (parent?.kind === 'binary' || parent?.kind === 'list') return true;
  if (parent?.kind === 'assign' && parent.operator !== '=') return true;
  // A text that is kept may have its condition put to it later.
  if (parent?.kind === 'declare' || parent?.kind === 'assign') {
    const name = lastWord(parent.target);
    const around = view.around(text).find((one) => one.kind === 'function' || one.kind === 'body');
    const words = around
      ? view.flat({ start: text.end, end: Math.min(around.end, text.end + 5000) })
      : '';
    const isLonger = words.includes(`${name} +=`) || words.includes(`${name} .=`);
    return isLonger || words.includes(`${name} = ${name}`) || /\bWHERE\b/i.test(words);
  }
  return false;
}

/** Only said to somebody: logged, thrown, compared. */
function isSaid(view: CodeView, text: Code): boolean {
  for (const around of view.around(text)) {
    if (around.kind === 'throw' || around.kind === 'element' || around.kind === 'case') return true;
    if (
      around.kind === 'call' &&
      /log|print|warn|error|debug|info|echo|puts|raise|describe|^it$|help|usage|test|match|includes|contains|startsWith|starts_with|indexOf/i.test(
        methodOf(around),
      ) &&
      !/exec|query/i.test(methodOf(around))
    )
      return true;
    if (around.kind === 'function') return false;
    if (around.kind === 'binary' && /[=!]=/.test(around.operator)) return true;
    if (around.kind === 'regex' || around.kind === 'import') return true;
    if (around.kind === 'expression' && around.value === text) return true;
  }
  return false;
}

/** A text with a command counts where it is run, or stands alone as one. */
function isRun(view: CodeView, text: Code): boolean {
  for (const around of view.around(text)) {
    if (
      around.kind === 'call' &&
      /exec|spawn|system|run|popen|command|shell|sh$|\$|call|passthru|process|start|check_output|backtick/i.test(
        calleeOf(around),
      )
    )
      return true;
    if (around.kind === 'function') break;
  }
  return text.kind === 'text' && /^[`$]|%x|sh/.test(text.prefix) && text.prefix !== ''
    ? true
    : view.textOf(text).startsWith('`') &&
        !/[^\x20-\x7e\n]/.test(view.textOf(text)) &&
        /^`(?:rm|git|terraform|kubectl|docker|helm) /.test(view.textOf(text));
}

function ofCall(context: RuleContext, call: Call): Trigger | undefined {
  const { view, language } = context;
  const fn = view.around(call).find((one) => one.kind === 'function');
  const name = fn?.kind === 'function' ? (fn.name ?? '') : '';
  if (DOWN.test(name)) return undefined;
  const step = callWords(view, call);
  const method = methodOf(call);
  if (isTree(call, language)) {
    const [first] = call.args;
    if (!first || isOwnPath(view, first) || isOwnName(name)) return undefined;
    // A function of the same name hands it on.
    if (name === method && !OF_ITSELF.test(dotted(call.callee) ?? '')) return undefined;
    if (isOwnFolder(context, first) || isKnownNotEmpty(view, call, first)) return undefined;
    return { at: call, about: { what: 'tree', step } };
  }
  if (language === 'rust' && isWholeTable(view, call))
    return { at: call, about: { what: 'rows', step: quoted(view, call) } };
  const isRemoving = language === 'rust' && isRustRm(view, call);
  if (isRemoving || isCommandList(call)) return { at: call, about: { what: 'gone', step } };
  const receiver = call.callee.kind === 'member' ? view.flat(call.callee.object) : '';
  if (NARROWED.test(receiver)) return undefined;
  if (isAllOfTable(view, call, receiver)) {
    return { at: call, about: { what: 'rows', step: quoted(view, call) } };
  }
  // `deleteMany()` alone is a function at hand, which knows what it is about.
  const isPlain = receiver === '' && call.args.length === 0;
  if (UNLESS_GIVEN.test(method) && !isPlain && isUnconditional(call) && isStore(receiver, method)) {
    return { at: call, about: { what: 'rows', step }, severity: severityOf(method) };
  }
  if (NARROWED.test(view.flat(call).slice(-400))) return undefined;
  const isMigration =
    receiver === '' && /^(?:drop_table|remove_column|drop_database)$/.test(method);
  if (isMigration) return { at: call, about: { what: 'gone', step } };
  if (
    ALL_ROWS.test(method) &&
    !UNLESS_GIVEN.test(method) &&
    receiver !== '' &&
    isStore(receiver, method)
  ) {
    const isScoped = method === 'update_all' && call.args.length === 0;
    return isScoped
      ? undefined
      : { at: call, about: { what: /all$|Delete/i.test(method) ? 'rows' : 'gone', step } };
  }
  return undefined;
}

const OF_ITSELF = /^(?:this|self|\w+)$|^(?:this|self)\./;

/** A field of a file that makes a folder for a moment: `s.dir` of `os.MkdirTemp()`. */
function isOwnFolder({ view }: RuleContext, path: Code): boolean {
  return (
    path.kind === 'member' &&
    path.object.kind === 'name' &&
    /dir|folder|path|root/i.test(path.name) &&
    /\b(?:MkdirTemp|mkdtemp|TempDir|tempfile|createTempDir(?:ectory)?)\b/.test(view.text)
  );
}

/** `if renamed != "" { os.RemoveAll(renamed) }` of a path that the function put together. */
function isKnownNotEmpty(view: CodeView, call: Code, path: Code): boolean {
  if (path.kind !== 'name') return false;
  const { name } = path;
  const isAsked = view
    .around(call)
    .some(
      (one) =>
        one.kind === 'if' &&
        one.condition.kind === 'binary' &&
        one.condition.operator === '!=' &&
        lastWord(one.condition.left) === name &&
        plainText(one.condition.right) === '',
    );
  const isJoined = view
    .all('assign', 'declare')
    .some(
      ({ target, value }) =>
        lastWord(target) === name && value?.kind === 'call' && /^Join$/.test(methodOf(value)),
    );
  return isAsked && isJoined;
}

function severityOf(method: string): Severity {
  return /many|all/i.test(method) ? 'normal' : 'low';
}

/** `deleteMany({})`, `deleteMany()`; `destroy({ where: {} })`, `destroy({ truncate: true })`. */
function isUnconditional({ args, callee }: Call): boolean {
  const [first] = args;
  const method = lastWord(callee);
  if (!first) return /many|all/i.test(method);
  if (first.kind !== 'dict')
    return (
      /DeleteMany|delete_many/.test(method) &&
      args[1]?.kind === 'dict' &&
      args[1].entries.length === 0
    );
  if (first.entries.length === 0) return true;
  return first.entries.some(
    (one) =>
      one.kind === 'entry' &&
      ((lastWord(one.key) === 'where' &&
        one.value.kind === 'dict' &&
        one.value.entries.length === 0) ||
        (lastWord(one.key) === 'truncate' &&
          one.value.kind === 'constant' &&
          one.value.value === true)),
  );
}

/** Not a list or map of the program itself. */
function isStore(receiver: string, method: string): boolean {
  if (/^(?:remove|destroy|truncate|update_all)$/.test(method))
    return (
      (/^[A-Z]\w*$/.test(receiver) ||
        /model|collection|table|repo|db\b|database/i.test(receiver) ||
        (method === 'truncate' && /^(?:fh?|fd|io|\w*file)$/.test(receiver))) &&
      !/string|text|str$/i.test(receiver)
    );
  return !/^(?:this|self|@?\w*(?:map|cache|list|set|string|text|array|cookies?))$/i.test(receiver);
}

function isTree(call: Call, language: LanguageId): boolean {
  const name = calleeOf(call);
  if (TREES[language]?.test(name) === true) return true;
  const options = call.args[1];
  switch (language) {
    case 'typescript':
    case 'tsx':
    case 'javascript': {
      if (
        /(?:^|\.)(?:rimraf|rimrafSync|emptyDir|emptyDirSync|removeSync)$/.test(name) ||
        /^rimraf\.\w+$|^fse?\.remove$/.test(name)
      )
        return true;
      const isRecursive =
        options?.kind === 'dict' &&
        options.entries.some(
          (one) =>
            one.kind === 'entry' &&
            lastWord(one.key) === 'recursive' &&
            one.value.kind === 'constant' &&
            one.value.value === true,
        );
      return isRecursive && /^(?:rm|rmSync|rmdir|rmdirSync|remove)$/.test(methodOf(call));
    }
    case 'csharp':
      return (
        /(?:^|\.)(?:Directory\.Delete|\w*[dD]ir\w*\.Delete)$/.test(name) &&
        call.args.some((arg) => isTrue(arg.kind === 'named' ? arg.value : arg))
      );
    default:
      return false;
  }
}

function isTrue(code: Code): boolean {
  return code.kind === 'constant' && code.value === true;
}

/** `User.objects.all().delete()`, `knex('users').del()`, `db.collection('a').drop()`, where nothing narrows it behind. */
function isAllOfTable(view: CodeView, call: Call, receiver: string): boolean {
  const method = methodOf(call);
  const [only] = call.args;
  const words = receiver.slice(-200);
  if (method === 'RemoveRange') return only !== undefined && view.flat(only) === receiver;
  if (only || view.parentOf(call)?.kind === 'member') return false;
  if (method === 'drop') return /\bcollection\(/.test(words);
  return /^(?:delete|del)$/.test(method) && TABLE.test(words);
}

/** Diesel's `delete(users)`, `update(users).set(…)` of a table without a filter. */
function isWholeTable(view: CodeView, call: Call): boolean {
  if (!/^(?:diesel\.)?(?:delete|update)$/.test(calleeOf(call)) || call.args.length !== 1)
    return false;
  const [table] = call.args;
  const name = table && dotted(table);
  const isTable =
    name !== undefined && (name.endsWith('.table') || /^[a-z_]+s$|\.[a-z_]+s$/.test(name));
  if (!isTable || !/\bdiesel\b/.test(view.text)) return false;
  // A record of its own is named by its key.
  const isLocal = view.all('declare').some(({ target }) => lastWord(target) === name);
  const isParam = view.all('param').some((param) => param.name === name);
  return !isLocal && !isParam && !/\.filter\(|\.find\(/.test(view.flat(view.statementOf(call)));
}

/** `Command::new("rm").arg("-rf")` */
function isRustRm(view: CodeView, call: Call): boolean {
  if (calleeOf(call) !== 'Command.new' || plainText(call.args[0]) !== 'rm') return false;
  return /"-\w{0,3}[rR]/.test(view.flat(view.statementOf(call)).slice(0, 2000));
}

/** `["rm", "-rf", path]`, `run("git", "push", "--force")`. */
function isCommandList(call: Call): boolean {
  if (
    !/exec|spawn|system|run|popen|command|call|check_output|arg|start|new/i.test(
      dotted(call.callee) ?? '',
    )
  )
    return false;
  const words = call.args
    .flatMap((arg) => (arg.kind === 'list' ? arg.items : [arg]))
    .map((arg) => plainText(arg) ?? '?');
  return 1 < words.length && words.length < 20 && SHELL.test(`${words.join(' ')} `);
}
