import type { TraceNode } from '#scoring';

/** The page of a reference table, opened at a row; of an edition of the organization's own the page beneath its address (`TableLink`). */
export function tableHref({ table, vintage, row, own }: NonNullable<TraceNode['reference']>): string {
  if (own !== undefined) return `settings/reference-tables/${own}`;
  return `/methodology/tables/${table}?${new URLSearchParams({ vintage, row })}#row-${encodeURIComponent(row)}`;
}
