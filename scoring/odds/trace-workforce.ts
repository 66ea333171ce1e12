import { type NoSurvey, noSurveyOf } from '../engine/corridor-surveys.ts';
import { corridorOf } from './corridor-months.ts';
import { tidy } from '../engine/trace-node.ts';
import type { CorridorCost } from '../reference/at.ts';
import type { TraceNode } from '../types.ts';
import type { Readings } from './score-party.ts';
import { standing } from './standing.ts';
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
        ...(work.input.facts.recruitmentCost ? paidNodes(path, work) : []),
        ...surveys(path, work, readings),
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

/** What migrants paid by a ledger, with the corridor and the labour recruiter whose ledger it is. */
function paidNodes(path: string, work: Work): TraceNode[] {
  const { ledger } = work.input.facts.recruitmentCost ?? {};
  return factNodes(path, 'R11', work, ['recruitmentCost']).map((node) => ({
    ...node,
    ...(ledger ? { label: `${node.label}; ${ledger.corridor}, ledger of ${ledger.recruiter}` } : {}),
    unit: node.value === 1 ? 'month of pay' : 'months of pay',
  }));
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

const noSurveyWords: Record<NoSurvey, string> = {
  none: 'No survey of a corridor is held.',
  'no-months': 'The surveys held for this corridor give no months of pay.',
  'other-sector': 'The surveys held for this corridor that give months of pay are of another sector.',
  'sector-unknown': 'The surveys held for this corridor are of single sectors, and the sector is not known.',
};

/** Months of pay of each corridor that no ledger covers; the middle of the worst range counts. A corridor without a survey says why. */
function surveys(path: string, { input }: Work, { debt, sector }: Readings): TraceNode[] {
  const { migrantOrigins, recruitmentCost } = input.facts;
  if (recruitmentCost && !recruitmentCost.corridors) return [];
  const without = (unknown: string): TraceNode[] => [{ id: `${path}/survey`, rule: 'R11', label: 'Months of pay', value: null, unknown }];
  if (!migrantOrigins) return without('Origin of migrant workers not given.');
  const division = sector ? sector.code.slice(0, 2) : null;
  const corridors = migrantOrigins.value.flatMap((origin) =>
    (standing(input.facts.countries) ?? []).flatMap((destination) => (origin === destination ? [] : [{ origin, destination }])),
  );
  const covered = recruitmentCost?.corridors ?? [];
  const others = corridors.filter(({ origin, destination }) => !covered.includes(corridorOf(origin, destination)));
  if (corridors.length === 0) return without('No other country of origin is given.');
  return others.map(({ origin, destination }): TraceNode => {
    const found = debt?.surveys.find((each) => each.origin === origin && each.destination === destination);
    const base = { id: `${path}/${origin}-${destination}`, rule: 'R11' as const };
    if (!found) {
      const why = noSurveyOf({ origin, destination, division, asOf: input.asOf });
      return { ...base, label: `${origin} to ${destination}: recruitment cost`, value: null, unknown: noSurveyWords[why] };
    }
    const { monthsLow, monthsHigh, row } = found;
    const value = monthsLow === monthsHigh ? `${monthsLow}` : `${monthsLow} to ${monthsHigh}`;
    return {
      ...base,
      label: `${origin} to ${destination}: recruitment cost, ${row.publisher} ${row.surveyYear}${endNamed(row)}`,
      value,
      unit: value === '1' ? 'month of pay' : 'months of pay',
      reference: row.provenance,
    };
  });
}

function endNamed({ originIso2, destinationIso2 }: CorridorCost): string {
  if (originIso2 === null) return '; the survey names the destination only';
  return destinationIso2 === null ? '; the survey names the origin only' : '';
}
