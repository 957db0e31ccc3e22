import { markUnseen } from '../core/attribution/unseen.ts';
import type { Question } from '../core/questions/blockQuestions.ts';
import { requiredAnswers } from '../core/policy/policy.ts';
import { questionId } from '../core/questions/questionHash.ts';
import type { Actor, Answer, SnapshotCause, Statement, Via } from '../core/records/record.ts';
import type { Clock, Problem } from '../core/repository.ts';
import { err, ok, type Result } from '../core/result.ts';
import { createLineIndex } from '../core/text/lineIndex.ts';
import type { LineRange } from '../core/text/range.ts';
import { type BlamedLine, blameLines } from './blame.ts';
import { type Corrected, recordCorrection } from './correct.ts';
import { blockIdOf, type DocumentView, type OpenDocument } from './openDocument.ts';
import { type Paste, pastesIn } from './pastes.ts';
import type { JudgedBlock } from './judge.ts';
import { recordAnswers } from './questions/answer.ts';
import { hindranceOf, hindranceWords } from './questions/mayBeSigned.ts';
import { NO_IDENTITY, signBlocks, signedWithoutKey, unsignBlocks } from './sign.ts';

export interface DocumentBlame {
  readonly version: number;
  readonly lines: readonly BlamedLine[];
}

export interface CorrectRequest {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineRange;
  readonly as: Statement;
  readonly via: Via;
}

export interface AttestRequest {
  readonly action: 'sign' | 'unsign';
  readonly uri: string;
  readonly version: number;
  readonly blockIds: readonly string[];
  readonly via: Via;
  readonly note: string | undefined;
}

export interface AnswerRequest {
  readonly uri: string;
  readonly version: number;
  readonly blockId: string;
  /** The question's id (`questionId`). */
  readonly question: string;
  readonly answer: Answer | 'withdrawn';
  readonly note: string | undefined;
  readonly via: Via;
}

/** What people ask and say of open documents. */
export interface Statements {
  /** Records what a person answers to a question. */
  answer(request: AnswerRequest): Promise<Result<void, Problem>>;
  attest(request: AttestRequest): Promise<Result<readonly JudgedBlock[], Problem>>;
  /** Large pastes of this session whose origin nobody has stated yet. */
  pastes(uri: string): Promise<readonly Paste[]>;
  /** The origin of every line; undefined for what is not tracked. */
  blame(uri: string): Promise<DocumentBlame | undefined>;
  /** Records where a person says that lines come from; 1-based lines of that version. */
  correct(request: CorrectRequest): Promise<Result<Corrected, Problem>>;
}

/** What statements need of the open documents. */
export interface StatementPorts {
  readonly clock: Clock;
  readonly onProblem: (problem: Problem) => void;
  /** Waits for a document that is being opened; every change that can be is settled. */
  find(uri: string): Promise<OpenDocument | undefined>;
  judge(document: OpenDocument): DocumentView;
  keep(document: OpenDocument, cause: SnapshotCause): void;
  /** A document is to be judged anew; after a sign-off, all are. */
  changed(document: OpenDocument): void;
  signed(): void;
}

export function createStatements(ports: StatementPorts): Statements {
  const { clock, find } = ports;
  const statements: Statements = {
    async pastes(uri) {
      const document = await find(uri);
      return document ? pastesIn(document.live, document.pastes) : [];
    },
    async blame(uri) {
      const document = await find(uri);
      if (!document) return undefined;
      const { home, live } = document;
      const bases = await home.bases([], [home.path]);
      const inHead = bases.textInHead(home.path);
      const { text, spans, version } = live;
      return {
        version,
        lines: blameLines({
          index: createLineIndex(text),
          spans: inHead === undefined ? spans : markUnseen(spans, text, inHead),
          blocks: ports.judge(document).judged.blocks,
        }),
      };
    },
    async correct(request) {
      const document = await find(request.uri);
      if (!document) return err(NOT_OPEN);
      const who = whoSpeaks(document, request.version);
      if (!who.ok) return who;
      const { home, live } = document;
      const { text, spans } = live;
      const done = recordCorrection(
        { repository: home.repository, journal: home.journal, clock },
        { ...request, path: home.path, text, spans, by: who.value },
      );
      if (!done.ok) return done;
      live.amend(() => done.value.spans);
      ports.keep(document, 'correct');
      ports.changed(document);
      return done;
    },
    async answer(request) {
      const document = await find(request.uri);
      if (!document) return err(NOT_OPEN);
      const who = whoSpeaks(document, request.version);
      if (!who.ok) return who;
      const { home, live, recorder } = document;
      const { judged } = ports.judge(document);
      const block = judged.blocks.find((one) => blockIdOf(one) === request.blockId);
      const question = block && questionOf(block, request.question);
      if (!block || !question) {
        return err(refusal('no-question', `${home.path}: that question is not asked any more.`));
      }
      const { answer, note, via } = request;
      const done = recordAnswers(
        { repository: home.repository, journal: home.journal, clock },
        recorder.signed(live.text, live.spans),
        block.block,
        [{ question, answer, note }],
        { by: who.value, via },
      );
      if (done.ok) ports.signed();
      return done;
    },
    async attest(request) {
      const document = await find(request.uri);
      if (!document) return err(NOT_OPEN);
      const who = whoSpeaks(document, request.version);
      if (!who.ok) return who;
      const { home, live, recorder } = document;
      const wanted = new Set(request.blockIds);
      const { judged } = ports.judge(document);
      const blocks = judged.blocks.filter((block) => wanted.has(blockIdOf(block)));
      if (blocks.length === 0) {
        return err(refusal('no-block', `${home.path}: that block is not there any more.`));
      }
      const signer = { by: who.value, via: request.via, note: request.note };
      const writing = { repository: home.repository, journal: home.journal, clock };
      const { text, spans } = live;
      if (request.action === 'sign') {
        for (const block of blocks) {
          const hindrance = hindranceOf(block.questions);
          if (!hindrance) continue;
          return err(refusal('not-answered', hindranceWords(block.block.symbol, hindrance)));
        }
        const answered = requiredAnswers(home.policy());
        const vouched = [{ signed: recorder.signed(text, spans), blocks, answered }];
        const done = await signBlocks(writing, vouched, signer, home.policy());
        if (!done.ok) return done;
        if (done.value.unsigned) ports.onProblem(signedWithoutKey(done.value.unsigned));
        recorder.markKept(text);
      } else {
        const done = unsignBlocks(writing, home.path, blocks, signer);
        if (!done.ok) return done;
      }
      ports.signed();
      return ok(blocks);
    },
  };
  return Object.freeze(statements);
}

/** A question of a block by its id, whether it is shown or not. */
function questionOf({ questions }: JudgedBlock, id: string): Question | undefined {
  return [...questions.shown, ...questions.more].find(
    ({ hit, hash }) => questionId(hit.rule.id, hash) === id,
  );
}

/** Who speaks about a version, if it is the one they see. */
function whoSpeaks({ home, live }: OpenDocument, version: number): Result<Actor, Problem> {
  if (live.version !== version) {
    return err(
      refusal('changed', `${home.path} changed since it was shown: look again, then try again.`),
    );
  }
  const by = home.person();
  return by ? ok(by) : err(NO_IDENTITY);
}

function refusal(code: string, message: string): Problem {
  return { code, message };
}

const NOT_OPEN = refusal('not-open', 'This document is not open in Countersign.');
