import { type CellProblem, type Cleaned, clean, flag } from '../problems';
import { saysNothing } from './text';

const bounds = { lat: 90, lng: 180 } as const;

/** Decimal degrees, or degrees, minutes, seconds with a compass letter before or after ("10°46'12\"N", "N 10 46 12"). Six decimals are kept: 11 cm. */
export function cleanDegrees(cell: string, axis: 'lat' | 'lng'): Cleaned<number> {
  if (saysNothing(cell)) return clean<number>(null);
  const value = readDegrees(cell);
  if (value === null) return flag<number>(null, 'not-a-coordinate', 'warning', { value: cell });
  if (Math.abs(value) > bounds[axis]) return flag<number>(null, 'coordinate-out-of-range', 'error', { value: cell, limit: bounds[axis] });
  return clean(Math.round(value * 1e6) / 1e6);
}

const letters = '[NSEWO]';
const decimalDegrees = new RegExp(`^(?:(${letters})\\s*)?([-+]?\\d{1,3}(?:[.,]\\d+)?)\\s*°?\\s*(${letters})?$`, 'i');
/** Minutes need a sign or a space before them; seconds are below 60, as minutes are. */
const sexagesimal = new RegExp(
  `^(?:(${letters})\\s*)?([-+]?)(\\d{1,3})\\s*(?:°|\\s)\\s*([0-5]?\\d(?:[.,]\\d+)?)\\s*(?:'|\\s|$|(?=${letters}))\\s*(?:([0-5]?\\d(?:[.,]\\d+)?)\\s*"?)?\\s*(${letters})?$`,
  'i',
);

/** One form of the signs that are written for degrees, minutes and seconds. */
function plainSigns(text: string): string {
  return text
    .replace(/[º˚⁰]|\bdeg(?:rees?)?\b\.?/gi, '°')
    .replace(/''|[″”“‟ʺ]|′′|’’/g, '"')
    .replace(/[′’‘ʹ´`]/g, "'")
    .replace(/[−–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function readDegrees(cell: string): number | null {
  const text = plainSigns(cell);
  const decimal = decimalDegrees.exec(text);
  if (decimal?.[2] && !(decimal[1] && decimal[3])) return Number(decimal[2].replace(',', '.')) * side(decimal[1] ?? decimal[3]);
  const parts = sexagesimal.exec(text);
  if (!parts || (parts[1] && parts[6])) return null;
  const [, before, sign, degrees, minutes = '0', seconds = '0', after] = parts;
  const size = Number(degrees) + Number(minutes.replace(',', '.')) / 60 + Number(seconds.replace(',', '.')) / 3600;
  return size * (sign === '-' ? -1 : 1) * side(before ?? after);
}

function side(letter: string | undefined): number {
  return letter !== undefined && /[SW]/i.test(letter) ? -1 : 1;
}

/**
 * Latitude and longitude in one cell: "27.15, 78.39", "27.15/78.39", "[27.15, 78.39]", "POINT(78.39 27.15)", "27°09'00\"N 78°23'24\"E". In this order, unless
 * the letters say otherwise. Null where it is no pair.
 */
export function splitCoordinates(cell: string): { lat: string; lng: string } | null {
  const point = /^point\s*\(\s*([-+]?\d+(?:\.\d+)?)\s+([-+]?\d+(?:\.\d+)?)\s*\)$/i.exec(cell.trim());
  if (point?.[1] && point[2]) return { lat: point[2], lng: point[1] };
  const bare = plainSigns(cell)
    .replace(/^[([{]\s*|\s*[)\]}]$/g, '')
    .replace(/\b(?:lat(?:itude)?|lng|long?(?:itude)?|gps)\b\s*[.:=]*\s*/gi, '');
  for (const [first, second] of halves(bare)) {
    const [one, other] = [first.trim(), second.trim()];
    if (readDegrees(one) === null || readDegrees(other) === null) continue;
    const [a, b] = [axisOf(one), axisOf(other)];
    if (a !== null && a === b) continue;
    return a === 'lng' || b === 'lat' ? { lat: other, lng: one } : { lat: one, lng: other };
  }
  return null;
}

/** Every way in which a text may be two: at a mark, after the first compass letter, before the second, or at the space of two plain numbers. */
function halves(text: string): [string, string][] {
  const cut = (at: number, skip = 0): [string, string] => [text.slice(0, at), text.slice(at + skip)];
  const marks = [...text.matchAll(/;|\/|\||,(?=\s)|,/g)].map(({ index }) => cut(index, 1));
  const found = [...text.matchAll(/[NSEWO]/gi)].map(({ index }) => index);
  const [first, second] = found;
  const atLetters = found.length === 2 && first !== undefined && second !== undefined ? [first === 0 ? cut(second) : cut(first + 1)] : [];
  const plain = /^([-+]?\d{1,3}(?:[.,]\d+)?°?) ([-+]?\d{1,3}(?:[.,]\d+)?°?)$/.exec(text);
  const signed = /^(\d.*?") ?([-+]?\d.*")$/.exec(text);
  return [
    ...marks,
    ...atLetters,
    ...[plain, signed].flatMap((pair): [string, string][] => (pair?.[1] && pair[2] ? [[pair[1], pair[2]]] : [])),
  ];
}

/** The axis that a compass letter names. */
const axisOf = (text: string): 'lat' | 'lng' | null => (/[NS]/i.test(text) ? 'lat' : /[EWO]/i.test(text) ? 'lng' : null);

/** Both or neither; 0/0 is what software writes when it knows no place. */
export function cleanPair(lat: number | null, lng: number | null): { lat: number | null; lng: number | null; problems: CellProblem[] } {
  if (lat === null && lng === null) return { lat, lng, problems: [] };
  if (lat === null || lng === null)
    return { lat: null, lng: null, problems: [{ code: 'coordinate-incomplete', params: {}, severity: 'warning' }] };
  if (lat === 0 && lng === 0) return { lat: null, lng: null, problems: [{ code: 'coordinate-zero', params: {}, severity: 'warning' }] };
  return { lat, lng, problems: [] };
}
