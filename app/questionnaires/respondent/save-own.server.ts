import { givenText } from '~/platform/http/given-text';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import type { AtAsker, TenantDb } from '~/access/tenant-db.server';
import type { Respondent } from '~/access/require-respondent.server';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { lockResponse } from '~/questionnaires/responses/lock-response.server';
import { askedIn } from '~/questionnaires/responses/read-response.server';
import { badValueLabel, isSent, sentAnswer, sentProblems, shownSent } from '~/questionnaires/responses/sent-answer.server';
import { storeAnswer } from '~/questionnaires/responses/store-answer.server';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { confirmEarlier } from '~/questionnaires/previous-answers/confirm-earlier.server';
import { readEarlier } from '~/questionnaires/previous-answers/read-earlier.server';
import { openQuestion } from '~/questionnaires/question-scope/open-question.server';
import { notifyChain } from '~/questionnaires/requests/follow-chain.server';
import { m } from '~/paraglide/messages';
import type { SaveReply } from './answer-labels';
import { timeLeftText } from './answer-labels';
import { isOpenTo, isWanted, type OwnRead, progressOf, readOwn, withAnswer } from './read-own.server';

type Refusals = Record<string, string>;
export type OwnSaved =
  | { kind: 'closed' }
  | { kind: 'unknown' }
  | { kind: 'section'; refusals: Refusals; next: string | null }
  | { kind: 'opened'; refusals: Refusals; section: string; question: string };
type SavedOne = Pick<SaveReply, 'savedAt' | 'refusal' | 'other'> & Partial<Pick<SaveReply, 'boxes'>>;

/** The answers may be written: the response is open and the request was not refused. Null when not. Locks it until the transaction ends. */
async function readToWrite(db: TenantDb, respondent: Respondent): Promise<OwnRead | null> {
  await lockResponse(db, respondent.responseId);
  const response = await readOwn(db, respondent.responseId);
  return response?.status === 'open' && isWanted(respondent) ? response : null;
}

/** Saves one question as soon as it was chosen, and tells what the page changes for it. Null when nothing may be written any more. */
export async function saveOne(respondent: Respondent, options: { form: FormData; now: Date }): Promise<SaveReply | null> {
  const { form, now } = options;
  const question = givenText(form, 'question');
  const reply = await respondent.inResponse<SaveReply | null>(async (db, atAsker) => {
    const response = await readToWrite(db, respondent);
    if (!response) return null;
    const { after, ...saved } = await saveQuestion(db, { respondent, response, question, form, now });
    if (saved.savedAt) await noteStart(atAsker, respondent, now);
    const progress = progressOf(after, respondent);
    return {
      question,
      boxes: {},
      ...saved,
      seen: after.answers.get(question)?.answeredAt.toISOString() ?? '',
      unasked: progress.unasked,
      leftOut: progress.leftOut,
      timeLeft: timeLeftText(progress),
    };
  });
  if (reply?.savedAt) await tellStart(respondent);
  return reply;
}

/**
 * Saves every question of a section that its form sent, takes earlier answers for true (`still`), and has a question asked that facts
 * rule out (`open`). What cannot be read, or was answered otherwise by someone else meanwhile, is refused one by one.
 */
export async function saveOwnSection(
  respondent: Respondent,
  options: { sectionKey: string; form: FormData; now: Date },
): Promise<OwnSaved> {
  const { form, now } = options;
  const saved = await respondent.inResponse<OwnSaved>(async (db, atAsker) => {
    let response = await readToWrite(db, respondent);
    if (!response) return { kind: 'closed' };
    const { sections } = instrument(response.instrumentKey);
    const index = sections.findIndex((section) => section.key === options.sectionKey);
    const section = sections[index];
    if (!section || !isOpenTo(respondent, section.key)) return { kind: 'unknown' };
    const refusals: Refusals = {};
    let isAnySaved = false;
    for (const { key } of section.questions) {
      if (!isSent(form, key)) continue;
      const saved = await saveQuestion(db, { respondent, response, question: key, form, now });
      response = saved.after;
      if (saved.savedAt) isAnySaved = true;
      const problem = saved.refusal ?? (saved.other ? m.respondent_other_answer({ answer: saved.other.label }) : null);
      if (problem) refusals[key] = problem;
    }
    if (isAnySaved) await noteStart(atAsker, respondent, now);
    const still = form.get('still');
    if (typeof still === 'string') {
      const earlier = await readEarlier(db, response, { asked: askedIn(response).asked, now });
      const here = section.questions.flatMap(({ key }) => earlier.get(key) ?? []);
      const meant = here.filter(({ question, shown }) => (still === '*' ? !shown.isStale : question === still));
      const who = { by: respondent.deviceId, userId: respondent.member?.userId, now };
      if ((await confirmEarlier(db, response, { earlier: meant, ...who })) > 0) await noteStart(atAsker, respondent, now);
      return { kind: 'opened', refusals, section: section.key, question: still === '*' ? '' : still };
    }
    const wanted = form.get('open');
    if (typeof wanted === 'string' && isOpenTo(respondent, sectionOf(response, wanted))) {
      const opened = await openQuestion(db, response, { question: wanted, skipped: askedIn(response).skipped });
      return { kind: 'opened', refusals, section: opened.kind === 'opened' ? opened.section : section.key, question: wanted };
    }
    return { kind: 'section', refusals, next: sections.slice(index + 1).find(({ key }) => isOpenTo(respondent, key))?.key ?? null };
  });
  if (saved.kind === 'section') await tellStart(respondent);
  return saved;
}

