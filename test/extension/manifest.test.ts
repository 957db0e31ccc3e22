import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { NoHistory } from '../../server/src/protocol/history.ts';
import { isRecord, stringOf, type UnknownRecord } from '../../src/convert.ts';
import { ACCEPTED_COMMAND, KEYS_CONTEXT } from '../../src/sense/acceptKeys.ts';
import { BLAME_CONTEXT } from '../../src/show/blameView.ts';
import { HISTORY_CONTEXT, HISTORY_VIEW } from '../../src/show/historyView.ts';
import { MARKED_STATUSES } from '../../src/show/decorationPlan.ts';

const root = process.cwd();
const manifest = recordAt(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const contributes = recordAt(manifest['contributes']);

function recordAt(value: unknown): UnknownRecord {
  assert.ok(isRecord(value));
  return value;
}

function recordsAt(value: unknown): readonly UnknownRecord[] {
  assert.ok(Array.isArray(value));
  return value.map(recordAt);
}

const source = (file: string) => readFileSync(join(root, 'src', file), 'utf8');

describe('The manifest', () => {
  it('declares exactly the commands that the extension registers', () => {
    const declared = recordsAt(contributes['commands']).map(({ command }) => String(command));
    const registered = [...source('act/commands.ts').matchAll(/^ {4}'(countersign\.\w+)':/gmu)];
    const names = [...registered.map((match) => match[1] ?? ''), 'countersign.menu'];
    assert.deepEqual(declared.sort(), names.sort());
  });

  it('brings the schema of rule files along, for editors that complete YAML', () => {
    const files = manifest['files'];
    assert.ok(Array.isArray(files));
    for (const { url, fileMatch } of recordsAt(contributes['yamlValidation'])) {
      const file = String(url).replace('./', '');
      assert.ok(existsSync(join(root, file)) && files.includes(file), file);
      assert.match(String(fileMatch), /^\*\*\/\.countersign\/rules\/\*\.ya?ml$/u);
    }
  });

  it('gives every setting a type, a default, a scope and an example', () => {
    const properties = recordAt(recordAt(contributes['configuration'])['properties']);
    for (const [key, value] of Object.entries(properties)) {
      const property = recordAt(value);
      assert.ok(stringOf(property['type']), key);
      assert.ok(property['default'] !== undefined, key);
      assert.match(String(property['markdownDescription']), /Example: `/u, key);
      const isPolicy = /\.(?:enable|mode|policy\..*|ledger\..*|notes\..*|questions\..*)$/u.test(
        key,
      );
      assert.equal(property['scope'], isPolicy ? 'resource' : 'window', key);
      if (Array.isArray(property['enum'])) {
        assert.deepEqual(
          recordsLength(property['enumDescriptions']),
          property['enum'].length,
          `${key}: every word has its description`,
        );
      }
    }
  });

  it('runs the built-in accept command first, and under a context that we can take back', () => {
    for (const binding of recordsAt(contributes['keybindings'])) {
      assert.equal(binding['command'], 'runCommands');
      const commands = recordAt(binding['args'])['commands'];
      assert.ok(Array.isArray(commands));
      const [first, second] = commands;
      assert.match(String(first), /^editor\.action\.inlineSuggest\./u);
      assert.deepEqual(second, { command: ACCEPTED_COMMAND, args: first });
      assert.ok(String(binding['when']).startsWith(`${KEYS_CONTEXT} && `));
    }
  });

  it('stands in for every default key that accepts a suggestion', () => {
    const bound = recordsAt(contributes['keybindings']).map((binding) => {
      const commands = recordAt(binding['args'])['commands'];
      const command = Array.isArray(commands) ? String(commands[0]) : '';
      return { key: binding['key'], command, when: String(binding['when']).split(' && ') };
    });
    const isBound = (key: string, verb: string, ...parts: readonly string[]) =>
      bound.some(
        (one) =>
          one.key === key &&
          one.command === `editor.action.inlineSuggest.${verb}` &&
          parts.every((part) => one.when.includes(part)),
      );
    assert.ok(isBound('tab', 'commit', 'inlineSuggestionVisible', '!inInlineEditsPreviewEditor'));
    assert.ok(isBound('tab', 'commit', 'inlineEditIsVisible', 'tabShouldAcceptInlineEdit'));
    assert.ok(isBound('tab', 'commit', 'inInlineEditsPreviewEditor'));
    assert.ok(isBound('ctrl+right', 'acceptNextWord', 'inlineSuggestionVisible'));
  });

  it('offers one of showing and hiding the origins of lines, in the palette and the menu', () => {
    const menus = recordAt(contributes['menus']);
    for (const menu of ['commandPalette', 'editor/context']) {
      const whenOf = (verb: string) =>
        String(
          recordsAt(menus[menu]).find(({ command }) => command === `countersign.${verb}`)?.['when'],
        ).split(' && ');
      assert.ok(whenOf('toggleBlame').includes(`!${BLAME_CONTEXT}`), menu);
      assert.ok(whenOf('hideBlame').includes(BLAME_CONTEXT), menu);
    }
  });

  it('has words for every state in which the history is empty', () => {
    const told = recordsAt(contributes['viewsWelcome'])
      .filter(({ view }) => view === HISTORY_VIEW)
      .map((one) => String(one['when']));
    // A new reason is a compile error here.
    const states: Readonly<Record<NoHistory, string>> = {
      away: 'away',
      untracked: 'untracked',
      off: 'off',
      excluded: 'excluded',
      noAi: 'noAi',
      noBlock: 'noBlock',
    };
    const wanted = [
      `!${HISTORY_CONTEXT}`,
      '!isWorkspaceTrusted',
      ...Object.values(states).map((state) => `${HISTORY_CONTEXT} == ${state}`),
    ];
    assert.deepEqual(told.sort(), wanted.sort());
  });

  it('links and lists only commands that there are', () => {
    const declared = new Set(recordsAt(contributes['commands']).map(({ command }) => command));
    const linked = JSON.stringify([contributes['viewsWelcome'], contributes['walkthroughs']]);
    const menus = Object.values(recordAt(contributes['menus'])).flatMap(recordsAt);
    const named = [
      ...[...linked.matchAll(/command:(countersign\.\w+)/gu)].map(([, command]) => command),
      ...menus.map(({ command }) => command),
    ];
    assert.deepEqual(
      named.filter((command) => !declared.has(command)),
      [],
    );
  });

  it('declares no proposed API, which the marketplace refuses', () => {
    assert.equal(manifest['enabledApiProposals'], undefined);
  });

  it('names only pictures that are there, and a small icon', () => {
    const icon = join(root, String(manifest['icon']));
    assert.ok(statSync(icon).size < 20_000);
    for (const status of MARKED_STATUSES) {
      for (const theme of ['light', 'dark']) {
        assert.ok(existsSync(join(root, 'media', `gutter-${status}-${theme}.svg`)));
      }
    }
    for (const place of [
      ...recordsAt(recordAt(contributes['viewsContainers'])['activitybar']),
      ...recordsAt(recordAt(contributes['views'])['countersign']),
    ]) {
      assert.ok(existsSync(join(root, String(place['icon']))));
    }
    for (const step of recordsAt(recordsAt(contributes['walkthroughs'])[0]?.['steps'])) {
      assert.ok(existsSync(join(root, String(recordAt(step['media'])['svg']))));
    }
  });
});

function recordsLength(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** Editor background and text of the editor's own default themes. */
const THEMES = {
  dark: { background: '#1F1F1F', text: '#CCCCCC', comment: '#6A9955' },
  light: { background: '#FFFFFF', text: '#3B3B3B', comment: '#008000' },
  highContrast: { background: '#000000', text: '#FFFFFF', comment: '#7CA668' },
  highContrastLight: { background: '#FFFFFF', text: '#292929', comment: '#515151' },
} as const;
type Theme = keyof typeof THEMES;
const THEME_NAMES = ['dark', 'light', 'highContrast', 'highContrastLight'] as const;

describe('The colors of marks', () => {
  for (const theme of THEME_NAMES) {
    for (const status of MARKED_STATUSES) {
      const { background, text, comment } = THEMES[theme];
      const behind = over(colorOf(status, 'Background', theme), background);

      it(`stand out from the ${theme} background: ${status}`, () => {
        for (const kind of ['Foreground', 'OverviewRuler']) {
          const mark = over(colorOf(status, kind, theme), background);
          assert.ok(
            3 <= contrast(mark, rgb(background)),
            `${kind}: ${contrast(mark, rgb(background))}`,
          );
          assert.ok(3 <= contrast(mark, behind), `${kind} on its own background`);
        }
      });

      it(`leave code readable in ${theme}: ${status}`, () => {
        assert.ok(4.5 <= contrast(rgb(text), behind));
        // Comments are pale in some themes already; the mark must hardly change that.
        const before = contrast(rgb(comment), rgb(background));
        assert.ok(before * 0.85 <= contrast(rgb(comment), behind));
      });

      if (theme.startsWith('high')) {
        it(`are lines only, without a background, in ${theme}: ${status}`, () => {
          assert.deepEqual(behind, rgb(background));
        });
      }
    }
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`are those of the gutter icons in ${theme}`, () => {
      for (const status of MARKED_STATUSES) {
        const svg = readFileSync(join(root, 'media', `gutter-${status}-${theme}.svg`), 'utf8');
        assert.ok(svg.includes(colorOf(status, 'Foreground', theme)), status);
      }
    });
  }
});

describe('The colors of origins', () => {
  for (const theme of THEME_NAMES) {
    it(`can be read on the ${theme} background, also over the marks of a block`, () => {
      const { background } = THEMES[theme];
      const behind = MARKED_STATUSES.map((status) =>
        over(colorOf(status, 'Background', theme), background),
      );
      for (const who of ['origin', 'originAi']) {
        const color = over(colorOf(who, 'Foreground', theme), background);
        for (const back of [rgb(background), ...behind]) {
          assert.ok(4.5 <= contrast(color, back), `${who}: ${contrast(color, back)}`);
        }
      }
    });
  }
});

function colorOf(status: string, kind: string, theme: Theme): string {
  const id = `countersign.${status}${kind}`;
  const color = recordsAt(contributes['colors']).find((one) => one['id'] === id);
  return String(recordAt(recordAt(color)['defaults'])[theme]);
}

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** The color as it looks on that background, with the alpha of `#RRGGBBAA`. */
function over(color: string, background: string): Rgb {
  const alpha = color.length === 9 ? Number.parseInt(color.slice(7), 16) / 255 : 1;
  const [r, g, b] = rgb(color);
  const [backR, backG, backB] = rgb(background);
  const mix = (front: number, back: number) => Math.round(front * alpha + back * (1 - alpha));
  return [mix(r, backR), mix(g, backG), mix(b, backB)];
}

/** The contrast ratio of WCAG 2. */
function contrast(one: Rgb, other: Rgb): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((bright ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  const linear = (value: number) =>
    value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
