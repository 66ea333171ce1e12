import type { Recognition } from '~/suppliers/classification/term-key';
import type { PointDoubt } from '~/suppliers/points/point-doubt';
import { judgePoint } from '~/suppliers/points/judge-point.server';
import { cleanDegrees, cleanPair, splitCoordinates } from './clean/coordinates';
import { findEvidence, type evidenceColumns, weighEvidence } from './clean/country-evidence/evidence.server';
import type { EvidenceKind } from './clean/country-evidence/evidence-kinds';
import { cleanCountryAs } from './clean/country.server';
import { pointColumns, pointKey } from './crowded-points';
import type { Mapping } from './fields';
import type { ProblemCode } from './problems';
import type { ColumnFixes } from './repairs';
import type { Cell } from './row-cells.server';
import type { RowReading } from './row-reading.server';

type Place = { country: string | null; countryGuess: EvidenceKind | null; lat: number | null; lng: number | null };
type Asked = {
  mapping: Pick<Mapping, 'columns' | 'defaults'>;
  fixes: ColumnFixes;
  crowded: ReadonlyMap<string, number>;
  evidence: ReturnType<typeof evidenceColumns>;
  address: string;
  recognition: Recognition;
  point: ReadPoint;
};
type SourceRow = { cells: readonly string[] };

/** Where a row is: its country, read from its own cell or from everything else that the row says, and its point, with what makes it doubtful. */
export function readPlace(read: RowReading, row: SourceRow, asked: Asked): Place {
  const { country, countryGuess } = readCountry(read, row, asked);
  return { country, countryGuess, ...judged(read, row, { ...asked, country }) };
}

type Pair = { lat: number | null; lng: number | null };

/** `beyond`: the point has a latitude above 90 degrees, and may be swapped. */
type ReadPoint = { pair: Pair; cell: Cell | undefined; beyond: { lat: number; lng: number } | null };

/** Latitude and longitude, from columns of their own or from one cell with both, and the cell that remarks about the point are made of. */
export function readPoint(read: RowReading): ReadPoint {
  const both = read.first('coordinates');
  const split = both ? splitCoordinates(both.text) : null;
  if (both && !split) read.note('coordinates', both, [{ code: 'not-a-coordinate', params: { value: both.text }, severity: 'warning' }]);
  const cell = read.first('lat') ?? read.first('lng') ?? both;
  const beyond = pointBeyond(split ?? { lat: read.first('lat')?.text ?? '', lng: read.first('lng')?.text ?? '' });
  if (beyond) return { pair: { lat: null, lng: null }, cell, beyond };
  const [lat, lng] = split
    ? [cleanLatitude(split.lat), cleanLongitude(split.lng)].map(({ value, problems }) => {
        read.note('coordinates', both, problems);
        return value;
      })
    : [read.one('lat', cleanLatitude), read.one('lng', cleanLongitude)];
  const { problems, ...pair } = cleanPair(lat ?? null, lng ?? null);
  read.note('lat', cell, problems);
  return { pair, cell, beyond: null };
}

const cleanLatitude = (cell: string) => cleanDegrees(cell, 'lat');
const cleanLongitude = (cell: string) => cleanDegrees(cell, 'lng');

/** A latitude that can only be a longitude, beside a longitude that can be a latitude; else null. */
function pointBeyond(written: { lat: string; lng: string }): { lat: number; lng: number } | null {
  const [lat, lng] = [cleanLongitude(written.lat).value, cleanLatitude(written.lng).value];
  return lat !== null && lng !== null && Math.abs(lat) > 90 ? { lat, lng } : null;
}

/**
 * The country of the row's cell; else the one that everything else in the row fits, as a guess that is recorded with its source; else the one chosen for all
 * rows. Where two facts of the row contradict each other, none, and a remark.
 */
