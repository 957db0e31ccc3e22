import { DEFAULT_POLICY, forEveryKey } from '../../../server/src/core/policy/policy.ts';
import { blameLines } from '../../../server/src/app/blame.ts';
import { readBases } from '../../../server/src/app/bases.ts';
import { fileStatus } from '../../../server/src/app/fileStatus.ts';
import type { PolicyOf } from '../../../server/src/app/policyReader.ts';
import type { Origin } from '../../../server/src/core/attribution/origin.ts';
import { type Spans, sliceSpans } from '../../../server/src/core/attribution/span.ts';
import { jsonOf, runCli } from '../cli.ts';
import { headOf, isInOrder, type Kind, type Model, stringOf, type Text } from './model.ts';
import type { World } from './world.ts';

/**
 * An edit that leaves a character where it stands leaves its owner: two words may begin or end
 * alike by chance, so their ends are not asked.
 */
const END = 4;

/** A text that does not parse may show its last good blocks for 2 s (DESIGN 6); a little more. */
const HELD_MS = 2_100;

/** Compares all that the product says of every line with the model; answers what is wrong. */
export async function check(world: World): Promise<string[]> {
  await world.quiet();
  const wrong = [...world.problems, ...(await checkOpen(world)), ...(await checkDisk(world))];
  return wrong;
}

async function checkOpen({ model, windows, uriOf }: World): Promise<string[]> {
  const wrong: string[] = [];
  for (const [i, window] of windows.entries()) {
    if (!window) continue;
    for (const { path, text } of window.docs.values()) {
      const place = `window ${i + 1} ${path}`;
      const uri = uriOf(path);
      const blame = await window.documents.blame(uri);
      let view = await window.documents.view(uri);
      if (view?.text !== stringOf(text)) {
        window.advance(HELD_MS);
        view = await window.documents.view(uri);
      }
      if (view?.text !== stringOf(text)) {
        wrong.push(`${place}: the server has another text`);
        continue;
      }
      wrong.push(...checkSpans(model, place, text, view.spans));
      const kinds = blame?.lines.map(({ origins }) => origins.map(({ kind }) => kind)) ?? [];
      wrong.push(...checkKinds(model, `${place} (blame)`, text, kinds));
    }
  }
  return wrong;
}

const NO_POLICY: PolicyOf = () => ({
  policy: { ...DEFAULT_POLICY, exclude: ['**'] },
  sources: forEveryKey(() => 'default'),
  problems: [],
});

async function checkDisk({ model, terminal, reader }: World): Promise<string[]> {
  const { repository, journal } = terminal;
  journal.refresh();
  const wrong: string[] = [];
  for (const [path, text] of model.disk) {
    const bases = await readBases(repository, journal, [path], [path]);
    const ports = { repository, journal, reader, policyOf: NO_POLICY, bases };
    const status = await fileStatus(ports, path);
    if (status.kind !== 'judged') {
      wrong.push(`${path} is ${status.kind}`);
      continue;
    }
    wrong.push(...checkSpans(model, `disk ${path}`, text, status.spans));
    const lines = blameLines(status);
    const kinds = lines.map(({ origins }) => origins.map(({ kind }) => kind));
    wrong.push(...checkKinds(model, `disk ${path} (blame)`, text, kinds));
    wrong.push(...checkUnseen(model, path, text, status.spans));
  }
  return [...wrong, ...journal.problems().map(({ message }) => message)];
}

/** The word of every line has just an origin that the model knows. */
function checkSpans(model: Model, place: string, text: Text, spans: Spans): string[] {
  const wrong: string[] = [];
  let at = 0;
  for (const [i, { id, text: line }] of text.lines.entries()) {
    const owner = id === undefined ? undefined : model.owners.get(id);
    if (id !== undefined) {
      const start = at + line.indexOf(id) + END;
      const end = at + line.indexOf(id) + id.length - END;
      for (const origin of originsIn(spans, start, end)) {
        const complaint = judge(origin, owner?.kinds ?? new Set(['unknown']), owner?.tools);
        if (complaint) wrong.push(`${place}:${i + 1} ${complaint}: ${line}${reasons(owner?.why)}`);
      }
    }
    at += line.length + text.eol.length;
  }
  return wrong;
}

