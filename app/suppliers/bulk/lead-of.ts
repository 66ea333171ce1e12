import type { LeadAct } from './changes';

/** Where an act leads with a selection: one supplier is asked directly, several through a campaign; files contain the selection. */
export function leadOf(act: LeadAct, base: string, selection: URLSearchParams): string {
  switch (act) {
    case 'export-csv':
      return `${base}/suppliers/export?${selection}`;
    case 'export-xlsx':
      return `${base}/suppliers/export.xlsx?${selection}`;
    case 'request': {
      const ids = selection.getAll('id');
      const [only] = ids;
      return ids.length === 1 && only ? `${base}/requests/new?supplier=${encodeURIComponent(only)}` : `${base}/campaigns/new?${selection}`;
    }
  }
}
