import { compare, keyOf, missing } from '../compare.ts';
import { isLogCall } from '../facts/logs.ts';
import { ECMASCRIPT } from '../languageId.ts';
import type { Rule, RuleContext, Trigger } from '../rule.ts';
import { callWords, inBackticks, shortened } from '../words.ts';

/** A log line or an explanation that stood in kept code and is gone. */
export const removedLog: Rule = {
  id: 'removed-log',
  row: 44,
  title: 'A log line or an explanation that is gone',
  severity: 'low',
  concern: 'readability',
  weight: 2,
  cwe: [778],
  kind: 'question',
  isOn: true,
  absent: {},
  *find({ view, before, isTest }: RuleContext): Iterable<Trigger> {
    if (!before || isTest) return;
    const both = compare(before, view);
    const old = before.all('call').filter(isLogCall);
    const now = view.all('call').filter(isLogCall);
    const gone = missing(
      old,
      (call) => both.renamedKey('before', keyOf(before, call)),
      now.map((call) => both.renamedKey('now', keyOf(view, call))),
    ).filter((call) => both.isBesideKept(before.statementOf(call)));
    // As many as there were: one was put into other words.
    for (const call of gone.slice(0, Math.max(0, old.length - now.length))) {
      const is = `${callWords(before, call)} told of what happens here and is gone. Will nobody miss it`;
      yield { at: both.placeOf(call), about: { is } };
    }
    const oldComments = before.comments.filter(({ text }) => isExplanation(text));
    const newComments = view.comments.filter(({ text }) => isExplanation(text));
    const lost = missing(
      oldComments,
      ({ text }) => wordsOf(text),
      newComments.map(({ text }) => wordsOf(text)),
    )
      .filter((comment) => both.isBesideKept(comment))
      .filter(({ text }) => !isReworded(text, view.comments));
    for (const comment of lost.slice(0, Math.max(0, oldComments.length - newComments.length))) {
      const is = `the comment ${inBackticks(shortened(wordsOf(comment.text)))} is gone, and the code it stood at is not. Is it not true any more`;
      yield { at: both.placeOf(comment), about: { is } };
    }
  },
  ask: ({ is, line }) => `Line ${line}: ${is}?`,
  obligations: [],
  page: {
    why: 'A log line or a comment that said why was taken out of code that is otherwise as it was. Whoever looks for a fault, or changes this next, knows less.',
    instead: 'Put it back, or say in the commit why it is not needed.',
    sources: [
      'CWE-778',
      'Tambon et al. 2024: non-prompted consideration (changes that nobody asked for)',
    ],
  },
  examples: [
    {
      languages: [...ECMASCRIPT],
      before:
        "function run(user) {\n  // The bank refuses two payments at once.\n  load(user);\n  logger.warn('late', user.id);\n  pay(user);\n}",
      asks: 'function run(user) {\n  load(user); ⟵\n  pay(user); ⟵\n}',
      quiet:
        "function run(user) {\n  // The bank refuses two payments at once.\n  load(user);\n  logger.warn('late', user.id);\n\n  pay(user);\n}",
    },
    {
      languages: ['python'],
      before:
        "def run(user):\n    # The bank refuses two payments at once.\n    load(user)\n    logger.warning('late %s', user.id)\n    pay(user)\n",
      asks: 'def run(user):\n    load(user) ⟵\n    pay(user) ⟵\n',
      quiet:
        "def run(user):\n    # The bank refuses two payments at once.\n    load(user)\n    logger.warning('late %s', user.id)\n\n    pay(user)\n",
    },
    {
      languages: ['go'],
      before:
        'package a\n\nfunc run(user User) {\n\t// The bank refuses two payments at once.\n\tload(user)\n\tlog.Printf("late %s", user.ID)\n\tpay(user)\n}\n',
      asks: 'package a\n\nfunc run(user User) {\n\tload(user) ⟵\n\tpay(user) ⟵\n}\n',
      quiet:
        'package a\n\nfunc run(user User) {\n\t// The bank refuses two payments at once.\n\tload(user)\n\tlog.Printf("late %s", user.ID)\n\n\tpay(user)\n}\n',
    },
    {
      languages: ['rust'],
      before:
        'fn run(user: &User) {\n    // The bank refuses two payments at once.\n    load(user);\n    warn!("late {}", user.id);\n    pay(user);\n}\n',
      asks: 'fn run(user: &User) {\n    load(user); ⟵\n    pay(user); ⟵\n}\n',
      quiet:
        'fn run(user: &User) {\n    // The bank refuses two payments at once.\n    load(user);\n    warn!("late {}", user.id);\n\n    pay(user);\n}\n',
    },
    {
      languages: ['java'],
      before:
        'class A {\n  void run(User user) {\n    // The bank refuses two payments at once.\n    load(user);\n    log.warn("late {}", user.id());\n    pay(user);\n  }\n}\n',
      asks: 'class A {\n  void run(User user) {\n    load(user); ⟵\n    pay(user); ⟵\n  }\n}\n',
      quiet:
        'class A {\n  void run(User user) {\n    // The bank refuses two payments at once.\n    load(user);\n    log.warn("late {}", user.id());\n\n    pay(user);\n  }\n}\n',
    },
    {
      languages: ['csharp'],
      before:
        'class A {\n  void Run(User user) {\n    // The bank refuses two payments at once.\n    load(user);\n    _logger.LogWarning("late {Id}", user.Id);\n    pay(user);\n  }\n}\n',
      asks: 'class A {\n  void Run(User user) {\n    load(user); ⟵\n    pay(user); ⟵\n  }\n}\n',
      quiet:
        'class A {\n  void Run(User user) {\n    // The bank refuses two payments at once.\n    load(user);\n    _logger.LogWarning("late {Id}", user.Id);\n\n    pay(user);\n  }\n}\n',
    },
    {
      languages: ['cpp'],
      before:
        'void run(const User& user) {\n  // The bank refuses two payments at once.\n  load(user);\n  spdlog::warn("late {}", user.id);\n  pay(user);\n}\n',
      asks: 'void run(const User& user) {\n  load(user); ⟵\n  pay(user); ⟵\n}\n',
      quiet:
        'void run(const User& user) {\n  // The bank refuses two payments at once.\n  load(user);\n  spdlog::warn("late {}", user.id);\n\n  pay(user);\n}\n',
    },
    {
      languages: ['ruby'],
      before:
        'def run(user)\n  # The bank refuses two payments at once.\n  load(user)\n  Rails.logger.warn("late #{user.id}")\n  pay(user)\nend\n',
      asks: 'def run(user)\n  load(user) ⟵\n  pay(user) ⟵\nend\n',
      quiet:
        'def run(user)\n  # The bank refuses two payments at once.\n  load(user)\n  Rails.logger.warn("late #{user.id}")\n\n  pay(user)\nend\n',
    },
    {
      languages: ['php'],
      before:
        '<?php\nfunction run($user) {\n  // The bank refuses two payments at once.\n  load($user);\n  Log::warning("late");\n  pay($user);\n}\n',
      asks: '<?php\nfunction run($user) {\n  load($user); ⟵\n  pay($user); ⟵\n}\n',
      quiet:
        '<?php\nfunction run($user) {\n  // The bank refuses two payments at once.\n  load($user);\n  Log::warning("late");\n\n  pay($user);\n}\n',
    },
    {
      languages: [...ECMASCRIPT],
      before:
        "function run(user) {\n  logger.warn('late');\n  pay(user);\n  // The bank refuses two payments at once.\n  end(user);\n}",
      asks: 'function run(user) {\n  pay(user); ⟵\n  // The bank refuses two payments at once.\n  end(user);\n}',
      quiet:
        "function run(user) {\n  logger.error('too late', user);\n  pay(user);\n  // Two payments at once are refused by the bank.\n  end(user);\n}",
    },
  ],
};

