import type { Signal } from '../../../server/src/core/attribution/signal.ts';
import { nonBlankLength } from '../../../server/src/core/text/tokens.ts';
import type { Replacement } from '../../../server/src/core/text/edit.ts';
import type { Dice } from './dice.ts';
import { idsOf, MAX_LINES, newLines, reformatted, shown, spliced } from './lines.ts';
import {
  allow,
  type Doc,
  isDirty,
  isDirtyAnywhere,
  type Kind,
  type Line,
  own,
  state,
  stringOf,
  type Text,
} from './model.ts';
import type { StepKind } from './step.ts';
import type { Timing, Window, World } from './world.ts';

/** Fewer non-blank characters than this prove no move (DESIGN 5). */
const MOVED_BY_DESIGN = 40;

export const editorSteps: Readonly<Record<string, StepKind>> = {
  type: { weight: 12, run: (world, dice) => insert(world, dice, 'human'), letsHooksWait: true },
  accept: { weight: 12, run: (world, dice) => insert(world, dice, 'ai') },
  paste: { weight: 5, run: (world, dice) => insert(world, dice, 'pasted') },
  applyEdit: { weight: 3, run: (world, dice) => insert(world, dice, 'unknown') },
  rewrite: { weight: 8, run: rewrite },
  delete: { weight: 7, run: remove },
  moveLines: { weight: 4, run: moveLines },
  copy: { weight: 4, run: (world, dice) => carry(world, dice, 'copy') },
  cut: { weight: 4, run: (world, dice) => carry(world, dice, 'cut') },
  format: { weight: 4, run: format },
  endOfLine: { weight: 1, run: endOfLine },
  undo: { weight: 8, run: undo },
  redo: { weight: 4, run: redo },
  save: { weight: 12, run: save, letsHooksWait: true },
  close: { weight: 3, run: close },
  open: { weight: 8, run: open },
  restart: { weight: 2, run: restart },
  secondWindow: { weight: 1, run: secondWindow },
  correct: { weight: 4, run: correct },
  wait: { weight: 2, run: wait, letsHooksWait: true },
};

/** An open document that may be edited: nobody else holds unsaved changes of the same file. */
function pickDoc(world: World, dice: Dice): { window: Window; doc: Doc } | undefined {
  const open = world.windows.flatMap((window) =>
    window ? [...window.docs.values()].map((doc) => ({ window, doc })) : [],
  );
  const free = open.filter(
    ({ doc }) => isDirty(world.model, doc) || !isDirtyAnywhere(world.model, doc.path),
  );
  return free.length === 0 ? undefined : dice.pick(free);
}

const NO_DOC = 'skip: no document to edit';

function where(window: Window, world: World, { path }: Doc): string {
  return `window ${world.windows.indexOf(window) + 1} ${path}`;
}

const TYPED: readonly Signal[] = [
  { kind: 'typed' },
  { kind: 'platform', source: 'cursor', metadata: { kind: 'type' } },
  { kind: 'platform', source: 'cursor', metadata: { kind: 'compositionEnd' } },
];
const PASTED: readonly Signal[] = [
  { kind: 'paste' },
  { kind: 'platform', source: 'cursor', metadata: { kind: 'paste' } },
];
const ACCEPTED: readonly Signal[] = [
  {
    kind: 'platform',
    source: 'inlineCompletionAccept',
    metadata: { $extensionId: 'sample.assistant', $nes: false },
  },
  { kind: 'platform', source: 'Chat.applyEdits', metadata: { $extensionId: 'sample.chat' } },
  { kind: 'acceptCommand', command: 'editor.action.inlineSuggest.commit' },
];
const APPLIED: readonly Signal[] = [
  { kind: 'platform', source: 'unknown', metadata: {} },
  { kind: 'platform', source: 'unknown', metadata: { name: 'someExtension' } },
  { kind: 'edit' },
];
const SIGNALS: Readonly<Record<Kind, readonly Signal[]>> = {
  human: TYPED,
  pasted: PASTED,
  ai: ACCEPTED,
  unknown: APPLIED,
};

function anyTiming(dice: Dice): Timing {
  if (dice.chance(0.6)) return 'after';
  return dice.pick<Timing>(['before', 'soon', 'late', 'missing', 'savedFirst']);
}

