import type { Code, CodeKind } from '../../code/code.ts';
import type { CodeView } from '../../code/codeView.ts';
import { leaving } from '../facts/leaves.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { LanguageId } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';

/** Statements behind one that always leaves. */
export const unreachableCode: Rule = {
  id: 'unreachable-code',
  row: 40,
  title: 'Code that is never reached',
  severity: 'normal',
  concern: 'logic',
  weight: 3,
  cwe: [561],
  kind: 'check',
  isOn: true,
  absent: {},
  *find({ view, language }: RuleContext): Iterable<Trigger> {
    for (const body of view.all('body')) {
      const { statements } = body;
      for (const [i, one] of statements.entries()) {
        const next = statements[i + 1];
        const how = next && leaving({ view, language }, one);
        if (!next || how === undefined) continue;
        // The rest of the body is the same piece of code that nobody reaches.
        if (isRun(view, language, one, next) && !(language === 'python' && isYield(next))) {
          yield { at: next, about: { how, before: String(lastLine(view, one)) } };
        }
        break;
      }
    }
  },
  ask: ({ line, how, before }) => `Line ${line} is never reached: line ${before} ${how}.`,
  obligations: ['branch'],
  page: {
    why: 'What stands there looks as if it were done, and is not: a release, a last write, a check. Or it is left from a version before.',
    instead: 'Move it in front of what leaves, or take it out.',
    sources: ['CWE-561', 'Tambon et al. 2024: silly mistake'],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      asks: 'function serve(queue) {\n  while (true) {\n    handle(queue.next());\n  }\n  queue.close(); ⟵\n}\nfunction fee(kind) {\n  switch (kind) {\n    case 1:\n      return 2;\n    default:\n      throw new Error(kind);\n  }\n  log(kind); ⟵\n}\nfunction load(path) {\n  try {\n    return read(path);\n  } catch (error) {\n    throw new LoadError(path, error);\n  }\n  close(path); ⟵\n}\n',
      quiet:
        'function serve(queue) {\n  while (true) {\n    if (!queue.next()) break;\n  }\n  queue.close();\n}\nfunction fee(kind) {\n  switch (kind) {\n    case 1:\n      return 2;\n    default:\n      break;\n  }\n  log(kind);\n}\nfunction load(path) {\n  try {\n    return read(path);\n  } catch (error) {\n    log(error);\n  }\n  close(path);\n}\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc serve(c chan int) {\n\tfor {\n\t\tselect {\n\t\tcase <-c:\n\t\t\tbreak\n\t\t}\n\t}\n\tclose(c) ⟵\n}\n\nfunc wait() {\n\tselect {}\n\tlog.Println("done") ⟵\n}\n',
      quiet:
        'package a\n\nfunc serve(c chan int) {\nloop:\n\tfor {\n\t\tselect {\n\t\tcase <-c:\n\t\t\tbreak loop\n\t\t}\n\t}\n\tclose(c)\n}\n\nfunc wait() {\n\tlog.Println("done")\n\tselect {}\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'def each_row(rows)\n  rows.each do |row|\n    next\n    save(row) ⟵\n  end\n  case rows.size\n  when 1\n    return 2\n  else\n    raise rows\n  end\n  log(rows) ⟵\nend\n',
      quiet:
        'def each_row(rows)\n  rows.each do |row|\n    next if row.saved?\n    save(row)\n  end\n  case rows.size\n  when 1\n    return 2\n  when 2\n    raise rows\n  end\n  log(rows)\nend\n',
    },
    {
      languages: ['cpp'],
      asks: 'int load(int n) {\n  for (;;) {\n    step(n);\n  }\n  done(n); ⟵\n}\n',
      quiet:
        'int load(int n) {\n  for (;;) {\n    BREAK_IF(n);\n  }\n  done(n);\n  while (1) {\n    switch (n) {\n      case 1: goto out;\n    }\n  }\nout:\n  return n;\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      asks: 'function load(path) {\n  const file = open(path);\n  if (!file) {\n    throw new Error(path);\n    log(path); ⟵\n  }\n  return read(file);\n  close(file); ⟵\n}\nfunction stop(code) {\n  if (code) { return 1; } else { return 2; }\n  done(); ⟵\n}\n',
      quiet:
        'function load(path) {\n  const file = open(path);\n  if (!file) {\n    log(path);\n    throw new Error(path);\n  }\n  const text = read(file);\n  close(file);\n  return text;\n  function open(name) { return fs.open(name); }\n}\nfunction kind(a) {\n  switch (a) {\n    case 1:\n      return 2;\n      break;\n  }\n}\n',
    },
    {
      languages: ['python'],
      asks: 'def load(path):\n    file = open(path)\n    return file.read()\n    file.close() ⟵\n\ndef stop():\n    sys.exit(1)\n    log("stopped") ⟵\n\ndef refuse():\n    raise Refused\n    raise ValueError ⟵\n',
      quiet:
        'def load(path):\n    file = open(path)\n    text = file.read()\n    file.close()\n    return text\n\ndef empty():\n    return\n    yield\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc load(p string) string {\n\tf := open(p)\n\treturn f.text\n\tf.Close() ⟵\n}\n\nfunc stop() {\n\tos.Exit(1)\n\tlog.Println("stopped") ⟵\n}\n',
      quiet:
        'package a\n\nfunc load(p string) string {\n\tf := open(p)\n\tdefer f.Close()\n\treturn f.text\n}\n\nfunc stop() {\n\tgoto out\nout:\n\tlog.Println("stopped")\n\tos.Exit(1)\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn load(p: &str) -> String {\n    let f = open(p);\n    return f.text;\n    f.close(); ⟵\n}\n',
      quiet:
        'fn load(p: &str) -> String {\n    let f = open(p);\n    #[cfg(unix)]\n    return f.text;\n    #[cfg(windows)]\n    return f.wide;\n}\n',
    },
    {
      languages: ['java'],
      asks: 'class A {\n  void stop() {\n    System.exit(1);\n    log.info("stopped"); ⟵\n  }\n}\n',
      quiet:
        'class A {\n  int stop() {\n    log.info("stopped");\n    System.exit(1);\n    return 0;\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      asks: 'class A {\n  string Load(string p) {\n    var f = Open(p);\n    return f.Text;\n    f.Close(); ⟵\n  }\n}\n',
      quiet:
        'class A {\n  string Load(string p) {\n    using var f = Open(p);\n    return f.Text;\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      asks: 'int load(const char* p) {\n  FILE* f = fopen(p, "r");\n  return size(f);\n  fclose(f); ⟵\n}\n',
      quiet:
        'int load(const char* p) {\n  FILE* f = fopen(p, "r");\n  if (!f) goto failed;\n  return size(f);\nfailed:\n  log(p);\n  return 0;\n}\n',
    },
    {
      languages: ['ruby'],
      asks: 'def load(path)\n  file = File.open(path)\n  return file.read\n  file.close ⟵\nend\n',
      quiet:
        'def load(path)\n  file = File.open(path)\n  return file.read if file\n  log(path)\nend\n',
    },
    {
      languages: ['php'],
      asks: '<?php\nfunction load($path) {\n  $file = fopen($path, "r");\n  return fread($file, 10);\n  fclose($file); ⟵\n}\nfunction stop() {\n  die("no");\n  log_it("no"); ⟵\n}\n',
      quiet:
        '<?php\nfunction load($path) {\n  $file = fopen($path, "r");\n  $text = fread($file, 10);\n  fclose($file);\n  return $text;\n}\nfunction stop() {\n  log_it("no");\n  exit;\n}\n',
    },
  ],
};

