const introduction =
  /[,;]?\s*[([]?\s*\b(?:(?:and|including)\s+(?:its\s+|the\s+)?(?:\w+\s+)?(?:alias(?:es)?|former names?)|(?:also|formerly|previously|and\s+formerly)\s+known\s+as|a\.?\s?k\.?\s?a|f\.?\s?k\.?\s?a|alias(?:es)?)\b\.?[:\s]*/iu;

/** The name of an entity without the text that a list adds ("including two aliases: A and B", "formerly known as C"), and the names in that text. */
export function splitEntity(text: string): { entity: string; aliases: string[] } {
  const found = introduction.exec(text);
  const entity = found ? text.slice(0, found.index).trim() : text.trim();
  if (!found || entity === '') return { entity: text.trim(), aliases: [] };
  const rest = text.slice(found.index + found[0].length).replace(/[)\]]\s*$/, '');
  return { entity, aliases: splitAliases(rest) };
}

const introductions = new RegExp(introduction.source, 'giu');

/**
 * Single names in a cell of aliases, separated by semicolons, vertical bars or introducing phrases. A comma or an "and" alone separates nothing: names contain
 * both.
 */
export function splitAliases(text: string): string[] {
  return text
    .replace(introductions, ';')
    .split(/[;|]/)
    .map((name) => withoutSigns(name.trim().replace(/^(and|or)\s+/i, '')))
    .filter((name) => name !== '');
}

const withoutSigns = (name: string): string =>
  name
    .replace(/^["'“”‘’\s]+|["'“”‘’,:\s]+$/g, '')
    .replace(/\s*\((former|formerly|former name|old name)\)$/i, '')
    .replace(/^\(([^()]*)\)?$/, '$1')
    .trim();
