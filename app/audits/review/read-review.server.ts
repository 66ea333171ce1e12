import { findingGrades, isGathered, questionsOf, type VerificationMethod, shownChoices } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Role } from '~/access/permissions';
import { auditQuestionIndex, responsesOf } from '~/audits/entries/audit-question-index.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { currentByKey, readRecord } from '~/audits/entries/read-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import type { Agreement } from '~/audits/planning/states';
import { interviewsPart, wagesPart } from '~/audits/report/audit-report/part-people';
import { signOffBlocks } from '~/audits/report/audit-report/part-plan';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { readReportInput } from '~/audits/report/read-report-input.server';
import type { Arranged } from '~/documents/pdf/block';
import { siteAddress } from '~/platform/mail/send.server';
import { getLocale } from '~/paraglide/runtime';
import { memberLocale } from '~/locales/member-locales';
import { isInterviewCount } from '~/questionnaires/responses/interview-counts';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { ReviewComment } from './comments';
import { changesSince } from './read-changes.server';
import { readComments } from './read-comments.server';
import { commentableQuestions } from './write-comment.server';

export type ReviewedQuestion = {
  key: string;
  text: string;
  /** Null: not answered. */
  answer: string | null;
  methods: VerificationMethod[];
  agreement: Agreement | null;
  note: string;
};
/** What workers alone said against the site names no source, as in the report. */
const isByWorkersAlone = (methods: readonly string[]) => methods.length > 0 && methods.every((method) => method === 'workers');
const isAdverse = (answer: string | number | null) => answer === 'not-compliant' || answer === 'present';

type Choice = { value: string | number; text: { text: string } };

/** The questions of the audit by section, as its reviewer reads them: without zero-tolerance questions, and without what counts interviewees. */
async function sectionsOf(db: TenantDb, audit: FoundAudit, checks: ReturnType<typeof checksOf>) {
  const { instruments } = await auditQuestionIndex(db, audit);
  const commentable = await commentableQuestions(db, audit);
  const order = responsesOf(audit);
  return [...instruments]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .flatMap(({ instrumentKey }) => {
      const shown = localizedInstrument(instrumentKey, getLocale());
      const asked = new Set(questionsOf(shown).map(({ key }) => key));
      return shown.sections.flatMap((section) => {
        const questions = section.questions.filter(
          ({ key, type }) => asked.has(key) && commentable.has(key) && type !== 'FACT' && !isInterviewCount(key),
        );
        if (questions.length === 0) return [];
        return [
          {
            ...{ key: section.key, title: section.title.text, instrument: shown.title.text },
            hasOthers: section.questions.some(({ key, type }) => type !== 'FACT' && asked.has(key) && !commentable.has(key)),
            questions: questions.map((question): ReviewedQuestion => {
              const check = checks.get(question.key);
              const choices: readonly Choice[] = shownChoices(shown, question);
              const given = check?.answer ?? null;
              const isBySomeone = isAdverse(given) && isByWorkersAlone(check?.methods ?? []);
              return {
                ...{ key: question.key, text: question.text.text, methods: isBySomeone ? [] : (check?.methods ?? []) },
                agreement: isBySomeone ? null : (check?.agreement ?? null),
                answer:
                  given === null
                    ? null
                    : isGathered(question)
                      ? String(given)
                      : (choices.find((each) => each.value === given)?.text.text ?? String(given)),
                note: check?.note ?? '',
              };
            }),
          },
        ];
      });
    });
}

const checksOf = (record: Parameters<typeof currentByKey>[0]) =>
  new Map([...currentByKey(record, 'check')].map(([key, { value }]) => [key, value]));

