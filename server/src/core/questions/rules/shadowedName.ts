import type { Body, Code, Declare } from '../../code/code.ts';
import { doneIn, everythingIn } from '../../code/say.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { inBackticks } from '../words.ts';

/** A block declares a variable anew where the one outside of it was to be set. */
export const shadowedName: Rule = {
  id: 'shadowed-name',
  row: 40,
  title: 'A new variable in place of the one outside',
  severity: 'normal',
  concern: 'logic',
  weight: 4,
  cwe: [665, 1109],
  kind: 'question',
  isOn: true,
  absent: {
    python: 'a block has no variables of its own',
    ruby: 'a block that is no closure has no variables of its own',
    php: 'a block has no variables of its own',
    java: 'its compiler refuses a local variable that hides another',
    csharp: 'its compiler refuses a local variable that hides another',
  },
  *find({ view }: RuleContext): Iterable<Trigger> {
    for (const body of view.all('body')) {
      const open = new Map<string, Declare>();
      for (const statement of body.statements) {
        if (statement.kind === 'declare') {
          const { target, value } = statement;
          if (target.kind === 'name' && (!value || isNothing(value)))
            open.set(target.name, statement);
          continue;
        }
        for (const inner of hiding(statement, open)) {
          const name = inner.target.kind === 'name' ? inner.target.name : '';
          const outer = open.get(name);
          if (!outer || !isLost(body, statement, name)) continue;
          yield {
            at: inner,
            about: { name: inBackticks(name), first: String(view.lineOf(outer)) },
          };
          open.delete(name);
        }
        if (open.size === 0) continue;
        for (const name of written(statement)) open.delete(name);
      }
    }
  },
  ask: ({ name, line, first }) =>
    `Line ${line} makes a new ${name}, and the one of line ${first} stays empty. Was that one to be set?`,
  obligations: ['branch', 'nullish'],
  page: {
    why: 'Inside the block the new variable has the value; outside of it the old one is read, and is as empty as it began.',
    instead: 'Assign without declaring, or give the inner variable another name.',
    sources: ['CWE-665, CWE-1109', 'Tambon et al. 2024: silly mistake'],
  },
  examples: [
    {
      languages: ['typescript', 'tsx', 'javascript'],
      asks: 'function find(users) {\n  let found = null;\n  for (const user of users) {\n    if (user.isAdmin) {\n      const found = user; ⟵\n    }\n  }\n  return found;\n}\n',
      quiet:
        'function find(users) {\n  let found = null;\n  for (const user of users) {\n    if (user.isAdmin) {\n      found = user;\n    }\n  }\n  return found;\n}\n',
    },
    {
      languages: ['go'],
      asks: 'package a\n\nfunc load(p string) (string, error) {\n\tvar text string\n\tif p != "" {\n\t\ttext := read(p) ⟵\n\t\tlog(len(p))\n\t}\n\treturn text, nil\n}\n',
      quiet:
        'package a\n\nfunc load(p string) (string, error) {\n\tvar text string\n\tif p != "" {\n\t\ttext = read(p)\n\t\tlog(len(p))\n\t}\n\treturn text, nil\n}\n',
    },
    {
      languages: ['rust'],
      asks: 'fn load(p: &str) -> Option<String> {\n    let mut text = None;\n    if !p.is_empty() {\n        let text = Some(read(p)); ⟵\n    }\n    text\n}\n',
      quiet:
        'fn load(p: &str) -> Option<String> {\n    let mut text = None;\n    if !p.is_empty() {\n        text = Some(read(p));\n    }\n    text\n}\n',
    },
    {
      languages: ['cpp'],
      asks: 'std::string load(const char* p) {\n  std::string text = "";\n  if (p) {\n    std::string text = read(p); ⟵\n  }\n  return text;\n}\n',
      quiet:
        'std::string load(const char* p) {\n  std::string text = "";\n  if (p) {\n    text = read(p);\n  }\n  return text;\n}\n',
    },
  ],
};

/** A value that stands for none yet. */
function isNothing(value: Code): boolean {
  switch (value.kind) {
    case 'constant':
      return value.value !== true;
    case 'number':
      return value.value === 0;
    case 'text':
      return value.parts.length === 0 || value.parts.every((part) => part === '');
    case 'list':
      return value.items.length === 0;
    case 'dict':
      return value.entries.length === 0;
    case 'name':
      return value.name === 'None' || value.name === 'undefined';
    default:
      return false;
  }
}

/** Declarations in the blocks of a statement that have the name of an open variable. */
function* hiding(statement: Code, open: ReadonlyMap<string, Declare>): Iterable<Declare> {
  if (open.size === 0 || !HAS_BLOCKS.has(statement.kind)) return;
  for (const node of doneIn(statement)) {
    if (node.kind !== 'declare' || node.target.kind !== 'name' || !node.value) continue;
    if (open.has(node.target.name)) yield node;
  }
}

const HAS_BLOCKS = new Set<Code['kind']>(['if', 'loop', 'try', 'switch', 'body', 'defer']);

/** Whether the outer one is read behind the statement, and nothing sets it anywhere. */
function isLost(body: Body, statement: Code, name: string): boolean {
  const i = body.statements.indexOf(statement);
  let isRead = false;
  for (const [j, one] of body.statements.entries()) {
    if (written(one).has(name) || passedOn(one).has(name)) return false;
    if (j <= i) continue;
    for (const node of doneIn(one)) {
      // Declared once more: what follows is about that one.
      if (node.kind === 'declare' && node.target.kind === 'name' && node.target.name === name) {
        return isRead;
      }
      if (node.kind === 'name' && node.name === name) isRead = true;
    }
  }
  return isRead;
}

function written(statement: Code): ReadonlySet<string> {
  const names = new Set<string>();
  const nodes: Code[] = [];
  for (const node of everythingIn(statement)) {
    if (node.kind === 'assign') nodes.push(node.target);
    else if (node.kind === 'declare' && node.target.kind === 'pattern') nodes.push(node.target);
    else if (node.kind === 'loop' && node.variable) nodes.push(node.variable);
  }
  for (const target of nodes)
    for (const node of everythingIn(target)) if (node.kind === 'name') names.add(node.name);
  return names;
}

/** `&text`, `&mut text`, `in >> text`, `text.push()`: what may set it without assigning. */
function passedOn(statement: Code): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of everythingIn(statement)) {
    // By reference, as far as one can see.
    for (const arg of node.kind === 'call' ? node.args : [])
      if (arg.kind === 'name') names.add(arg.name);
    const held =
      node.kind === 'unary' && node.operator.startsWith('&')
        ? node.operand
        : node.kind === 'binary' && node.operator === '>>'
          ? node.right
          : node.kind === 'member'
            ? node.object
            : undefined;
    if (held?.kind === 'name') names.add(held.name);
  }
  return names;
}
