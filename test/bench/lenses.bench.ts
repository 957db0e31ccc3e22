import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/golden.ts';
import { ACCEPTED, startClient, TYPED } from '../support/lspClient.ts';
import { createTempRepo } from '../support/tempRepo.ts';
import { figures, report } from './figures.ts';

/** One keystroke inside AI code of a long TypeScript file, until its fresh blocks have arrived. */
export async function benchLenses(): Promise<void> {
  const repo = createTempRepo({ files: { 'src/a.ts': '' } });
  const client = await startClient(repo.dir);
  const unit = readFileSync(join(ROOT, 'server/src/core/attribution/attribute.ts'), 'utf8');
  const nCopies = Math.ceil(5_000 / unit.split('\n').length);
  const text = unit.repeat(nCopies);
  const file = client.open('src/a.ts', text);
  await file.blocks();
  const accepted = '\nexport function accepted(input: number): number {\n  return input * 2;\n}\n';
  file.edit(text.length, text.length, accepted, ACCEPTED);
  await file.blocks((blocks) => blocks.length === 1);
  const times: number[] = [];
  const at = file.text().lastIndexOf('* 2') + 3;
  for (let i = 0; i < 60; i++) {
    const started = performance.now();
    file.edit(at, at, '1', TYPED);
    await file.blocks();
    times.push(performance.now() - started);
  }
  const nLines = text.split('\n').length;
  report(
    `edit to fresh blocks, ${nLines} lines (25 ms of it is our pause)`,
    figures(times),
    'ms',
    'budget p95 30 ms in the server',
  );
  const lensTimes: number[] = [];
  for (let i = 0; i < 60; i++) {
    const started = performance.now();
    await client.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: file.uri },
    });
    lensTimes.push(performance.now() - started);
  }
  report(`code lenses, ${nLines} lines, round trip`, figures(lensTimes), 'ms');
  await client.stop();
  repo.dispose();
}
