
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { askText, EXTENSION } from './support/ruleExample.ts';
import { rules } from '../server/src/core/questions/rules/table.ts';
import { createTestReader } from './core/blocks/testReader.ts';
const [ids, language, dir, maxFiles = '300', samples = '25'] = process.argv.slice(2);
const chosen = ids === 'all' ? rules : rules.filter((r) => ids.split(',').includes(r.id));
const ext = '.' + EXTENSION[language];
const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((f) => (f.endsWith(ext) || (language==='cpp' && /\.(cc|cpp|h|hpp|c)$/.test(f))) && !f.endsWith('.d.ts') && !f.includes('.min.'));
let seed = 7; const rnd = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
files.sort(() => rnd() - 0.5);
(async () => {
  const reader = createTestReader();
  let nBlocks = 0, nLines = 0, nFiles = 0; const per = new Map(); const asked = new Set(); const high = new Set(); const all = [];
  for (const f of files) {
    if (Number(maxFiles) <= nFiles) break;
    const p = join(dir, f);
    try { if (!statSync(p).isFile() || 200000 < statSync(p).size) continue; } catch { continue; }
    const text = readFileSync(p, 'utf8');
    let map; try { map = await reader.read(f, text); if (!map.code()) continue; } catch { continue; }
    nFiles++; nLines += text.split('\n').length;
    const fns = map.blocks.filter((b) => !b.symbol.startsWith('(')); nBlocks += fns.length;
    let hits; try { hits = await askText({ reader, rules: chosen, language, path: f, text }); } catch (e) { console.log('THROW', p, e.stack); continue; }
    for (const h of hits) {
      per.set(h.rule.id, (per.get(h.rule.id) ?? 0) + 1);
      const b = fns.findLast((x) => x.range.start <= h.at.start && h.at.start < x.range.end);
      if (b) { const k = p + b.range.start; asked.add(k); if (h.severity === 'high') high.add(k); }
      all.push({ p, line: h.line, rule: h.rule.id, text: h.text, code: text.split('\n').slice(Math.max(0, h.line - 3), h.line + 3).map((l) => '      ' + l.slice(0, 140)).join('\n') });
    }
  }
  console.log(nFiles + ' files, ' + nLines + ' lines, ' + nBlocks + ' functions; with a hit ' + (100 * asked.size / nBlocks).toFixed(1) + ' %, high ' + (100 * high.size / nBlocks).toFixed(1) + ' %');
  for (const [id, n] of [...per].sort((a, b) => b[1] - a[1])) console.log('  ' + id.padEnd(28) + n + '  ' + (1000 * n / nBlocks).toFixed(1) + ' per 1,000 functions');
  all.sort(() => rnd() - 0.5);
  for (const s of all.slice(0, Number(samples))) console.log('\n' + s.p + ':' + s.line + '  [' + s.rule + '] ' + s.text + '\n' + s.code);
})();
