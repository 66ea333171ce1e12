/** Lone surrogates and NUL: neither can be stored as text or as JSON. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL holds no NUL
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same text, list or object without signs that a database does not take; names of fields too. Pure. */
export function storable<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unstorable, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.replace(unstorable, ''), cleaned(inner)]));
}
