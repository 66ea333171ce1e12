import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { confidenceField, methodStart, origin, plain } from './origins.ts';
import { readCsv, textOf, writeTable } from './write-table.ts';

/** Names that came by way of OpenStreetMap, GeoNames and Wikipedia under other terms each: left out. */
const ofMixedLicence = 'D2';

/** Provinces, states and, for Xinjiang and the Production and Construction Corps, places down to counties and divisions, in every script an address may be written in. */
export function transcribeSubdivisions(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'subdivisions.csv');
  // Of these the Latin names of Xinjiang itself are kept: the method could not recognise the region without them.
  const rows = file.rows.filter((row) => row.source !== ofMixedLicence || (row.code === 'CN-XJ' && row.script === 'Latn'));
  const countries = new Set(rows.map((row) => row.country_iso3));
  return writeTable(target, {
    id: 'subdivisions',
    vintage: '2026-11',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Names of subdivisions of 13 countries, and of places in Xinjiang',
      producer: 'Debian iso-codes; place lists of Xinjiang compiled by Manumit',
      citation:
        'Debian iso-codes 4.18.0, ISO 3166-2; Chinese codes of GB/T 2260; names of Xinjiang and of the Xinjiang Production and Construction Corps from public lists of administrative divisions.',
      urlMain: 'https://salsa.debian.org/iso-codes-team/iso-codes',
      datePublished: '2026-11',
      licence: {
        name: 'LGPL-2.1-or-later (iso-codes); single names are facts',
        url: 'https://www.gnu.org/licenses/old-licenses/lgpl-2.1.html',
        redistribution: 'allowed-with-credit',
      },
      sha256: file.sha256,
      doubts: [
        'Names of the source that mixes licences are left out.',
        'Some Latin spellings of places in Xinjiang are recalled.',
        'Names that two units share are told apart by their country and level alone; Viet Nam has the units from before July 2025.',
      ],
    }),
    coverage: {
      what: 'countries',
      of: countries.size,
      note: 'countries with regions that a method or a list speaks of; others by country alone',
    },
    keyFields: 5,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      code: plain('ISO 3166-2, or GB/T 2260 below the provinces of China', 'code'),
      name: plain('one name of it'),
      language: plain('language of the name', 'BCP 47'),
      kind: plain(
        'official, short, alternative, translation, pinyin, traditional, abbreviation, former_code, or a name that is for reading only',
        'word',
      ),
      level: plain('what it is', 'word'),
      parent: plain('code of what it belongs to', 'code'),
      script: plain('script of the name', 'ISO 15924'),
      confidence: confidenceField,
    },
    rows: rows.map((row) => [
      codes(row.country_iso3),
      ...[row.code, row.name, row.lang, row.name_kind, row.level, row.parent_code, row.script, row.confidence].map(textOf),
    ]),
  });
}
