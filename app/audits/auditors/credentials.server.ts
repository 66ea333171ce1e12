import type { TenantDb } from '~/access/tenant-db.server';
import { credentialedParts } from './lists';

const day = (date: Date) => date.toISOString().slice(0, 10);

export type CredentialEntry = {
  kind: string;
  number: string;
  issuer: string;
  validFrom: string | null;
  validUntil: string;
  languages: readonly string[];
  countries: readonly string[];
};

/** Credentials of these people, those that expire first before the others. */
export async function readCredentials(db: TenantDb, userIds: readonly string[]) {
  const rows = await db.auditorCredential.findMany({
    where: { userId: { in: [...userIds] } },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    include: { file: { select: { id: true, fileName: true } } },
  });
  return rows.map(({ id, userId, kind, number, issuer, validFrom, validUntil, languages, countries, file }) => ({
    ...{ id, userId, kind, number, issuer, languages, countries, file },
    ...{ validFrom: validFrom && day(validFrom), validUntil: day(validUntil) },
  }));
}
export type CredentialRead = Awaited<ReturnType<typeof readCredentials>>[number];

/** Whether a credential covers these days in this country. */
export const covers = (
  { validFrom, validUntil, countries }: Pick<CredentialRead, 'validFrom' | 'validUntil' | 'countries'>,
  { from, to, country }: { from: string; to: string; country: string | null },
): boolean =>
  (validFrom === null || validFrom <= from) &&
  validUntil >= to &&
  (countries.length === 0 || country === null || countries.includes(country));

/**
 * Why a person cannot be assigned by credentials: all of them end before the audit does, or none covers the country. Null where one covers it, and where
 * none is recorded, which pages show but which stops nothing.
 */
export async function findCredentialObstacle(
  db: TenantDb,
  { userId, part, ...days }: { userId: string; part: string; from: string; to: string; country: string | null },
): Promise<'credential-expired' | 'credential-elsewhere' | null> {
  if (!credentialedParts.includes(part)) return null;
  const own = (await readCredentials(db, [userId])).filter(({ kind }) => kind !== 'interpreter');
  if (own.length === 0 || own.some((each) => covers(each, days))) return null;
  return own.some((each) => covers(each, { ...days, country: null })) ? 'credential-elsewhere' : 'credential-expired';
}

/** Adds a credential, with its evidence where a file was uploaded. */
export async function addCredential(
  db: TenantDb,
  options: { userId: string; entry: CredentialEntry; fileId: string | null; by: string; now: Date },
): Promise<string> {
  const { userId, fileId, by, now } = options;
  const { validFrom, validUntil, languages, countries, ...entry } = options.entry;
  const { id } = await db.auditorCredential.create({
    data: {
      ...{ ...entry, userId, fileId, recordedById: by, recordedAt: now },
      ...{ languages: [...languages], countries: [...countries] },
      ...{ validFrom: validFrom === null ? null : new Date(validFrom), validUntil: new Date(validUntil) },
    },
    select: { id: true },
  });
  return id;
}

/** Removes a credential that was entered by mistake. False when there is none of this person. */
export async function removeCredential(db: TenantDb, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  return (await db.auditorCredential.deleteMany({ where: { id, userId } })).count > 0;
}
