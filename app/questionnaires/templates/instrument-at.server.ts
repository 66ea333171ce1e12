import * as released from '#scoring';
import type { CrosswalkPair, Instrument, LocalizedInstrument, Relation } from '#scoring';
import { correctedAt, correctedOverlay } from './corrected-labels';
import { isOwnKey, type OwnPair, overlayFrom, type Translations } from './own-version';

/** A used version of a questionnaire that an organization made itself: for ever the same, as the database sees to. */
export type OwnVersion = { instrument: Instrument; translations: Translations; crosswalk: readonly OwnPair[] };

/** A process keeps this many; one that fell out is read again (`knowInstruments`). */
const keptVersions = 400;
const kept = new Map<string, OwnVersion>();

/** Only `knowInstruments` calls it, with what it read of a frozen version. */
export function keepVersion(key: string, version: OwnVersion): void {
  kept.delete(key);
  kept.set(key, version);
  const [oldest] = kept.keys();
  if (kept.size > keptVersions && oldest !== undefined) kept.delete(oldest);
}

/** Those of the keys that have to be read from the database first. */
export function unknownAmong(keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => isOwnKey(key) && !kept.has(key));
}

function ownAt(key: string): OwnVersion | null {
  if (!isOwnKey(key)) return null;
  const known = kept.get(key);
  if (!known) throw new RangeError(`No instrument ${key}`);
  return known;
}

/** Whether the questionnaire of that key can be asked for here: released, or an own one that was read. */
export function isInstrument(key: string): boolean {
  return isOwnKey(key) ? kept.has(key) : released.instrumentKeys().includes(key);
}

/**
 * The questionnaire of that key, released or the organization's own. Throws RangeError for an unknown key, and for an own one that was not loaded
 * (`knowInstruments`).
 */
export function instrument(key: string): Instrument {
  return ownAt(key)?.instrument ?? released.instrument(key);
}

/**
 * The same in one language, for readers of answers, findings and reports; a string that is not translated stays English and says so (`lang`). Statements point
 * to nothing beside them: whoever shows a rule there takes `instrumentBesideRules`.
 */
export function localizedInstrument(key: string, locale: string): LocalizedInstrument {
  return released.forReaders(instrumentBesideRules(key, locale));
}

/** The same for pages that record answers and show legal rules beside the statements that point to them. */
export function instrumentBesideRules(key: string, locale: string): LocalizedInstrument {
  const own = ownAt(key);
  if (!own)
    return released.localize(key, {
      instrument: released.instrument(key),
      overlay: correctedOverlay(key, locale, released.overlayOf(key, locale)),
      locale,
    });
  return released.localize(key, {
    instrument: own.instrument,
    overlay: overlayFrom(key, { locale, translations: own.translations }),
    locale,
  });
}

/** The text of one place in a revision: of the files, or corrected in the product. Null where it is not stored. */
export function wordsAt(given: { instrumentKey: string; locale: string; place: string; revision: number }): string | null {
  const corrected = correctedAt(given);
  if (corrected !== null) return corrected;
  const own = ownAt(given.instrumentKey);
  const overlay = own
    ? overlayFrom(given.instrumentKey, { locale: given.locale, translations: own.translations })
    : released.overlayOf(given.instrumentKey, given.locale);
  const words = overlay?.strings[given.place];
  return words?.revision === given.revision ? words.text : (words?.earlier?.[String(given.revision)] ?? null);
}

/** Languages in which a questionnaire can be shown. */
export function instrumentLocales(key: string): string[] {
  const own = ownAt(key);
  return own ? ['en', ...Object.keys(own.translations)] : released.instrumentLocales(key);
}

const backwards: Record<Relation, Relation> = { equal: 'equal', broader: 'narrower', narrower: 'broader', related: 'related' };
const turned = ({ question, target, relation }: CrosswalkPair): CrosswalkPair => ({
  question: target,
  target: question,
  relation: backwards[relation],
});

/** How the questions of one questionnaire relate to those of another. */
export function instrumentPairs(from: string, to: string): CrosswalkPair[] {
  const [own, other] = [ownAt(from), ownAt(to)];
  if (own && other) return pairsBetweenOwn({ from, own, to, other });
  if (own) return pairsFromOwn(own, to);
  return other ? pairsFromOwn(other, from).map(turned) : released.crosswalkPairs(from, to);
}

/** What its own crosswalk says of that questionnaire; and where a question equals one of another released questionnaire, what that one is to it. */
function pairsFromOwn(own: OwnVersion, to: string): CrosswalkPair[] {
  const direct = own.crosswalk
    .filter((pair) => pair.instrument === to)
    .map(({ question, relation, target }) => ({ question, relation, target }));
  const said = new Set(direct.map(({ question }) => question));
  const through = own.crosswalk
    .filter(({ question, relation, instrument: by }) => relation === 'equal' && by !== to && !said.has(question))
    .flatMap(({ question, instrument: by, target }) =>
      released.crosswalkPairs(by, to).flatMap((pair) => (pair.question === target ? [{ ...pair, question }] : [])),
    );
  return [...direct, ...through];
}

type TwoOwn = { from: string; own: OwnVersion; to: string; other: OwnVersion };

/** Between versions of one questionnaire a question that did not change is its own equal. Between two questionnaires: what both call equal to the same. */
function pairsBetweenOwn({ own, other }: TwoOwn): CrosswalkPair[] {
  const questions = released.questionsOf(own.instrument);
  if (own.instrument.id === other.instrument.id) {
    const later = new Map(released.questionsOf(other.instrument).map((question) => [question.key, question]));
    return questions.flatMap(({ key, type, text, nonCompliantWhen }) => {
      const same = later.get(key);
      if (!same) return [];
      const isSame = same.type === type && same.text.en === text.en && same.nonCompliantWhen === nonCompliantWhen;
      return [{ question: key, target: key, relation: isSame ? ('equal' as const) : ('related' as const) }];
    });
  }
  const place = (pair: OwnPair) => `${pair.instrument} ${pair.target}`;
  const equals = other.crosswalk.filter(({ relation }) => relation === 'equal');
  return own.crosswalk.flatMap((pair) =>
    equals
      .filter((each) => place(each) === place(pair))
      .map(({ question }) => ({ question: pair.question, target: question, relation: pair.relation })),
  );
}

/** What an own questionnaire says of how its questions relate to those of released ones. Empty for a released questionnaire. */
export const relatedToReleased = (key: string): readonly OwnPair[] => ownAt(key)?.crosswalk ?? [];

/** What an own questionnaire says equals questions of a released one: all of it that can count (R5). Empty for a released questionnaire. */
export function equalToReleased(key: string): readonly OwnPair[] {
  return relatedToReleased(key).filter(({ relation }) => relation === 'equal');
}
