import type { Provenance } from './registry.ts';
import { type TableRow, tableRows } from './rows.ts';

export type SectorRow = {
  /** The code that was found: the one asked for, or its division when ISIC has no such class (a NACE class, say). */
  code: string;
  level: 'division' | 'group' | 'class';
  section: string;
  sectionTitle: string;
  division: string;
  divisionTitle: string;
  title: string;
  /** Share of the sector component's points, 0 to 1, higher is worse. */
  share: number;
  /** The code whose share was read, and whether the list names it or the value of a neighbouring code was used. */
  shareCode: string;
  shareBasis: 'listed' | 'neighbour';
  shareNote: string;
  /** Where the share was read. */
  provenance: Provenance;
  /** Where the title was read. */
  classification: Provenance;
};

/**
 * A sector by ISIC Rev.4 division ("14"), group ("141") or class ("1410"), with its default share of inherent risk.
 * Null when even the division is unknown. Without `asOf` the newest vintage is read.
 */
export function sectorRow(isicDivisionOrClass: string, asOf?: string): SectorRow | null {
  const wanted = isicDivisionOrClass.trim();
  if (!/^\d{2,4}$/.test(wanted)) return null;
  const codes = tableRows('sectors', asOf);
  const division = codes.get(wanted.slice(0, 2));
  if (division?.level !== 'division') return null;
  const found = codes.get(wanted) ?? division;
  const shares = tableRows('sector-shares', asOf);
  const share = [wanted, wanted.slice(0, 3), wanted.slice(0, 2)].map((code) => shares.get(code)).find((row) => row !== undefined);
  if (!share || found.level === 'section') return null;
  return {
    code: found.code,
    level: found.level,
    section: division.section,
    sectionTitle: codes.get(division.section)?.shortTitle ?? codes.get(division.section)?.title ?? division.section,
    division: division.code,
    divisionTitle: division.shortTitle ?? division.title,
    title: found.shortTitle ?? found.title,
    share: share.share,
    shareCode: share.code,
    shareBasis: share.basis,
    shareNote: share.note,
    provenance: share.provenance,
    classification: found.provenance,
  };
}

/** The 88 divisions for a picker, in the order of the classification. */
export function isicDivisions(asOf?: string): { code: string; section: string; title: string; shortTitle: string }[] {
  return [...tableRows('sectors', asOf).values()]
    .filter((row) => row.level === 'division')
    .map((row) => ({ code: row.code, section: row.section, title: row.title, shortTitle: row.shortTitle ?? row.title }));
}

/** Every division and class with its title as the classification prints it, divisions before their classes. */
export function isicTitles(asOf?: string): { code: string; title: string }[] {
  return [...tableRows('sectors', asOf).values()]
    .filter(({ level }) => level === 'division' || level === 'class')
    .map(({ code, title }) => ({ code, title }));
}

export type PrioritySector = TableRow<'priority-sectors'>;

/** High-priority sectors of the Uyghur Forced Labor Prevention Act that were designated on or before `asOf`. */
export function prioritySectors(asOf: string): PrioritySector[] {
  return [...tableRows('priority-sectors', asOf).values()].filter((row) => row.designated <= asOf);
}

export type CorridorCost = TableRow<'corridors'>;

/** Recruitment costs paid by workers. A null origin or destination means all; months are months of pay at the destination, where known. */
export function corridorCosts(asOf: string): CorridorCost[] {
  return [...tableRows('corridors', asOf).values()];
}
