import type { Band } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readGrid } from '~/suppliers/import/read-grid.server';
import type { readBatch } from '~/suppliers/import/read-batch.server';
import type { BatchCounts, BatchMapping, Detected } from '~/suppliers/import/schema';
import { type PreviewedSupplier, previewScores } from './preview-scores.server';

type Batch = Omit<NonNullable<Awaited<ReturnType<typeof readBatch>>>, 'undo' | 'retired'> & {
  mapping: BatchMapping;
  detected: Detected;
  counts: BatchCounts;
};

export const gridViews = ['all', 'questions', 'known'] as const;
const perPage = 50;
const mostShown = 5;

/** One page of a batch as a grid, with the scores and alerts of all its suppliers as accepting would give them. Reads only. */
export async function readImportGrid(db: TenantDb, batch: Batch, { search, today }: { search: URLSearchParams; today: string }) {
  const { grid, plan, state } = await readGrid(db, batch);
  const suppliers = await previewScores(db, { plan, state, asOf: today });
  const byKey = new Map(suppliers.map((supplier) => [supplier.key, supplier]));
  const show = gridViews.find((view) => view === search.get('show')) ?? 'all';
  const matching = grid.rows.filter(({ question, isKnown }) => show === 'all' || (show === 'questions' ? question !== null : isKnown));
  const pages = Math.max(1, Math.ceil(matching.length / perPage));
  const named = Number(search.get('page') ?? 1);
  const page = Number.isInteger(named) && named > 0 ? Math.min(named, pages) : 1;
  const rows = matching.slice((page - 1) * perPage, page * perPage);
  return {
    ...{ show, page, pages, rows, heads: grid.heads, columns: grid.columns, guesses: grid.guesses },
    total: grid.rows.length,
    asked: grid.rows.filter(({ question }) => question !== null).length,
    known: grid.rows.filter(({ isKnown }) => isKnown).length,
    ...{ counts: batch.counts, mapping: batch.mapping },
    preview: {
      rows: Object.fromEntries(rows.flatMap(({ rowNumber, key }) => (key === null ? [] : [[rowNumber, shownOf(byKey.get(key))]]))),
      bands: bandsOf(suppliers),
      suppliers: suppliers.length,
      riskiest: suppliers
        .filter(({ score }) => score !== null)
        .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.rowNumber - b.rowNumber)
        .slice(0, mostShown),
    },
  };
}

const shownOf = (supplier: PreviewedSupplier | undefined) =>
  supplier ? { score: supplier.score, band: supplier.band, alerts: supplier.alerts, isToBeConfirmed: supplier.isToBeConfirmed } : null;

function bandsOf(suppliers: readonly PreviewedSupplier[]): { band: Band | null; count: number }[] {
  const bands: (Band | null)[] = ['severe', 'high', 'elevated', 'moderate', 'low', null];
  return bands.map((band) => ({ band, count: suppliers.filter((supplier) => supplier.band === band).length }));
}
