import { saysNothing } from './clean/text';
import type { Field } from './fields';
import { foldHeader } from './fold-header';

/** Tiers beyond the first that a row can name a supplier of, each in a column of its own. The first tier is the row's supplier. */
export const furtherTiers = [2, 3, 4, 5] as const;
export type FurtherTier = (typeof furtherTiers)[number];
export const tierField = (tier: FurtherTier) => `tier${tier}` as const;
export const tierCountryField = (tier: FurtherTier) => `tier${tier}Country` as const;
const isFurther = (tier: number): tier is FurtherTier => furtherTiers.some((each) => each === tier);

/** Whether columns name suppliers of several tiers. */
export const hasTierColumns = (columns: readonly Field[]) => furtherTiers.some((tier) => columns.includes(tierField(tier)));

type TierHeader = { tier: number; of: 'name' | 'country' | 'other' };

const word =
  'tier|level|lieferkettenstufe|lieferstufe|lieferantenstufe|stufe|ebene|rang|nivel|niveau|livello|laag|camada|kademe|seviye|tingkat|lapis|cap|bac|poziom|ティア|层级';
const numbered = new RegExp(`(?:^|[^\\p{L}])(?:${word}) ?([1-5])(?!\\d)`, 'gu');
const counted = new RegExp(`(?:^|[^\\p{L}\\d])([1-5])(?:st|nd|rd|th|er|re|e|eme|o|a|ste|de)? (?:${word})(?![\\p{L}\\d])`, 'gu');
const short = /^t ?([1-5])(?!\d)/u;
const spelled =
  /(?:^|[^\p{L}])(first|second|third|fourth|fifth|erste|zweite|dritte|vierte|funfte|premier|deuxieme|troisieme|quatrieme|cinquieme) (?:tier|level|stufe|ebene|rang|niveau)(?!\p{L})/u;
const spelledTiers = [
  'first erste premier',
  'second zweite deuxieme',
  'third dritte troisieme',
  'fourth vierte quatrieme',
  'fifth funfte cinquieme',
];
/** "一级供应商", "二次サプライヤー". */
const eastAsian = /^第?([一二三四五1-5])(?:级|級|次|层|層)/u;

const countryWords = /(?:^|[^\p{L}])(country|countries|land|pays|pais|paese|quoc gia|nuoc|ulke|negara|kraj)(?!\p{L})|国|國|나라|국가/u;
const otherWords =
  /(?:^|[^\p{L}])(address|adresse|direccion|endereco|indirizzo|city|town|region|state|province|postal|zip|email|e mail|mail|contact|phone|tel|code|id|number|no|nr|percent|share|product|products|article|date|year|workers|employees|headcount|certificate|certification|type|process|risk|status|disclosed|known|mapped|count|spend|value|volume|latitude|longitude|lat|lng|ort|stadt|strasse|ville|ciudad|cidade|comment|comments|notes|remarks)(?!\p{L})/u;

/** Which tier a column heading speaks of, and whether of its suppliers' names, their countries or something else; null where it names none, or several. */
export function tierOfHeader(header: string): TierHeader | null {
  const folded = foldHeader(header);
  const found = new Set<number>();
  for (const pattern of [numbered, counted]) for (const match of folded.matchAll(pattern)) found.add(Number(match[1]));
  const first = short.exec(folded)?.[1];
  if (first) found.add(Number(first));
  const said = spelled.exec(folded)?.[1];
  if (said) found.add(spelledTiers.findIndex((words) => words.split(' ').includes(said)) + 1);
  const asian = eastAsian.exec(folded.replace(/\s/g, ''))?.[1];
  if (asian) found.add('一二三四五'.includes(asian) ? '一二三四五'.indexOf(asian) + 1 : Number(asian));
  const [tier] = found;
  if (tier === undefined || found.size > 1) return null;
  return { tier, of: countryWords.test(folded) ? 'country' : otherWords.test(folded) ? 'other' : 'name' };
}

/** How many cells of a row head columns of different tiers; 0 where it speaks of one tier only, as rows below a column of tiers do. */
export function countTierHeaders(cells: readonly string[]): number {
  const tiers = cells.flatMap((cell) => (cell.length <= 80 && /[\d\p{L}]/u.test(cell) ? (tierOfHeader(cell) ?? []) : []));
  return new Set(tiers.map(({ tier }) => tier)).size > 1 ? tiers.length : 0;
}

const namesOf = (values: readonly string[]) => values.filter((value) => !saysNothing(value));
const isTick = (value: string) => /^(?:x|✓|✔|y|n|yes|no|ja|nein|oui|non|si|sim|nao|true|false)$/i.test(value.trim());
const isName = (value: string) => /\p{L}{2}|\p{Lo}/u.test(value) && !isTick(value);

/**
 * The fields of columns that are headed by tiers, by column, where at least one names suppliers beyond the first tier; empty elsewhere. Columns of a tier
 * that are neither names nor countries are `ignore`: they say nothing of the row's own supplier.
 */
export function fieldsOfTiers(header: readonly string[], rows: readonly { cells: readonly string[] }[]): ReadonlyMap<number, Field> {
  const columns = header.flatMap((name, column) => {
    const said = tierOfHeader(name);
    return said ? [{ column, ...said }] : [];
  });
  const fields = new Map<number, Field>();
  const taken = new Set<Field>();
  for (const { column, tier, of } of columns) {
    const field = fieldOf(tier, of);
    const values = namesOf(rows.flatMap(({ cells }) => cells[column] ?? []));
    const isFit = of !== 'name' || values.filter(isName).length > values.length / 2;
    if (field === null || taken.has(field) || !isFit) {
      if (tier > 1) fields.set(column, 'ignore');
      continue;
    }
    taken.add(field);
    fields.set(column, field);
  }
  return [...fields.values()].some((field) => furtherTiers.some((tier) => field === tierField(tier))) ? fields : new Map();
}

function fieldOf(tier: number, of: TierHeader['of']): Field | null {
  if (of === 'other') return null;
  if (tier === 1) return of === 'name' ? 'supplierName' : 'country';
  if (!isFurther(tier)) return null;
  return of === 'name' ? tierField(tier) : tierCountryField(tier);
}
