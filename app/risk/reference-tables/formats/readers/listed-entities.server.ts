import { foldEntityName, type OwnEdition } from '#scoring';
import { countryOf, countryText, dateReader, isBlank, textOf } from './cells.server';
import { splitAliases, splitEntity } from './entity-names';
import { releasedNames, textIn } from './released-names.server';
import { type Entry, type Notes, type Sheet, type SheetRow, resolveEntries } from './reading.server';

type Listed = {
  entity: string;
  aliases: string | null;
  iso2: string;
  sublists: string | null;
  effective: string | null;
  industry: string | null;
  isRemoved: boolean;
};

/**
 * Entities with their other names. One that is released under the same name keeps the released spelling, so that it takes its place, and what the file does not say
 * of it.
 */
export function readListedEntities(sheet: Sheet, notes: Notes): OwnEdition['tables'] {
  const read = dateReader(sheet.rows.flatMap((row) => [row.cell('effective'), row.cell('removedOn')]));
  const entries: Entry<Listed>[] = [];
  for (const row of sheet.rows) {
    const cells = readRow(row, { sheet, notes, read });
    if (cells) entries.push({ row, key: foldEntityName(cells.entity), label: cells.entity, cells });
  }
  const settled = resolveEntries(entries, notes);
  const rows = settled.flatMap(({ cells: { isRemoved, ...cells } }) =>
    isRemoved ? [] : [{ ...cells, confidence: 'confirmed', note: null }],
  );
  const removed = settled.flatMap(({ row, cells }) => {
    if (!cells.isRemoved) return [];
    if (releasedNames('listed-entities', 'aliases').byName.has(foldEntityName(cells.entity))) return [cells.entity];
    notes.note(row, 'not-listed', { column: sheet.headerOf('entity'), value: cells.entity });
    return [];
  });
  return { 'listed-entities': { rows, removed } };
}

type About = { sheet: Sheet; notes: Notes; read: (cell: string) => string | null };

function readRow(row: SheetRow, { sheet, notes, read }: About): Listed | null {
  const written = textOf(row, 'entity', { sheet, notes });
  const more = textOf(row, 'aliases', { sheet, notes, most: 4000 });
  const industry = textOf(row, 'industry', { sheet, notes });
  const { entity, aliases } = splitEntity(written ?? '');
  if (entity === '' || foldEntityName(entity) === '') {
    if (!notes.isRefused(row)) notes.refuse(row, 'missing-value', { column: sheet.headerOf('entity') });
    return null;
  }
  const removedOn = row.cell('removedOn');
  const isRemoved = !isBlank(removedOn);
  if (isRemoved && dateOf(row, 'removedOn', { sheet, notes, read }) === null) return null;
  const effective = isBlank(row.cell('effective')) && isRemoved ? null : dateOf(row, 'effective', { sheet, notes, read });
  const iso2 = countryIn(row, sheet, notes);
  if (iso2 === null || (effective === null && !isRemoved)) return null;
  if (isBlank(countryText(row))) notes.count('country-assumed');
  const released = releasedNames('listed-entities', 'aliases').byName.get(foldEntityName(entity))?.[0];
  const names = [...aliases, ...(more === null ? [] : splitAliases(more))].map(plainName);
  const others = [...new Map(names.map((name) => [foldEntityName(name), name])).values()].filter(
    (name) => name !== '' && foldEntityName(name) !== foldEntityName(entity),
  );
  return {
    entity: released ? textIn(released.cells.entity) : plainName(entity),
    aliases: others.length > 0 ? others.join('|') : textIn(released?.cells.aliases) || null,
    iso2,
    sublists: sublistsOf(row, sheet, notes) ?? (textIn(released?.cells.sublists) || null),
    effective,
    industry: industry ?? (textIn(released?.cells.industry) || null),
    isRemoved,
  };
}

/** A vertical bar parts names in the table. */
const plainName = (name: string): string => name.replace(/\|/g, ' ').replace(/\s+/g, ' ').trim();

function dateOf(row: SheetRow, field: 'effective' | 'removedOn', { sheet, notes, read }: About): string | null {
  const cell = row.cell(field);
  const column = sheet.headerOf(field);
  const date = isBlank(cell) ? null : read(cell);
  if (date === null)
    notes.refuse(row, isBlank(cell) ? 'missing-value' : 'not-a-date', { column, ...(isBlank(cell) ? {} : { value: cell }) });
  return date;
}

/** The list is of entities in China: a row that names no country is of there. */
function countryIn(row: SheetRow, sheet: Sheet, notes: Notes): string | null {
  if (!isBlank(row.cell('country')) || !isBlank(row.cell('countryCode'))) return countryOf(sheet, row, notes);
  return 'CN';
}

/** "2(d)(2)(B)(ii)", "ii; v", "Sections (i) and (v)": the numerals of the sub-lists, in order. */
function sublistsOf(row: SheetRow, sheet: Sheet, notes: Notes): string | null {
  const cell = row.cell('sublists');
  if (isBlank(cell)) return null;
  const found = new Set(cell.toLowerCase().match(/(?<![a-z])(?:iv|v|i{1,3})(?![a-z])/g) ?? []);
  const numerals = ['i', 'ii', 'iii', 'iv', 'v'].filter((numeral) => found.has(numeral));
  if (numerals.length > 0) return numerals.join(';');
  notes.note(row, 'unknown-sublist', { column: sheet.headerOf('sublists'), value: cell });
  return null;
}
