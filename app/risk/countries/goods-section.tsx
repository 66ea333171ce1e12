import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { FoldedSection } from '~/ui/fold';
import { FactTable } from './fact-table';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';

type Good = CountryRead['goods']['listed'][number];

function reasonLabel({ isForced, isForcedByInput, upstreamGood, upstreamIso2 }: Good): string {
  if (isForced) return m.countries_good_forced();
  if (!isForcedByInput) return '—';
  return upstreamGood && upstreamIso2
    ? m.countries_good_forced_input_of({ good: upstreamGood, country: formatCountry(upstreamIso2) })
    : m.countries_good_forced_input();
}
const childLabel = ({ isChild, isChildByInput }: Good): string =>
  isChild ? m.countries_good_child() : isChildByInput ? m.countries_good_child_input() : '—';

function goodsStatus(listed: readonly Good[], presumed: number): string {
  const forced = listed.filter(({ isForced, isForcedByInput }) => isForced || isForcedByInput).length;
  return [
    listed.length === 0 ? m.countries_none_listed() : m.countries_goods_status({ count: listed.length, forced: formatNumber(forced) }),
    ...(presumed === 0 ? [] : [m.countries_presumption_status({ count: presumed })]),
  ].join(' · ');
}

/** Goods that the list of the Department of Labor of the United States names for the country, and its sectors under a customs presumption. */
export function GoodsSection({
  goods,
  presumptions,
  goodPoints,
}: Pick<CountryRead, 'presumptions' | 'goodPoints'> & { goods: Pick<CountryRead['goods'], 'listed'> & Partial<CountryRead['goods']> }) {
  return (
    <FoldedSection
      id="goods"
      title={m.countries_goods_title()}
      status={goodsStatus(goods.listed, presumptions.length)}
      lead={m.countries_goods_lead({ points: formatNumber(goodPoints.here), input: formatNumber(goodPoints.byInput) })}
    >
      {goods.listed.length === 0 ? (
        <p className="max-w-prose">{m.countries_goods_none()}</p>
      ) : (
        <FactTable
          caption={m.countries_goods_title()}
          headers={[
            { label: m.countries_column_good() },
            { label: m.countries_forced_labour() },
            { label: m.countries_child_labour() },
            { label: m.countries_column_sector() },
            { label: m.countries_column_source() },
          ]}
          rows={goods.listed.map((good) => ({
            key: good.good,
            cells: [
              <span key="good" lang="en">
                {good.good}
              </span>,
              reasonLabel(good),
              childLabel(good),
              good.division ? (
                <Link key="sector" to={`/sectors/${good.division}`}>
                  {good.division}
                </Link>
              ) : (
                '—'
              ),
              <SourceLink key="source" source={good.source} isBare />,
            ],
          }))}
        />
      )}
      {(goods.changes ?? []).length > 0 && (
        <ul className="mt-3 grid max-w-prose list-disc gap-1 ps-5">
          {goods.changes?.map(({ good, edition, change }) => (
            <li key={`${good} ${change}`}>
              {change === 'added'
                ? m.countries_good_added({ good, edition: String(edition) })
                : m.countries_good_removed({ good, edition: String(edition) })}
            </li>
          ))}
        </ul>
      )}
      {presumptions.length > 0 && (
        <>
          <h3 className="mt-6">{m.countries_presumption_title()}</h3>
          <p className="mb-2 max-w-prose text-muted">{m.countries_presumption_lead()}</p>
          <FactTable
            caption={m.countries_presumption_title()}
            headers={[
              { label: m.countries_column_sector() },
              { label: m.countries_column_since() },
              { label: m.countries_column_source() },
            ]}
            rows={presumptions.map(({ sector, designated, source }) => ({
              key: sector,
              cells: [
                <span key="sector" lang="en">
                  {sector}
                </span>,
                formatDate(designated),
                <SourceLink key="source" source={source} isBare />,
              ],
            }))}
          />
        </>
      )}
    </FoldedSection>
  );
}
