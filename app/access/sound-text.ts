// A lone surrogate is no character, and PostgreSQL keeps no null character: neither can be written down and read again.
const unsound = /\0|\p{Surrogate}/u;

/** Whether a text can be kept as it is. Every text that a person or a machine sends is asked before it reaches a record. */
export const isSoundText = (text: string): boolean => !unsound.test(text);

/** The same of everything in a parsed JSON text, names of fields included. */
export function isSoundJson(value: unknown): boolean {
  if (typeof value === 'string') return isSoundText(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isSoundText(name) && isSoundJson(inner));
}

/** Names that every object has. A form that uses one as the name of a field was not written by us. */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export const isFieldName = (name: string): boolean => !inherited.has(name) && isSoundText(name);

const unsoundEscapes = /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/g;

/**
 * What `JSON.stringify` wrote, as it can be kept: null characters are taken out, lone surrogates become U+FFFD. It writes only those by their number, so six plain
 * characters after a backslash stay.
 */
export function soundJson(json: string): string {
  return json.includes('\\u')
    ? json.replace(unsoundEscapes, (_, before: string, code: string) => before + (code === '0000' ? '' : '\ufffd'))
    : json;
}
