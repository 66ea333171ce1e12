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

/** Latitude and longitude in one cell, in this order: "27.15, 78.39", "[27.15, 78.39]", "POINT(78.39 27.15)", "27.15N 78.39E". Null where it is no pair. */
export function splitCoordinates(cell: string): { lat: string; lng: string } | null {
  const point = /^point\s*\(\s*([-+]?\d+(?:\.\d+)?)\s+([-+]?\d+(?:\.\d+)?)\s*\)$/i.exec(cell.trim());
  if (point?.[1] && point[2]) return { lat: point[2], lng: point[1] };
  const bare = cell.trim().replace(/^[([{]\s*|\s*[)\]}]$/g, '');
  const pair = /^([-+−]?\d{1,3}(?:\.\d+)?\s*°?\s*[NS]?)\s*[,;\s]\s*([-+−]?\d{1,3}(?:\.\d+)?\s*°?\s*[EWO]?)$/i.exec(bare);
  return pair?.[1] && pair[2] ? { lat: pair[1], lng: pair[2] } : null;
}

/** Both or neither; 0/0 is what software writes when it knows no place. */
export function cleanPair(lat: number | null, lng: number | null): { lat: number | null; lng: number | null; problems: CellProblem[] } {
  if (lat === null && lng === null) return { lat, lng, problems: [] };
  if (lat === null || lng === null)
    return { lat: null, lng: null, problems: [{ code: 'coordinate-incomplete', params: {}, severity: 'warning' }] };
  if (lat === 0 && lng === 0) return { lat: null, lng: null, problems: [{ code: 'coordinate-zero', params: {}, severity: 'warning' }] };
  return { lat, lng, problems: [] };
}
