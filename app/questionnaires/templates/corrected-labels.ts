import { includedInstruments, type InstrumentOverlay, ownerOfPlace } from '#scoring';

type Corrected = {
  id: number;
  instrumentKey: string;
  locale: string;
  place: string;
  revision: number;
  text: string;
  status: 'drafted' | 'reviewed';
};
type Words = { last: number; byPlace: Map<string, Map<string, Corrected[]>>; merged: Map<string, InstrumentOverlay> };

declare global {
  var manumitCorrectedWords: Words | undefined;
}

/** One for the whole process: the server's entry point keeps it fresh, the built application reads it, and each loads this module. */
function words(): Words {
  globalThis.manumitCorrectedWords ??= { last: 0, byPlace: new Map(), merged: new Map() };
  return globalThis.manumitCorrectedWords;
}

const keyOf = (instrumentKey: string, locale: string): string => `${instrumentKey} ${locale}`;

/** The last correction that is known here. */
export const lastCorrection = (): number => words().last;

/** Takes corrections in, in their order; what is known already is left out. */
export function takeCorrections(rows: readonly Corrected[]): void {
  const known = words();
  for (const row of rows) {
    if (row.id <= known.last) continue;
    const key = keyOf(row.instrumentKey, row.locale);
    const places = known.byPlace.get(key) ?? new Map<string, Corrected[]>();
    places.set(row.place, [...(places.get(row.place) ?? []), row]);
    known.byPlace.set(key, places);
    // A text is shown by every questionnaire that includes its own.
    known.merged.clear();
    known.last = row.id;
  }
}

/**
 * A translation from the product's files, with later corrections. Null when there is neither. A text that comes from another questionnaire has the corrections
 * made there (`ownerOfPlace`).
 */
export function correctedOverlay(instrumentKey: string, locale: string, files: InstrumentOverlay | null): InstrumentOverlay | null {
  const key = keyOf(instrumentKey, locale);
  const sources = [instrumentKey, ...includedInstruments(instrumentKey)].flatMap((source) => {
    const places = words().byPlace.get(keyOf(source, locale));
    return places ? [...places].map(([place, revisions]) => ({ source, place, last: revisions.at(-1) })) : [];
  });
  if (sources.length === 0) return files;
  const known = words().merged.get(key);
  if (known) return known;
  const corrected = sources.flatMap(({ source, place, last }) =>
    last && ownerOfPlace(instrumentKey, place) === source
      ? [[place, { text: last.text, revision: last.revision, status: last.status }] as const]
      : [],
  );
  const made = { instrument: instrumentKey, locale, strings: { ...files?.strings, ...Object.fromEntries(corrected) } };
  words().merged.set(key, made);
  return made;
}

/** The text of one place in a revision made in the product; null for one of the files, or an unknown one. */
export function correctedAt(given: { instrumentKey: string; locale: string; place: string; revision: number }): string | null {
  const owner = ownerOfPlace(given.instrumentKey, given.place);
  const revisions = words().byPlace.get(keyOf(owner, given.locale))?.get(given.place);
  return revisions?.find(({ revision }) => revision === given.revision)?.text ?? null;
}