function readCountry(read: RowReading, row: SourceRow, asked: Asked): Pick<Place, 'country' | 'countryGuess'> {
  const { mapping, address, evidence } = asked;
  const { pair } = asked.point;
  const written = read.one('country', (cell) => cleanCountryAs(cell, asked.recognition));
  if (written !== null || read.first('country')) return { country: written, countryGuess: null };
  const texts = (values: readonly (string | undefined)[]) => values.flatMap((value) => value || []);
  const verdict = weighEvidence(
    findEvidence({
      address,
      places: texts([read.first('city')?.text, read.first('region')?.text]),
      postalCode: read.first('postalCode')?.text ?? null,
      point: pair.lat !== null && pair.lng !== null ? { latitude: pair.lat, longitude: pair.lng } : null,
      telephones: texts(evidence.telephones.map((at) => row.cells[at])),
      numbers: texts(evidence.numbers.map((at) => row.cells[at])),
    }),
  );
  const at = read.first('address');
  if (verdict.kind === 'guess') {
    const { country, by } = verdict;
    read.note('country', at, [
      { code: 'country-guessed', params: { value: by.matched, readAs: country, by: by.kind }, severity: 'warning' },
    ]);
    return { country, countryGuess: by.kind };
  }
  if (verdict.kind === 'contradiction') {
    const [first, second] = verdict.between;
    const params = {
      ...{ first: first.matched, firstBy: first.kind, firstCountry: first.countries[0] ?? '' },
      ...{ second: second.matched, secondBy: second.kind, secondCountry: second.countries[0] ?? '' },
    };
    read.note('country', at, [{ code: 'country-contradictory', params, severity: 'warning' }]);
    return { country: null, countryGuess: null };
  }
  return { country: mapping.defaults.country ?? null, countryGuess: null };
}

const codeOf: Record<PointDoubt, ProblemCode> = {
  sea: 'point-sea',
  'outside-country': 'point-outside',
  swapped: 'point-swapped',
  centroid: 'point-centroid',
  shared: 'point-shared',
};

/** The point as it is recorded. A doubtful one is remarked on and stays; one that is swapped is recorded the right way round, unless a member keeps the column as it is. */
function judged(read: RowReading, row: SourceRow, { point, country, mapping, fixes, crowded }: Asked & { country: string | null }): Pair {
  const { cell, beyond } = point;
  const { lat, lng } = beyond ?? point.pair;
  if (lat === null || lng === null || !cell) return point.pair;
  const found = judgePoint({ latitude: lat, longitude: lng }, country);
  const written = `${lat}, ${lng}`;
  const fix = fixes.get(cell.column)?.get('point-swapped');
  const isTurned = found?.doubt === 'swapped' && fix !== 'keep';
  if (isTurned) read.change(cell, 'lat', { reason: fix === 'swap' ? 'fixed' : 'cleaned', before: written, after: `${lng}, ${lat}` });
  if (isTurned && fix === 'swap') return { lat: lng, lng: lat };
  if (beyond && found?.doubt !== 'swapped') {
    if (read.first('lat')) read.one('lat', cleanLatitude);
    else read.note('lat', cell, cleanLatitude(String(lat)).problems);
    return point.pair;
  }
  const addresses = crowded.get(pointKey(pointColumns(mapping.columns).map((at) => row.cells[at] ?? '')));
  const doubt = found?.doubt ?? (addresses === undefined ? null : 'shared');
  if (doubt !== null) {
    const params = {
      value: written,
      ...(found?.liesIn ? { liesIn: found.liesIn } : {}),
      ...(country ? { country } : {}),
      ...(doubt === 'swapped' ? { readAs: `${lng}, ${lat}` } : {}),
      ...(doubt === 'shared' ? { addresses: addresses ?? 0 } : {}),
    };
    read.note('lat', cell, [{ code: codeOf[doubt], params, severity: 'warning' }]);
  }
  return isTurned ? { lat: lng, lng: lat } : point.pair;
}
