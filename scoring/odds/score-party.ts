import { type Effectiveness, weighControls } from '../engine/control-credit.ts';
import { controlsOf } from '../engine/controls-of.ts';
import { combineFindings, weighFinding } from '../engine/findings-uplift.ts';
import { methodAt } from '../engine/method.ts';
import { weighOverrides } from '../engine/overrides.ts';
import type { OverrideShown } from '../override-types.ts';
import type { AssessInput } from '../types.ts';
import type { Band } from '../vocabulary.ts';
import { controlPoints } from './control-points.ts';
import { type CountryPoints, countryPoints } from './country-points.ts';
import { corridorMonths } from './corridor-months.ts';
import type { Drawable } from './draws.ts';
import { numbersAt } from './parameters.ts';
import { probabilityOf, worldScore } from './points.ts';
import { productPoints, type ProductReading } from './product-points.ts';
import { bandOf } from './score-band.ts';
import { sectorPoints } from './sector-points.ts';
import { standing } from './standing.ts';
import { type StateImposed, stateImposed } from './state-imposed.ts';
import { workforceLines, workforcePoints } from './workforce-points.ts';

export const lineIds = ['country', 'sector', 'product', 'region', ...workforceLines, 'controls', 'findings'] as const;
export type LineId = (typeof lineIds)[number];
/** One line of the sum. `error`: standard deviation in points; `isKnown` false where nothing is known and the line adds 0. */
export type Line = { id: LineId; points: number; error: number; isKnown: boolean };

/** What the score rests on: A checked at the site, B answers with evidence, C facts of the workforce, D place and sector alone, E place alone. */
export const bases = ['A', 'B', 'C', 'D', 'E'] as const;
export type Basis = (typeof bases)[number];

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
  country: CountryPoints;
  products: ProductReading[];
  overrides: OverrideShown[];
  stateImposed: StateImposed[];
  drawable: Drawable;
};

/** The country with the most points of all sites; null where none of the codes is in the tables. */
function worstCountry(codes: readonly string[], asOf: string): CountryPoints | null {
  const all = countryPoints(asOf);
  return codes.reduce<CountryPoints | null>((worst, code) => {
    const found = all.get(code);
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

/**
 * The score of one party on a day (R1 to R7): 50 plus points, ten of which double the odds of forced labour against the average worker of the world.
 * @param id by which its own errors are drawn
 * @param region points of a region under a presumption, where the party was recognised in one
 * @returns null where no country is known: nothing else stands by itself
 */
export function scoreParty(input: AssessInput, { id, inRegion = false }: { id: string; inRegion?: boolean }): PartyScore | null {
  const numbers = numbersAt(input.asOf);
  const { facts } = input;
  const countries = standing(facts.countries) ?? [];
  const country = worstCountry(countries, input.asOf);
  if (!country) return null;
  const code = standing(facts.sector);
  const sector = code === undefined ? null : sectorPoints(code);
  const division = sector ? sector.code.slice(0, 2) : null;
  const product = productPoints({ products: standing(facts.products), countries, division }, numbers);
  const months = corridorMonths(standing(facts.migrantOrigins), countries, { division, asOf: input.asOf });
  const workforce = workforcePoints(facts, { migrants: country.migrants.share }, months, numbers);

  const method = methodAt(input.asOf);
  const { answers = [], findings = [] } = input;
  const effectiveness = weighControls({ ...controlsOf(input.instrument), answers, findings }, method);
  const controls = controlPoints(effectiveness, numbers);
  const found = (numbers['R6.most'] * combineFindings(findings.map((each) => weighFinding(each, method)))) / 100;
  const overrides = weighOverrides(input, method);

  const region = numbers['R3.region'];
  const lines: Line[] = [
    { id: 'country', points: country.points, error: country.error, isKnown: true },
    { id: 'sector', points: sector?.points ?? 0, error: sector?.error ?? numbers['R8.unknown-sector'], isKnown: sector !== null },
    { id: 'product', points: product.points, error: product.error, isKnown: product.isKnown },
    ...(inRegion ? [{ id: 'region' as const, points: region.points, error: region.error, isKnown: true }] : []),
    ...workforce.map(({ line, ...rest }) => ({ id: line, ...rest })),
    { id: 'controls', points: controls.points, error: 0, isKnown: effectiveness.answeredShare > 0 },
    { id: 'findings', points: found, error: 0, isKnown: findings.length > 0 },
  ];
  const sum = lines.reduce((total, { points }) => total + points, worldScore);
  // Without an override there is no floor: what lies below 0 keeps its order.
  const floor = overrides.floor > 0 ? overrides.floor : null;
  const score = floor === null ? sum : Math.max(sum, floor);
  const own = lines.filter((line) => line.id !== 'country' && line.id !== 'sector').reduce((total, { error }) => total + error ** 2, 0);
  return {
    ...{ score, sum, band: bandOf(score, numbers), probability: probabilityOf(score, numbers['R4.world-odds']) },
    ...{ basis: basisOf(lines, effectiveness), lines, country, products: product.readings },
    ...{ overrides: overrides.all, stateImposed: stateImposed(country, inRegion) },
    drawable: {
      ...{ id, score: sum, floor, ownError: Math.sqrt(own), claims: controls.byEvidence },
      country: { code: country.iso2, error: country.error },
      sector: { code: sector?.code ?? null, error: sector?.error ?? numbers['R8.unknown-sector'] },
    },
  };
}
