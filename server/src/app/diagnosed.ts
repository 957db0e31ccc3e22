import type { Block } from '../core/blocks/block.ts';
import { isTouchedByAi } from '../core/evidence/blockFacts.ts';
import { diagnosedKey, plainMessage, plainName } from '../core/records/diagnosed.ts';
import type { DiagnosedRecord, DiagnosedSeverity } from '../core/records/record.ts';
import type { Clock, Problem } from '../core/repository.ts';
import type { JudgedBlock } from './judge.ts';
import { newLines } from './newLines.ts';
import type { DocumentView, OpenDocument } from './openDocument.ts';
import { pathsBefore } from './provenance.ts';
import { recordHead } from './recordHead.ts';

/** What another extension of the editor says of one version of a document. */
export interface Diagnosed {
  /** Empty where the extension does not name itself. */
  readonly source: string;
  readonly code: string | undefined;
  readonly severity: DiagnosedSeverity;
  readonly message: string;
  /** 0-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
}

/** One of them on a new line of AI's. */
export interface ToldProblem extends Pick<Diagnosed, 'source' | 'code' | 'severity' | 'message'> {
  /** 0-based line of the document. */
  readonly line: number;
  /** When it was recorded, if no extension has told anything since the document was opened. */
  readonly recordedAt: string | undefined;
}

/** What other extensions tell of open documents. It is shown, and decides nothing. */
export interface DiagnosedWords {
  /**
   * All that is told of that version; it takes the place of what was told before. Nothing is written
   * down unless `mayRecord`.
   */
  diagnosed(
    uri: string,
    version: number,
    items: readonly Diagnosed[],
    mayRecord: boolean,
  ): Promise<void>;
  /** What is told of a block of a view, in the order of its lines. */
  told(view: DocumentView, judged: JudgedBlock): readonly ToldProblem[];
}

export interface DiagnosedPorts {
  readonly clock: Clock;
  readonly onProblem: (problem: Problem) => void;
  /** Waits for a document that is being opened. */
  find(uri: string): Promise<OpenDocument | undefined>;
  peek(uri: string): OpenDocument | undefined;
  judge(document: OpenDocument): DocumentView;
}

/** What was told last of one document. */
interface Heard {
  readonly version: number;
  readonly items: readonly Diagnosed[];
  readonly mayRecord: boolean;
  /** What of it is about AI's lines, by the content of their block. */
  placed: readonly Placed[];
}

interface Placed {
  readonly item: Diagnosed;
  readonly judged: JudgedBlock;
  readonly lineInBlock: number;
}

/** More than a person reads of one document. */
const MAX_ITEMS = 50;

export interface DiagnosedDesk extends DiagnosedWords {
  /** A document was judged: lines may be known to be AI's that were not when they were told of. */
  rejudged(view: DocumentView): void;
}

export function createDiagnosedDesk(ports: DiagnosedPorts): DiagnosedDesk {
  const heardOf = new WeakMap<OpenDocument, Heard>();
  const failed = new WeakSet<OpenDocument>();

  const record = (document: OpenDocument, placed: readonly Placed[]): void => {
    const { home, live, recorder } = document;
    const { repository, journal, path } = home;
    if (placed.length === 0 || !home.policy().enable) return;
    const at = ports.clock.now();
    const { blob } = recorder.signed(live.text, live.spans);
    const records = new Map<string, DiagnosedRecord>();
    for (const { item, judged, lineInBlock } of placed) {
      const { symbol, language, textHash, codeHash } = judged.block;
      const { source, code, severity, message } = item;
      const made: DiagnosedRecord = {
        ...recordHead(repository, { type: 'tool', id: source }, at),
        kind: 'diagnosed',
        subject: { path, symbol, lang: language, textHash, codeHash, blob },
        detail: { source, ...(code === undefined ? {} : { code }), severity, lineInBlock, message },
      };
      const key = diagnosedKey(made);
      const isKnown = journal.book.diagnosedOf(textHash).some((one) => diagnosedKey(one) === key);
      if (!isKnown) records.set(key, made);
    }
    if (records.size === 0) return;
    const done = journal.append([...records.values()]);
    if (done.ok || failed.has(document)) return;
    failed.add(document);
    ports.onProblem(done.error);
  };

  const place = (document: OpenDocument, heard: Heard, view: DocumentView): void => {
    if (view.version !== heard.version) return;
    heard.placed = view.judged.blocks.flatMap((judged) =>
      placedIn(view, judged, document.committed, heard.items),
    );
    if (heard.mayRecord) record(document, heard.placed);
  };

  const remembered = (
    { home, committed }: OpenDocument,
    view: DocumentView,
    judged: JudgedBlock,
  ): ToldProblem[] => {
    const { block } = judged;
    const known = home.journal.book.diagnosedOf(block.textHash);
    if (known.length === 0) return [];
    const paths = pathsBefore(home.journal, home.path);
    const isNew = newLines(view, judged, committed);
    return known
      .filter(({ subject }) => paths.includes(subject.path) && subject.symbol === block.symbol)
      .map(({ at, detail: { source, code, severity, lineInBlock, message } }) => ({
        ...{ source, code, severity, message, recordedAt: at },
        line: block.lines.startLine + lineInBlock - 2,
      }))
      .filter(({ line }) => isNew.includes(line));
  };

  return Object.freeze({
    async diagnosed(
      uri: string,
      version: number,
      items: readonly Diagnosed[],
      mayRecord: boolean,
    ): Promise<void> {
      const document = await ports.find(uri);
      if (document?.live.version !== version) return;
      const heard: Heard = {
        ...{ version, mayRecord, placed: [] },
        items: items.slice(0, MAX_ITEMS).map(inPlainWords),
      };
      heardOf.set(document, heard);
      place(document, heard, ports.judge(document));
    },
    told(view: DocumentView, judged: JudgedBlock): readonly ToldProblem[] {
      const document = ports.peek(view.uri);
      if (!document || !isTouchedByAi(judged.facts)) return [];
      const heard = heardOf.get(document);
      const { block } = judged;
      const told = heard
        ? heard.placed
            .filter((one) => isSame(one.judged.block, block, heard.version === view.version))
            .map(({ item: { source, code, severity, message }, lineInBlock }) => ({
              ...{ source, code, severity, message, recordedAt: undefined },
              line: block.lines.startLine + lineInBlock - 2,
            }))
        : remembered(document, view, judged);
      return told.sort((a, b) => a.line - b.line);
    },
    rejudged(view: DocumentView): void {
      const document = ports.peek(view.uri);
      const heard = document && heardOf.get(document);
      if (document && heard) place(document, heard, view);
    },
  });
}

function inPlainWords(item: Diagnosed): Diagnosed {
  const { code } = item;
  return {
    ...item,
    source: plainName(item.source),
    code: code === undefined || code === '' ? undefined : plainName(code),
    message: plainMessage(item.message),
  };
}

/** What is told of a block's new lines, each at the first of them that it touches. */
function placedIn(
  view: DocumentView,
  judged: JudgedBlock,
  committed: OpenDocument['committed'],
  items: readonly Diagnosed[],
): readonly Placed[] {
  const { startLine, endLine } = judged.block.lines;
  const near = items.filter((item) => startLine <= item.endLine + 1 && item.startLine < endLine);
  if (near.length === 0 || !isTouchedByAi(judged.facts)) return [];
  const isNew = newLines(view, judged, committed);
  return near.flatMap((item) => {
    const line = isNew.find((one) => item.startLine <= one && one <= item.endLine);
    return line === undefined ? [] : [{ item, judged, lineInBlock: line - startLine + 2 }];
  });
}

/** Of blocks with equal text the one at that very place, as long as no text has moved. */
function isSame(told: Block, block: Block, isSameVersion: boolean): boolean {
  return (
    told.textHash === block.textHash &&
    told.symbol === block.symbol &&
    (!isSameVersion || told.range.start === block.range.start)
  );
}
