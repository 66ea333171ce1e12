import type { TenantDb } from '~/access/tenant-db.server';
import { draftSchema, type OwnRow, readVersions } from '../read-draft.server';

/** A questionnaire of the organization that a file may become a new version of. */
export type ImportTarget = { code: string; title: string; version: string };

/** The organization's own questionnaires, the newest version of each, by title. */
export async function listTargets(db: TenantDb): Promise<ImportTarget[]> {
  const rows = await db.questionnaireTemplate.findMany({
    where: { lentBy: null },
    orderBy: [{ code: 'asc' }, { version: 'desc' }],
    distinct: ['code'],
    take: 500,
    select: { code: true, version: true, content: true, translations: true, crosswalk: true },
  });
  return rows
    .map(({ code, version, ...row }) => ({ code, version: `${version}.0.0`, title: draftSchema.parse(row).content.title.en }))
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** The questionnaire that was imported under the id of the file, or has it as its own; the newest of several. Never by title. */
export async function targetOfIdentity(db: TenantDb, identity: string | null): Promise<string | null> {
  if (identity === null) return null;
  const known = await db.questionnaireTemplate.findFirst({
    where: { lentBy: null, OR: [{ code: identity }, { importedAs: identity }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { code: true },
  });
  return known?.code ?? null;
}

/** The newest version of a questionnaire that is the organization's own; null when there is none of that code. */
export async function newestOf(db: TenantDb, code: string): Promise<OwnRow | null> {
  const newest = (await readVersions(db, code)).find(({ lentBy }) => lentBy === null);
  return newest ?? null;
}

/** A digest of the questionnaire that was shown: it changes with any change and with a newer version. */
export const seenOf = ({ key, changedAt, frozenAt }: Pick<OwnRow, 'key' | 'changedAt' | 'frozenAt'>): string =>
  `${key} ${changedAt.toISOString()} ${frozenAt?.toISOString() ?? ''}`;
