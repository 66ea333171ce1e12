import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { type AuditCaller, visibleAudits } from '~/audits/planning/find-audit.server';

const most = 100;

/**
 * The issued reports of a supplier, on its questionnaires and on the audits that the caller may see, the newest first, and the questionnaires that bring evidence,
 * by title. Files are listed with their questionnaire, which decides who may open each. At most four queries.
 */
export async function listDocuments(db: TenantDb, options: { partyId: string; caller: AuditCaller; mayReadAudits: boolean }) {
  const { partyId, caller, mayReadAudits } = options;
  const newestFirst = { orderBy: [{ issuedAt: 'desc' as const }, { id: 'desc' as const }], take: most };
  const select = { id: true, hash: true, issuedAt: true };
  const assessed = await db.frozenDocument.findMany({
    where: { kind: 'assessment', response: { partyId } },
    ...newestFirst,
    select: { ...select, response: { select: { id: true, instrumentKey: true } } },
  });
  const audited = mayReadAudits
    ? await db.frozenDocument.findMany({
        where: { kind: 'audit', audit: { AND: [visibleAudits(caller), { partyId }] } },
        ...newestFirst,
        select: { ...select, audit: { select: { id: true, number: true } } },
      })
    : [];
  const responses = await db.questionnaireResponse.findMany({
    where: { partyId, status: { not: 'recording' } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: {
      id: true,
      instrumentKey: true,
      openedAt: true,
      request: { select: { snapshotId: true } },
      _count: { select: { evidence: { where: { removedAt: null } } } },
    },
  });
  await knowInstruments(db, [
    ...assessed.flatMap(({ response }) => response?.instrumentKey ?? []),
    ...responses.map(({ instrumentKey }) => instrumentKey),
  ]);
  const titleOf = (key: string) => localizedInstrument(key, getLocale()).title.text;
  const reports = [
    ...assessed.flatMap(({ response, id, hash, issuedAt }) =>
      response === null
        ? []
        : {
            ...{ id, hash, preparedAt: issuedAt, kind: 'assessment' as const, name: titleOf(response.instrumentKey) },
            path: `responses/${response.id}/reports/${id}.pdf`,
          },
    ),
    ...audited.flatMap(({ audit, id, hash, issuedAt }) =>
      audit === null
        ? []
        : {
            ...{ id, hash, preparedAt: issuedAt, kind: 'audit' as const, name: audit.number },
            path: `audits/${audit.id}/reports/${id}/page/full`,
          },
    ),
  ].sort((a, b) => b.preparedAt.getTime() - a.preparedAt.getTime());
  return {
    reports,
    evidence: responses
      .filter(({ request, _count }) => _count.evidence > 0 || (request !== null && request.snapshotId !== null))
      // The files of a request are the supplier's own: how many there are depends on who may see them.
      .map(({ id, instrumentKey, openedAt, request, _count }) => ({
        id,
        title: titleOf(instrumentKey),
        openedAt,
        files: request ? null : _count.evidence,
      })),
  };
}
