import { files } from './files.ts';
import { localize, placesOf } from './localize.ts';
import type { LocalizedInstrument } from './localize.ts';
import { completeInstrument, type Instrument } from './complete.ts';
import { type InstrumentOverlay, overlaySchema } from './overlay-schema.ts';
import { includingFile, inheritedPlaces, inheritStrings, resolveInstrument } from './resolve.ts';
import { type FrozenInstrument, instrumentSchema } from './schema.ts';

const frozen = new Map<string, FrozenInstrument>();
const parsed = new Map<string, InstrumentOverlay>();
const completed = new Map<string, Instrument>();
const included = new Map<string, readonly string[]>();
const inherited = new Map<string, ReadonlySet<string>>();
const places = new Map<string, ReadonlySet<string>>();

/** Keys of all released instruments, `name@version`. */
export function instrumentKeys(): string[] {
  return Object.keys(files);
}

/** Of each released instrument the newest version, in the order of `instrumentKeys`: what is offered where something new is opened. */
export function newestInstrumentKeys(): string[] {
  const idOf = (key: string) => key.slice(0, key.indexOf('@'));
  const keys = instrumentKeys();
  return keys.filter((key, at) => !keys.slice(at + 1).some((later) => idOf(later) === idOf(key)));
}

/** Keys of those whose answers give control credit (R5). */
export function scoringInstrumentKeys(): string[] {
  return instrumentKeys().filter((key) => instrument(key).scores);
}

/** The instrument of that key as its file, with those that it includes, says it. Throws RangeError for a key that was never released. */
export function frozenInstrument(key: string): FrozenInstrument {
  const known = frozen.get(key);
  if (known) return known;
  const file = files[key];
  if (!file) throw new RangeError(`No instrument ${key}`);
  const made = resolveInstrument(file.frozen, frozenInstrument);
  frozen.set(key, made);
  return made;
}

/** What was released under a key: its own file, and what it includes as that was released. Throws RangeError for a key that was never released. */
export function releasedContent(key: string): unknown {
  const including = includingFile(files[key]?.frozen);
  if (!including) return frozenInstrument(key);
  return { file: including, includes: including.includes.map((each) => ({ key: each, content: releasedContent(each) })) };
}

/** The places of an instrument that its own translations must fill, not those of the instruments that it includes. */
export function ownPlacesOf(key: string): string[] {
  const made = instrument(key);
  return placesOf(made).filter((place) => !inheritedIn(key).has(place));
}

/** The frozen instrument of that key, for ever the same, with what its file leaves out. Throws RangeError for a key that was never released. */
export function instrument(key: string): Instrument {
  const known = completed.get(key);
  if (known) return known;
  const made = completeInstrument(frozenInstrument(key));
  completed.set(key, made);
  return made;
}

/** An instrument from the JSON of a customer's own, with what it leaves out. Throws ZodError where it is none. Pure. */
export function instrumentFrom(content: unknown): Instrument {
  return completeInstrument(instrumentSchema.parse(content));
}

/** The instrument that a short form is a part of; null for one that is whole. */
export function wholeOf(key: string): string | null {
  return files[key]?.shortOf ?? files[key]?.partOf ?? null;
}

/** Whether a domain does not count where this part of an instrument asks nothing of it. The short forms of the first edition count it as not asked. */
export function leavesOutDomains(key: string): boolean {
  return files[key]?.partOf !== undefined;
}

function includedIn(key: string): readonly string[] {
  const known = included.get(key);
  if (known) return known;
  const made = includingFile(files[key]?.frozen)?.includes ?? [];
  included.set(key, made);
  return made;
}

/** Whether the questions of one instrument are all asked by the other, under the same keys. */
export function includesInstrument(key: string, other: string): boolean {
  return includedIn(key).some((each) => each === other || includesInstrument(each, other));
}

/** The instruments that one includes, at any depth: the nearest first. */
export function includedInstruments(key: string): string[] {
  return [...new Set(includedIn(key).flatMap((each) => [each, ...includedInstruments(each)]))];
}

/** The instrument whose file has the text of a place: the one of that key, or one that it includes. A text has one translation, wherever it is shown. */
export function ownerOfPlace(key: string, place: string): string {
  if (includedIn(key).length === 0 || !inheritedIn(key).has(place)) return key;
  const from = includedIn(key).findLast((each) => placesIn(each).has(place));
  return from === undefined ? key : ownerOfPlace(from, place);
}

function inheritedIn(key: string): ReadonlySet<string> {
  const known = inherited.get(key);
  if (known) return known;
  const made = inheritedPlaces(files[key]?.frozen, instrument(key));
  inherited.set(key, made);
  return made;
}

function placesIn(key: string): ReadonlySet<string> {
  const known = places.get(key);
  if (known) return known;
  const made = new Set(placesOf(instrument(key)));
  places.set(key, made);
  return made;
}

/** Languages a released instrument can be shown in: English, and one for each overlay. */
export function instrumentLocales(key: string): string[] {
  return ['en', ...Object.keys(files[key]?.overlays ?? {})];
}

/** The translation of an instrument, if there is one. English has none: it is the frozen text. */
export function overlayOf(key: string, locale: string): InstrumentOverlay | null {
  const place = `${key} ${locale}`;
  const known = parsed.get(place);
  if (known) return known;
  const overlay = files[key]?.overlays[locale];
  if (overlay === undefined) return null;
  const own = overlaySchema.parse(overlay);
  const includes = includedIn(key);
  const from = includes.map((each) => overlayOf(each, locale));
  const made = includes.length === 0 ? own : inheritStrings(own, { inherited: inheritedIn(key), from });
  parsed.set(place, made);
  return made;
}

/** The instrument with its texts in one language; a string that is not translated stays English and says so (`lang`). Throws RangeError for an unknown key. */
export function localizedInstrument(key: string, locale: string): LocalizedInstrument {
  return localize(key, { instrument: instrument(key), overlay: overlayOf(key, locale), locale });
}
