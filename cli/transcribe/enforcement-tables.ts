import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { namesInOrder, scopeOfOrder } from './order-names.ts';
import { confidenceField, methodStart, origin, plain, usGovernment } from './origins.ts';
import { readCsv, textOf, writeTable } from './write-table.ts';

/** Our labels for the status of an order. */
const states: Readonly<Record<string, string>> = {
  active: 'in-force',
  'active (modified for named companies)': 'in-force',
  'modified (imports allowed)': 'imports-allowed',
  'superseded by finding': 'replaced',
  'superseded by UFLPA': 'replaced',
  revoked: 'ended',
  inactive: 'ended',
  unknown: 'unknown',
};

/** Orders of United States Customs against goods made with forced labour. */
export function transcribeImportOrders(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'cbp_wro.csv');
  return writeTable(target, {
    id: 'import-orders',
    vintage: '2026-01',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Withhold release orders and findings on goods made with forced labour',
      producer: 'United States Customs and Border Protection',
      citation:
        'United States Customs and Border Protection, withhold release orders and findings under section 307 of the Tariff Act of 1930, as far as read by 30 January 2026.',
      urlMain: 'https://www.cbp.gov/trade/forced-labor/withhold-release-orders-and-findings',
      datePublished: '2026-01-30',
      licence: usGovernment,
      sha256: file.sha256,
      transcribed:
        'by script, cli/transcribe-reference.ts, from our own CSV, compiled from press releases, notices and trade-law summaries; single names by hand, cli/transcribe/order-names.ts',
      doubts: [
        'Orders of the 1990s are the weak part: names only, or one weak source for the day.',
        'Nothing after 30 January 2026 is held; an order may have been lifted since.',
        'Industry divisions and the single names in an order are our reading.',
        'The state of the order on the YTY Group is unknown; that on FGV is of the look-up file of 2024 and 2025.',
      ],
    }),
    coverage: {
      what: 'orders and findings read',
      of: file.rows.length,
      known: file.rows.length,
      note: 'Customs counted 54 orders and nine findings in force on 18 November 2025 and issued two more; 58 rows are in force here',
    },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      id: plain('number of the row in the compilation', 'number'),
      iso2: plain('country of the goods; of a vessel, its flag', 'code'),
      entity: plain('against whom or what, in our short form of the text'),
      names: plain('single names in it, our reading, by vertical bar'),
      scope: plain('named parties, a region, or goods of the whole country', 'word'),
      merchandise: plain('goods; blank: not known'),
      kind: plain('order (withhold release) or finding', 'word'),
      issued: plain('day or year of issue; blank: not known', 'date'),
      issuedConfidence: plain('how the day is known: confirmed, single-source or memory', 'word'),
      state: plain('in-force, imports-allowed, replaced, ended or unknown', 'word'),
      stateSince: plain('day of that state where it is not the day of issue; blank: not known', 'date'),
      isicDivisions: plain('divisions of ISIC Rev.4 that make the goods, our reading, by semicolon', 'codes'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.map((row, index) => {
      const entity = textOf(row.entity) ?? '';
      const state = states[row.status ?? ''];
      if (!state) throw new Error(`unknown status ${row.status}`);
      const isChanged = state !== 'in-force';
      return [
        String(index + 1).padStart(3, '0'),
        codes(row.iso3),
        entity,
        namesInOrder(entity).join('|') || null,
        scopeOfOrder(entity),
        textOf(row.merchandise),
        row.order_type === 'Finding' ? 'finding' : 'order',
        textOf(row.issued),
        textOf(row.issued_confidence),
        state,
        isChanged ? textOf(row.status_date) : null,
        textOf(row.isic_division_own),
        textOf(row.confidence),
        textOf(row.note),
      ];
    }),
  });
}

/** Entities under the rebuttable presumption of the Uyghur Forced Labor Prevention Act. */
export function transcribeListedEntities(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'uflpa_entities.csv');
  return writeTable(target, {
    id: 'listed-entities',
    vintage: '2025-01',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Entity List of the Uyghur Forced Labor Prevention Act',
      producer: 'United States Department of Homeland Security, Forced Labor Enforcement Task Force',
      citation:
        'Forced Labor Enforcement Task Force, UFLPA Entity List, as far as read through the additions of 15 January 2025; Federal Register notices 2023-12481, 2023-16361, 2023-26984 and 2025-00901 and summaries.',
      urlMain: 'https://www.dhs.gov/uflpa-entity-list',
      datePublished: '2025-01-15',
      licence: usGovernment,
      sha256: file.sha256,
      transcribed: 'by script, cli/transcribe-reference.ts, from our own CSV, compiled from notices and trade-law summaries',
      doubts: [
        '101 of the 144 entities of January 2025 are held; most of what is missing are subsidiaries and names of November 2024.',
        '37 names and many sub-lists were recalled, not read.',
        'Nothing after 15 January 2025 is held: not for screening without the current list.',
        'Names in Chinese letters are not held.',
      ],
    }),
    coverage: { what: 'entities on 15 January 2025', of: 144, note: 'by published totals of the additions' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      entity: plain('name as listed'),
      aliases: plain('other and former names, by vertical bar'),
      iso2: plain('country', 'code'),
      sublists: plain('sub-lists of section 2(d)(2)(B), by semicolon', 'codes'),
      effective: plain('day from which it is listed', 'date'),
      industry: plain('what it makes'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.map((row) => [
      textOf(row.entity),
      (textOf(row.aliases) ?? '')
        .split(';')
        .map((alias) => alias.trim().replace(/ \(former\)$/, ''))
        .filter((alias) => alias !== '')
        .join('|') || null,
      codes(row.iso3),
      textOf(row.sublist),
      textOf(row.effective_date),
      textOf(row.industry),
      textOf(row.confidence),
      textOf(row.note),
    ]),
  });
}
