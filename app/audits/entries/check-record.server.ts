import { type AnswerValue, answerValueSchema, type GatheredValue, gatheredValueSchema, isGathered, needsAnswer } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { askedOf } from '~/questionnaires/question-scope/asked-of';
import { outdatedAnswers } from './accepted-answers';
import { earlierFindings } from './earlier-findings.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { auditQuestionIndex } from './audit-question-index.server';
import { type AuditRecord, readRecord, currentByKey } from './read-record.server';
import { redactZeroTolerance } from './redact-zero-tolerance.server';

/**
 * What prevents conclusion of a record. `withoutFinding`: answered *not compliant* and named by no finding. `withoutWorkers`: a forced-labour question
 * answered *compliant* without a worker interview; only *not assessed* is allowed. `unanswered` may all be marked *not assessed*.
 */
export type Obstacles = {
  /** Shown to the team only for zero-tolerance questions. */
  conflicts: number;
  unanswered: string[];
  withoutFinding: string[];
  withoutWorkers: string[];
  /** Opening text of findings that name no evidence, or only withdrawn photos. */
  withoutEvidence: string[];
  undeclared: number;
  interests: number;
  /** In a follow-up audit: opening text of earlier findings without a recorded status or method. */
  notRevisited: string[];
  noClosing: boolean;
  /** Accepted answers whose source has changed since. */
  outdated: string[];
};

export type Checked = {
  /** Excludes answers to zero-tolerance questions. */
  record: AuditRecord;
  obstacles: Obstacles;
  /** Explanations of contradictions, as the team recorded them. */
  explanations: ReturnType<typeof explanationsOf>;
  /** The answers in the entries, by response. */
  answers: Map<string, Map<string, { value: AnswerValue | GatheredValue; note: string }>>;
  /** By assessment: unanswered questions, with the label of *not assessed* on their scale. */
  open: Map<string, { question: string; value: AnswerValue }[]>;
  /** Every question asked after the answers so far. */
  asked: Set<string>;
};

/**
 * What is missing before a record can be concluded. A zero-tolerance question counts as *not assessed*, whatever was answered: what was observed belongs in a
 * sensitive case. `isForTeam`: conflicts on such questions are obstacles too.
 */
