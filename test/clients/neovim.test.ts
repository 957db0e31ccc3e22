import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/golden.ts';
import type { Ended } from '../support/tempRepo.ts';
import {
  ACTIONS,
  COMMANDS,
  createShop,
  documented,
  FOUND,
  type Found,
  gone,
  inOrder,
  LENSES,
  REPAIRED,
  REVIEW_WORDS,
  type Shop,
  SIGN_WORDS,
  TEXT,
} from './shop.ts';

/** What neovim.lua writes down. */
interface Seen {
  readonly pid: number;
  readonly commands: readonly string[];
  readonly diagnostics: readonly (Found & { readonly message: string })[];
  readonly hover: readonly string[];
  readonly lenses: readonly unknown[];
  readonly actions: readonly string[];
  /** What it showed below its text. */
  readonly messages: string;
  readonly repaired: string;
  readonly after_repair: readonly Found[];
  readonly edited: string;
  readonly undone: string;
  readonly ended: { readonly code: number; readonly signal: number };
}

describe('Neovim, configured as documented', function () {
  this.timeout(180_000);
  let shop: Shop;
  let seen: Seen;

  const start = (end: Readonly<Record<string, string>> = {}): Ended => {
    const config = shop.write('../init.lua', documented('local countersign'));
    const script = join(ROOT, 'test/clients/neovim.lua');
    const args = ['--headless', '--clean', '-u', config, 'src/store.js', '-S', script];
    return shop.run('nvim', args, { env: { ...shop.env, SEEN: out(), ...end } });
  };
  const out = (): string => join(shop.root, 'seen.json');
  const look = (): Seen => {
    const found: Seen = JSON.parse(readFileSync(out(), 'utf8'));
    return found;
  };
  before(() => {
    shop = createShop();
    const { code, stderr } = start();
    assert.equal(code, 0, stderr);
    seen = look();
  });
  after(() => shop.dispose());

  it('Gets diagnostics without asking, under the very characters that are meant', () => {
    assert.deepEqual(inOrder(seen.diagnostics), FOUND);
    const messages = seen.diagnostics.map(({ message }) => message);
    assert.ok(
      messages.includes(REVIEW_WORDS) && messages.includes(SIGN_WORDS),
      messages.join('\n'),
    );
  });

  it('Shows who wrote a line in a window beside it', () => {
    const [title = '', origin = ''] = seen.hover;
    assert.equal(title, '**Countersign** · saveAll · **unverified**');
    assert.match(origin, /^- Written by AI: github\\.copilot, accepted by Ada Example/);
    assert.ok(
      seen.hover.some((line) =>
        line.endsWith(
          'and is not installed. Find out that it exists and is the one meant before anybody installs it.',
        ),
      ),
    );
  });

  it('Draws lenses that are filled in when they are shown', () => {
    assert.deepEqual(seen.lenses, LENSES);
  });

  it('Runs what a lens and an action offer, and shows the answer without a prompt', () => {
    assert.ok(seen.messages.includes(`LSP[countersign][Info] ${SIGN_WORDS}\n`), seen.messages);
    assert.match(seen.messages, /Rule `regex-semantics` · CWE-185/);
  });

  it('Is offered nothing that signs, and told the command that does', () => {
    assert.deepEqual(seen.commands, COMMANDS);
    assert.deepEqual(seen.actions, ACTIONS);
  });

  it("Applies a rule's repair to its buffer, after which the question is gone", () => {
    assert.equal(seen.repaired, REPAIRED);
    assert.deepEqual(
      inOrder(seen.after_repair),
      FOUND.filter(({ rule }) => rule !== 'regex-semantics'),
    );
  });

  it('Sends its edits as they are made, and the diagnostics follow', () => {
    assert.equal(seen.edited, `// 😀 a note\n${REPAIRED.replace("', pad", "🐢🐢', pad")}`);
    assert.equal(seen.undone, TEXT);
  });

  it('Ends the server by shutdown and exit', async () => {
    assert.deepEqual(seen.ended, { code: 0, signal: 0 });
    await gone(seen.pid);
  });

  it('Leaves no server behind when it is quit', async () => {
    assert.equal(start({ END: 'quit' }).code, 0);
    await gone(look().pid);
  });

  it('Leaves no server behind when it dies', async () => {
    start({ END: 'die' });
    await gone(look().pid);
  });
});
