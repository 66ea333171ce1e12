import { isOsId } from '~/suppliers/parties/external-ids';
import { splitCoordinates } from './clean/coordinates';
import { knownCurrency, knownUnit, measureOfHeader, splitMeasure } from './clean/measure';
import { findCountry } from './clean/country.server';
import { type Field, fields, repeatableFields, type TableShape } from './fields';
import { foldHeader } from './fold-header';
import { profileTable } from './grain/profile';
import { correctMapping, type Grain, hasOrderLines, readGrain } from './grain/read-grain';
import { headerWords, distinctiveWords } from './header-words';
import type { MappingReason } from './mapping-reasons';
import { isFieldOf, proposeShape } from './table-shape';
import { fieldsOfTiers, hasTierColumns } from './tier-columns';

/** `confidence` 0 to 1: the header's own word 0.95, a part of it 0.75, values alone 0.6. */
export type Proposal = { column: number; header: string; field: Field; confidence: number; reason: MappingReason; samples: string[] };

const fieldByWord = new Map<string, Field>();
for (const field of fields) {
  if (field === 'ignore') continue;
  for (const word of headerWords.get(field) ?? []) if (!fieldByWord.has(word)) fieldByWord.set(word, field);
}

/**
 * Proposes a field for every column from the header's words and from the values below. Every proposal is shown before it is used.
 * @param remembered the mapping a person chose for a file with the same header; it wins
 */
export function mapColumns(
  header: readonly string[],
  rows: readonly { cells: readonly string[] }[],
  remembered?: readonly Field[],
): Proposal[] {
  const sample = rows.length <= 400 ? rows : [...rows.slice(0, 200), ...rows.slice(-200)];
  const tiers = remembered ? new Map<number, Field>() : fieldsOfTiers(header, sample);
  const proposals = header.map((name, column): Proposal => {
    const values = sample.flatMap(({ cells }) => cells[column] || []);
    const samples = [...new Set(values)].slice(0, 3);
    const kept = remembered?.[column];
    if (kept) return { column, header: name, field: kept, confidence: 1, reason: 'remembered', samples };
    if (values.length === 0) return { column, header: name, field: 'ignore', confidence: 0.9, reason: 'empty-column', samples };
    const ofTier = tiers.get(column);
    if (ofTier === 'ignore') return { column, header: name, field: 'ignore', confidence: 0.5, reason: 'nothing-known', samples };
    if (ofTier) return { column, header: name, field: ofTier, confidence: 0.97, reason: 'header-word', samples };
    return { column, header: name, ...propose(name, values), samples };
  });
  return remembered ? proposals : settle(proposals);
}

/**
 * Proposes what the rows are, and a field for every column that means something in such rows: by the headers, then corrected by how the values
 * repeat. `grain`: what a row is, by the columns that are taken.
 */
export function mapTable(
  header: readonly string[],
  rows: readonly { cells: readonly string[] }[],
  remembered?: { columns: readonly Field[]; shape: TableShape },
): { shape: TableShape; proposals: Proposal[]; grain: Grain } {
  const proposals = mapColumns(header, rows, remembered?.columns);
  const profile = profileTable(rows);
  if (remembered) return { shape: remembered.shape, proposals, grain: readGrain(proposals, profile, remembered.shape) };
  const isTiered = hasTierColumns(proposals.map(({ field }) => field));
  const byHeaders = isTiered
    ? 'list'
    : proposeShape(
        header,
        proposals.map(({ field }) => field),
      );
  const shape = byHeaders === 'edges' && hasOrderLines(proposals, profile) ? 'list' : byHeaders;
  const ofShape = proposals.map(
    (proposal): Proposal =>
      isFieldOf(shape, proposal.field) ? proposal : { ...proposal, field: 'ignore', confidence: 0.5, reason: 'nothing-known' },
  );
  // What a row says of several companies repeats as no list of one company does.
  const changes = new Map((isTiered ? [] : correctMapping(ofShape, profile, shape)).map((change) => [change.column, change]));
  const corrected = ofShape.map((proposal): Proposal => {
    const change = changes.get(proposal.column);
    return change ? { ...proposal, field: change.field, reason: change.reason, confidence: 0.7 } : proposal;
  });
  const grain = readGrain(corrected, profile, shape);
  return { shape, proposals: corrected, grain };
}

