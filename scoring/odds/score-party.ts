import { type Effectiveness, weighControls } from '../engine/control-credit.ts';
import { controlsOf } from '../engine/controls-of.ts';
import { combineFindings, type WeighedFinding, weighFinding } from '../engine/findings-uplift.ts';
import { methodAt } from '../engine/method.ts';
import { type Overrides, weighOverrides } from '../engine/overrides.ts';
import type { AssessInput, PlacedFacts } from '../types.ts';
import { type Band, evidenceGrades } from '../vocabulary.ts';
import { type ControlPoints, controlPoints } from './control-points.ts';
import { type CountryPoints, countryPoints } from './country-points.ts';
import { type CorridorMonths, corridorMonths } from './corridor-months.ts';
import type { Drawable } from './draws.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { probabilityOf, worldScore } from './points.ts';
import { type ProductPoints, productOf } from './product-points.ts';
import { bandOf } from '../engine/score-band.ts';
import { type SectorPoints, sectorPoints } from './sector-points.ts';
import { standing } from './standing.ts';
import { type StateImposed, stateImposed } from './state-imposed.ts';
import { type WorkforcePoints, workforceLines, workforcePoints } from './workforce-points.ts';

/** Lines of place and workforce (R1 to R4), in the order in which they are added and shown. */
export const inherentLines = ['country', 'sector', 'product', 'region', ...workforceLines] as const;
export type InherentLine = (typeof inherentLines)[number];
export const lineIds = [...inherentLines, 'controls', 'findings'] as const;
export type LineId = (typeof lineIds)[number];
/** One line of the sum. `error`: standard deviation in points; `isKnown` false where nothing is known and the line adds 0. */
export type Line = { id: LineId; points: number; error: number; isKnown: boolean };

/** What the score rests on: A checked at the site, B answers with evidence, C facts of the workforce, D place and sector alone, E place alone. */
export const bases = ['A', 'B', 'C', 'D', 'E'] as const;
export type Basis = (typeof bases)[number];

/** What each line was read from, for the trace. */
export type Readings = {
  country: CountryPoints;
  sector: SectorPoints | null;
  product: ProductPoints;
  /** ISO 3166-2 codes of the party that lie under a presumption of law. */
  regions: string[];
  debt: CorridorMonths | null;
  workforce: WorkforcePoints[];
  controls: ControlPoints;
  effectiveness: Effectiveness;
  findings: WeighedFinding[];
  /** All findings together with diminishing returns, 0 to 100. */
  combined: number;
};

export type PartyScore = {
  /** 50 plus all lines, raised to the floor of an override; unclamped, it orders what is at the end of the scale. */
  score: number;
  /** Without the floor. */
  sum: number;
  band: Band;
  /** Of a worker being in forced labour, 0 to 1. */
  probability: number;
  basis: Basis;
  lines: Line[];
  overrides: Overrides;
  stateImposed: StateImposed[];
  drawable: Drawable;
  readings: Readings;
};

/** Numbers that are supposed in a what-if and never released: points added to a country, by ISO code, and factors (>= 0) by which lines are multiplied. */
export type Supposition = { countryPoints?: Readonly<Record<string, number>>; factors?: Readonly<Partial<Record<LineId, number>>> };

/** The country with the most points of all sites; null where none of the codes is in the tables. */
function worstCountry(codes: readonly string[], asOf: string, { countryPoints: shifts }: Supposition): CountryPoints | null {
  const all = countryPoints(asOf);
  return codes.reduce<CountryPoints | null>((worst, code) => {
    const held = all.get(code);
    const shift = shifts?.[code] ?? 0;
    const found = held && shift !== 0 ? { ...held, points: held.points + shift } : held;
    return found && (worst === null || found.points > worst.points) ? found : worst;
  }, null);
}

function basisOf(lines: readonly Line[], { answers }: Effectiveness): Basis {
  const evidences = new Set(answers.flatMap(({ state, given }) => (state === 'answered' && given ? given.evidence : [])));
  if (evidences.has('audit-announced') || evidences.has('audit-unannounced')) return 'A';
  if (evidences.has('document-checked') || evidences.has('document-uploaded')) return 'B';
  const isKnown = (id: LineId) => lines.some((line) => line.id === id && line.isKnown);
  if (workforceLines.some(isKnown) || evidences.size > 0) return 'C';
  return isKnown('sector') ? 'D' : 'E';
}

/** Recruitment debt of the worst corridor: by ledgers where they cover it, by surveys elsewhere. */
function debtOf(
  { recruitmentCost: recorded, migrantOrigins: origins }: PlacedFacts,
  countries: readonly string[],
  place: { division: string | null; asOf: string },
): CorridorMonths | null {
  if (!recorded) return corridorMonths(origins?.value, countries, place);
  const others = recorded.corridors && corridorMonths(origins?.value, countries, { ...place, covered: recorded.corridors });
  return { months: Math.max(recorded.value, others?.months ?? 0), surveys: others?.surveys ?? [] };
}

