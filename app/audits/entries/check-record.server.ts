import { type AnswerValue, answerValueSchema, type GatheredValue, gatheredValueSchema, isGathered, needsAnswer } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { askedOf } from '~/questionnaires/question-scope/asked-of';
import { earlierFindings } from './earlier-findings.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { auditQuestionIndex } from './audit-question-index.server';
import { type AuditRecord, readRecord, standing } from './read-record.server';
import { redactZeroTolerance } from './redact-zero-tolerance.server';

/**
 * What stands between a record and its conclusion. `withoutFinding`: answered *not compliant* and no finding names it. `withoutWorkers`: a question on forced
 * labour answered *compliant* though no worker was heard: it can only be *not assessed*. `unanswered` may be marked as not assessed together.
 */
export type Obstacles = {
  /** Those of grave questions are told to the team alone. */
  conflicts: number;
  unanswered: string[];
  withoutFinding: string[];
  withoutWorkers: string[];
  /** Findings, by their first words, that name no evidence, or only photos that were withdrawn. */
  withoutEvidence: string[];
  undeclared: number;
  interests: number;
  /** Of a follow-up: findings of the audit before, by their first words, of which nobody said what became of them, or not by what. */
  notRevisited: string[];
  noClosing: boolean;
};

export type Checked = {
  /** Without what answers a grave question. */
  record: AuditRecord;
  obstacles: Obstacles;
  /** The answers that the entries say, by assessment, as the instruments take them. */
  answers: Map<string, Map<string, { value: AnswerValue | GatheredValue; note: string }>>;
  /** By assessment: what is asked and has no answer, with the word that says so on its scale. */
  open: Map<string, { question: string; value: AnswerValue }[]>;
};

/**
 * Reads the record of an audit and says what is missing before it can be concluded. A grave question counts as *not assessed*, whatever was answered: what was
 * seen of it is in a restricted matter or nowhere. `isForTeam`: what devices wrote past each other of such a question stands in the way too.
 */
export async function checkRecord(db: TenantDb, audit: FoundAudit, { isForTeam = false } = {}): Promise<Checked> {
  const whole = await readRecord(db, audit);
  const record = redactZeroTolerance(whole);
  const { questions, instruments } = await auditQuestionIndex(db, audit);
  const checks = standing(record, 'check');
  const answers: Checked['answers'] = new Map(instruments.map(({ id }) => [id, new Map()]));
  for (const [key, { value }] of checks) {
    const place = questions.get(key);
    if (!place || value.answer === null) continue;
    const schema = isGathered(place.question) ? gatheredValueSchema(place.question) : answerValueSchema(place.question);
    const parsed = schema.safeParse(value.answer);
    if (parsed.success) answers.get(place.responseId)?.set(key, { value: parsed.data, note: value.note });
  }
  const open: Checked['open'] = new Map();
  for (const { id, instrumentKey } of instruments) {
    const given = Object.fromEntries([...(answers.get(id) ?? [])].map(([key, { value }]) => [key, value]));
    const { asked } = askedOf(instrument(instrumentKey), { scope: null, opened: [], answers: new Map() }, given);
    for (const key of asked) {
      const value = isZeroToleranceQuestion(key) ? notAssessed[questions.get(key)?.question.type ?? ''] : undefined;
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
  const answerOf = (key: string) => answers.get(questions.get(key)?.responseId ?? '')?.get(key)?.value;
  const withoutFinding = compliance.flatMap(([key, { question }]) =>
    answerOf(key) === 'not-compliant' && !named.has(key) && !named.has(question.point ?? '') ? [key] : [],
  );
  const withoutWorkers = compliance.flatMap(([key]) =>
    key.startsWith(forcedLabour) && answerOf(key) === 'compliant' && !checks.get(key)?.value.methods.includes('workers') ? [key] : [],
  );
  return {
    record,
    answers,
    open,
    obstacles: {
      conflicts: (isForTeam ? whole : record).conflicts.length,
      unanswered: [...open.values()].flatMap((missing) => missing.map(({ question }) => question)),
      withoutFinding,
      withoutWorkers,
      withoutEvidence: withoutEvidence(record),
      undeclared: audit.members.filter(({ declaration }) => declaration === null).length,
      interests: audit.members.filter(({ declaration }) => declaration === 'interest').length,
      notRevisited: await notRevisited(db, audit, record),
      noClosing: !standing(record, 'meeting').has('closing'),
    },
  };
}

/** What a follow-up went back for and nobody has told of. That it is closed, or worse, needs words of what was seen. */
async function notRevisited(db: TenantDb, audit: FoundAudit, record: AuditRecord): Promise<string[]> {
  const { type } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { type: true } });
  if (type !== 'follow-up') return [];
  const told = standing(record, 'revisit');
  const isTold = (id: string) => {
    const value = told.get(id)?.value;
    return value?.standing === 'open' || (value?.standing && value.seen !== '');
  };
  const before = (await earlierFindings(db, audit)).filter(({ isPrevious }) => isPrevious);
  return before.flatMap(({ id, text }) => (isTold(id) ? [] : [text.slice(0, 60)]));
}

/** The cluster of Better Work whose questions only workers can answer for. */
const forcedLabour = 'BW.FL.';

/** How a scale says that nothing was found out. */
const notAssessed: Partial<Record<string, AnswerValue>> = {
  ...{ NC: 'not-assessed', SIGN: 'unknown', REVIEW: 'not-assessed' },
  ...{ G4: 'dont-know', YNP: 'dont-know', PCT: 'dont-know', RF: 'dont-know' },
};

/** Questions and points that standing findings name. */
function namedByFindings(record: AuditRecord): Set<string> {
  return new Set([...standing(record, 'finding').values()].flatMap(({ value }) => [value.question ?? [], value.point ?? []].flat()));
}

function withoutEvidence(record: AuditRecord): string[] {
  const photos = standing(record, 'photo');
  return [...standing(record, 'finding').values()].flatMap(({ value }) =>
    value.evidence === '' && !value.photos.some((key) => photos.has(key)) ? [value.what.slice(0, 60)] : [],
  );
}
