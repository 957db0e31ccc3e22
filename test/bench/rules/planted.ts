import type { BlockReader } from '../../../server/src/core/ports.ts';
import { LANGUAGES, type LanguageId } from '../../../server/src/core/questions/languageId.ts';
import { findHitsInFile } from '../../../server/src/core/questions/findHits.ts';
import type { Hit } from '../../../server/src/core/questions/hit.ts';
import type { RemovedLine, Rule } from '../../../server/src/core/questions/rule.ts';
import { exampleProject } from '../../support/exampleProject.ts';
import { askText } from '../../support/ruleExample.ts';
import { rules } from '../../../server/src/core/questions/rules/table.ts';
import type { Options } from './options.ts';
import { type PlantedFile, plantedFiles } from './plantedFile.ts';

/** What a rule made of one planted file. */
interface Outcome {
  readonly planted: PlantedFile;
  /** The right rule asks on each line of the defect, and on no other. */
  readonly isFound: boolean;
  /** What is asked about the repaired code all the same. */
  readonly twin: readonly string[];
  readonly asked: readonly number[];
}

const RECALL_BUDGET = 0.95;

/** Prints how many planted defects are found; false where that is less than the budget. */
export async function printPlanted(reader: BlockReader, options: Options): Promise<boolean> {
  console.log('\n== Planted defects: right rule on the exact line (+ found, - not found, ! the');
  console.log('   repaired code is asked about, . no such defect there, ? nothing planted yet)\n');
  const files = plantedFiles().filter(({ language }) => options.languages.includes(language));
  const all: Outcome[] = [];
  console.log(`${''.padEnd(30)}${LANGUAGES.map((each) => each.slice(0, 6).padEnd(7)).join('')}`);
  for (const rule of options.rules) {
    const mine = files.filter((planted) => planted.rule === rule.id);
    const outcomes: Outcome[] = [];
    for (const planted of mine) outcomes.push(await tryOn(reader, rule, planted));
    all.push(...outcomes);
    const cells = LANGUAGES.map((language) => cell(rule, language, outcomes).padEnd(7)).join('');
    console.log(`${rule.id.padEnd(30)}${cells}${ratio(outcomes)}`);
  }
  for (const { planted, isFound, twin, asked } of all) {
    const lines = [...planted.lines, ...planted.either].join(', ');
    if (!isFound) {
      const instead = asked.length === 0 ? 'nothing' : `line ${asked.join(', ')}`;
      console.log(`  - ${planted.name}: line ${lines} is meant, asked is ${instead}`);
    }
    for (const text of twin) console.log(`  ! ${planted.name}, repaired: ${text}`);
  }
  const ids = new Set(rules.map(({ id }) => id));
  const noRule = [...new Set(files.map(({ rule }) => rule))].filter((id) => !ids.has(id));
  if (noRule.length !== 0)
    console.log(`  planted for rules that there are not: ${noRule.join(', ')}`);
  for (const language of options.languages) {
    const some = all.filter(({ planted }) => planted.language === language);
    console.log(`${language.padEnd(30)}${ratio(some)}`);
  }
  console.log(`${'recall'.padEnd(30)}${ratio(all)}  budget ${RECALL_BUDGET}`);
  return RECALL_BUDGET <= recall(all) && all.every(({ twin }) => twin.length === 0);
}

async function tryOn(reader: BlockReader, rule: Rule, planted: PlantedFile): Promise<Outcome> {
  const hitsIn = async (
    text: string,
    removals: readonly RemovedLine[],
  ): Promise<readonly Hit[]> => {
    const { language, path, before, files, isPlain } = planted;
    const own = [{ start: 0, end: text.length }];
    if (isPlain) return findHitsInFile([rule], { path, text, own, before });
    const project = exampleProject(path, language, files);
    return askText({ reader, rules: [rule], language, path, text, before, removals, project });
  };
  const hits = await hitsIn(planted.text, planted.removals);
  const asked = [...new Set(hits.map(({ line }) => line))];
  const twin = (await hitsIn(planted.repaired, [])).map(({ text }) => text);
  return { planted, asked, isFound: isExact(planted, asked), twin };
}

function isExact({ lines, either }: PlantedFile, asked: readonly number[]): boolean {
  const meant = [...lines, ...either];
  return (
    asked.every((line) => meant.includes(line)) &&
    lines.every((line) => asked.includes(line)) &&
    (either.length === 0 || asked.some((line) => either.includes(line)))
  );
}

function cell(rule: Rule, language: LanguageId, outcomes: readonly Outcome[]): string {
  const here = outcomes.filter(({ planted }) => planted.language === language);
  if (here.length === 0) return rule.absent[language] === undefined ? '?' : '.';
  return here
    .map(({ isFound, twin }) => `${isFound ? '+' : '-'}${twin.length === 0 ? '' : '!'}`)
    .join('');
}

function recall(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ isFound }) => isFound).length / Math.max(1, outcomes.length);
}

function ratio(outcomes: readonly Outcome[]): string {
  const nFound = outcomes.filter(({ isFound }) => isFound).length;
  const nAsked = outcomes.filter(({ twin }) => twin.length !== 0).length;
  const share = outcomes.length === 0 ? '' : ` = ${recall(outcomes).toFixed(2)}`;
  return `${nFound}/${outcomes.length}${share}${nAsked === 0 ? '' : `, ${nAsked} repaired asked`}`;
}
