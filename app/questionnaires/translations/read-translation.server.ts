import { givenText } from '~/platform/http/given-text';
import { checkTerms, includedInstruments, instrumentKeys, overlayOf, ownerOfPlace, termListOf } from '#scoring';
import { historyOfStrings } from '~/access/translated-strings.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import { readCorrections } from './keep-fresh.server';
import { generalGroup, type StringView, stringsOf } from './read-strings.server';

export const shownStates = ['all', 'drafted', 'corrected'] as const;
export type ShownState = (typeof shownStates)[number];

const fits: Record<ShownState, (string: StringView) => boolean> = {
  all: () => true,
  drafted: ({ status }) => status !== 'reviewed',
  corrected: ({ revision }) => revision > 1000,
};

/** One section of a translation beside its English, as the address filters it; null for a questionnaire that was never released. */
export async function readTranslation({ key, locale, filters }: { key: string; locale: string; filters: URLSearchParams }) {
  if (!instrumentKeys().includes(key)) return null;
  await readCorrections();
  const groups = stringsOf(key, locale);
  const group = groups.find((each) => each.key === filters.get('section')) ?? groups[0];
  const state = shownStates.find((each) => each === filters.get('state')) ?? 'all';
  const search = givenText(filters, 'q').trim().slice(0, 200);
  const folded = search.toLocaleLowerCase();
  const strings = (search === '' ? (group?.strings ?? []) : groups.flatMap((each) => each.strings))
    .filter(fits[state])
    .filter(({ english, text }) => folded === '' || `${english}\n${text}`.toLocaleLowerCase().includes(folded))
    .slice(0, 200);
  const corrected = strings.filter(({ revision }) => revision > 1000).map(({ place }) => place);
  const history = await correctionsOf({ key, locale, places: corrected });
  const files = overlayOf(key, locale)?.strings ?? {};
  const english = new Map(groups.flatMap((each) => each.strings.map((string) => [string.place, string.english])));
  const shown = new Set(strings.map(({ place }) => place));
  const list = termListOf(locale);
  return {
    key,
    locale,
    /** The terms of the language by which texts are translated; null where it has none. */
    list: list && { address: list.address, terms: list.terms },
    title: localizedInstrument(key, getLocale()).title.text,
    section: group?.key ?? generalGroup,
    sections: groups.map((each) => ({
      key: each.key,
      title: each.title,
      total: each.strings.length,
      reviewed: each.strings.filter(({ status }) => status === 'reviewed').length,
    })),
    state,
    search,
    strings: strings.map((string) => ({
      ...string,
      ...(list ? checkTerms(list, string) : { terms: [], avoided: [] }),
      /** The English hint of the question, where the string is the question itself and its hint is not among those shown. */
      hint: string.place.endsWith('.text') && !shown.has(hintOf(string.place)) ? (english.get(hintOf(string.place)) ?? null) : null,
      earlier: [
        ...history
          .filter(({ place, revision }) => place === string.place && revision !== string.revision)
          .map(({ revision, text, createdAt, user }) => ({ revision, text, at: createdAt.toISOString(), by: user?.name ?? null })),
        ...revisionsOf(files[string.place])
          .filter(({ revision }) => revision !== string.revision)
          .map((each) => ({ ...each, at: null, by: null })),
      ],
    })),
  };
}
export type TranslationView = NonNullable<Awaited<ReturnType<typeof readTranslation>>>;

const hintOf = (place: string): string => place.replace(/text$/, 'hint');

/** The corrections of these places, the last of each first. A text that another questionnaire has is corrected there. */
async function correctionsOf({ key, locale, places }: { key: string; locale: string; places: readonly string[] }) {
  const history: Awaited<ReturnType<typeof historyOfStrings>> = [];
  for (const owner of [key, ...includedInstruments(key)]) {
    const own = places.filter((place) => ownerOfPlace(key, place) === owner);
    if (own.length > 0) history.push(...(await historyOfStrings(owner, locale, own)));
  }
  return history;
}

/** What the product's own file says of a text, and said before, the last first. */
function revisionsOf(words: { text: string; revision: number; earlier?: Record<string, string> | undefined } | undefined) {
  if (!words) return [];
  const before = Object.entries(words.earlier ?? {}).map(([revision, text]) => ({ revision: Number(revision), text }));
  return [{ revision: words.revision, text: words.text }, ...before].sort((a, b) => b.revision - a.revision);
}
