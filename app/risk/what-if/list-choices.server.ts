import type { TenantDb } from '~/access/tenant-db.server';
import { readTerms } from '~/suppliers/classification/decide-term.server';
import { listedGoodsOf } from '~/suppliers/registry/recognise-entry.server';
import { type Change, readFactValue } from './changes';

const mostFindings = 200;

export type FindingChoice = { id: string; grade: string; supplier: string; question: string | null };

/** What the forms offer and the list of changes names: countries that occur, findings to close (the newest 200), names of suppliers and findings that are supposed. */
export async function listChoices(db: TenantDb, changes: readonly Change[]) {
  const countries = await db.supplier.findMany({
    where: { archivedAt: null, country: { not: null } },
    distinct: ['country'],
    select: { country: true },
  });
  const select = { id: true, grade: true, question: true, party: { select: { name: true } } } as const;
  const open = await db.finding.findMany({
    where: { status: { not: 'verified' }, withdrawnAt: null },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: mostFindings,
    select,
  });
  const named = await db.finding.findMany({
    where: { id: { in: changes.flatMap((change) => (change.kind === 'close' ? [change.finding] : [])) } },
    select,
  });
  const suppliers = await db.party.findMany({
    where: {
      kind: 'supplier',
      publicId: { in: changes.flatMap((change) => (change.kind === 'fact' || change.kind === 'drop' ? [change.supplier] : [])) },
    },
    select: { publicId: true, name: true },
  });
  const shown = ({ id, grade, question, party }: (typeof open)[number]): FindingChoice => ({ id, grade, question, supplier: party.name });
  return {
    countries: countries.flatMap(({ country }) => (country === null ? [] : [country])),
    findings: open.map(shown),
    namedFindings: Object.fromEntries(named.map((finding) => [finding.id, shown(finding)])),
    listedGoods: listedGoodsOf(supposedProducts(changes), { country: null, terms: await readTerms(db) }),
    supplierNames: Object.fromEntries(suppliers.map(({ publicId, name }) => [publicId, name])),
  };
}

/** The products that the changes suppose, as they were typed. */
export function supposedProducts(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    const value = change.kind === 'fact' && change.field === 'products' ? readFactValue(change.field, change.value) : undefined;
    return Array.isArray(value) ? value : [];
  });
}

export type Choices = Awaited<ReturnType<typeof listChoices>>;