/** Whose new lines are, by the signal that was sent for them. */
function ownAll(
  world: World,
  lines: readonly Line[],
  kind: Kind,
  signal: Signal,
  timing: Timing,
): void {
  const isKnown = timing !== 'missing';
  const tool = signal.kind === 'platform' ? signal.metadata['$extensionId'] : undefined;
  for (const id of idsOf(lines)) {
    own(
      world.model,
      id,
      isKnown ? kind : 'unknown',
      typeof tool === 'string' ? tool : undefined,
      isKnown && kind === 'ai' && signal.kind === 'platform',
    );
  }
}

async function insert(world: World, dice: Dice, kind: Kind): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target) return NO_DOC;
  const { window, doc } = target;
  const n = Math.min(
    kind === 'human' ? dice.between(1, 2) : dice.between(1, 6),
    MAX_LINES - doc.text.lines.length,
  );
  if (n <= 0) return 'skip: the file is long enough';
  const lines = newLines(dice, n);
  const at = dice.below(doc.text.lines.length + 1);
  const signal = dice.pick(SIGNALS[kind]);
  const timing = anyTiming(dice);
  ownAll(world, lines, kind, signal, timing);
  await world.edit(window, doc, spliced(doc.text, at, 0, lines), { signal, timing });
  return `${where(window, world, doc)} ${kind} at ${at}, ${told(signal, timing)}: ${shown(lines)}`;
}

/** A line is written anew: by a person, or by an accept that replaces it. */
async function rewrite(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target || target.doc.text.lines.length === 0) return NO_DOC;
  const { window, doc } = target;
  const at = dice.below(doc.text.lines.length);
  const n = Math.min(dice.between(1, 2), doc.text.lines.length - at);
  const kind: Kind = dice.chance(0.6) ? 'human' : 'ai';
  const lines = newLines(dice, dice.between(1, 2));
  const signal = dice.pick(SIGNALS[kind]);
  const timing = anyTiming(dice);
  ownAll(world, lines, kind, signal, timing);
  await world.edit(window, doc, spliced(doc.text, at, n, lines), { signal, timing });
  return `${where(window, world, doc)} ${kind} over ${n} at ${at}, ${told(signal, timing)}: ${shown(lines)}`;
}

async function remove(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target || target.doc.text.lines.length < 2) return NO_DOC;
  const { window, doc } = target;
  const at = dice.below(doc.text.lines.length);
  const n = Math.min(dice.between(1, 6), doc.text.lines.length - at);
  const signal = dice.pick<Signal>([
    ...TYPED,
    { kind: 'platform', source: 'unknown', metadata: { name: 'editor.action.deleteLines' } },
  ]);
  await world.edit(window, doc, spliced(doc.text, at, n, []), { signal, timing: anyTiming(dice) });
  return `${where(window, world, doc)} delete ${n} at ${at}`;
}

/** Lines moved up or down: one change that takes them away and puts them in. */
async function moveLines(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target || target.doc.text.lines.length < 3) return NO_DOC;
  const { window, doc } = target;
  const { lines, eol } = doc.text;
  const at = dice.below(lines.length - 1);
  const n = Math.min(dice.between(1, 4), lines.length - 1 - at);
  const moved = lines.slice(at, at + n);
  const rest = spliced(doc.text, at, n, []);
  const to = dice.below(rest.lines.length + 1);
  const lengthOf = (some: readonly Line[]): number => stringOf({ lines: some, eol }).length;
  const start = lengthOf(lines.slice(0, at));
  const replacements: Replacement[] = [
    { start, end: start + lengthOf(moved), text: '' },
    ...[lengthOf(rest.lines.slice(0, to))].map((offset) => ({
      start: offset,
      end: offset,
      text: stringOf({ lines: moved, eol }),
    })),
  ];
  const signal: Signal = {
    kind: 'platform',
    source: 'cursor',
    metadata: { kind: 'executeCommands' },
  };
  const timing = dice.chance(0.8) ? 'after' : 'before';
  await world.edit(window, doc, spliced(rest, to, 0, moved), { signal, timing, replacements });
  return `${where(window, world, doc)} move ${n} from ${at} to ${to}`;
}

