import { referenceAt, type SectorRow, sectorRow } from '../reference/at.ts';
import { kept } from './kept.ts';
import type { Method } from './method.ts';
import type { Share } from './share.ts';

export type SectorShare = Share & { row: SectorRow };

const shares = new Map<string, SectorShare | null>();

/**
 * The sector component (R2): the share of the ISIC class, else of its division. A division whose classes differ keeps their range as low and high.
 * Null when the code is no ISIC Rev.4 division or class.
 */
export function sectorShare(code: string, method: Method): SectorShare | null {
  return kept(shares, `${method.asOf}|${code}`, () => readSector(code, method), 5000);
}

function readSector(code: string, method: Method): SectorShare | null {
  const row = sectorRow(code, method.asOf);
  if (!row) return null;
  const narrower = row.level === 'class' ? [] : sharesWithin(row.code, method.asOf);
  return {
    point: row.share,
    low: Math.min(row.share, ...narrower),
    high: Math.max(row.share, ...narrower),
    known: 1,
    reliability: method.of['R8.reliability'][row.provenance.confidence],
    row,
  };
}

/** Shares of the narrower codes the table names within a division or group. */
function sharesWithin(code: string, asOf: string): number[] {
  const table = referenceAt('sector-shares', asOf);
  const names = Object.keys(table.fields);
  const codeAt = names.indexOf('code');
  const shareAt = names.indexOf('share');
  return table.rows.flatMap((row) => {
    const narrower = row[codeAt];
    const share = row[shareAt];
    return typeof narrower === 'string' && typeof share === 'number' && narrower.length > code.length && narrower.startsWith(code)
      ? [share]
      : [];
  });
}
