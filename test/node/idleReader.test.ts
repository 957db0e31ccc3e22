import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { IDLE_MS } from '../../server/src/core/idle.ts';
import { createIdleReader, type IdleReader } from '../../server/src/node/parsers/idleReader.ts';
import { GRAMMAR_FOLDERS, sha256 } from '../core/blocks/testReader.ts';
import { DIST } from '../support/cli.ts';
import { freshParser } from '../support/freshParser.ts';
import { createFakeTimers } from '../support/fakeTimers.ts';

const PARSER = join(DIST, 'parser.cjs');

const TEXT = 'function f() {\n  return 1;\n}\n';

describe('Grammars that nobody uses', function () {
  this.timeout(60_000);
  const start = (
    grammars: readonly string[] = GRAMMAR_FOLDERS,
  ): {
    readonly reader: IdleReader;
    readonly problems: string[];
    readonly advance: (ms: number) => void;
  } => {
    const { schedule, now, advance } = createFakeTimers();
    const problems: string[] = [];
    const reader = createIdleReader({
      load: () => freshParser(PARSER),
      grammars,
      sha256,
      ms: now,
      timers: { after: (ms, callback) => ({ cancel: schedule(ms, callback) }) },
      onProblem: ({ grammar }) => problems.push(grammar),
    });
    return { reader, problems, advance };
  };

  it('Are let go when they were not used for a while, and load again by themselves', async () => {
    const { reader, advance } = start();
    const before = await reader.read('a.ts', TEXT);
    await reader.read('a.py', 'def f():\n    pass\n');
    advance(IDLE_MS - 1);
    await reader.read('b.py', 'def g():\n    pass\n');
    assert.deepEqual(reader.held(), ['typescript', 'python']);
    advance(1);
    assert.deepEqual(reader.held(), ['python']);
    // What was read is whole: its code is parsed when somebody asks for it.
    assert.equal(before.code()?.top.statements.length, 1);
    const again = await reader.read('a.ts', TEXT);
    assert.equal(again.blocks[0]?.codeHash, before.blocks[0]?.codeHash);
    assert.deepEqual(reader.held(), ['python', 'typescript']);
    advance(2 * IDLE_MS);
    assert.deepEqual(reader.held(), []);
  });

  it('Stay while a document of theirs is open, however long nobody types', async () => {
    const { reader, advance } = start();
    const [one, two] = [await reader.open('a.ts', TEXT), await reader.open('b.ts', TEXT)];
    advance(3 * IDLE_MS);
    assert.deepEqual(reader.held(), ['typescript']);
    one.dispose();
    one.dispose();
    advance(3 * IDLE_MS);
    const text = TEXT.replace('f', 'fn');
    const map = two.update(text, [{ start: 0, end: TEXT.length, text }]);
    assert.equal(map.blocks.length, 1);
    assert.equal(two.map, map);
    two.dispose();
    assert.deepEqual(reader.held(), ['typescript']);
    advance(IDLE_MS);
    assert.deepEqual(reader.held(), []);
  });

  it('Stay while a text is being read', async () => {
    const { reader, advance } = start();
    const reading = reader.read('a.ts', TEXT);
    advance(2 * IDLE_MS);
    assert.deepEqual(reader.held(), ['typescript']);
    assert.equal((await reading).blocks[0]?.symbol, 'f');
    advance(IDLE_MS);
    assert.deepEqual(reader.held(), []);
  });

  it('Are told once where they cannot be loaded, also when that is tried again', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'countersign-broken-'));
    try {
      const broken = [
        ['go', Buffer.from('this is no grammar')],
        ['java', Buffer.from('\0asm\x01\0\0\0')],
        ['rust', Buffer.alloc(0)],
      ] as const;
      for (const [name, bytes] of broken) {
        writeFileSync(join(dir, `tree-sitter-${name}.wasm`), bytes);
      }
      const packed = brotliCompressSync('this is no grammar');
      writeFileSync(join(dir, 'tree-sitter-ruby.wasm.br'), packed);
      const { reader, problems, advance } = start([dir, ...GRAMMAR_FOLDERS]);
      for (let round = 0; round < 2; round++) {
        for (const end of ['go', 'java', 'rs', 'rb']) {
          const { blocks } = await reader.read(`a.${end}`, 'a b c\n\nd e f\n');
          assert.deepEqual(
            blocks.map(({ symbol }) => symbol),
            ['(paragraph)', '(paragraph)'],
            end,
          );
        }
        assert.equal((await reader.read('a.ts', TEXT)).blocks[0]?.symbol, 'f');
        advance(2 * IDLE_MS);
      }
      assert.deepEqual(problems, ['go', 'java', 'rust', 'ruby']);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('Give their memory back', () => {
    const child = join(__dirname, 'idleMemory.child.cjs');
    const done = spawnSync(process.execPath, ['--expose-gc', child, PARSER], { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    const { before, after }: { before: number; after: number } = JSON.parse(done.stdout);
    const MB = 1 << 20;
    // Three parsers, of 32 MB each.
    assert.ok(90 * MB < before, `${before} bytes were held`);
    assert.ok(after < 10 * MB, `${after} of ${before} bytes are still held`);
  });
});
