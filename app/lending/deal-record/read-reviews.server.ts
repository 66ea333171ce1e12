import { type Answers, readReview } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { FoundDeal } from './find-deal.server';

/** The reviews of a deal with their answers: EQ1 to EQ10, and PS2. */
export async function readReviews(db: TenantDb, found: Pick<FoundDeal, 'equatorId' | 'ps2Id'>) {
  const ids = [found.equatorId, found.ps2Id].flatMap((id) => id ?? []);
  const rows = await db.questionnaireResponse.findMany({
    where: { id: { in: ids } },
    select: { id: true, status: true, instrumentKey: true, answers: { select: { question: true, value: true } } },
  });
  await knowInstruments(
    db,
    rows.map(({ instrumentKey }) => instrumentKey),
  );
  return rows.map(({ answers, ...row }) => {
    const given = Object.fromEntries(answers.map(({ question, value }) => [question, value])) as Answers;
    const unmet = readReview(instrument(row.instrumentKey), given).flatMap(({ notMet, partly }) => [...notMet, ...partly]);
    return { ...row, given, unmet };
  });
}