/** Copy or cut, then paste here or in another open file of the window. */
async function carry(world: World, dice: Dice, how: 'copy' | 'cut'): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target || target.doc.text.lines.length < 2) return NO_DOC;
  const { window, doc } = target;
  const { lines, eol } = doc.text;
  const others = [...window.docs.values()].filter(
    (one) => one === doc || isDirty(world.model, one) || !isDirtyAnywhere(world.model, one.path),
  );
  const into = dice.pick(others);
  const at = dice.below(lines.length);
  const n = Math.min(dice.between(1, 6), lines.length - at);
  const carried = lines.slice(at, at + n);
  if (how === 'copy' && MAX_LINES < into.text.lines.length + n) return 'skip: long enough';
  const piece = stringOf({ lines: carried, eol });
  // Less than DESIGN 5 asks for proves no move: it counts as pasted.
  const isShort = nonBlankLength(piece) < MOVED_BY_DESIGN;
  for (const id of idsOf(carried)) {
    if (isShort) allow(world.model, id, 'pasted', 'too short to be known again');
    else if (world.model.owners.get(id)?.kinds.has('unknown') ?? true) {
      allow(world.model, id, 'pasted', 'cut or copied while nothing was known of it');
    }
  }
  const uri = uriIn(world, doc);
  if (how === 'copy' || dice.chance(0.3)) {
    const start = stringOf({ lines: lines.slice(0, at), eol }).length;
    window.documents.copied(uri, window.versions.get(doc.path) ?? 0, [
      { start, end: start + piece.length },
    ]);
  }
  if (how === 'cut') {
    const signal: Signal = { kind: 'platform', source: 'cursor', metadata: { kind: 'cut' } };
    await world.edit(window, doc, spliced(doc.text, at, n, []), { signal, timing: 'after' });
  }
  const indent = dice.chance(0.2) ? '  ' : '';
  const put = carried.map(({ id, text }) => ({ id, text: indent + text }));
  const to = dice.below(into.text.lines.length + 1);
  const signal = dice.pick(PASTED);
  const timing = dice.pick<Timing>(['after', 'after', 'before', 'soon', 'late']);
  // An editor reports a paste where it was put, not where the text first differs.
  const start = stringOf({ ...into.text, lines: into.text.lines.slice(0, to) }).length;
  const inserted = stringOf({ lines: put, eol: into.text.eol });
  await world.edit(window, into, spliced(into.text, to, 0, put), {
    signal,
    timing,
    replacements: [{ start, end: start, text: inserted }],
  });
  return `${where(window, world, doc)} ${how} ${n} at ${at} into ${into.path} at ${to}, ${told(signal, timing)}${isShort ? ' (short)' : ''}`;
}

async function format(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target || target.doc.text.lines.length === 0) return NO_DOC;
  const { window, doc } = target;
  const next = reformatted(doc.text, dice);
  const signal: Signal = {
    kind: 'platform',
    source: 'unknown',
    metadata: { name: 'formatEditsCommand' },
  };
  const isWhole = dice.chance(0.5);
  const replacements = isWhole
    ? [{ start: 0, end: stringOf(doc.text).length, text: stringOf(next) }]
    : lineByLine(doc.text, next);
  await world.edit(window, doc, next, { signal, timing: 'after', replacements });
  return `${where(window, world, doc)} format ${isWhole ? 'whole' : 'by lines'}`;
}

/** One replacement per line, from the last to the first. */
function lineByLine(before: Text, after: Text): Replacement[] {
  const out: Replacement[] = [];
  let at = 0;
  for (const [i, { text }] of before.lines.entries()) {
    const now = after.lines[i]?.text ?? '';
    if (now !== text) out.unshift({ start: at, end: at + text.length, text: now });
    at += text.length + before.eol.length;
  }
  return out;
}

async function endOfLine(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target || target.doc.text.lines.length === 0) return NO_DOC;
  const { window, doc } = target;
  const next: Text = { ...doc.text, eol: doc.text.eol === '\n' ? '\r\n' : '\n' };
  const signal: Signal = { kind: 'platform', source: 'eolChange', metadata: {} };
  const whole = { start: 0, end: stringOf(doc.text).length, text: stringOf(next) };
  await world.edit(window, doc, next, { signal, timing: 'after', replacements: [whole] });
  return `${where(window, world, doc)} line ends ${JSON.stringify(next.eol)}`;
}

async function undo(world: World, dice: Dice): Promise<string> {
  return backOrForth(world, dice, 'undo');
}

async function redo(world: World, dice: Dice): Promise<string> {
  return backOrForth(world, dice, 'redo');
}

