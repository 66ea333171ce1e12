/** Where the language of a text comes from: what the server or the page set, else English. */
export const messageStrategy = ['globalVariable', 'baseLocale'] as const;
