import { partyFactFields } from '#scoring';
import { definitions, type FieldKey, type Fields } from '../definition/read-fields';

type ReportedKey = { [Key in FieldKey]: Fields[Key] extends { report: object } ? Key : never }[FieldKey];
/** What a report lists of a supplier: the countries of its sites, and the fields that are reported. */
export type ReportedField = 'countries' | ReportedKey;

/** The reported fields in the order of a report, with the type of their values. */
export const reportedFacts: readonly { field: ReportedField; type: string }[] = [
  { field: 'countries', type: 'countries' },
  ...definitions
    .flatMap(({ key, type, report }) => (report ? [{ field: key as ReportedKey, type: type.name, order: report.order }] : []))
    .sort((a, b) => a.order - b.order),
];
export const reportedFields: readonly ReportedField[] = reportedFacts.map(({ field }) => field);

const ofMethod: ReadonlySet<string> = new Set(partyFactFields);
/** Reported fields that the method does not read: the input of a score has none of them. */
export const reportedBesides: readonly FieldKey[] = definitions.flatMap(({ key, report }) => (report && !ofMethod.has(key) ? [key] : []));