async function backOrForth(world: World, dice: Dice, direction: 'undo' | 'redo'): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target) return NO_DOC;
  const { window, doc } = target;
  const n = dice.between(1, 3);
  let done = 0;
  for (; done < n; done++) {
    const next = (direction === 'undo' ? doc.undo : doc.redo).pop();
    if (!next) break;
    (direction === 'undo' ? doc.redo : doc.undo).push(doc.text);
    const timing = dice.pick<Timing>(['after', 'after', 'before', 'soon']);
    const signal: Signal = { kind: 'history', direction };
    await world.edit(window, doc, next, { signal, timing, isHistory: true });
  }
  return done === 0
    ? `skip: nothing to ${direction}`
    : `${where(window, world, doc)} ${direction} ${done}`;
}

async function save(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target) return NO_DOC;
  await world.save(target.window, target.doc);
  await world.reload(dice);
  return where(target.window, world, target.doc);
}

async function close(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target) return NO_DOC;
  const { window, doc } = target;
  if (dice.chance(0.7)) {
    await world.save(window, doc);
    await world.reload(dice);
  }
  world.close(window, doc.path);
  if (dice.chance(0.5)) await world.open(window, doc.path);
  return `${where(window, world, doc)}${window.docs.has(doc.path) ? ' and open again' : ''}`;
}

async function open(world: World, dice: Dice): Promise<string> {
  const windows = world.windows.filter((window) => window !== undefined);
  if (windows.length === 0) {
    world.openWindow();
    return 'a window';
  }
  const window = dice.pick(windows);
  const closed = [...world.model.disk.keys()].filter((path) => !window.docs.has(path)).sort();
  if (closed.length === 0) return 'skip: all are open';
  const path = dice.pick(closed);
  await world.open(window, path);
  return `window ${world.windows.indexOf(window) + 1} ${path}`;
}

/** The server is killed without a word; a new one opens what was open, as it is on disk. */
async function restart(world: World, dice: Dice): Promise<string> {
  const windows = world.windows.filter((window) => window !== undefined);
  if (windows.length === 0) return 'skip: no window';
  const window = dice.pick(windows);
  const paths = [...window.docs.keys()];
  world.closeWindow(window);
  const next = world.openWindow();
  for (const path of paths) await world.open(next, path);
  return `${paths.join(' ')}, now window ${world.windows.indexOf(next) + 1}`;
}

async function secondWindow(world: World, dice: Dice): Promise<string> {
  const windows = world.windows.filter((window) => window !== undefined);
  if (1 < windows.length) {
    const window = dice.pick(windows);
    for (const path of [...window.docs.keys()]) world.close(window, path);
    await window.quiet();
    world.closeWindow(window);
    return 'closed';
  }
  const window = world.openWindow();
  const clean = [...world.model.disk.keys()].filter((path) => !isDirtyAnywhere(world.model, path));
  for (const path of clean.sort()) await world.open(window, path);
  return `opens ${clean.join(' ')}`;
}

async function correct(world: World, dice: Dice): Promise<string> {
  const target = pickDoc(world, dice);
  if (!target || target.doc.text.lines.length === 0) return NO_DOC;
  const { window, doc } = target;
  world.advance(300);
  await world.quiet();
  const startLine = dice.below(doc.text.lines.length) + 1;
  const endLine = Math.min(startLine + dice.below(4), doc.text.lines.length);
  const as = dice.pick(['ai', 'human', 'web'] as const);
  const done = await window.documents.correct({
    uri: uriIn(world, doc),
    version: window.versions.get(doc.path) ?? 0,
    lines: { startLine, endLine },
    as,
    via: 'lens',
  });
  if (!done.ok) world.problems.push(done.error.message);
  for (const id of idsOf(doc.text.lines.slice(startLine - 1, endLine))) {
    state(world.model, doc, id, as === 'web' ? 'pasted' : as);
  }
  return `${where(window, world, doc)} lines ${startLine}-${endLine} are ${as}`;
}

async function wait(world: World, dice: Dice): Promise<string> {
  const ms = dice.pick([30, 300, 2_100]);
  world.advance(ms);
  await world.quiet();
  return `${ms} ms`;
}

function uriIn(world: World, { path }: Doc): string {
  return world.uriOf(path);
}

function told(signal: Signal, timing: Timing): string {
  const name =
    signal.kind === 'platform'
      ? `${signal.source} ${JSON.stringify(signal.metadata)}`
      : signal.kind;
  return `${name} ${timing}`;
}
