/**
 * What must be true of every line, derived from what was done alone: nothing here reads what the
 * product answers. A line is known by a word in it that no other line has; whose it is stands in
 * this model's table only.
 */

export type Kind = 'human' | 'pasted' | 'ai' | 'unknown';

/** Whose a line is. More than one kind only where the design leaves it open; `why` says so. */
export interface Owner {
  kinds: Set<Kind>;
  /** Tools that AI origins may name; undefined: none told. */
  tools: Set<string | undefined>;
  /** The platform or an agent reported it as AI's: a person's word does not change that. */
  isReported: boolean;
  readonly why: string[];
}

/** One line without its end. Lines without a word (a lone brace) are nobody's and not judged. */
export interface Line {
  readonly id: string | undefined;
  readonly text: string;
}

export interface Text {
  readonly lines: readonly Line[];
  readonly eol: '\n' | '\r\n';
}

/** An open document of one window. */
export interface Doc {
  readonly path: string;
  text: Text;
  undo: Text[];
  redo: Text[];
}

export type Tree = ReadonlyMap<string, Text>;

export interface Model {
  readonly owners: Map<string, Owner>;
  /** The work tree. */
  disk: Map<string, Text>;
  /** One map of open documents per window. */
  readonly windows: Map<string, Doc>[];
  branch: string;
  /** Commits of each branch, oldest first. */
  readonly branches: Map<string, Tree[]>;
  readonly stashes: { readonly head: Tree; readonly tree: Tree }[];
}

export function createModel(disk: Tree): Model {
  return {
    owners: new Map(),
    disk: new Map(disk),
    windows: [],
    branch: 'main',
    branches: new Map([['main', [disk]]]),
    stashes: [],
  };
}

export function stringOf({ lines, eol }: Text): string {
  return lines.map(({ text }) => text + eol).join('');
}

export function headOf(model: Model): Tree {
  return model.branches.get(model.branch)?.at(-1) ?? new Map();
}

export function isDirty(model: Model, doc: Doc): boolean {
  const disk = model.disk.get(doc.path);
  return disk === undefined || stringOf(disk) !== stringOf(doc.text);
}

/** Open in any window with text that is not on disk. */
export function isDirtyAnywhere(model: Model, path: string): boolean {
  return model.windows.some((docs) => {
    const doc = docs.get(path);
    return doc !== undefined && isDirty(model, doc);
  });
}

export function own(model: Model, id: string, kind: Kind, tool?: string, isReported = false): void {
  model.owners.set(id, { kinds: new Set([kind]), tools: new Set([tool]), isReported, why: [] });
}

/** From now on `kind` is a right answer too; the reason is one of the few the design allows. */
export function allow(model: Model, id: string | undefined, kind: Kind, why: string): void {
  const owner = id === undefined ? undefined : model.owners.get(id);
  if (!owner || owner.kinds.has(kind)) return;
  // Law: no reason ever lets a line be called AI's that no AI wrote.
  if (kind === 'ai') throw new Error('only `own` makes a line AI');
  owner.kinds.add(kind);
  owner.why.push(why);
}

/** A person said so. What the platform or an agent reported stays AI's. */
export function state(
  model: Model,
  { path, text: said }: Doc,
  id: string,
  kind: 'ai' | 'human' | 'pasted',
): void {
  const owner = model.owners.get(id);
  // Where that report may be lost, the person's word is all there is.
  if (!owner || (owner.isReported && owner.kinds.size === 1)) return;
  // A statement reaches its file's other texts by a diff, so only lines in the same order; and the
  // same line in another file keeps what it was.
  const isElsewhere = textsOf(model).some(
    ([where, text]) =>
      text.lines.some((line) => line.id === id) && (where !== path || !isInOrder(text, said)),
  );
  if (owner.kinds.size === 1 && !isElsewhere) {
    owner.kinds = new Set([kind]);
    owner.tools = new Set([undefined]);
  } else {
    owner.kinds.add(kind);
    owner.tools.add(undefined);
    owner.why.push(`said to be ${kind} in ${path} only`);
  }
}

/** Every text that may come back: on disk, open, undone, committed, stashed. */
function textsOf(model: Model): (readonly [string, Text])[] {
  const docs = model.windows.flatMap((window) => [...window.values()]);
  const trees = [...model.branches.values()].flat();
  return [
    ...model.disk,
    ...docs.flatMap(({ path, text, undo, redo }) =>
      [text, ...undo, ...redo].map((one) => [path, one] as const),
    ),
    ...trees.flatMap((tree) => [...tree]),
    ...model.stashes.flatMap(({ tree }) => [...tree]),
  ];
}

/** Whether the lines that both have stand in one order: else a diff may call one of them new. */
export function isInOrder(text: Text, head: Text | undefined): boolean {
  if (!head) return true;
  const places = new Map(head.lines.map(({ id }, i) => [id, i]));
  if (places.size !== head.lines.length) return false;
  let last = -1;
  for (const { id } of text.lines) {
    const place = places.get(id);
    if (place === undefined) continue;
    if (place <= last) return false;
    last = place;
  }
  return true;
}
