import { markdownOf, measure } from './table.ts';

/** `npm run bench:attribution`: replays the corpus, prints the table and every mistake. */
async function main(): Promise<void> {
  const names = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  const measured = await measure(names);
  console.log(markdownOf(measured));
  const isAll = process.argv.includes('--all');
  const shown = measured.mistakes.filter(
    ({ said, truth }) => isAll || said === 'ai' || truth === 'ai',
  );
  if (0 < shown.length) console.log('\nMistakes, a token once:');
  for (const { mode, session, token, truth, said } of shown) {
    console.log(`  ${mode.padEnd(9)} ${session}: ${token} is ${truth}, we say ${said}`);
  }
}

void main();
