import { type Field, fields } from './fields';
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
];

/**
 * What people write above a column, folded by `foldHeader`, per field, of all languages. The first field of
 * `fields` that owns a word keeps it. Throws on a line of a language that names no field.
 */
export const headerWords: ReadonlyMap<Named, readonly string[]> = readWords(languages);

function readWords(texts: readonly string[]): Map<Named, string[]> {
  const words = new Map<Named, string[]>();
  for (const line of texts.flatMap((text) => text.split('\n')).filter((each) => each !== '')) {
    const [name, list = ''] = line.split(': ');
    const field = named.find((each) => each === name);
    if (!field) throw new Error(`No field is called ${name}: ${line}`);
    words.set(field, [...(words.get(field) ?? []), ...list.split(' | ')]);
  }
  return words;
}

/** Word groups that tell a field when they stand inside a longer header, most telling first. */
export const tellingWords: readonly (readonly [Named, readonly string[]])[] = [
  ['femaleShare', ['percent female', 'female percent', 'share female', 'women percent', 'frauenanteil', 'percent women']],
  ['migrantShare', ['percent migrant', 'migrant percent', 'share migrant', 'migrant worker', 'foreign worker', 'wanderarbeit']],
  ['agencyShare', ['percent agency', 'agency worker', 'leiharbeit']],
  ['subcontractors', ['subcontract', 'subcon', 'sous traitant', 'subunternehm', 'subcontrat']],
  ['labourProviders', ['labour provider', 'labor provider', 'recruitment agenc', 'labour agenc', 'labor agenc', 'recruiter']],
  ['parentCompany', ['parent company', 'parent name', 'supplier group', 'holding company']],
  ['postalCode', ['postal code', 'zip code', 'postcode', 'postleitzahl', 'code postal']],
  ['lat', ['latitude']],
  ['lng', ['longitude']],
  [
    'workers',
    [
      'number of workers',
      'number of employees',
      'total workers',
      'total employees',
      'no of workers',
      'no of employees',
      'anzahl mitarbeiter',
      'nombre de travailleurs',
    ],
  ],
  ['supplierName', ['supplier name', 'vendor name', 'company name', 'nom du fournisseur', 'lieferantenname']],
  ['siteName', ['factory name', 'facility name', 'site name', 'mill name', 'plant name', 'nom de l usine']],
  ['externalId', ['supplier code', 'vendor code', 'supplier number', 'vendor number']],
  ['country', ['country', 'pays ', 'quoc gia']],
  ['address', ['address', 'adresse', 'direccion', 'dia chi']],
  ['sector', ['industry', 'sector', 'naics', 'nace code', 'nace rev', 'isic']],
  ['product', ['product type', 'product categor']],
];