/** Whether the statement behind does something when it is come to, and by no other way than from above. */
function isRun(view: CodeView, language: LanguageId, one: Code, next: Code): boolean {
  // A label, a preprocessor's line, an attribute, a piece of markup.
  if (
    /[:#]|\?>/.test(
      view.text.slice(one.end, next.start).replace(/(?:\/\/|#(?!\[|if|el|endif)).*/g, ''),
    )
  )
    return false;
  switch (next.kind) {
    case 'function':
    case 'class':
    case 'import':
    case 'other':
      return false;
    case 'body':
      return language !== 'python';
    case 'jump':
      // Many write `break` at the end of each branch of a switch.
      return one.kind === 'jump' && view.parentOf(next)?.kind === 'body' && !isInCase(view, next);
    case 'declare':
      return next.value !== undefined && next.value.kind !== 'function';
    case 'return':
      if (next.isImplicit && language === 'ruby') return true;
      // Languages want one behind a call that ends the program.
      return one.kind === 'return' || one.kind === 'throw' || one.kind === 'jump';
    case 'throw':
      return one.kind === 'return' || one.kind === 'jump' || one.kind === 'throw';
    default:
      return true;
  }
}

function isInCase(view: CodeView, code: Code): boolean {
  return view.around(code)[1]?.kind === 'case';
}

function isYield(code: Code): boolean {
  return code.kind === 'yield' || (code.kind === 'expression' && code.value.kind === 'yield');
}

const BRANCHED: ReadonlySet<CodeKind> = new Set<CodeKind>(['if', 'loop', 'switch', 'try']);

function lastLine(view: CodeView, one: Code): number {
  const end = Math.max(one.start, one.end - 1);
  return BRANCHED.has(one.kind) ? view.lineOf(one) : view.lineOf({ start: end, end });
}
