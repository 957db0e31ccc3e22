import picomatch from 'picomatch';
import type { LanguageId } from '../languageId.ts';
import { asRule } from './asRule.ts';
import { capturesIn, capturesInData } from './captures.ts';
import { readRuleDocuments, type RuleDocument } from './ruleDocument.ts';
import {
  EXAMPLE_FIELDS,
  isFields,
  isText,
  nearestField,
  RULE_FIELDS,
  texts,
} from './ruleFields.ts';
import { ruleLanguage } from './ruleLanguages.ts';
import type { RuleFile, RuleFileProblem, TeamExample, TeamRule } from './teamRule.ts';

export interface ReadRules {
  /** Those that can be run; a rule with a mistake is not. */
  readonly rules: readonly TeamRule[];
  /** In the order of files and lines. */
  readonly problems: readonly RuleFileProblem[];
}

/** Reads rule files. What ast-grep thinks of a rule is known only when it runs. */
export function readTeamRules(files: readonly RuleFile[]): ReadRules {
  const rules: TeamRule[] = [];
  const problems: RuleFileProblem[] = [];
  const places = new Map<string, string>();
  for (const file of files) {
    const tell = (problem: RuleFileProblem): void => {
      if (file.isOld !== true) problems.push(problem);
    };
    for (const document of readRuleDocuments(file, tell)) {
      const mistakes = [...mistakesIn(document)];
      const id = document.fields.get('id');
      const place = `${file.path}:${document.lineOf(['id'])}`;
      const first = isText(id) ? places.get(id) : undefined;
      if (file.isOld !== true && isText(id) && first === undefined) places.set(id, place);
      if (file.isOld !== true && first !== undefined) {
        const words = `the id "${String(id)}" is taken by the rule at ${first}. Give this one another.`;
        mistakes.push({ line: document.lineOf(['id']), words });
      }
      for (const { line, words } of mistakes) {
        tell({ path: file.path, line, text: `${file.path}:${line}: ${words}` });
      }
      const rule = mistakes.length === 0 ? ruleOf(document, file.isOld === true) : undefined;
      if (rule) rules.push(rule);
    }
  }
  return { rules, problems: inLines(problems, files) };
}

/** By file, as they came, and line. */
function inLines(
  problems: readonly RuleFileProblem[],
  files: readonly RuleFile[],
): readonly RuleFileProblem[] {
  const order = new Map(files.map(({ path }, i) => [path, i]));
  const placeOf = ({ path }: RuleFileProblem): number => order.get(path) ?? 0;
  return problems.toSorted((a, b) => placeOf(a) - placeOf(b) || a.line - b.line);
}

interface Mistake {
  readonly line: number;
  readonly words: string;
}

function* mistakesIn(document: RuleDocument): Iterable<Mistake> {
  const { fields, line } = document;
  yield* fieldMistakes(Object.fromEntries(fields), RULE_FIELDS, 'a rule', (name) =>
    document.lineOf([name]),
  );
  for (const name of ['id', 'language', 'rule']) {
    const isMisspelt = [...fields.keys()].some(
      (other) => !(other in RULE_FIELDS) && nearestField(other, RULE_FIELDS) === name,
    );
    if (fields.has(name) || isMisspelt) continue;
    yield { line, words: `this rule has no \`${name}\`. ${MISSING[name] ?? ''}` };
  }
  yield* wordMistakes(document);
  const examples = fields.get('examples');
  for (const [i, example] of (Array.isArray(examples) ? examples : []).entries()) {
    if (!isFields(example)) continue;
    yield* fieldMistakes(example, EXAMPLE_FIELDS, 'an example', (name) =>
      document.lineOf(['examples', i, name]),
    );
    if ('asks' in example || 'quiet' in example) continue;
    yield {
      line: document.lineOf(['examples', i]),
      words:
        'this example has neither `asks` nor `quiet`. Give code that the rule must find, or must not.',
    };
  }
}

const MISSING: Readonly<Record<string, string>> = {
  id: 'Give it a name: people turn it off by that.',
  language: 'Say which language it is for: `language: TypeScript`.',
  rule: 'Say what it finds: `rule: { pattern: … }` (https://ast-grep.github.io/guide/rule-config.html).',
};

