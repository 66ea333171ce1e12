import type { OwnEdition } from '#scoring';

/** A column that a format knows: the name of the field, and the headers under which publishers and our template have it, the template's first. */
export type FormatColumn = { field: string; headers: string[]; isRequired: boolean };

/** What a file of one kind of table looks like. */
export type Format = {
  columns: FormatColumn[];
  /** A CSV of three rows with the plain headers. */
  template: string;
  /** What an edition changes: scores, alerts, or what the pages of countries show. */
  moves: 'score' | 'alerts' | 'country-pages';
  defaultProducer: string;
};

/** A file as a table: cells are text as written, `number` is that of the row in the file. */
export type EditionTable = { header: string[]; rows: { number: number; cells: string[] }[] };

/** Whether an edition says anything: a file may be read whole and set aside whole, as one of another sex or of older years. */
export const hasRows = (tables: OwnEdition['tables']): boolean =>
  Object.values(tables).some((table) => table && table.rows.length + table.removed.length > 0);

/** A column that a file must have. */
export const required = (field: string, ...headers: string[]): FormatColumn => ({ field, headers, isRequired: true });
export const optional = (field: string, ...headers: string[]): FormatColumn => ({ field, headers, isRequired: false });

/** The country of a row, by name in any common spelling or by code; one of the two is enough. */
export const countryColumns: readonly FormatColumn[] = [
  required(
    'country',
    ...[
      'Country',
      'Country name',
      'countryname',
      'Country or territory',
      'Country/Territory',
      'Economy (name)',
      'Economy',
      'ref_area.label',
    ],
    ...['Reference area', 'State', 'Member State', 'Pays', 'País', 'name'],
  ),
  optional(
    'countryCode',
    ...['Country code', 'ISO3', 'ISO2', 'ISO 3', 'ISO 2', 'Alpha-3', 'Alpha-2', 'ISO code', 'Economy (code)', 'ref_area', 'Code'],
  ),
];
