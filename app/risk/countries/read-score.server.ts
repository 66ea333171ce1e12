import { bandOfScore, type ChildPlaceScore, type PlaceScore, type Provenance } from '#scoring';

/** A score as pages show it: whole numbers within 0 to 100, beside them one decimal and not cut off, as files have it. */
export type ShownScore = {
  exact: number;
  exactLow: number;
  exactHigh: number;
  score: number;
  low: number;
  high: number;
  band: ChildPlaceScore['band'];
};
/** `place` null where too little is known to compare it with others. */
export type ShownPlace = ShownScore & Pick<PlaceScore, 'probability' | 'place'>;

/** Where a figure was read, as far as a page shows it. */
export type ShownSource = Pick<Provenance, 'table' | 'vintage' | 'row' | 'confidence' | 'producer' | 'own'>;

const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)));

/** A score within the ends of its scale. */
export function shownScore({ score, low, high, band }: Pick<ChildPlaceScore, 'score' | 'low' | 'high' | 'band'>): ShownScore {
  const [exact = 0, exactLow = 0, exactHigh = 0] = [score, low, high].map((value) => Math.round(value * 10) / 10);
  return { exact, exactLow, exactHigh, score: within(score), low: within(low), high: within(high), band };
}

/** A score of another time or place with the interval of this one: its width is taken to be the same. */
export function shownMoved({ score, low, high }: Pick<PlaceScore, 'score' | 'low' | 'high'>, to: number, asOf: string): ShownScore {
  return shownScore({ score: to, low: to + low - score, high: to + high - score, band: bandOfScore(to, asOf) });
}

export function shownPlace(score: PlaceScore): ShownPlace {
  const { probability, place } = score;
  return { ...shownScore(score), probability, place };
}

export function shownSource(provenance: Provenance | null): ShownSource | null {
  if (!provenance) return null;
  const { table, vintage, row, confidence, producer, own } = provenance;
  return { table, vintage, row, confidence, producer, ...(own === undefined ? {} : { own }) };
}

/** A line of a sum of points. `says` is what the source says, in its own unit; null where nothing is known: then it adds 0 and widens. */
export type PointLine = {
  id:
    | 'governance'
    | 'trafficking'
    | 'informality'
    | 'migrants'
    | 'sponsorship'
    | 'state-sponsored'
    | 'calibration'
    | 'own-estimate'
    | 'country'
    | 'sector'
    | 'presumption'
    | 'farms'
    | 'births'
    | 'school'
    | 'world-mean';
  points: number;
  says: number | string | null;
  source: ShownSource | null;
};