function* fieldMistakes(
  fields: Readonly<Record<string, unknown>>,
  known: typeof RULE_FIELDS,
  what: string,
  lineOf: (name: string) => number,
): Iterable<Mistake> {
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!field) {
      const near = nearestField(name, known);
      const hint =
        near === undefined
          ? `Take it out, or put it under \`metadata\``
          : `Is \`${near}\` meant? Else take it out`;
      yield { line: lineOf(name), words: `${what} has no field \`${name}\`. ${hint}.` };
    } else if (!field.accepts(value)) {
      yield {
        line: lineOf(name),
        words: `\`${name}\` must be ${field.mustBe}, not ${shown(value)}.`,
      };
    }
  }
}

/** What a person would read must be a question, and name only what is there. */
function* wordMistakes(document: RuleDocument): Iterable<Mistake> {
  const { fields, line } = document;
  const name = isText(fields.get('question')) ? 'question' : 'message';
  const words = fields.get(name);
  if (!isText(words)) {
    const hasOne = fields.has('question') || fields.has('message');
    // One of a wrong type is told as that.
    if (!hasOne) {
      yield {
        line,
        words:
          'this rule has no `question`. Write what a person is to be asked, with a "?" at its end.',
      };
    }
    return;
  }
  const at = document.lineOf([name]);
  if (fields.get('kind') !== 'check' && !words.trim().endsWith('?')) {
    const what = name === 'question' ? 'a `question`' : 'a `message` that is asked';
    yield {
      line: at,
      words: `${what} must end in "?". Write one in \`question\`, or say \`kind: check\` if what is found is a defect whatever one thinks of it.`,
    };
  }
  const there = new Set(
    capturesInData(['rule', 'constraints', 'utils'].map((of) => fields.get(of))),
  );
  const transform = fields.get('transform');
  for (const made of isFields(transform) ? Object.keys(transform) : []) there.add(made);
  const unknown = capturesIn(words).filter((capture) => !there.has(capture));
  for (const capture of unknown) {
    yield {
      line: at,
      words: `\`${name}\` names $${capture}, which the rule does not capture. Name it in a pattern, or leave it out here.`,
    };
  }
}

/** What ast-grep runs; the other fields are ours to read. */
const MATCHED = ['rule', 'constraints', 'utils', 'transform', 'rewriters'];

function ruleOf(document: RuleDocument, isOld: boolean): TeamRule | undefined {
  const { path, line, fields } = document;
  if (fields.get('severity') === 'off') return undefined;
  const languages = languagesOf(fields.get('language'));
  const [first] = languages;
  if (first === undefined) return undefined;
  const config = Object.fromEntries(
    MATCHED.filter((name) => fields.has(name)).map((name) => [name, fields.get(name)]),
  );
  const fix = templateOf(fields.get('fix'));
  const rule = asRule(fields, `${path}:${line}`);
  const ignores = texts(fields.get('ignores') ?? []);
  const files = texts(fields.get('files') ?? []);
  const isIn = files.length === 0 ? () => true : picomatch([...files], { dot: true });
  const isOut = picomatch([...ignores], { dot: true });
  const words = [fields.get('question'), fields.get('message'), fix].filter(isText).join(' ');
  return {
    place: { path, line },
    isOld,
    languages,
    engine: { config, names: capturesIn(words) },
    rule,
    fix,
    isFor: (file) => isIn(file) && !(0 < ignores.length && isOut(file)),
    examples: examplesOf(document, first),
  };
}

/** Only a plain replacement is offered as one. */
function templateOf(fix: unknown): string | undefined {
  if (typeof fix === 'string') return fix;
  const isPlain = isFields(fix) && !('expandStart' in fix) && !('expandEnd' in fix);
  return isPlain && isText(fix['template']) ? fix['template'] : undefined;
}

function languagesOf(value: unknown): readonly LanguageId[] {
  return [...new Set(texts(value).flatMap((name) => ruleLanguage(name) ?? []))];
}

function examplesOf(document: RuleDocument, first: LanguageId): readonly TeamExample[] {
  const examples = document.fields.get('examples');
  const all: readonly unknown[] = Array.isArray(examples) ? examples : [];
  return all.filter(isFields).map(
    ({ asks, quiet, language }, i): TeamExample => ({
      line: document.lineOf(['examples', i]),
      asks: isText(asks) ? asks : undefined,
      quiet: isText(quiet) ? quiet : undefined,
      language: languagesOf(language)[0] ?? first,
    }),
  );
}

function shown(value: unknown): string {
  const words = JSON.stringify(value) ?? 'nothing';
  return words.length <= 60 ? words : `${words.slice(0, 57)}...`;
}
