import { foldEntityName } from '#scoring';

/** The single names in an order's text: separated by semicolons, without terms for a vessel or a corporate group. */
export function namesInText(entity: string): string[] {
  return entity
    .split(/[;|]/)
    .map((part) =>
      part
        .trim()
        .replace(/^(and\s+)?(fishing vessel|f\/v|the)\s+/i, '')
        .replace(
          /(,? and (all )?(its |their )?(subsidiaries|subordinates|affiliates)|, subsidiaries and joint ventures| \(all vessels\))$/i,
          '',
        )
        .trim(),
    )
    .filter((name) => name !== '');
}

/** Names as a set that two spellings of one order share. */
export const nameSet = (names: readonly string[]): string => [...new Set(names.map((name) => foldEntityName(name)))].sort().join('|');

/** What an order is about where no column says it: goods of a whole country or a region; null for parties by name. */
export function scopeInText(entity: string): 'country' | 'region' | null {
  if (/\bautonomous region\b(?! production)|\(whole region\)|\bregion$/i.test(entity)) return 'region';
  return /^(all|any)\s/i.test(entity) ? 'country' : null;
}

export const orderScopes: readonly [RegExp, 'named' | 'region' | 'country'][] = [
  [/^(named|name|part(y|ies)|entity|entities|company|companies|manufacturers?)\b/i, 'named'],
  [/^(region|regional|province|area)\b/i, 'region'],
  [/^(country|whole country|national|all)\b/i, 'country'],
];