function propose(header: string, values: readonly string[]): Pick<Proposal, 'field' | 'confidence' | 'reason'> {
  const folded = foldHeader(header);
  const looks = lookAtValues(values);
  const exact = fieldByWord.get(folded) ?? measureOf(header, folded);
  if (exact && !isMeasured(exact, values)) return { field: 'ignore', confidence: 0.5, reason: 'nothing-known' };
  if (exact) {
    // Headers such as name, id and code are ambiguous: the values decide.
    if (looks && looks !== exact && (exact === 'externalId' || exact === 'supplierName'))
      return { field: looks, confidence: 0.8, reason: 'values' };
    return { field: exact, confidence: 0.95, reason: 'header-word' };
  }
  for (const [field, parts] of distinctiveWords) {
    if (parts.some((part) => folded.includes(part))) return { field, confidence: 0.75, reason: 'header-part' };
  }
  return looks ? { field: looks, confidence: 0.6, reason: 'values' } : { field: 'ignore', confidence: 0.5, reason: 'nothing-known' };
}

/** A volume or value whose header ends with its unit or currency: "Weight (kg)", "Line value USD". */
function measureOf(header: string, folded: string): Field | undefined {
  const [unit, currency] = [measureOfHeader(header, knownUnit), measureOfHeader(header, knownCurrency)];
  if (unit === null && currency === null) return undefined;
  const words = folded.split(' ');
  const field = [words.slice(0, -1), words.slice(0, -2)].map((part) => fieldByWord.get(part.join(' '))).find(Boolean);
  if (field === 'volume') return unit === null ? undefined : field;
  return field === 'orderValue' && currency !== null ? field : undefined;
}

/** Columns called unit, currency, volume or value are of other things too: their values decide. */
function isMeasured(field: Field, values: readonly string[]): boolean {
  const most = (test: (value: string) => boolean) => values.filter(test).length > values.length / 2;
  if (field === 'volumeUnit') return most((value) => knownUnit(value) !== null);
  if (field === 'currency') return most((value) => knownCurrency(value) !== null);
  if (field === 'volume' || field === 'orderValue') return most((value) => /\d/.test(value) && splitMeasure(value).beside.length <= 12);
  return field !== 'orderDate' || most((value) => /\d/.test(value));
}

function lookAtValues(values: readonly string[]): Field | null {
  const share = (test: (value: string) => boolean) => values.filter(test).length / values.length;
  if (values.length < 2) return null;
  if (share((value) => isOsId(value)) > 0.8) return 'osId';
  if (share((value) => splitCoordinates(value) !== null) > 0.8) return 'coordinates';
  if (share((value) => /\p{L}{2}/u.test(value) && findCountry(value) !== null) > 0.85) return 'country';
  return null;
}

/** A field that may occur once is mapped to the column with the best score, the leftmost of equals; the others are excluded, with the reason. */
function settle(found: Proposal[]): Proposal[] {
  // A pair in one cell beside columns of its own says it again.
  const isApart = found.some(({ field }) => field === 'lat') && found.some(({ field }) => field === 'lng');
  const proposals = found.map(
    (proposal): Proposal =>
      isApart && proposal.field === 'coordinates' ? { ...proposal, field: 'ignore', reason: 'field-taken' } : proposal,
  );
  const owner = new Map<Field, Proposal>();
  for (const proposal of proposals) {
    const held = owner.get(proposal.field);
    if (!held || proposal.confidence > held.confidence) owner.set(proposal.field, proposal);
  }
  return proposals.map((proposal) =>
    repeatableFields.has(proposal.field) || owner.get(proposal.field) === proposal
      ? proposal
      : { ...proposal, field: 'ignore', reason: 'field-taken' },
  );
}
