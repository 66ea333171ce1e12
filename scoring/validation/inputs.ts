import { canonicalJson, sha256 } from '../engine/hash.ts';
import { engineVersion } from '../odds/version.ts';
import { allParameters } from '../parameters/at.ts';
import { type ReferenceTableId, vintagesOf } from '../reference/at.ts';
import released from '../released.json';

/** Every table that the report reads. */
const tables = [
  'countries',
  'governance',
  'trafficking-tiers',
  'conventions',
  'informality',
  'conflict',
  'displacement',
  'sectors',
  'sector-shares',
  'listed-goods',
  'listed-goods-changes',
  'goods-classification',
  'priority-sectors',
  'corridors',
] as const satisfies ReferenceTableId[];
/** Rules whose dated numbers it reads. */
const rulesRead = /^R(1|3|4|5|8|11)\./;
const instrumentRead = 'ilo-ten-principles@1.0.0';

/** Vintage of each table and first day of each dated number, with one hash over their contents and the version of the engine. */
export type ValidationInputs = { engineVersion: string; tables: Record<string, string>; parameters: Record<string, string>; hash: string };

/** What the report reads as of a day. Throws RangeError before the first release. */
export function validationInputs(asOf: string): ValidationInputs {
  const vintages = tables.map((id) => {
    const table = vintagesOf(id).findLast((each) => each.inForceFrom <= asOf);
    if (!table) throw new RangeError(`No vintage of ${id} is in force on ${asOf}`);
    return [id, table.vintage] as const;
  });
  const inForce = new Map<string, string>();
  for (const { id, effectiveFrom } of parametersRead())
    if (effectiveFrom <= asOf && effectiveFrom > (inForce.get(id) ?? '')) inForce.set(id, effectiveFrom);
  const parameters = [...inForce].sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes = {
    engineVersion,
    tables: vintages.map(([id, vintage]) => hashIn(released.reference, `${id}@${vintage}`)),
    parameters: parameters.map(([id, from]) => hashIn(released.parameters, `${id}@${from}`)),
    instrument: hashIn(released.instruments, instrumentRead),
  };
  return {
    engineVersion,
    tables: Object.fromEntries(vintages),
    parameters: Object.fromEntries(parameters),
    hash: sha256(canonicalJson(hashes)),
  };
}

/** The day on which the last of all that the report reads came into force: the day the report is made for, so that it needs no clock. */
export function latestInputDay(): string {
  const days = [
    ...tables.flatMap((id) => vintagesOf(id).map((each) => each.inForceFrom)),
    ...parametersRead().map((each) => each.effectiveFrom),
  ];
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}

function parametersRead() {
  return allParameters().filter((each) => rulesRead.test(each.id));
}

function hashIn(hashes: Readonly<Record<string, string>>, key: string): string {
  const hash = hashes[key];
  if (hash === undefined) throw new RangeError(`${key} is not released: run npm run data:release`);
  return hash;
}
