import { factText, sectorGuessText } from '~/suppliers/facts/fact-labels';
import { fieldOfColumn } from '~/suppliers/fields/definition/import-columns';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { fieldName } from './field-labels';
import { problemText } from './labels';
import type { Field } from './pipeline/fields';
import type { ImportRecord } from './pipeline/record';
import type { PreviewRow } from './preview-rows.server';

/**
 * A cell of the grid. `text`: as it is understood, null where it is not known; `value`: as it is edited, `raw`: as the file has it. `guess`: what was
 * supposed of it, with its source. `column` null: the file has no such column.
 */
export type GridCell = {
  column: number | null;
  field: Field;
  /** What the column means, in the reader's language. */
  name: string;
  text: string | null;
  value: string;
  raw: string;
  written: string | null;
  guess: { text: string; source: string } | null;
  problem: string | null;
};

type Titles = Readonly<Record<string, string>>;
type Shown = { column: number | null; field: Field; header: string };

/** Fields whose cells are shown as written: their meaning is the text. */
const asWritten: ReadonlySet<Field> = new Set(['supplierName', 'siteName', 'address', 'city', 'region', 'product', 'sector']);
const isFigure = (field: Field) => ['people', 'number', 'share', 'spend'].includes(fieldOfColumn(field)?.definition.type.name ?? '');

export function gridCell(
  row: PreviewRow,
  shown: Shown,
  context: { edited: string | undefined; record: ImportRecord | null; titles: Titles },
): GridCell {
  const { column, field, header } = shown;
  const { edited, record, titles } = context;
  const raw = column === null ? '' : (row.raw[column] ?? '');
  const value = edited ?? raw;
  const text = record === null ? (value === '' ? null : value) : textOf(field, record, { value, titles });
  const problem = column === null ? undefined : row.problems.find((each) => each.column === header && !isGuess(each.code));
  return {
    ...{ column, field, name: fieldName(field), text, value, raw },
    written: isFigure(field) && value !== '' && text !== null && digitsOf(value) !== digitsOf(text) ? value : null,
    guess: record === null ? null : guessOf(field, record, titles),
    problem: problem ? problemText(problem) : null,
  };
}

const isGuess = (code: string) =>
  ['sector-guessed', 'sector-from-product', 'country-guessed', 'sector-converted', 'missing-country', 'duplicate-row'].includes(code);
const digitsOf = (text: string) => text.replace(/[^\d]/g, '');

function textOf(field: Field, record: ImportRecord, { value, titles }: { value: string; titles: Titles }): string | null {
  if (asWritten.has(field) && value !== '') return value;
  const key = field === 'product' ? 'products' : field;
  const found: unknown = key.startsWith('contact') ? contactPart(field, record) : record[key as keyof ImportRecord];
  if (found === null || found === undefined || (Array.isArray(found) && found.length === 0))
    return isFigure(field) ? null : value === '' ? null : value;
  return factText(fieldOfColumn(field)?.key ?? key, found, titles);
}

const contactParts: Partial<Record<Field, 'name' | 'role' | 'email' | 'phone'>> = {
  contactName: 'name',
  contactRole: 'role',
  contactEmail: 'email',
  contactPhone: 'phone',
};
function contactPart(field: Field, { contact }: ImportRecord): string | null {
  const part = contactParts[field];
  return part === undefined ? null : (contact?.[part] ?? null);
}

/** What was supposed of a cell: the country at the end of an address, the sector that words name. */
function guessOf(field: Field, record: ImportRecord, titles: Titles): GridCell['guess'] {
  if (field === 'country' && record.countryGuess !== null && record.country !== null)
    return { text: m.import_grid_from_address(), source: m.import_grid_country_source({ country: formatCountry(record.country) }) };
  if (field !== 'sector' && field !== 'product') return null;
  if (record.sector === null) return null;
  const text = titles[record.sector] ? `${record.sector} ${titles[record.sector]}` : record.sector;
  const source = record.sectorGuess === null ? null : sectorGuessText(record.sectorGuess);
  return { text, source: source ?? m.import_grid_sector_source() };
}
