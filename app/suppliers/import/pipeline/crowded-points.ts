import { foldText } from '~/suppliers/parties/name-key';
import { sharedAddresses } from '~/suppliers/sites/points/point-doubt';
import type { Field } from './fields';
import { cellAt } from './pack-row';

/** A point as its cells write it. */
export const pointKey = (cells: readonly string[]): string => cells.join('\u001f');

/** The columns of a mapping that write a point. */
export const pointColumns = (columns: readonly Field[]): number[] =>
  columns.flatMap((field, at) => (field === 'lat' || field === 'lng' || field === 'coordinates' ? [at] : []));

/** The points that many different addresses of a table share, each with their number: a geocoder's answer for a town, or a cell that was filled down. */
export function crowdedPoints(rows: readonly { cells: readonly string[] }[], columns: readonly Field[]): ReadonlyMap<string, number> {
  const points = pointColumns(columns);
  const addresses = columns.flatMap((field, at) => (field === 'address' ? [at] : []));
  if (points.length === 0 || addresses.length === 0) return new Map();
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const point = points.map((at) => cellAt(row, at));
    const address = foldText(addresses.map((at) => cellAt(row, at)).join(' '));
    if (point.some((cell) => cell === '') || address === '') continue;
    const key = pointKey(point);
    found.set(key, (found.get(key) ?? new Set()).add(address));
  }
  return new Map([...found].flatMap(([key, { size }]) => (size >= sharedAddresses ? [[key, size] as const] : [])));
}
