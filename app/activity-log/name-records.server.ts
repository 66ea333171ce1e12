import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';

/** What a record is called, and its page inside the organization ("suppliers/7ZK…"), each null where there is none. */
export type RecordName = { name: string | null; path: string | null };

const partyFolders: Readonly<Record<string, string>> = { supplier: 'suppliers', site: 'sites', 'labour-recruiter': 'labour-recruiters' };
const parties: ReadonlySet<string> = new Set(['supplier', 'site', 'labour-recruiter', 'party']);

/** Names for the records of some events, by `recordKind` and `recordId` joined with a colon; at most ten queries however many there are. */
export async function nameRecords(
  db: TenantDb,
  records: readonly { recordKind: string; recordId: string }[],
): Promise<Map<string, RecordName>> {
  const ids = (isWanted: (kind: string) => boolean) => [
    ...new Set(records.filter(({ recordKind }) => isWanted(recordKind)).map(({ recordId }) => recordId)),
  ];
  const named = new Map<string, RecordName>();
  const add = (kind: string, id: string, name: string | null, path: string | null) => named.set(`${kind}:${id}`, { name, path });

  const partyIds = ids((kind) => parties.has(kind));
  const found =
    partyIds.length === 0
      ? []
      : await db.party.findMany({ where: { id: { in: partyIds } }, select: { id: true, kind: true, name: true, publicId: true } });
  for (const { id, kind, name, publicId } of found) {
    const folder = partyFolders[kind];
    const path = folder === undefined ? null : `${folder}/${publicId}`;
    for (const recordKind of parties) add(recordKind, id, name, path);
  }

  const responseIds = ids((kind) => kind === 'response');
  const responses =
    responseIds.length === 0
      ? []
      : await db.questionnaireResponse.findMany({
          where: { id: { in: responseIds } },
          select: { id: true, party: { select: { name: true } } },
        });
  for (const { id, party } of responses) add('response', id, party.name, `responses/${id}`);

  const findingIds = ids((kind) => kind === 'finding');
  const findings =
    findingIds.length === 0
      ? []
      : await db.finding.findMany({
          where: { id: { in: findingIds } },
          select: { id: true, question: true, party: { select: { name: true } } },
        });
  for (const { id, question, party } of findings) add('finding', id, [party.name, question].filter(Boolean).join(' · '), `findings/${id}`);

  const alertIds = ids((kind) => kind === 'alert');
  const alerts =
    alertIds.length === 0
      ? []
      : await db.alert.findMany({ where: { id: { in: alertIds } }, select: { id: true, party: { select: { name: true } } } });
  for (const { id, party } of alerts) add('alert', id, party.name, `alerts/${id}`);

  const actionIds = ids((kind) => kind === 'corrective-action');
  const actions =
    actionIds.length === 0
      ? []
      : await db.correctiveAction.findMany({
          where: { id: { in: actionIds } },
          select: { id: true, finding: { select: { party: { select: { name: true } } } } },
        });
  for (const { id, finding } of actions) add('corrective-action', id, finding.party.name, `corrective-actions/${id}`);

  const batchIds = ids((kind) => kind === 'import-batch');
  const batches =
    batchIds.length === 0
      ? []
      : await db.importBatch.findMany({ where: { id: { in: batchIds } }, select: { id: true, file: { select: { fileName: true } } } });
  for (const { id, file } of batches) add('import-batch', id, file.fileName, `suppliers/import/${id}`);

  const campaignIds = ids((kind) => kind === 'campaign');
  const campaigns =
    campaignIds.length === 0 ? [] : await db.campaign.findMany({ where: { id: { in: campaignIds } }, select: { id: true, name: true } });
  for (const { id, name } of campaigns) add('campaign', id, name, `campaigns/${id}`);

  const auditIds = ids((kind) => kind === 'audit');
  const audits =
    auditIds.length === 0
      ? []
      : await db.audit.findMany({ where: { id: { in: auditIds } }, select: { id: true, number: true, party: { select: { name: true } } } });
  for (const { id, number, party } of audits) add('audit', id, `${number} · ${party.name}`, `audits/${id}`);

  const dealIds = ids((kind) => kind === 'deal');
  const deals =
    dealIds.length === 0
      ? []
      : await db.deal.findMany({ where: { id: { in: dealIds } }, select: { id: true, number: true, projectName: true } });
  for (const { id, number, projectName } of deals) add('deal', id, `${number} · ${projectName}`, `deals/${id}`);

  const people = await namePeople(
    db,
    ids((kind) => kind === 'member'),
  );
  for (const [id, name] of people) add('member', id, name, null);
  return named;
}