async function saveQuestion(
  db: TenantDb,
  options: { respondent: Respondent; response: OwnRead; question: string; form: FormData; now: Date },
): Promise<SavedOne & { after: OwnRead }> {
  const { respondent, response, form, now } = options;
  const unchanged = (saved: SavedOne) => ({ ...saved, after: response });
  const refuse = (refusal: string) => unchanged({ savedAt: null, refusal, other: null });
  const section = instrument(response.instrumentKey).sections.find(({ questions }) =>
    questions.some(({ key }) => key === options.question),
  );
  const question = section?.questions.find(({ key }) => key === options.question);
  if (!section || !question || !isOpenTo(respondent, section.key)) return refuse(refusalLabel('unknown-question'));
  const value = sentAnswer(form, response, question);
  const bad = () => badValueLabel(question, { instrumentKey: response.instrumentKey, value });
  if (value === undefined) return refuse(bad());
  const note = form.get(`${question.key}:note`);
  const seen = form.get(`${question.key}:seen`);
  const before = response.answers.get(question.key);
  if (before && isSame(before, { value, note })) return unchanged({ savedAt: before.answeredAt.toISOString(), refusal: null, other: null });
  const shown = shownSent(form, question.key);
  const stored = await storeAnswer(
    db,
    { id: response.id, instrumentKey: response.instrumentKey, workers: null },
    {
      question: question.key,
      value,
      note: typeof note === 'string' ? note : undefined,
      by: respondent.deviceId,
      userId: respondent.member?.userId,
      now,
      shown,
      seenAt: typeof seen === 'string' ? dateOf(seen) : undefined,
      keepsPeople: true,
    },
  );
  switch (stored.kind) {
    case 'answered':
    case 'cleared': {
      const row = stored.kind === 'answered' ? { ...stored, answeredAt: stored.at, ...(shown ? { shown } : {}) } : null;
      return { savedAt: now.toISOString(), refusal: null, other: null, after: withAnswer(response, question.key, row) };
    }
    case 'other-answer': {
      const label = wordsOfInstrument(response.instrumentKey)?.answer(question.key, stored.other.value) ?? '';
      const plain = typeof stored.other.value === 'object' ? null : String(stored.other.value);
      return unchanged({ savedAt: null, refusal: null, other: { label, value: plain, seen: stored.other.at.toISOString() } });
    }
    case 'refused':
      if (stored.code !== 'bad-value') return refuse(refusalLabel(stored.code));
      return { ...refuse(bad()), boxes: sentProblems(question, value) };
  }
}

/** What was sent is what is kept: then the day of the answer stays too. */
function isSame(
  before: { value: unknown; gathered: unknown; shares: object | null; note: string },
  sent: { value: unknown; note: unknown },
): boolean {
  if (typeof sent.note === 'string' && sent.note !== before.note) return false;
  return before.shares === null && (before.value ?? before.gathered) === sent.value;
}

function dateOf(text: string): Date | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

const sectionOf = (response: OwnRead, question: string): string =>
  instrument(response.instrumentKey).sections.find(({ questions }) => questions.some(({ key }) => key === question))?.key ?? '';

const isUnstarted = ({ request }: Respondent): boolean => ['invited', 'opened', 'bounced'].includes(request.status);

/** Those for whose questions this one was asked hear that it was begun. */
async function tellStart(respondent: Respondent): Promise<void> {
  const { asker, responseId } = respondent;
  if (isUnstarted(respondent)) await notifyChain({ askerOrganizationId: asker.id, responseId });
}

/** The first answer shows the requester that the supplier has started, and nothing of the answer. */
async function noteStart(atAsker: AtAsker, respondent: Respondent, now: Date): Promise<void> {
  if (!isUnstarted(respondent)) return;
  await atAsker((db) =>
    db.questionnaireRequest.updateMany({
      where: { responseId: respondent.responseId, status: { in: ['invited', 'opened', 'bounced'] } },
      data: { status: 'started', startedAt: now },
    }),
  );
}
