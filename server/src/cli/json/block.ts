import type { JudgedBlock } from '../../app/judge.ts';
import type { Origin } from '../../core/attribution/origin.ts';
import { isOpen, type Status } from '../../core/evidence/status.ts';
import type { EffectivePolicy } from '../../core/policy/effective.ts';
import { requiredAnswers } from '../../core/policy/policy.ts';
import type { AnswerRecord, ReviewRecord } from '../../core/records/record.ts';
import type { Problem } from '../../core/repository.ts';
import { toLineRanges } from '../../core/text/range.ts';
import type { Question } from '../../core/questions/blockQuestions.ts';
import type { Hit } from '../../core/questions/hit.ts';
import { questionId } from '../../core/questions/questionHash.ts';
import type {
  BlockJson,
  CheckJson,
  EvidenceJson,
  NoteJson,
  OriginJson,
  QuestionJson,
} from '../schemas/block.ts';
import type { PolicyValuesJson } from '../schemas/policy.ts';

/** A block that holds AI lines, as every JSON document writes it. */
export function blockJson(path: string, judged: JudgedBlock): BlockJson {
  const { block, facts, status, questions } = judged;
  // Two snapshots may each tell of the same accept.
  const all: readonly Origin[] =
    0 < facts.aiOrigins.length ? facts.aiOrigins : facts.removals.map(({ origin }) => origin);
  const told = new Map(all.map((origin) => [JSON.stringify(origin), origin]));
  const origins = [...told.values()].map(originJson);
  return {
    path,
    symbol: block.symbol,
    language: block.language,
    range: { startLine: block.lines.startLine, endLine: block.lines.endLine },
    aiLines: toLineRanges(facts.aiLines.map((line) => line + 1)).map(({ startLine, endLine }) => [
      startLine,
      endLine,
    ]),
    origin: origins[0] ?? originJson({ kind: 'unknown' }),
    origins,
    removals: facts.removals.map(({ kind, line }) => ({ kind, line: line + 1 })),
    textHash: block.textHash,
    codeHash: block.codeHash,
    risk: questions.risk,
    riskReasons: [...questions.reasons],
    status: status.name,
    evidence: evidenceJson(judged),
    missing: missingIn(status),
    questions: questions.shown.map(questionJson),
    moreQuestions: questions.more.map(questionJson),
    checks: questions.checks.map(checkJson),
    ignored: questions.ignored.map(({ hit, reason }) => ({
      rule: hit.rule.id,
      line: hit.line,
      reason,
    })),
  };
}

function missingIn(status: Status): BlockJson['missing'] {
  if (!isOpen(status)) return [];
  if (status.name !== 'unverified') return ['review'];
  if (status.problem !== undefined) return ['fix'];
  if (status.unanswered !== undefined) return ['answers'];
  return status.unsigned === undefined ? ['review'] : ['signature'];
}

function questionJson({ hash, hit, answer, isRequired }: Question): QuestionJson {
  return {
    id: questionId(hit.rule.id, hash),
    rule: hit.rule.id,
    line: hit.line,
    text: hit.text,
    severity: hit.severity,
    required: isRequired,
    answer: answer === undefined ? null : answerJson(answer),
  };
}

function answerJson({ by, at, via, detail }: AnswerRecord): QuestionJson['answer'] {
  // What was taken back is no answer.
  if (detail.answer === 'withdrawn') return null;
  return {
    value: detail.answer,
    by: { id: by.id, name: by.name ?? null },
    via: via ?? null,
    at,
    note: detail.note ?? null,
  };
}

function checkJson({ rule, line, text, severity, fix }: Hit): CheckJson {
  return { rule: rule.id, line, text, severity, fix: fix?.title ?? null };
}

export function originJson(origin: Origin): OriginJson {
  const ai = origin.kind === 'ai' ? origin : undefined;
  return {
    kind: origin.kind,
    tool: ai?.tool ?? null,
    model: ai?.model ?? null,
    session: ai?.session ?? null,
    tier: ('tier' in origin ? origin.tier : undefined) ?? null,
    observed: (origin.kind === 'unknown' ? origin.observed : undefined) ?? null,
    at: origin.at ?? null,
  };
}

export function policyJson({ policy, sources }: EffectivePolicy): PolicyValuesJson {
  return {
    ...policy,
    exclude: [...policy.exclude],
    rules: policy.rules.map((rules) =>
      rules.map(({ paths, risk }) => ({ paths: [...paths], risk })),
    ),
    requiredAnswers: requiredAnswers(policy),
    disabledRules: [...policy.disabledRules],
    extraRules: [...policy.extraRules],
    sources: { ...sources },
  };
}

export function notesJson(notes: readonly Problem[]): NoteJson[] {
  return notes.map(({ code, message }) => ({ code, text: message }));
}

function evidenceJson({ status }: JudgedBlock): EvidenceJson[] {
  if (status.name === 'verified') return [reviewJson(status.review, true, status.changedSince)];
  if (status.name === 'unverified' && status.unsigned) {
    return [reviewJson(status.unsigned.review, false, false)];
  }
  const waiting = status.name === 'unverified' ? (status.unanswered ?? status.problem) : undefined;
  if (waiting) return [reviewJson(waiting, false, false)];
  return status.name === 'outdated' ? [reviewJson(status.review, false, true)] : [];
}

function reviewJson(
  { by, via, at, detail }: ReviewRecord,
  holds: boolean,
  changedSince: boolean,
): EvidenceJson {
  return {
    kind: 'review',
    holds,
    changedSince,
    by: { id: by.id, name: by.name ?? null },
    via: via ?? null,
    at,
    note: detail.note ?? null,
  };
}
