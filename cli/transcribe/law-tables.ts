import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { methodStart, origin, plain } from './origins.ts';
import { readCsv, textOf, writeTable } from './write-table.ts';

/** How a row of the law table was read; what was recalled or read in one summary only is not confirmed. */
const certainties: Readonly<Record<string, string>> = { confirmed: 'confirmed', 'second-hand': 'second-hand', memory: 'to-be-checked' };

/** Requirements of national labour law by country and topic, in our own words, with law, article and source. */
export function transcribeNationalLaw(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'national_law.csv');
  const numbers = new Map<string, number>();
  const next = (iso2: string) => {
    numbers.set(iso2, (numbers.get(iso2) ?? 0) + 1);
    return numbers.get(iso2) ?? 1;
  };
  return writeTable(target, {
    id: 'national-law',
    vintage: '2026-11-29',
    inForceFrom: methodStart,
    origin: {
      ...origin({
        title: 'Requirements of national labour law in twenty producing countries',
        producer: 'Manumit, from laws, decrees, government pages, guides and the press named in each row',
        citation:
          'Compiled on 29 November 2026 from stored copies of law texts, government pages, law firms, guides and the press; facts in our own words.',
        urlMain: null,
        datePublished: '2026-11-29',
        licence: {
          name: 'Facts from laws, guides and the press; this table: Apache-2.0',
          url: 'https://www.apache.org/licenses/LICENSE-2.0',
          redistribution: 'allowed',
        },
        sha256: file.sha256,
        doubts: [
          'Not legal advice: check the law before a finding rests on one row.',
          'Rows to be checked were recalled, and no stored source was found for them.',
          'Bangladesh: the Labour (Amendment) Act 2026 was not read. India: rules of the states were not read. Pakistan: provincial acts bind most factories.',
          'Sri Lanka, Myanmar, Jordan and Thailand: no law text was read in full. Cambodia: amendments of 2007, 2018 and 2021 were not read.',
          'Fire safety, dormitories and social insurance are thin in every country: they are regulated outside the labour act.',
        ],
      }),
      dateAccessed: '2026-11-29',
    },
    coverage: { what: 'countries', of: 20, note: 'a topic without a row was not found; it does not mean that there is no requirement' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      number: plain('number of the row within the country', 'count'),
      topic: plain('subject of the requirement', 'word'),
      fact: plain('what the value is about, within the topic', 'word'),
      value: plain('the requirement: a number, steps separated by /, or a short text'),
      unit: plain('unit of the value; blank for a text'),
      condition: plain('to whom or when it applies'),
      law: plain('title of the law'),
      article: plain('section or article'),
      inForceSince: plain('since when', 'date'),
      source: plain('where it was read'),
      sourceKind: plain('kind of the source; blank where none was found'),
      certainty: plain('confirmed, second-hand or to-be-checked', 'word'),
      checkedOn: plain('day on which it was read', 'date'),
      note: plain('remark'),
    },
    rows: file.rows.map((row) => {
      const iso2 = codes(row.iso3);
      return [
        iso2,
        next(iso2),
        ...[row.topic, row.fact_key, row.value].map(textOf),
        row.unit === 'text' ? null : textOf(row.unit),
        ...[row.condition, row.law_title, row.article, row.in_force_since].map(textOf),
        textOf(row.source?.replaceAll(/\b[A-Z]{3}\d+\s/g, '')),
        row.source_kind === 'memory' ? null : textOf(row.source_kind),
        certainties[row.confidence ?? ''] ?? null,
        ...[row.checked_on, row.note].map(textOf),
      ];
    }),
  });
}
