import { readReview } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { listResponses } from '~/questionnaires/responses/list-responses.server';
import { givenAnswers, readResponse } from '~/questionnaires/responses/read-response.server';
import { showFindings } from '~/findings/findings/show-findings.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';

const mostFindings = 20;

/**
 * The reviews of a labour recruiter, newest first, with what the latest submitted one found by section, and the open findings about the recruiter. Answers that the
 * recruiter shares are read as any that a supplier shares, which its log says. The number of queries does not grow with what is known.
 */
export async function readReviews(db: TenantDb, { partyId, publicId }: { partyId: string; publicId: string }) {
  const { rows } = await listResponses(db, { supplierPublicId: publicId });
  const findings = await showFindings(db, { partyId, status: 'unsolved', take: mostFindings });
  const latest = rows
    .filter(({ submittedAt, status }) => submittedAt !== null && status !== 'open')
    .sort((a, b) => Number(b.submittedAt) - Number(a.submittedAt))[0];
  return {
    rows: rows.map((row) => ({ ...row, title: localizedInstrument(row.instrumentKey, getLocale()).title.text })),
    result: latest ? await readLatest(db, latest.id) : null,
    findings: findings.rows.map(({ id, title, lang, grade, openedAt }) => ({ id, title, lang, grade, openedAt })),
  };
}
export type Reviews = Awaited<ReturnType<typeof readReviews>>;

async function readLatest(db: TenantDb, responseId: string) {
  const assessment = await readResponse(db, responseId);
  if (!assessment?.submittedAt) return null;
  const { sharing, submittedAt } = assessment;
  const shown = localizedInstrument(assessment.instrumentKey, getLocale());
  const texts = new Map(shown.sections.flatMap((section) => section.questions.map(({ key, text }) => [key, text.text])));
  const isRead = sharing === 'own' || sharing === 'shared';
  const readings = isRead ? readReview(instrument(assessment.instrumentKey), givenAnswers(assessment)) : [];
  const sections = shown.sections.flatMap(({ key, title }) => {
    const own = readings.filter(({ section }) => section === key);
    const sum = (count: (reading: (typeof own)[number]) => number) => own.reduce((total, reading) => total + count(reading), 0);
    if (own.length === 0) return [];
    return [
      {
        ...{ key, title: title.text, met: sum(({ met }) => met), partly: sum(({ partly }) => partly.length) },
        ...{ notMet: sum(({ notMet }) => notMet.length), open: sum(({ open }) => open.length) },
      },
    ];
  });
  return {
    ...{ responseId, submittedAt, isRead, isByRecruiter: assessment.origin !== null, sections },
    notMet: readings.flatMap(({ section, notMet }) => notMet.map((key) => ({ key, section, text: texts.get(key) ?? key }))),
  };
}