export async function checkRecord(db: TenantDb, audit: FoundAudit, { isForTeam = false } = {}): Promise<Checked> {
  const whole = await readRecord(db, audit);
  const record = redactZeroTolerance(whole);
  const { questions, instruments } = await auditQuestionIndex(db, audit);
  const checks = currentByKey(record, 'check');
  const answers: Checked['answers'] = new Map(instruments.map(({ id }) => [id, new Map()]));
  for (const [key, { value }] of checks) {
    const place = questions.get(key);
    if (!place || value.answer === null) continue;
    const schema = isGathered(place.question) ? gatheredValueSchema(place.question) : answerValueSchema(place.question);
    const parsed = schema.safeParse(value.answer);
    if (parsed.success) answers.get(place.responseId)?.set(key, { value: parsed.data, note: value.note });
  }
  const open: Checked['open'] = new Map();
  const inScope: Checked['asked'] = new Set();
  for (const { id, instrumentKey } of instruments) {
    const given = Object.fromEntries([...(answers.get(id) ?? [])].map(([key, { value }]) => [key, value]));
    const { asked } = askedOf(instrument(instrumentKey), { scope: null, opened: [], answers: new Map() }, given);
    for (const key of asked) {
      inScope.add(key);
      const question = questions.get(key)?.question;
      const value = question && isZeroToleranceQuestion(key) ? notAssessed[question.type] : undefined;
      if (value !== undefined) {
        answers.get(id)?.set(key, { value, note: '' });
        given[key] = value;
      }
    }
    const missing = [...asked].flatMap((key) => {
      const question = questions.get(key)?.question;
      if (!question || !needsAnswer(question) || key in given) return [];
      const value = notAssessed[question.type];
      return value === undefined ? [] : [{ question: key, value }];
    });
    open.set(id, missing);
  }
  const named = namedByFindings(record);
  const compliance = [...questions].filter(([, { question }]) => question.type === 'NC');
  const answerOf = (key: string) => {
    const place = questions.get(key);
    return place && answers.get(place.responseId)?.get(key)?.value;
  };
  const answered = [...checks].flatMap(
    ([
      key,
      {
        value: { answer, from },
      },
    ]) => (answer === null ? [] : [{ key, answer, from }]),
  );
  // A finding about the question that an answer was accepted from is one about the same fact.
  const isNamed = (key: string, point: string | null | undefined) =>
    named.has(key) || (!!point && named.has(point)) || (checks.get(key)?.value.from ?? []).some((each) => named.has(each.question));
  const withoutFinding = compliance.flatMap(([key, { question }]) =>
    answerOf(key) === 'not-compliant' && !isNamed(key, question.point) ? [key] : [],
  );
  const withoutWorkers = compliance.flatMap(([key]) =>
    key.startsWith(forcedLabour) && answerOf(key) === 'compliant' && !checks.get(key)?.value.methods.includes('workers') ? [key] : [],
  );
  return {
    record,
    answers,
    open,
    asked: inScope,
    explanations: explanationsOf(whole),
    obstacles: {
      conflicts: (isForTeam ? whole : record).conflicts.length,
      unanswered: [...open.values()].flatMap((missing) => missing.map(({ question }) => question)),
      withoutFinding,
      withoutWorkers,
      withoutEvidence: withoutEvidence(record),
      undeclared: audit.members.filter(({ declaration }) => declaration === null).length,
      interests: audit.members.filter(({ declaration }) => declaration === 'interest').length,
      notRevisited: await notRevisited(db, audit, record),
      noClosing: !currentByKey(record, 'meeting').has('closing'),
      outdated: [...outdatedAnswers(answered)],
    },
  };
}

const explanationsOf = (record: AuditRecord) => currentByKey(record, 'explanation');

/** Earlier findings that the follow-up has not reported on. *Closed* and *worse* need a description of what was observed. */
async function notRevisited(db: TenantDb, audit: FoundAudit, record: AuditRecord): Promise<string[]> {
  const { type } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { type: true } });
  if (type !== 'follow-up') return [];
  const revisits = currentByKey(record, 'revisit');
  const isRecorded = (id: string) => {
    const value = revisits.get(id)?.value;
    return value?.standing === 'open' || (value?.standing && value.seen !== '');
  };
  const before = (await earlierFindings(db, audit)).filter(({ isPrevious }) => isPrevious);
  return before.flatMap(({ id, text }) => (isRecorded(id) ? [] : [text.slice(0, 60)]));
}

/** The cluster of Better Work whose questions only workers can answer for. */
const forcedLabour = 'BW.FL.';

/** The *not assessed* answer of each scale. */
const notAssessed: Partial<Record<string, AnswerValue>> = {
  ...{ NC: 'not-assessed', SIGN: 'unknown', REVIEW: 'not-assessed' },
  ...{ G4: 'dont-know', YNP: 'dont-know', PCT: 'dont-know', RF: 'dont-know', PICK: 'dont-know', TICKS: 'dont-know' },
};

/** Questions and points named by current findings. */
function namedByFindings(record: AuditRecord): Set<string> {
  return new Set([...currentByKey(record, 'finding').values()].flatMap(({ value }) => [value.question ?? [], value.point ?? []].flat()));
}

function withoutEvidence(record: AuditRecord): string[] {
  const photos = currentByKey(record, 'photo');
  return [...currentByKey(record, 'finding').values()].flatMap(({ value }) =>
    value.evidence === '' && !value.photos.some((key) => photos.has(key)) ? [value.what.slice(0, 60)] : [],
  );
}