/** Some comment of the block says half of it: it was put into other words, or moved into another one. */
function isReworded(text: string, now: readonly { readonly text: string }[]): boolean {
  const old = distinctWords(text);
  return now.some((one) => {
    const words = distinctWords(one.text);
    const nKept = [...old].filter((word) => words.has(word)).length;
    return MIN_REWORDED * old.size <= nKept;
  });
}

const MIN_REWORDED = 0.5;

function distinctWords(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? []);
}

/** A sentence, not code that was commented out, nor a word to a tool. */
function isExplanation(text: string): boolean {
  const words = wordsOf(text);
  const isCode =
    /[;{}]\s*$|^\s*(?:if|for|return|const|let|var|import)\b.*[({]|=>|^\w+\([^)]*\)$/.test(words);
  const isDirective =
    /eslint|noqa|nolint|@ts-|type:|pylint|NOLINT|rubocop|phpstan|TODO|FIXME|copyright|licen[cs]e|free software|warranty/i.test(
      words,
    );
  return MIN_WORDS <= words.split(' ').length && !isCode && !isDirective;
}

const MIN_WORDS = 4;

/** Without the marks that make it a comment. */
function wordsOf(text: string): string {
  return text.replace(/^[\s/*#!<-]+|[\s*/>-]+$/g, '').replace(/\s*\n[\s*/#]*/g, ' ');
}
