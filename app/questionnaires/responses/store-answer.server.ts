import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { answerDayBounds } from '~/ui/day-bounds';
import { isEnteredDay } from '~/platform/forms/entered-day';
import { gatheredValueSchema, type InstrumentQuestion, isGathered, questionsOf } from '#scoring';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isSmallComplaintCount } from '~/suppliers/labour-recruiters/protect-complaints';
import { shownFact } from '~/suppliers/facts/shown-fact';
import { answerValueSchema, countedSharesSchema } from './schema';

/** The text a question was asked in: language, and revision of its translation (0: the frozen English). */
export type Shown = { locale: string; revision: number };

/** The longest note beside an answer, as a form sends it. */
const longestNote = 2000;

/** The answer was changed by someone else since it was read. */
export type OtherAnswer = { value: unknown; at: Date };
export type Stored =
  | { kind: 'answered'; at: Date; value: unknown; note: string }
  | { kind: 'cleared' }
  | { kind: 'other-answer'; other: OtherAnswer }
  | { kind: 'refused'; code: 'unknown-question' | 'bad-value' | 'small-complaints' | 'note-long' };

/**
 * Writes one answer of an open response, or removes it (`value` null), and logs a difference. The caller has locked the response.
 * `by`: who answered, a person or a device; `userId`: the person for the activity log, if any. `seenAt`: the time of the answer that the form showed (null:
 * none); without it any current answer is replaced. `keepsPeople`: stores the counted people beside shares, for a respondent's own answers; else the shares
 * only.
 */
export async function storeAnswer(
  db: TenantDb,
  response: { id: string; instrumentKey: string; workers: number | null },
  options: {
    question: string;
    value: unknown;
    note: string | undefined;
    by: string;
    userId: string | undefined;
    now: Date;
    seenAt?: Date | null | undefined;
    shown?: Shown | null | undefined;
    keepsPeople?: boolean;
  },
): Promise<Stored> {
  await knowInstruments(db, [response.instrumentKey]);
  const question = questionsOf(instrument(response.instrumentKey)).find((candidate) => candidate.key === options.question);
  if (!question) return { kind: 'refused', code: 'unknown-question' };

  const logged = (value: unknown) => loggedAnswer(value, response.workers);
  const where = { responseId: response.id, question: question.key };
  const act = { recordKind: 'response', recordId: response.id, act: 'answer', userId: options.userId };
  const before = await db.answer.findFirst({ where, select: { value: true, note: true, answeredById: true, answeredAt: true } });
  const isOthers = (value: unknown) =>
    options.seenAt !== undefined &&
    before !== null &&
    before.answeredById !== options.by &&
    before.answeredAt.getTime() !== options.seenAt?.getTime() &&
    JSON.stringify(before.value) !== JSON.stringify(value);
  if (options.value === null) {
    if (!before) return { kind: 'cleared' };
    if (isOthers(null)) return { kind: 'other-answer', other: { value: before.value, at: before.answeredAt } };
    await db.answer.deleteMany({ where });
    await recordActivity(db, { ...act, before: { [question.key]: logged(before.value) }, after: {} });
    return { kind: 'cleared' };
  }
  const parsed = schemaOf(question).safeParse(options.value);
  if (!parsed.success) return { kind: 'refused', code: 'bad-value' };
  if (isSmallComplaintCount(response.instrumentKey, question.key, parsed.data)) return { kind: 'refused', code: 'small-complaints' };
  const value = JSON.parse(JSON.stringify(options.keepsPeople ? parsed.data : withoutPeople(parsed.data)));
  if (question.type === 'FACT' && Object.keys(value).length === 0) return storeAnswer(db, response, { ...options, value: null });
  if (before && isOthers(value)) return { kind: 'other-answer', other: { value: before.value, at: before.answeredAt } };
  const note = options.note ?? before?.note ?? '';
  if (note.length > longestNote) return { kind: 'refused', code: 'note-long' };
  const shown = { shownLocale: options.shown?.locale ?? null, shownRevision: options.shown?.revision ?? null };
  const data = { value, note, answeredById: options.by, answeredAt: options.now, ...shown };
  if (before) await db.answer.updateMany({ where, data });
  else await db.answer.createMany({ data: [{ ...where, ...data }] });
  if (JSON.stringify(before?.value) !== JSON.stringify(value) || (before?.note ?? '') !== note) {
    await recordActivity(db, {
      ...act,
      before: before ? { [question.key]: logged(before.value), note: before.note } : {},
      after: { [question.key]: logged(value), note },
    });
  }
  return { kind: 'answered', at: options.now, value, note };
}

function schemaOf(question: InstrumentQuestion) {
  if (question.type === 'FACT') return countedSharesSchema;
  if (!isGathered(question)) return answerValueSchema(question);
  const schema = gatheredValueSchema(question);
  return question.type === 'DATE' ? schema.refine((day) => isEnteredDay(String(day), answerDayBounds)) : schema;
}

function withoutPeople(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('people' in value)) return value;
  const { people: _people, ...shares } = value;
  return shares;
}

/** An answer for the activity log: shares in percent; one that would reveal a small group is a code. */
function loggedAnswer(value: unknown, workers: number | null): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(withoutPeople(value) ?? {}).map(([field, percent]) => {
      const shown = typeof percent === 'number' ? shownFact(field, percent / 100, workers) : percent;
      return [field, typeof shown === 'string' ? shown : percent];
    }),
  );
}
