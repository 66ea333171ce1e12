import { countryRowsAt, countryScores, regionUnderPresumption, sponsorshipOf, stateSponsoredOf, traffickingTierOf } from '#scoring';
import { formatCountry } from '~/ui/format';
import { parseTableState, type TableSpec } from '~/ui/table-state';
import { isLittleKnown } from './read-lines.server';
import { shownPlace, shownScore } from './read-score.server';

export const countryMarks = ['state-imposed', 'region', 'kafala', 'tied-permit', 'little-known'] as const;
export type CountryMark = (typeof countryMarks)[number];
export const regions = ['Africa', 'Americas', 'Arab States', 'Asia and the Pacific', 'Europe and Central Asia'] as const;
const bands = ['low', 'moderate', 'elevated', 'high', 'severe', 'none'] as const;

export const countrySpec = {
  sorts: ['name', 'score', 'child', 'tier'],
  defaultSort: { key: 'score', direction: 'descending' },
  filters: { band: bands, region: regions, mark: countryMarks },
} as const satisfies TableSpec;

function marksOf(iso2: string, asOf: string): CountryMark[] {
  const schemes = sponsorshipOf(iso2, asOf).filter(({ until }) => until === null);
  const isKafala = schemes.some(({ kind }) => kind === 'kafala');
  return [
    ...(stateSponsoredOf(iso2, asOf) ? ['state-imposed' as const] : []),
    ...(regionUnderPresumption(iso2, asOf) ? ['region' as const] : []),
    ...(isKafala ? ['kafala' as const] : []),
    ...(!isKafala && schemes.length > 0 ? ['tied-permit' as const] : []),
  ];
}

/** Every country and area with its scores, tier and marks, as of a day, in no order. */
export function countryList(asOf: string) {
  const scores = countryScores(asOf);
  return countryRowsAt(asOf).map(({ iso2, iso3, iloRegion }) => {
    const score = scores.get(iso2);
    return {
      ...{ iso2, iso3, iloRegion, name: formatCountry(iso2) },
      score: score ? shownPlace(score) : null,
      child: score?.child ? shownScore(score.child) : null,
      tier: traffickingTierOf(iso2, asOf)?.tier ?? null,
      marks: [...marksOf(iso2, asOf), ...(score && isLittleKnown(score.points) ? ['little-known' as const] : [])],
    };
  });
}
export type ListedCountry = ReturnType<typeof countryList>[number];

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const tierOrder: Record<string, number> = { '1': 1, '2': 2, '2WL': 3, special: 4, '3': 5 };

/** The value a column sorts by; null sorts last in both directions. */
function sortValue(row: ListedCountry, key: string): number | null {
  if (key === 'child') return row.child?.exact ?? null;
  if (key === 'tier') return row.tier === null ? null : (tierOrder[row.tier] ?? null);
  return row.score?.exact ?? null;
}

/** The list as the address asks for it: search by name or code, filters, sort. What is not scored comes last. */
export function listCountries(params: URLSearchParams, { asOf, locale }: { asOf: string; locale: string }) {
  const state = parseTableState(params, countrySpec);
  const { q, sort, filters } = state;
  const words = plain(q);
  const all = countryList(asOf);
  const rows = all.filter(
    ({ iso2, iso3, name, score, iloRegion, marks }) =>
      (words === '' || plain(name).includes(words) || iso2.toLowerCase() === words || iso3.toLowerCase() === words) &&
      (!filters.band || filters.band.includes(score?.band ?? 'none')) &&
      (!filters.region || (iloRegion !== null && filters.region.includes(iloRegion))) &&
      (!filters.mark || marks.some((mark) => filters.mark?.includes(mark))),
  );
  const compareNames = new Intl.Collator(locale).compare;
  const turn = sort.direction === 'descending' ? -1 : 1;
  rows.sort((a, b) => {
    if (sort.key === 'name') return turn * compareNames(a.name, b.name);
    const [one, other] = [sortValue(a, sort.key), sortValue(b, sort.key)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || compareNames(a.name, b.name);
    // What one table alone speaks for compares with nothing: after the others.
    const apart = sort.key === 'score' ? Number(a.score?.place === null) - Number(b.score?.place === null) : 0;
    return apart || turn * (one - other) || compareNames(a.name, b.name);
  });
  return { asOf, sort, rows, all: all.length, scored: all.filter(({ score }) => score !== null).length };
}