/** The record as a second person reviews it: redacted, with the comments of the review. `isForTeam`: replies that others do not see are included. */
export async function readReview(
  db: TenantDb,
  audit: FoundAudit,
  options: { userId: string; role: Role; organizationName: string; isForTeam: boolean; part: string; now: Date },
) {
  const { isForTeam, part } = options;
  const { record } = await checkRecord(db, audit);
  const { returnedAt } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { returnedAt: true } });
  const comments = await readComments(db, audit, { isForTeam, record: await readRecord(db, audit) });
  const sections = await sectionsOf(db, audit, checksOf(record));
  const labelOf = new Map(sections.flatMap(({ questions }) => questions.map(({ key, text }) => [key, text] as const)));
  const findings = findingsOf(record);
  const isPeople = part === 'samples' || part === 'signatures';
  return {
    ...{ comments, findings },
    sections: sections.map(({ questions, ...section }) => ({
      ...section,
      asked: questions.length,
      answered: questions.filter(({ answer }) => answer !== null).length,
      open: openAbout(
        comments,
        questions.map(({ key }) => key),
      ),
    })),
    section: sections.find(({ key }) => key === part) ?? null,
    labels: [...labelOf].filter(([key]) => comments.some(({ about }) => about === key)),
    changes:
      part !== '' || returnedAt === null
        ? null
        : changesSince(record, returnedAt)
            .filter(({ kind, key }) => kind !== 'review-reply' && (kind !== 'check' || (key && labelOf.has(key))))
            .map((change) => ({
              ...{
                kind: change.kind,
                key: change.key,
                label: (change.key && labelOf.get(change.key)) || '',
                isAdded: change.before === null,
              },
              ...linesOf(change),
            })),
    figures: isPeople ? await figuresOf(db, audit, options) : null,
  };
}
export type ReviewRead = Awaited<ReturnType<typeof readReview>>;

const openAbout = (comments: readonly ReviewComment[], keys: readonly string[]): number =>
  comments.filter(({ state, about }) => state === 'open' && about !== null && keys.includes(about)).length;

function linesOf(change: ReturnType<typeof changesSince>[number]): { was: string; is: string } {
  const join = (parts: readonly (string | number | null | undefined)[]) =>
    parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
  if (change.kind === 'check') {
    const said = (check: typeof change.before) => join([check?.answer, check?.methods.join(', '), check?.note]);
    return { was: said(change.before), is: said(change.now) };
  }
  if (change.kind === 'finding') {
    const said = (finding: typeof change.before) =>
      finding === null || finding.isWithdrawn ? '' : join([finding.grade, finding.what, finding.evidence]);
    return { was: said(change.before), is: said(change.now) };
  }
  return { was: '', is: '' };
}

function findingsOf(record: Parameters<typeof currentByKey>[0]) {
  const photos = [...currentByKey(record, 'photo')];
  const rank = (grade: (typeof findingGrades)[number] | null) => (grade === null ? findingGrades.length : findingGrades.indexOf(grade));
  const worstFirst = [...currentByKey(record, 'finding')].sort(([, one], [, other]) => rank(one.value.grade) - rank(other.value.grade));
  return worstFirst.map(([id, { value }]) => {
    return {
      ...{ id, question: value.question, point: value.point, grade: value.grade, what: value.what, evidence: value.evidence },
      ...{
        rootCause: value.rootCause,
        extent: value.extent,
        affected: value.affected,
        methods: isByWorkersAlone(value.methods) ? [] : value.methods,
      },
      photos: photos.flatMap(([key, photo]) =>
        photo.value.about === id || value.photos.includes(key) ? [{ sha256: photo.value.sha256, caption: photo.value.caption }] : [],
      ),
    };
  });
}

/** Samples and interviews as the report prints them, suppressed, and the signatures; the rest of the report is not arranged. */
async function figuresOf(
  db: TenantDb,
  audit: FoundAudit,
  { userId, role, organizationName, part, now }: { userId: string; role: Role; organizationName: string; part: string; now: Date },
): Promise<Arranged['parts'] | null> {
  const say = { locale: memberLocale(getLocale()) };
  const input = await readReportInput(db, { auditId: audit.id, userId, role, organizationName, ...say, publicUrl: siteAddress(), now });
  if (!input) return null;
  const model = buildAuditReport({ ...input, state: 'approved' });
  return part === 'samples'
    ? [wagesPart(model, say), interviewsPart(model, say)]
    : [{ key: 'signatures', title: '', blocks: signOffBlocks(model, say) }];
}
