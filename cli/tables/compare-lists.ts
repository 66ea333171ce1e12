import { type Band, bands } from '#scoring';
import { shownScore } from '~/ui/shown-score';
import { bandLabel } from '~/documents/charts/labels';
import type { AssessedList, AssessedSupplier } from '../assess/assess-list';
import { quoted } from '../assess/terminal';

type Figure = { score: number; band: Band } | null;
type Moved = { row: number; name: string; before: Figure; after: Figure };
type Met = { row: number; name: string; kind: string; subject: string };
/** A list scored without and with an edition: who has another score, those that change band first, and alerts that come and go. */
export type ComparedList = {
  name: string;
  sha256: string;
  rows: number;
  refused: number;
  suppliers: number;
  changedBand: number;
  moved: Moved[];
  raised: Met[];
  ended: Met[];
};

/** Compares two responses of the same bytes. */
export function compareLists(name: string, before: AssessedList, after: AssessedList): ComparedList {
  const moved: Moved[] = [];
  const [raised, ended]: [Met[], Met[]] = [[], []];
  for (const [at, now] of after.suppliers.entries()) {
    const was = before.suppliers[at];
    if (!was) continue;
    const figures = { before: figureOf(was), after: figureOf(now) };
    const named = { row: now.row, name: now.name };
    if (figures.before?.score !== figures.after?.score) moved.push({ ...named, ...figures });
    raised.push(...alertsBeside(now, was).map((alert) => ({ ...named, ...alert })));
    ended.push(...alertsBeside(was, now).map((alert) => ({ ...named, ...alert })));
  }
  moved.sort((a, b) => Number(isBandChanged(b)) - Number(isBandChanged(a)) || sizeOf(b) - sizeOf(a) || a.row - b.row);
  const { sha256, rows, refused, suppliers } = after;
  return {
    name,
    sha256,
    rows,
    refused,
    suppliers: suppliers.length,
    changedBand: moved.filter(isBandChanged).length,
    moved,
    raised,
    ended,
  };
}

const figureOf = ({ result }: AssessedSupplier): Figure => (result.status === 'scored' ? { score: result.score, band: result.band } : null);
const isBandChanged = ({ before, after }: Moved): boolean => before?.band !== after?.band;
const sizeOf = ({ before, after }: Moved): number => Math.abs((after?.score ?? 0) - (before?.score ?? 0));

/** Alerts of a supplier that it has not in the other response. */
function alertsBeside({ alerts }: AssessedSupplier, other: AssessedSupplier): { kind: string; subject: string }[] {
  const keyOf = ({ kind, source }: AssessedSupplier['alerts'][number]) => `${kind} ${source.table} ${source.row}`;
  const known = new Set(other.alerts.map(keyOf));
  return alerts.filter((alert) => !known.has(keyOf(alert))).map(({ kind, subject }) => ({ kind, subject }));
}

/** The comparison in lines: a summary, then who changes band, then alerts. */
export function listLines({ name, suppliers, changedBand, moved, raised, ended }: ComparedList, most: number): string[] {
  const directions = moved.filter(isBandChanged).map(({ before, after }) => rankOf(after) - rankOf(before));
  const up = directions.filter((step) => step > 0).length;
  const lines = [
    `${quoted(name)}: of ${suppliers} suppliers ${moved.length} change their score, ${changedBand} their band (${up} up, ${changedBand - up} down); ${raised.length} alerts raised, ${ended.length} ended`,
  ];
  const rows = [
    ...moved
      .filter(isBandChanged)
      .map(({ row, name: supplier, before, after }) => `  ${quoted(supplier)} (row ${row}): ${shown(before)} -> ${shown(after)}`),
    ...raised.map((met) => `  ${quoted(met.name)} (row ${met.row}): alert raised, ${met.kind}: ${quoted(met.subject)}`),
    ...ended.map((met) => `  ${quoted(met.name)} (row ${met.row}): alert ended, ${met.kind}: ${quoted(met.subject)}`),
  ];
  return [...lines, ...rows.slice(0, most), ...(rows.length > most ? [`  … and ${rows.length - most} more`] : [])];
}

const rankOf = (figure: Figure): number => (figure ? bands.indexOf(figure.band) : -1);
const shown = (figure: Figure): string => (figure ? `${bandLabel(figure.band)} ${shownScore(figure.score)}` : 'not scored');
