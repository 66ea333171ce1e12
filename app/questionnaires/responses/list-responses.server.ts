import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { questionsOf } from '#scoring';
import { searchKey } from '~/suppliers/parties/name-key';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import type { Prisma } from '~/access/generated/client';
import { findPartyIds } from '~/access/sql/find-party-ids.server';
import type { TenantDb } from '~/access/tenant-db.server';

const pageSize = 50;

export type ResponseRow = {
  id: string;
  supplier: { publicId: string; name: string; country: string | null; band: string | null; score: number | null };
  instrumentKey: string;
  /** Of the questionnaire, in the reader's language where it is translated. */
  title: { text: string; lang: string };
  status: string;
  openedAt: Date;
  submittedAt: Date | null;
  dueOn: Date | null;
  answered: number;
  /** Where the supplier is, when it was asked to answer itself. */
  requestStatus: string | null;
  questions: number;
  /** Reasons to look at submitted answers again; null where they were not looked for. */
  doubts: number | null;
};

/**
 * Newest first, or those with most doubts first (`order`), 50 a page, by keyset on (openedAt, id). Two queries, however many rows. `cursor` is the id of the
 * last row seen.
 */
export async function listResponses(
  db: TenantDb,
  options: {
    status?: string | undefined;
    search?: string | undefined;
    supplierPublicId?: string | undefined;
    cursor?: string | undefined;
    order?: 'newest' | 'doubts';
  },
): Promise<{ rows: ResponseRow[]; next: string | null }> {
  const where: Prisma.QuestionnaireResponseWhereInput = {
    status: options.status ?? { not: 'recording' },
    // What others asked this organization itself is listed with the received requests.
    party: { kind: { not: 'buyer' }, ...(options.supplierPublicId ? { publicId: options.supplierPublicId } : {}) },
  };
  if (options.search) {
    where.partyId = { in: await findPartyIds(db, searchKey(options.search)) };
  }
  const byDoubts = options.order === 'doubts';
  if (byDoubts) where.doubts = { gt: 0 };
  const after = options.cursor
    ? await db.questionnaireResponse.findFirst({ where: { id: options.cursor }, select: { openedAt: true, id: true, doubts: true } })
    : null;
  if (after) {
    const older = [{ openedAt: { lt: after.openedAt } }, { openedAt: after.openedAt, id: { lt: after.id } }];
    where.OR = byDoubts ? [{ doubts: { lt: after.doubts ?? 0 } }, { doubts: after.doubts ?? 0, OR: older }] : older;
  }
  const found = await db.questionnaireResponse.findMany({
    where,
    orderBy: [...(byDoubts ? [{ doubts: 'desc' as const }] : []), { openedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: {
      id: true,
      instrumentKey: true,
      status: true,
      openedAt: true,
      submittedAt: true,
      dueOn: true,
      doubts: true,
      party: { select: { publicId: true, name: true, supplier: { select: { country: true, band: true, score: true } } } },
      request: { select: { status: true } },
      _count: { select: { answers: true } },
    },
  });
  await knowInstruments(
    db,
    found.map(({ instrumentKey }) => instrumentKey),
  );
  const rows = found.slice(0, pageSize).map(({ party, request, _count, ...row }) => ({
    ...row,
    title: localizedInstrument(row.instrumentKey, getLocale()).title,
    supplier: {
      publicId: party.publicId,
      name: party.name,
      country: party.supplier?.country ?? null,
      band: party.supplier?.band ?? null,
      score: party.supplier?.score ? Number(party.supplier.score) : null,
    },
    answered: _count.answers,
    requestStatus: request?.status ?? null,
    questions: questionsOf(instrument(row.instrumentKey)).length,
  }));
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}
