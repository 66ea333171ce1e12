import { type CellProblem, type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

const bounds = { lat: 90, lng: 180 } as const;

/** Decimal degrees, or degrees, minutes, seconds with a compass letter ("10°46'12\"N"). Six decimals are kept: 11 cm. */
export function cleanDegrees(cell: string, axis: 'lat' | 'lng'): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const value = readDegrees(cell.trim());
  if (value === null) return flag<number>(null, 'not-a-coordinate', 'warning', { value: cell });
  if (Math.abs(value) > bounds[axis]) return flag<number>(null, 'coordinate-out-of-range', 'error', { value: cell, limit: bounds[axis] });
  return clean(Math.round(value * 1e6) / 1e6);
}

function readDegrees(text: string): number | null {
  const decimal = /^([+-−]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEWO])?$/i.exec(text);
  if (decimal?.[1]) return Number(decimal[1].replace(',', '.').replace('−', '-')) * side(decimal[2]);
  const parts = /^([+-])?(\d{1,3})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|″|”|'')?)?\s*([NSEWO])?$/i.exec(
    text,
  );
  if (!parts) return null;
  const [, sign, degrees, minutes = '0', seconds = '0', letter] = parts;
  const size = Number(degrees) + Number(minutes.replace(',', '.')) / 60 + Number(seconds.replace(',', '.')) / 3600;
  return size * (sign === '-' ? -1 : 1) * side(letter);
}

function side(letter: string | undefined): number {
  return letter !== undefined && /[SW]/i.test(letter) ? -1 : 1;
}

/** Both or neither; 0/0 is what software writes when it knows no place. */
export function cleanPair(lat: number | null, lng: number | null): { lat: number | null; lng: number | null; problems: CellProblem[] } {
  if (lat === null && lng === null) return { lat, lng, problems: [] };
  if (lat === null || lng === null)
    return { lat: null, lng: null, problems: [{ code: 'coordinate-incomplete', params: {}, severity: 'warning' }] };
  if (lat === 0 && lng === 0) return { lat: null, lng: null, problems: [{ code: 'coordinate-zero', params: {}, severity: 'warning' }] };
  return { lat, lng, problems: [] };
}