function reasons(why: readonly string[] | undefined): string {
  return why === undefined || why.length === 0 ? '' : ` (${why.join('; ')})`;
}

function originsIn(spans: Spans, start: number, end: number): Origin[] {
  const found = sliceSpans(spans, { start, end });
  const nKnown = found.reduce((n, span) => n + span.end - span.start, 0);
  const origins = found.map(({ origin }) => origin);
  return nKnown < end - start ? [...origins, { kind: 'unknown' }] : origins;
}

function judge(
  origin: Origin,
  kinds: ReadonlySet<Kind>,
  tools: ReadonlySet<string | undefined> | undefined,
): string | undefined {
  const expected = [...kinds].join(' or ');
  if (origin.kind === 'ai' && !kinds.has('ai')) return `FALSE CLAIM of AI, it is ${expected}`;
  if (origin.kind === 'editor' || !kinds.has(origin.kind)) {
    return `is ${expected}, not ${origin.kind}`;
  }
  if (origin.kind === 'ai' && tools?.has(origin.tool) === false) {
    return `is by ${[...tools].join(' or ')}, not ${origin.tool ?? 'no tool'}`;
  }
  return undefined;
}

/** What people are shown: the origins of a line hold one that the model knows. */
function checkKinds(
  model: Model,
  place: string,
  text: Text,
  kinds: readonly (readonly string[])[],
): string[] {
  if (kinds.length !== text.lines.length) return [`${place}: ${kinds.length} lines`];
  return text.lines.flatMap(({ id, text: line }, i) => {
    const owner = id === undefined ? undefined : model.owners.get(id);
    const expected: ReadonlySet<string> = owner?.kinds ?? new Set(['unknown']);
    const found = kinds[i] ?? [];
    return id === undefined || found.some((kind) => expected.has(kind))
      ? []
      : [`${place}:${i + 1} is ${[...expected].join(' or ')}, not ${found.join('+')}: ${line}`];
  });
}

/** Unknown text that HEAD has not is told apart from text that HEAD has (DESIGN 5). */
function checkUnseen(model: Model, path: string, text: Text, spans: Spans): string[] {
  const head = headOf(model).get(path);
  const inHead = new Set(head?.lines.map((line) => line.text.trim()));
  const idsInHead = new Set(head?.lines.map(({ id }) => id));
  const wrong: string[] = [];
  let at = 0;
  for (const [i, { id, text: line }] of text.lines.entries()) {
    const owner = id === undefined ? undefined : model.owners.get(id);
    const isUnknown =
      id !== undefined && (!owner || (owner.kinds.size === 1 && owner.kinds.has('unknown')));
    if (isUnknown) {
      const start = at + line.indexOf(id);
      const [origin] = originsIn(spans, start + END, start + id.length - END);
      const isDisk = origin?.kind === 'unknown' && origin.observed === 'disk';
      if (!idsInHead.has(id) && !isDisk) wrong.push(`disk ${path}:${i + 1} came unseen: ${line}`);
      if (isDisk && inHead.has(line.trim()) && isInOrder(text, head)) {
        wrong.push(`disk ${path}:${i + 1} is in HEAD: ${line}`);
      }
    }
    at += line.length + text.eol.length;
  }
  return wrong;
}

/** The same through the shipped command line. */
export function checkByCli(world: World): string[] {
  const { model, repo } = world;
  return [...model.disk].flatMap(([path, text]) => {
    const { lines } = jsonOf(runCli(repo, ['blame', path, '--json'])) as {
      lines: readonly { origin: { kind: string; origins?: readonly { kind: string }[] } }[];
    };
    const kinds = lines.map(({ origin }) => (origin.origins ?? [origin]).map(({ kind }) => kind));
    return checkKinds(model, `command line ${path}`, text, kinds);
  });
}
