import { query, readRows } from '~/access/sql/query.server';
import { anyText } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { z } from 'zod';
import { isPublicId, normalizePublicId } from '~/suppliers/parties/public-id';
import { foldName } from '~/suppliers/parties/name-key';

export type BadLine = { line: number; text: string; code: 'no-address' | 'unknown' | 'several' };
const mostLines = 20_000;

/** "ID or name; address" on each line; the first line may be a header. Separated by tab, semicolon or comma; the address is the last part with an @. */
export function readAddressLines(text: string): { line: number; text: string; who: string; email: string | null }[] {
  return text
    .split(/\r\n|\r|\n/)
    .slice(0, mostLines)
    .flatMap((raw, index) => {
      const words = raw.trim();
      if (words === '') return [];
      const parts = words.split(/[\t;,]/).map((part) => part.trim().replace(/^"|"$/g, ''));
      const email = parts.findLast((part) => part.includes('@'))?.toLowerCase() ?? null;
      const who = parts.find((part) => part !== '' && !part.includes('@')) ?? '';
      if (index === 0 && email === null && parts.length > 1) return [];
      return [{ line: index + 1, text: words.slice(0, 200), who, email: email && z.email().safeParse(email).success ? email : null }];
    });
}

/** Keeps the addresses of a pasted list; each line that cannot be used is answered with its number. Two queries, however many lines. */
export async function keepAddresses(
  db: TenantDb,
  options: { text: string; userId: string; now: Date },
): Promise<{ kept: number; bad: BadLine[] }> {
  const lines = readAddressLines(options.text);
  const bad: BadLine[] = lines.flatMap(({ line, text, email }) => (email === null ? [{ line, text, code: 'no-address' as const }] : []));
  const keyed = lines.flatMap((entry) => {
    if (entry.email === null) return [];
    const id = normalizePublicId(entry.who);
    return [{ ...entry, key: isPublicId(id) ? id : foldName(entry.who) }];
  });
  const keys = keyed.map(({ key }) => key);
  const rows = await readRows(
    db,
    query
      .selectFrom('Supplier as s')
      .innerJoin('Party as p', (join) => join.onRef('p.organizationId', '=', 's.organizationId').onRef('p.id', '=', 's.partyId'))
      .select(['s.partyId', 'p.publicId', 'p.nameKey'])
      .where('s.archivedAt', 'is', null)
      .where((where) => where.or([where('p.publicId', '=', anyText(keys)), where('p.nameKey', '=', anyText(keys))])),
  );
  const found = new Map<string, Set<string>>();
  for (const { partyId, publicId, nameKey } of rows)
    for (const key of [publicId, nameKey]) found.set(key, (found.get(key) ?? new Set()).add(partyId));
  const addresses = new Map<string, string>();
  for (const { key, email, line, text } of keyed) {
    const [partyId, ...others] = found.get(key) ?? [];
    if (partyId === undefined || others.length > 0 || email === null)
      bad.push({ line, text, code: partyId === undefined ? 'unknown' : 'several' });
    else addresses.set(partyId, email);
  }
  if (addresses.size > 0)
    await db.$executeRaw`
      INSERT INTO "SupplierContact" ("partyId", "email", "updatedById", "updatedAt")
      SELECT k.id, k.email, ${options.userId}::uuid, ${options.now}
      FROM unnest(${[...addresses.keys()]}::uuid[], ${[...addresses.values()]}::text[]) AS k(id, email)
      ON CONFLICT ("organizationId", "partyId") DO UPDATE
      SET "email" = excluded."email", "updatedById" = excluded."updatedById", "updatedAt" = excluded."updatedAt", "wrongAt" = NULL`;
  return { kept: addresses.size, bad: bad.sort((a, b) => a.line - b.line) };
}