/** Everything a line is read from; null where no country is known. */
function readAll(input: AssessInput, numbers: Numbers, supposed: Supposition): Readings | null {
  const { facts, answers = [], findings: given = [] } = input;
  const countries = standing(facts.countries) ?? [];
  const country = worstCountry(countries, input.asOf, supposed);
  if (!country) return null;
  const code = standing(facts.sector);
  const sector = code === undefined ? null : sectorPoints(code);
  const division = sector ? sector.code.slice(0, 2) : null;
  const origins = facts.migrantOrigins;
  const recorded = facts.recruitmentCost;
  const debt = debtOf(facts, countries, { division, asOf: input.asOf });
  const method = methodAt(input.asOf);
  const effectiveness = weighControls({ ...controlsOf(input.instrument), answers, findings: given }, method);
  const findings = given.map((each) => weighFinding(each, method));
  return {
    country,
    sector,
    product: productOf(facts, { countries, division }, numbers),
    regions: (standing(facts.subdivisions) ?? []).filter((each) => numbers['R3.region'].codes.includes(each)),
    debt,
    workforce: workforcePoints(
      facts,
      { migrants: country.migrants.share },
      debt && { months: debt.months, isLast: (recorded ?? origins)?.withdrawn === true },
      numbers,
    ),
    controls: controlPoints(effectiveness, numbers),
    effectiveness,
    findings,
    combined: combineFindings(findings),
  };
}

function linesOf(input: AssessInput, readings: Readings, numbers: Numbers): Line[] {
  const { country, sector, product, regions, workforce, controls, effectiveness, findings, combined } = readings;
  const region = numbers['R3.region'];
  const isIn = regions.length > 0;
  return [
    { id: 'country', points: country.points, error: country.error, isKnown: true },
    { id: 'sector', points: sector?.points ?? 0, error: sector?.error ?? numbers['R8.unknown-sector'], isKnown: sector !== null },
    { id: 'product', points: product.points, error: product.error, isKnown: product.isKnown },
    {
      id: 'region',
      points: isIn ? region.points : 0,
      error: isIn ? region.error : 0,
      isKnown: standing(input.facts.subdivisions) !== undefined,
    },
    ...workforce.map(({ line, ...rest }) => ({ id: line, ...rest })),
    { id: 'controls', points: controls.points, error: 0, isKnown: effectiveness.answeredShare > 0 },
    { id: 'findings', points: (numbers['R6.most'] * combined) / 100, error: 0, isKnown: findings.length > 0 },
  ];
}

/** Claims weigh as their line does. */
const timesClaims = (claims: Drawable['claims'], factor: number): Drawable['claims'] => {
  if (factor === 1) return claims;
  const made = { ...claims };
  for (const grade of evidenceGrades) made[grade] *= factor;
  return made;
};

/**
 * The score of one party on a day (R1 to R7): 50 plus points, ten of which double the odds of forced labour against the average worker of the world.
 * @param id by which its own errors are drawn
 * @param supposed numbers of a what-if
 * @returns null where no country is known: the other facts alone give no score
 */
export function scoreParty(input: AssessInput, { id, supposed = {} }: { id: string; supposed?: Supposition }): PartyScore | null {
  const numbers = numbersAt(input.asOf);
  const readings = readAll(input, numbers, supposed);
  if (!readings) return null;
  const factorOf = (line: LineId) => supposed.factors?.[line] ?? 1;
  const overrides = weighOverrides(input, methodAt(input.asOf));
  const { country, sector, controls, regions } = readings;
  const lines = linesOf(input, readings, numbers).map((line) =>
    factorOf(line.id) === 1 ? line : { ...line, points: line.points * factorOf(line.id), error: line.error * factorOf(line.id) },
  );
  const errorOf = (id: LineId) => lines.find((line) => line.id === id)?.error ?? 0;
  const sum = lines.reduce((total, { points }) => total + points, worldScore);
  // Without an override there is no floor: what lies below 0 keeps its order.
  const floor = overrides.floor > 0 ? overrides.floor : null;
  const score = floor === null ? sum : Math.max(sum, floor);
  const own = lines.reduce((total, line) => (line.id === 'country' || line.id === 'sector' ? total : total + line.error ** 2), 0);
  return {
    ...{ score, sum, band: bandOf(score, numbers), probability: probabilityOf(score, numbers['R4.world-odds']) },
    ...{ basis: basisOf(lines, readings.effectiveness), lines, overrides, readings },
    stateImposed: stateImposed(country, regions.length > 0),
    drawable: {
      ...{ id, score: sum, floor, ownError: Math.sqrt(own), claims: timesClaims(controls.byEvidence, factorOf('controls')) },
      country: { code: country.iso2, error: errorOf('country') },
      sector: { code: sector?.code ?? null, error: errorOf('sector') },
    },
  };
}
