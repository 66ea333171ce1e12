import { tidy } from '../engine/trace-node.ts';
import type { TraceNode } from '../types.ts';
import type { Readings } from './score-party.ts';
import { factNodes } from './trace-facts.ts';
import { numberNodes } from './trace-number.ts';
import type { WorkforceLine } from './workforce-points.ts';
import type { Work } from './work.ts';

/** R4 and R11: what each line of the workforce was read from. */
export function traceWorkforce(line: WorkforceLine, path: string, work: Work, readings: Readings): TraceNode[] {
  const { asOf } = work.input;
  switch (line) {
    case 'migrant':
      return [
        ...factNodes(path, 'R4', work, ['migrantShare']),
        usualMigrants(path, readings),
        ...numberNodes(path, ['R4.migrants', 'R4.known-error'], asOf),
      ];
    case 'internal-migrant':
      return [...factNodes(path, 'R4', work, ['internalMigrantShare']), ...numberNodes(path, ['R4.internal-migrants'], asOf)];
    case 'debt':
      return [
        ...factNodes(path, 'R11', work, ['migrantOrigins', 'migrantShare']),
        ...(work.input.facts.recruitmentCost ? factNodes(path, 'R11', work, ['recruitmentCost']) : surveys(path, readings)),
        ...(work.input.facts.migrantShare === undefined ? [usualMigrants(path, readings)] : []),
        ...numberNodes(path, ['R4.debt'], asOf),
      ];
    case 'agency':
      return [...factNodes(path, 'R4', work, ['agencyShare']), ...numberNodes(path, ['R4.agency'], asOf)];
    case 'subcontracting':
      return [...factNodes(path, 'R4', work, ['subcontracting']), ...numberNodes(path, ['R4.subcontracting'], asOf)];
    case 'housing':
      return [...factNodes(path, 'R4', work, ['housing']), ...numberNodes(path, ['R4.housing'], asOf)];
    case 'seasonal':
      return [...factNodes(path, 'R4', work, ['peakRatio']), ...numberNodes(path, ['R4.season'], asOf)];
    case 'vulnerable':
      return [...factNodes(path, 'R4', work, ['vulnerableGroups']), ...numberNodes(path, ['R4.groups'], asOf)];
    case 'voice':
      return [...factNodes(path, 'R4', work, ['workerVoice']), ...numberNodes(path, ['R4.voice'], asOf)];
  }
}

/** The share against which the party's own counts; what is usual is in the points of its country already. */
const usualMigrants = (path: string, { country }: Readings): TraceNode => ({
  id: `${path}/usual`,
  rule: 'R4',
  label: `Share of migrants usual in ${country.name}`,
  value: tidy(country.migrants.share),
  unit: 'share of workers, 0 to 1',
  ...(country.migrants.provenance
    ? { reference: country.migrants.provenance }
    : { unknown: 'Not in the table: the share of the world is used.' }),
});

/** Months of pay of each corridor; the middle of the worst range counts. */
function surveys(path: string, { debt }: Readings): TraceNode[] {
  if (!debt)
    return [{ id: `${path}/survey`, rule: 'R11', label: 'Months of pay', value: null, unknown: 'No survey of a corridor is held.' }];
  return debt.surveys.map(
    ({ origin, destination, monthsLow, monthsHigh, row }): TraceNode => ({
      id: `${path}/${origin}-${destination}`,
      rule: 'R11',
      label: `${origin} to ${destination}: recruitment cost, ${row.publisher} ${row.surveyYear}`,
      value: monthsLow === monthsHigh ? `${monthsLow}` : `${monthsLow} to ${monthsHigh}`,
      unit: 'months of pay',
      reference: row.provenance,
    }),
  );
}
