import { m } from '~/paraglide/messages';
import { formatCountry, formatList, formatNumber, formatPercent } from '~/ui/format';
import type { CountryRead } from './read-country.server';
import type { ShownScore } from './read-score.server';

type Facts = Pick<
  CountryRead,
  'state' | 'region' | 'presumptions' | 'goods' | 'sponsorship' | 'migrants' | 'corridors' | 'informality' | 'inspection'
> & { child: ShownScore | null };
/** From here on migrants are many, informal work is common, and inspectors are few: what is worth a question, not a rule of the method. */
const [manyMigrants, muchInformal, fewInspectors, childHigh] = [0.15, 0.5, 0.5, 65];
const most = 6;

const named = (names: readonly string[]) =>
  names.length > most
    ? m.countries_and_more({ names: names.slice(0, most).join(', '), count: formatNumber(names.length - most) })
    : formatList(names);

const sectorMatches = (divisions: readonly string[], division: string | null) =>
  division === null || divisions.length === 0 || divisions.includes(division);

/**
 * What to ask and look for, in the order of weight, from what is known of the country; with a division, only what concerns it.
 * Each has a key for lists. Never empty: that little is known is a reason to ask too.
 */
export function checksOf(facts: Facts, division: string | null = null): { key: string; text: string }[] {
  const { state, region, presumptions, goods, sponsorship, migrants, corridors, informality, inspection, child } = facts;
  const listed = goods.listed.filter(
    (good) => (good.isForced || good.isForcedByInput) && (division === null || good.division === division),
  );
  const children = goods.listed.filter(
    (good) => (good.isChild || good.isChildByInput) && (division === null || good.division === division),
  );
  const schemes = sponsorship.filter(({ until, isicDivisions }) => until === null && sectorMatches(isicDivisions, division));
  const kafala = schemes.some(({ kind }) => kind === 'kafala');
  const tied = schemes.find(({ kind }) => kind === 'tied-permit');
  const paid = corridors.coming.filter(({ monthsHigh, originIso2 }) => monthsHigh !== null && originIso2 !== null);
  const months = Math.max(0, ...paid.map(({ monthsHigh }) => monthsHigh ?? 0));
  const origins = [...new Set(paid.flatMap(({ originIso2 }) => originIso2 ?? []))].map((code) => formatCountry(code));
  const leaving = Math.max(0, ...corridors.leaving.map(({ monthsHigh }) => monthsHigh ?? 0));
  const presumed = presumptions.filter(({ isicDivisions }) => sectorMatches(isicDivisions, division));
  const checks: (readonly [key: string, isAsked: boolean, text: () => string])[] = [
    ['state', state.newest !== null, () => m.countries_check_state()],
    ['region', region !== null && (division === null || presumed.length > 0), () => m.countries_check_region()],
    ['goods', listed.length > 0, () => m.countries_check_goods({ goods: named(listed.map(({ good }) => good)) })],
    ['kafala', kafala, () => m.countries_check_kafala()],
    ['tied', !kafala && tied !== undefined, () => m.countries_check_tied({ scheme: tied?.scheme ?? '' })],
    [
      'corridors',
      months > 0,
      () =>
        m.countries_check_corridors({
          origins: named(origins),
          months: formatNumber(months, { digits: Number.isInteger(months) ? 0 : 1 }),
        }),
    ],
    [
      'leaving',
      leaving > 0,
      () => m.countries_check_leaving({ months: formatNumber(leaving, { digits: Number.isInteger(leaving) ? 0 : 1 }) }),
    ],
    [
      'migrants',
      (migrants.usual?.share ?? 0) >= manyMigrants,
      () => m.countries_check_migrants({ share: formatPercent(migrants.usual?.share ?? 0) }),
    ],
    [
      'informality',
      (informality?.share ?? 0) >= muchInformal,
      () => m.countries_check_informal({ share: formatPercent(informality?.share ?? 0) }),
    ],
    [
      'children',
      (child?.exact ?? 0) >= childHigh || children.length > 0,
      () =>
        children.length > 0
          ? m.countries_check_children_goods({ goods: named(children.map(({ good }) => good)) })
          : m.countries_check_children(),
    ],
    [
      'inspection',
      inspection !== null && inspection.perTenThousand < fewInspectors,
      () => m.countries_check_inspection({ count: formatNumber(inspection?.perTenThousand ?? 0, { digits: 2 }) }),
    ],
    ['inspection-unknown', inspection === null, () => m.countries_check_inspection_unknown()],
    ['facts', true, () => m.countries_check_facts()],
  ];
  return checks.filter(([, isAsked]) => isAsked).map(([key, , text]) => ({ key, text: text() }));
}
