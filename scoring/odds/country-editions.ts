import {
  governanceDimensions,
  type GovernanceRow,
  governanceYears,
  recordsOf,
  referenceAt,
  tablesKey,
  type TraffickingTier,
  traffickingTierOf,
  traffickingTierYears,
} from '../reference/at.ts';
import { standardsOf } from './country-blend.ts';
import { countryPoints } from './country-points.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { worldScore } from './points.ts';

/**
 * The score of a country by the report on trafficking of a year and the governance of the year before; `year` null is what is read today. `score` null where a
 * part is not known. `isNamed`: the report names the government for a policy or pattern of its own.
 */
export type CountryEdition = { year: number | null; score: number | null; tier: TraffickingTier | null; isNamed: boolean };

/** The first report with a section on governments of their own: what came before it counts as this one. */
const firstNaming = 2022;

const standardsKnown = new Map<string, ReturnType<typeof standardsOf>>();
function standardsAt(numbers: Numbers) {
  const key = tablesKey(numbers.asOf);
  const before = standardsKnown.get(key);
  if (before) return before;
  const made = standardsOf(numbers);
  if (standardsKnown.size > 8) standardsKnown.clear();
  standardsKnown.set(key, made);
  return made;
}

/** As the blend reads governance: the mean of the dimensions held, sign turned. */
function weaknessOf({ estimates }: GovernanceRow): number {
  const held = governanceDimensions.flatMap((dimension) => estimates[dimension]?.estimate ?? []);
  return -held.reduce((sum, each) => sum + each, 0) / held.length;
}

/** The reports that name a government, by year. */
function namingYears(iso2: string, asOf: string): ReadonlySet<number> {
  const rows = recordsOf(referenceAt('state-sponsored', asOf)).filter(({ cells }) => cells.iso2 === iso2);
  return new Set(rows.flatMap(({ cells }) => (typeof cells.reportYear === 'number' ? [cells.reportYear] : [])));
}

/**
 * How the score of a country moved with the editions of the tables of which earlier years are held: tier and named governments of the report of a year, and
 * governance of the year before. All else is as of `asOf`: the other tables, the means and deviations, the weights and the region. The last is the score of today.
 */
export function countryEditions(iso2: string, asOf: string): CountryEdition[] {
  const country = countryPoints(asOf).get(iso2);
  if (!country) return [];
  const numbers = numbersAt(asOf);
  const standards = standardsAt(numbers);
  const weights = numbers['R1.blend'];
  const held = country.blend.reduce((sum, { part, measure }) => sum + (measure ? weights[part] : 0), 0);
  const pointsOf = (part: 'governance' | 'trafficking', value: number) =>
    (numbers['R1.slope'] * weights[part] * (value - standards[part].mean)) / standards[part].deviation / held;
  /** What a part moves the score by; null where it counts today and was not known then. */
  const moved = (part: 'governance' | 'trafficking', then: number | null) => {
    const line = country.blend.find((each) => each.part === part);
    if (!line?.measure) return 0;
    return then === null ? null : pointsOf(part, then) - line.points;
  };
  const governance = new Map(governanceYears(iso2, asOf).map((row) => [row.year, weaknessOf(row)]));
  const tiers = new Map(traffickingTierYears(iso2, asOf).map((row) => [row.year, row.tier]));
  const named = namingYears(iso2, asOf);
  const [first, latest] = [Math.min(...governance.keys()) + 1, Math.max(...governance.keys()) + 1];
  const years = governance.size === 0 ? [] : Array.from({ length: latest - first + 1 }, (_, at) => first + at);
  const editions = years.map((year): CountryEdition => {
    const tier = tiers.get(year) ?? null;
    const isNamed = named.has(Math.max(year, firstNaming));
    const naming = (isNamed ? numbers['R1.state-sponsored'] : 0) - (country.stateSponsored?.points ?? 0);
    const changes = [
      moved('governance', governance.get(year - 1) ?? null),
      moved('trafficking', tier === null ? null : numbers['R1.tiers'][tier]),
    ];
    const score = changes.reduce<number | null>(
      (sum, change) => (sum === null || change === null ? null : sum + change),
      worldScore + country.points + naming,
    );
    return { year, score, tier, isNamed: year >= firstNaming && isNamed };
  });
  const today = traffickingTierOf(iso2, asOf)?.tier ?? null;
  return [...editions, { year: null, score: worldScore + country.points, tier: today, isNamed: country.stateSponsored !== null }];
}
