import { type Instrument, localize, overlayOf, placesOf } from '#scoring';
import { correctedOverlay } from '~/questionnaires/templates/corrected-labels';
import { instrument } from '~/questionnaires/templates/instrument-at.server';

export type StringView = {
  place: string;
  english: string;
  text: string;
  /** Of the text as it is shown: 0 where it is English still, above 1,000 where it was corrected in the product. */
  revision: number;
  status: 'missing' | 'drafted' | 'reviewed';
};
export type StringGroup = { key: string; title: string; strings: StringView[] };

/** What belongs to no section: title, summary, choices and what contradicts itself. */
export const generalGroup = 'general';

/** Every string of a released questionnaire beside its English, by section in the questionnaire's order. Grows with the questionnaire: at most some 700 strings. */
export function stringsOf(key: string, locale: string): StringGroup[] {
  const asked = instrument(key);
  const { english, sectionOf } = frozenOf(asked, key);
  const overlay = correctedOverlay(key, locale, overlayOf(key, locale));
  const groups = new Map<string, StringGroup>();
  groups.set(generalGroup, { key: generalGroup, title: asked.title.en, strings: [] });
  for (const section of asked.sections) groups.set(section.key, { key: section.key, title: section.title.en, strings: [] });
  for (const [place, words] of english) {
    const translated = overlay?.strings[place];
    groups.get(sectionOf.get(place) ?? generalGroup)?.strings.push({
      place,
      english: words,
      text: translated?.text ?? '',
      revision: translated?.revision ?? 0,
      status: translated?.status ?? 'missing',
    });
  }
  return [...groups.values()].filter(({ strings }) => strings.length > 0);
}

type Frozen = { english: Map<string, string>; sectionOf: Map<string, string> };
const frozen = new Map<string, Frozen>();

/** The English of each place in its order, and its section: of a released questionnaire for ever the same, so worked out once. */
function frozenOf(asked: Instrument, key: string): Frozen {
  const known = frozen.get(key);
  if (known) return known;
  const owners = new Map<string, string>();
  for (const section of asked.sections)
    for (const each of [section, ...section.points, ...section.questions]) owners.set(each.key, section.key);
  const texts = textsOf(asked, key);
  const english = new Map(placesOf(asked).map((place) => [place, texts.get(place) ?? '']));
  const sectionOf = new Map<string, string>();
  for (const place of english.keys()) {
    const parts = place.split('.');
    const owner = parts.map((_, at) => parts.slice(0, parts.length - at).join('.')).find((start) => owners.has(start));
    if (owner) sectionOf.set(place, owners.get(owner) ?? generalGroup);
  }
  const made = { english, sectionOf };
  frozen.set(key, made);
  return made;
}

/** The English of each place: found by laying over the questionnaire a translation of which each string is its own place. */
function textsOf(asked: Instrument, key: string): Map<string, string> {
  const places = placesOf(asked);
  const strings = Object.fromEntries(places.map((place) => [place, { text: place, revision: 1, status: 'drafted' as const }]));
  const marked = shownTexts(localize(key, { instrument: asked, overlay: { instrument: key, locale: 'xx', strings }, locale: 'xx' }));
  const plain = shownTexts(localize(key, { instrument: asked, overlay: null, locale: 'en' }));
  return new Map(marked.map((place, at) => [place, plain[at] ?? '']));
}

function shownTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && 'revision' in value && typeof value.text === 'string') return [value.text];
  return Object.values(value).flatMap(shownTexts);
}
