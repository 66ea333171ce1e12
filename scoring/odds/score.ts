import { shareCredit } from '../engine/control-credit.ts';
import { shareFindings } from '../engine/findings-uplift.ts';
import { domainLabels } from '../engine/labels.ts';
import { largestRemainder, roundToTenth, toTenths } from '../engine/rounding.ts';
import type { Provenance } from '../reference/at.ts';
import type { PlacedFacts } from '../types.ts';
import { normalQuantile } from './interval.ts';
import { componentLabels } from './labels.ts';
import { peopleConcerned } from './people-concerned.ts';
import { probabilityOf, worldScore } from './points.ts';
import type { ChildShown, Component, HasScore, Scored } from './result.ts';
import { bandOf } from '../engine/score-band.ts';
import type { ChildScore } from './score-child.ts';
import { type Basis, type InherentLine, inherentLines, type Line, type PartyScore } from './score-party.ts';
import { sectorProvenance } from './sector-points.ts';
import { standing } from './standing.ts';
import { engineVersion } from './version.ts';
import type { Work } from './work.ts';

/** The result as shown: one decimal, lines that add up, interval, bands and what it rests on. */
export function scoreOf(work: Work): Scored {
  const { input, numbers, party, overrides } = work;
  const base = {
    engineVersion,
    asOf: input.asOf,
    inputHash: work.inputHash,
    overrides: overrides.all,
    ignoredLiftings: overrides.ignored,
  };
  if (!party) {
    const text = 'No country is known, or none of its codes is in the tables.';
    return { status: 'not-scored', ...base, missing: ['countries'], vintages: {}, reasons: [{ code: 'country-unknown', text }] };
  }
  const score = roundToTenth(party.score);
  const low = Math.min(score, roundToTenth(party.low));
  const high = Math.max(score, roundToTenth(party.high));
  const lines = showLines(party, score);
  const odds = numbers['R4.world-odds'];
  return {
    status: 'scored',
    ...base,
    ...{ lines, score, low, high },
    ...{ band: bandOf(score, numbers), bandLow: bandOf(low, numbers), bandHigh: bandOf(high, numbers) },
    basis: basisShown(party.basis, overrides.lowersConfidence),
    probability: { point: probabilityOf(score, odds), low: probabilityOf(low, odds), high: probabilityOf(high, odds) },
    people: peopleConcerned(standing(input.facts.workers) ?? null, { score, low, high }, odds),
    components: showComponents(party.lines, lines.inherent),
    domains: shareCredit(party.readings.effectiveness, lines.controlCredit, domainLabels),
    findings: shareFindings(party.readings.findings, lines.findingsUplift),
    contradictions: work.contradictions,
    stateImposed: party.stateImposed,
    child: showChild(party.child, numbers),
    drawable: withoutId(party.drawable),
    missing: missingFacts(party.lines),
    vintages: vintagesRead(party),
  };
}

const withoutId = ({ id: _id, ...drawable }: PartyScore['drawable']): HasScore['drawable'] => drawable;

const pointsOf = (lines: readonly Line[], id: Line['id']): number => lines.find((line) => line.id === id)?.points ?? 0;

/** Inherent points are their own rounded sum; credit and uplift are rounded so that the lines add to the rounded sum; the last is what a floor adds to it. */
function showLines({ lines, sum }: PartyScore, score: number): HasScore['lines'] {
  const controls = pointsOf(lines, 'controls');
  const findings = pointsOf(lines, 'findings');
  const inherent = roundToTenth(sum - controls - findings);
  const before = toTenths(sum);
  const [controlCredit = 0, findingsUplift = 0] = largestRemainder([controls, findings], before - toTenths(inherent));
  return { inherent, controlCredit, findingsUplift, overrideUplift: (toTenths(score) - before) / 10 };
}

/** Points to one decimal that add to the inherent line; a line of which nothing is known stays at zero. */
function showComponents(lines: readonly Line[], inherent: number): Component[] {
  const points = largestRemainder(
    inherentLines.map((id) => pointsOf(lines, id)),
    toTenths(inherent) - toTenths(worldScore),
  );
  return inherentLines.map((id, at): Component => {
    const line = lines.find((each) => each.id === id);
    const { rule, label } = componentLabels[id];
    return { id, label, rule, points: points[at] ?? 0, error: line?.error ?? 0, known: line?.isKnown ?? false };
  });
}

/** What may not be seen is not well known: an override on access makes what was checked count as claimed. */
function basisShown(basis: Basis, loweredBy: HasScore['basis']['loweredBy']): HasScore['basis'] {
  if (loweredBy === undefined) return { grade: basis };
  return { grade: basis === 'A' || basis === 'B' ? 'C' : basis, loweredBy };
}

/** The fact by which each line is known. */
export const componentFields: Record<InherentLine, keyof PlacedFacts> = {
  country: 'countries',
  sector: 'sector',
  product: 'products',
  region: 'subdivisions',
  migrant: 'migrantShare',
  'internal-migrant': 'internalMigrantShare',
  debt: 'migrantOrigins',
  agency: 'agencyShare',
  subcontracting: 'subcontracting',
  housing: 'housing',
  seasonal: 'peakRatio',
  vulnerable: 'vulnerableGroups',
  voice: 'workerVoice',
};

/** Facts that are not known, the widest line first: what would tell most. Where sites lie inside their countries is read from addresses, and is not asked. */
function missingFacts(lines: readonly Line[]): string[] {
  return lines
    .flatMap(({ id, isKnown, error }) =>
      isKnown || id === 'controls' || id === 'findings' || id === 'region' ? [] : [{ field: componentFields[id], error }],
    )
    .sort((a, b) => b.error - a.error)
    .map(({ field }) => field);
}

function showChild({ lines, country: _country, products: _products, ...child }: ChildScore, numbers: Work['numbers']): ChildShown {
  const score = roundToTenth(child.score);
  const { lower, upper } = numbers['R8.draws'];
  const end = (at: number) => roundToTenth(child.score + normalQuantile(at) * child.error);
  const points = largestRemainder(
    lines.map((line) => line.points),
    toTenths(score) - toTenths(worldScore),
  );
  return {
    ...child,
    score,
    band: bandOf(score, numbers),
    ...{ low: Math.min(score, end(lower)), high: Math.max(score, end(upper)) },
    components: lines.map(({ id, error, isKnown }, at) => ({ id, points: points[at] ?? 0, error, isKnown })),
  };
}

/** Table and vintage of everything that was read; of an organization's own edition `own:` with its hash, and its title. */
function vintagesRead({ readings, child }: PartyScore & { child: ChildScore }): Record<string, string> {
  const { country, sector, product, debt } = readings;
  const read: Record<string, string> = {};
  const add = (each: Provenance | null | undefined) => {
    if (each) read[each.own === undefined ? each.table : `own:${each.own}`] = each.vintage;
  };
  for (const { measure } of country.blend) add(measure?.provenance);
  add(country.stateSponsored?.provenance);
  add(country.sponsorship?.provenance);
  add(country.migrants.provenance);
  add(country.calibration.estimate?.provenance);
  add(sector && sectorProvenance(sector));
  for (const { provenance } of product.readings) add(provenance);
  for (const { row } of debt?.surveys ?? []) add(row.provenance);
  for (const { provenance } of child.country.lines) add(provenance);
  for (const { provenance } of child.products) add(provenance);
  return read;
}
