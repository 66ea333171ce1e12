import type { Headers } from '~/suppliers/fields/definition/define-field';
import { importColumns } from '~/suppliers/fields/definition/import-columns';
import type { FieldKey } from '~/suppliers/fields/definition/read-fields';
import { headersOf } from '~/suppliers/fields';
import { type Field, fields } from './fields';
import { foldHeader } from './fold-header';
import { bengali } from './header-words/bengali';
import { chinese } from './header-words/chinese';
import { dutch } from './header-words/dutch';
import { english } from './header-words/english';
import { french } from './header-words/french';
import { german } from './header-words/german';
import { indonesian } from './header-words/indonesian';
import { italian } from './header-words/italian';
import { japanese } from './header-words/japanese';
import { korean } from './header-words/korean';
import { portuguese } from './header-words/portuguese';
import { spanish } from './header-words/spanish';
import { turkish } from './header-words/turkish';
import { vietnamese } from './header-words/vietnamese';

type Named = Exclude<Field, 'ignore'>;
const named = fields.filter((field): field is Named => field !== 'ignore');
const headers: Readonly<Partial<Record<FieldKey, Headers>>> = headersOf;
const languages = [
  english,
  french,
  german,
  spanish,
  portuguese,
  italian,
  dutch,
  vietnamese,
  turkish,
  indonesian,
  chinese,
  japanese,
  korean,
  bengali,
];

/**
 * What people write above a column, folded by `foldHeader`, per column, of all languages. The first column of `fields` that owns a word keeps it. Throws on a
 * line of a language that names no column.
 */
export const headerWords: ReadonlyMap<Named, readonly string[]> = readWords(languages, wordsOfFields());

function wordsOfFields(): [Named, string[]][] {
  return importColumns.map(({ column, key }) => {
    const { telling: _, ...byLanguage } = headers[key] ?? {};
    return [column, Object.values(byLanguage).flat()];
  });
}

function readWords(texts: readonly string[], before: readonly [Named, string[]][] = []): Map<Named, string[]> {
  const words = new Map(before);
  for (const line of texts.flatMap((text) => text.split('\n')).filter((each) => each !== '')) {
    const [name, list = ''] = line.split(': ');
    const field = named.find((each) => each === name);
    if (!field) throw new Error(`No column is called ${name}: ${line}`);
    words.set(field, [...(words.get(field) ?? []), ...list.split(' | ')]);
  }
  return words;
}

const pointTexts = [english, chinese, japanese, korean, bengali];
const pointCodes: ReadonlySet<string> = new Set(['en', 'zh', 'ja', 'ko']);
const wordsByLanguage = Object.values(headers).flatMap(({ telling: _, ...byLanguage }: Headers) => Object.entries(byLanguage));
/** Headers of languages that begin a fraction with a point, and of those that begin it with a comma. */
const writing = (isPoint: boolean): ReadonlySet<string> =>
  new Set([
    ...[...readWords(languages.filter((text) => pointTexts.includes(text) === isPoint)).values()].flat(),
    ...wordsByLanguage.flatMap(([code, words]) => (pointCodes.has(code) === isPoint ? words : [])),
  ]);
const [pointWords, commaWords] = [writing(true), writing(false)];

/** The decimal sign of the language in which most of the headers are written; null where they do not tell. */
export function signOfHeaders(header: readonly string[]): '.' | ',' | null {
  const folded = header.map(foldHeader);
  const only = (words: ReadonlySet<string>, others: ReadonlySet<string>) =>
    folded.filter((name) => [name, name.split(' ').slice(0, -1).join(' ')].some((each) => words.has(each) && !others.has(each))).length;
  const [points, commas] = [only(pointWords, commaWords), only(commaWords, pointWords)];
  return points === commas ? null : points > commas ? '.' : ',';
}

type Telling = { column: Named; rank: number; words: readonly string[] };
const otherTelling: readonly Telling[] = [
  { column: 'subcontractors', rank: 40, words: ['subcontract', 'subcon', 'sous traitant', 'subunternehm', 'subcontrat'] },
  {
    column: 'labourProviders',
    rank: 50,
    words: ['labour provider', 'labor provider', 'recruitment agenc', 'labour agenc', 'labor agenc', 'recruiter'],
  },
  {
    column: 'supplierName',
    rank: 110,
    words: ['supplier name', 'vendor name', 'company name', 'nom du fournisseur', 'lieferantenname'],
  },
  {
    column: 'siteName',
    rank: 120,
    words: ['factory name', 'facility name', 'site name', 'mill name', 'plant name', 'nom de l usine'],
  },
  { column: 'contactEmail', rank: 20, words: ['contact email', 'contact e mail', 'email address', 'e mail address'] },
  { column: 'contactPhone', rank: 21, words: ['contact phone', 'contact number', 'telephone', 'phone number'] },
  { column: 'contactRole', rank: 22, words: ['contact role', 'contact title', 'contact position'] },
  { column: 'contactName', rank: 23, words: ['contact name', 'contact person', 'main contact', 'ansprechpartner'] },
  {
    column: 'coordinates',
    rank: 70,
    words: ['gps coordinate', 'gps koordinat', 'coordenadas gps', 'coordonnees gps', 'toa do gps', '坐标', '经纬度'],
  },
  { column: 'taxNumber', rank: 24, words: ['vat number', 'vat no', 'vat id', 'tax number', 'tax id', 'gst number'] },
  {
    column: 'orderNumber',
    rank: 122,
    words: ['purchase order number', 'po number', 'order number', 'invoice number'],
  },
  { column: 'orderDate', rank: 124, words: ['date delivered', 'delivered to', 'order date', 'date of delivery'] },
  { column: 'externalId', rank: 130, words: ['supplier code', 'vendor code', 'supplier number', 'vendor number'] },
];
const tellingOfFields = importColumns.flatMap(({ column, key }): Telling[] => {
  const telling = headers[key]?.telling;
  return telling ? [{ column, ...telling }] : [];
});

/** Word groups that tell a column when they are part of a longer header, most telling first. */
export const distinctiveWords: readonly (readonly [Named, readonly string[]])[] = [...tellingOfFields, ...otherTelling]
  .sort((a, b) => a.rank - b.rank)
  .map(({ column, words }) => [column, words]);
