import { readSpend, writeSpend } from '~/suppliers/fields/definition/spend-text';
import type { ImportRecord } from './record';

type Row = { record: Pick<ImportRecord, 'annualSpend' | 'asOf'>; supplierKey: string; siteKey: string };

/**
 * What is bought from a supplier of which a file has several rows, by supplier and day: the one amount that they all repeat, or the sum over its sites
 * where their amounts differ. Never a sum of two currencies or years: of those the last row counts.
 */
export function spendBySupplier(rows: readonly Row[]): ReadonlyMap<string, { annualSpend: string }> {
  const bySite = new Map<string, Map<string, string>>();
  for (const { record, supplierKey, siteKey } of rows) {
    if (record.annualSpend === null) continue;
    const key = `${supplierKey} ${record.asOf}`;
    bySite.set(key, (bySite.get(key) ?? new Map()).set(siteKey, record.annualSpend));
  }
  return new Map(
    [...bySite].flatMap(([key, sites]) => {
      const annualSpend = together([...sites.values()]);
      return annualSpend === null ? [] : [[key, { annualSpend }] as const];
    }),
  );
}

function together(texts: readonly string[]): string | null {
  const spends = [...new Set(texts)].length === 1 ? [] : texts.map(readSpend);
  const [first] = spends;
  const isOne = first && spends.every((spend) => spend !== null && spend.currency === first.currency && spend.year === first.year);
  if (!first || !isOne) return texts.at(-1) ?? null;
  const amount = spends.reduce((sum, spend) => sum + Math.round((spend?.amount ?? 0) * 100), 0) / 100;
  return writeSpend({ ...first, amount });
}
