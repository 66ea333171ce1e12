import { type Provenance, tableFor } from './registry.ts';
import { tableRow, tableRows } from './rows.ts';
import type { ReferenceTable } from './schema.ts';

/** A code of another classification as ISIC Rev.4. `isic` is as fine as the cross-walk allows; `candidates` all that it leads to, in order. */
export type ConvertedSector = {
  system: 'NACE' | 'NAICS' | 'HS';
  /** The code as it was looked up. */
  code: string;
  isic: string;
  candidates: string[];
  provenance: Provenance;
};

/**
 * The ISIC Rev.4 division of a NACE code: a division ("14"), group ("14.1") or class ("14.13"), with or without dots, section letter and national
 * digits ("C14.13.05"). Always a division, for NACE classes are numbered otherwise than those of ISIC. Null when there is no such division, or its
 * letter is of another section in both revisions. Without `asOf` the newest vintage is read.
 */
export function sectorFromNace(code: string, options: { revision?: '2' | '2.1'; asOf?: string } = {}): ConvertedSector | null {
  const read = /^([A-V])?\s*\.?\s*(\d{2})(?:\.?\d{1,2}(?:\.?\d{1,2})?)?$/i.exec(code.trim());
  const division = read?.[2];
  if (!division) return null;
  const letter = read[1]?.toUpperCase();
  const revisions = options.revision ? [options.revision] : (['2.1', '2'] as const);
  for (const revision of revisions) {
    const row = tableRow('nace-isic', { revision, division }, options.asOf);
    if (row && (letter === undefined || letter === row.section))
      return { system: 'NACE', code: division, isic: row.isicDivision, candidates: [row.isicDivision], provenance: row.provenance };
  }
  return null;
}

type Link = { isic: string; provenance: Provenance };

/**
 * The ISIC Rev.4 code of a NAICS 2017 code of three to six digits. One link gives its class; several in one division the part of the code they
 * share; several divisions the one that holds more than half of the links, else nothing: a code that could be this or that is unknown. Null too for
 * codes that NAICS 2017 does not have, and for its sectors of two digits, which are too wide. Without `asOf` the newest vintage is read.
 */
export function sectorFromNaics(code: string, options: { asOf?: string } = {}): ConvertedSector | null {
  const wanted = code.trim();
  if (!/^\d{3,6}$/.test(wanted)) return null;
  const links = linksOf(wanted, options.asOf);
  const first = links[0];
  if (!first) return null;
  const candidates = [...new Set(links.map(({ isic }) => isic))].sort();
  const isic = candidates.length === 1 ? first.isic : sharedCode(links);
  return isic === null ? null : { system: 'NAICS', code: wanted, isic, candidates, provenance: first.provenance };
}

const linksByPrefix = new WeakMap<ReferenceTable, Map<string, Link[]>>();

/** Every link of the industries whose code begins with these digits. */
function linksOf(prefix: string, asOf: string | undefined): Link[] {
  const table = tableFor('naics-isic', asOf);
  let index = linksByPrefix.get(table);
  if (!index) {
    index = new Map();
    for (const { naics, isic, provenance } of tableRows('naics-isic', asOf).values())
      for (const length of [3, 4, 5, 6]) {
        const start = naics.slice(0, length);
        const known = index.get(start);
        if (known) known.push({ isic, provenance });
        else index.set(start, [{ isic, provenance }]);
      }
    linksByPrefix.set(table, index);
  }
  return index.get(prefix) ?? [];
}

/** The longest code that all links share, of two digits or more; else the division of more than half of them; else none. */
function sharedCode(links: readonly Link[]): string | null {
  for (const length of [4, 3, 2]) {
    const starts = new Set(links.map(({ isic }) => isic.slice(0, length)));
    const only = [...starts][0];
    if (starts.size === 1 && only?.length === length) return only;
  }
  const counts = new Map<string, number>();
  for (const { isic } of links) counts.set(isic.slice(0, 2), (counts.get(isic.slice(0, 2)) ?? 0) + 1);
  const main = [...counts].find(([, count]) => count * 2 > links.length);
  return main?.[0] ?? null;
}

/**
 * The ISIC Rev.4 division that makes the goods of an HS heading (four digits or more of the code count), where the concordance leads to one alone.
 * Null for several, for headings that are not held, and for chapters. Without `asOf` the newest vintage is read.
 */
export function sectorFromHs(code: string, options: { asOf?: string } = {}): ConvertedSector | null {
  const digits = code
    .trim()
    .replace(/^hs(?:\s*code)?\s*:?\s*(?=\d)/i, '')
    .replace(/[\s.]/g, '');
  if (!/^\d{4,10}$/.test(digits)) return null;
  const row = tableRow('hs-isic', { heading: digits.slice(0, 4) }, options.asOf);
  const [division, ...more] = row?.isicDivisions ?? [];
  if (!row || division === undefined || more.length > 0) return null;
  return { system: 'HS', code: row.heading, isic: division, candidates: [division], provenance: row.provenance };
}

export type HsChapter = {
  chapter: string;
  shortName: string;
  mainIsicDivision: string | null;
  isicDivisions: string[];
  provenance: Provenance;
};

/** The chapter of an HS code with our short name for it; null for what is no HS code. Without `asOf` the newest vintage is read. */
export function hsChapter(code: string, options: { asOf?: string } = {}): HsChapter | null {
  const digits = code.trim().replace(/[\s.]/g, '');
  return /^\d{2,10}$/.test(digits) ? tableRow('hs-chapters', { chapter: digits.slice(0, 2) }, options.asOf) : null;
}

/** Every chapter of the Harmonized System with our short name for it. Without `asOf` the newest vintage is read. */
export function hsChapterNames(asOf?: string): HsChapter[] {
  return [...tableRows('hs-chapters', asOf).values()];
}
