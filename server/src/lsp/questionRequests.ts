import { type Connection, RequestType } from 'vscode-languageserver';
import type { Documents } from '../app/documents.ts';
import type { JudgedBlock } from '../app/judge.ts';
import { blockIdOf } from '../app/openDocument.ts';
import type { Question } from '../core/questions/blockQuestions.ts';
import { questionId } from '../core/questions/questionHash.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import {
  ANSWER,
  type AnswerParams,
  type AnswerResult,
  QUESTIONS,
  type QuestionsParams,
  type QuestionsResult,
  type QuestionView,
  RULE_PAGE,
  type RulePageParams,
  type RulePageResult,
} from '../protocol/questions.ts';
import { toldView } from './diagnosed.ts';
import { rangeOf } from './views.ts';

export interface QuestionsHost {
  /** Undefined while the server starts. */
  readonly documents: () => Documents | undefined;
  /** Why nobody may answer here; undefined where they may. */
  readonly whyNot: () => string | undefined;
  readonly rulePage: (rule: string) => string | undefined;
}

const QUESTIONS_REQUEST = new RequestType<QuestionsParams, QuestionsResult, void>(QUESTIONS);
const ANSWER_REQUEST = new RequestType<AnswerParams, AnswerResult, void>(ANSWER);
const PAGE_REQUEST = new RequestType<RulePageParams, RulePageResult, void>(RULE_PAGE);

/** Answers what clients ask of a block's questions, and takes what people answer. */
export function serveQuestions(connection: Connection, host: QuestionsHost): void {
  connection.onRequest(
    QUESTIONS_REQUEST,
    async ({ uri, version, blockId }): Promise<QuestionsResult> => {
      const documents = host.documents();
      const view = await documents?.view(uri);
      const judged = view?.judged.blocks.find((one) => blockIdOf(one) === blockId);
      if (!documents || !view || !judged || view.version !== version) return { kind: 'gone' };
      const { risk, reasons, shown, more } = judged.questions;
      const viewOf = (question: Question): QuestionView =>
        questionView(view.judged.index, question);
      return {
        kind: 'block',
        version,
        blockId,
        risk,
        reasons,
        questions: shown.map(viewOf),
        more: more.map(viewOf),
        told: documents.told(view, judged).map(toldView),
      };
    },
  );
  connection.onRequest(ANSWER_REQUEST, async (params): Promise<AnswerResult> => {
    const whyNot = host.whyNot();
    if (whyNot !== undefined) return { kind: 'refused', message: whyNot };
    const done = await host.documents()?.answer({ ...params, note: params.note });
    if (!done) return { kind: 'refused', message: 'Countersign is still starting: try again.' };
    return done.ok ? { kind: 'recorded' } : { kind: 'refused', message: done.error.message };
  });
  connection.onRequest(PAGE_REQUEST, ({ rule }): RulePageResult => {
    const markdown = host.rulePage(rule);
    return markdown === undefined ? {} : { markdown };
  });
}

function questionView(index: LineIndex, { hash, hit, answer, isRequired }: Question): QuestionView {
  const value = answer?.detail.answer;
  const said =
    answer === undefined || value === undefined || value === 'withdrawn'
      ? {}
      : {
          answer: {
            value,
            by: answer.by.name ?? answer.by.id,
            at: answer.at,
            ...(answer.detail.note === undefined ? {} : { note: answer.detail.note }),
          },
        };
  return {
    id: questionId(hit.rule.id, hash),
    rule: hit.rule.id,
    range: rangeOf(index, hit.at),
    text: hit.text,
    severity: hit.severity,
    isRequired,
    ...said,
  };
}

/** How many questions of a block nobody has answered, as its lens says it; empty for none. */
export function openQuestionWords({ questions }: JudgedBlock): string {
  const n = questions.shown.filter(({ answer }) => answer === undefined).length;
  if (n === 0) return '';
  return n === 1 ? ' · 1 question' : ` · ${n} questions`;
}
