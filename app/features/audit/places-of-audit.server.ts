import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/features/instrument/instrument-at.server';
import { knowInstruments } from '~/features/instrument/know-instruments.server';

/** Every question that an audit can answer, with the assessment it belongs to. The versions are those it was opened with, whatever came since. */
export async function placesOfAudit(db: TenantDb, audit: { assessmentId: string; screeningId: string | null; signsId: string | null }) {
  const ids = [audit.assessmentId, audit.screeningId, audit.signsId].flatMap((id) => id ?? []);
  const found = await db.assessment.findMany({ where: { id: { in: ids } }, select: { id: true, instrumentKey: true } });
  await knowInstruments(
    db,
    found.map(({ instrumentKey }) => instrumentKey),
  );
  const questions = new Map(
    found.flatMap(({ id, instrumentKey }) =>
      questionsOf(instrument(instrumentKey)).map((question) => [question.key, { assessmentId: id, instrumentKey, question }] as const),
    ),
  );
  return { questions, instruments: found };
}
