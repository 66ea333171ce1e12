/**
 * Names of the fields with which a form without script searches: the list, the text, and the text that the shown matches are for. They are taken out before an
 * action reads its form (`platform/forms/search-step`).
 */
export const searchFields = {
  list: (name: string) => `${name}~list`,
  text: (name: string) => `${name}~text`,
  shown: (name: string) => `${name}~shown`,
  /** Words that are not on the list count: `one` or `several`. */
  free: (name: string) => `${name}~free`,
};

/** The button that searches; any button does where the text is new. */
export const searchButton = '~search';

/** What the form does, where only its button says so. */
export const searchIntent = '~intent';
