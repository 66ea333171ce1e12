import { m } from '~/paraglide/messages';

const lists: Readonly<Record<string, () => string>> = {
  words: m.classification_list_words,
  'listed-goods': m.classification_list_goods,
  isic: m.classification_list_isic,
  naics: m.classification_list_naics,
  hs: m.classification_list_hs,
};

/** Names of the hubs and classifications of `hub-vocabularies`; proper names are the same in every language. */
export const hubTitles: Readonly<Record<string, string>> = {
  'open-supply-hub': 'Open Supply Hub',
  'gs1-gpc': 'GS1 GPC',
  sedex: 'Sedex',
  'better-work': 'Better Work',
  'ilo-sectors': 'ILO',
  gics: 'GICS',
};

/** The name of the list that words were recognised in; one that is not known here comes back as it was. */
export const wordListName = (source: string): string => lists[source]?.() ?? hubTitles[source.replace(/^hub:/, '')] ?? source;
