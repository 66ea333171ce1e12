import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { confidenceField, methodStart, origin, plain, usGovernment } from './origins.ts';
import { numberOf, readCsv, textOf, writeTable } from './write-table.ts';

/** What the 2024 edition of the list of goods added and removed: the edition of 2022 follows from it. */
export function transcribeListedGoodsChanges(folder: string, target: string, codes: Codes): ReferenceTable {
  const list = readCsv(folder, 'dol_goods.csv');
  const removed = readCsv(folder, 'dol_goods_removed.csv');
  const flag = (meaning: string) => ({ meaning, unit: '0 or 1', direction: 'none' as const });
  return writeTable(target, {
    id: 'listed-goods-changes',
    vintage: '2024-09',
    inForceFrom: methodStart,
    origin: origin({
      title: 'What the 2024 edition of the List of Goods added and removed',
      producer: 'United States Department of Labor, Bureau of International Labor Affairs',
      citation:
        'United States Department of Labor, Bureau of International Labor Affairs, List of Goods Produced by Child Labor or Forced Labor, editions of 28 September 2022 and 5 September 2024, compared.',
      urlMain: 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods',
      datePublished: '2024-09-05',
      licence: usGovernment,
      sha256: list.sha256,
      transcribed:
        'by script, cli/transcribe-reference.ts, from our own CSV of the list (its hash is given) and of the four removals; the publisher’s files were reached through stored public copies',
      doubts: [
        'Additions are pairs that the edition of 2024 holds and the file of 2022 does not: 63. Five labour types that were new for a pair already listed are not here.',
        'Three additions among cotton textiles could not be read and are missing.',
        'The removals were read in one summary by a trade lawyer.',
      ],
    }),
    coverage: { what: 'pairs added or removed in 2024', known: 67, of: 70, note: '63 additions and four removals' },
    keyFields: 3,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('country of production, ISO 3166-1 alpha-2', 'code'),
      good: plain('good, as the list names it'),
      edition: plain('edition that made the change', 'year'),
      change: plain('added or removed', 'word'),
      childLabour: flag('the change is about child labour'),
      forcedLabour: flag('the change is about forced labour'),
      inputs: flag('the change is about listed inputs of the good, not about its own production'),
      confidence: confidenceField,
    },
    rows: [
      ...list.rows
        .filter((row) => row.new_in_2024 === '1')
        .map((row) => [
          codes(row.iso3),
          textOf(row.good),
          2024,
          'added',
          numberOf(row.child_labor),
          numberOf(row.forced_labor),
          row.inputs_child_labor === '1' || row.inputs_forced_labor === '1' ? 1 : 0,
          textOf(row.confidence),
        ]),
      ...removed.rows.map((row) => [
        codes(row.iso3),
        textOf(row.good),
        numberOf(row.removed_edition),
        'removed',
        row.labor_type === 'child' ? 1 : 0,
        row.labor_type === 'forced' ? 1 : 0,
        0,
        textOf(row.confidence),
      ]),
    ],
  });
}
