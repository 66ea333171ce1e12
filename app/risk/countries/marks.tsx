import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { CountryRead } from './read-country.server';
import { SourceLink } from './source-link';

/** Facts beside a score that no site can change: state-imposed labour, a region under a presumption, sponsorship. */
export function marksOf({
  state,
  region,
  sponsorship,
  known,
}: Pick<CountryRead, 'state' | 'region' | 'sponsorship' | 'known'>): ReactNode[] {
  const kafala = sponsorship.find(({ kind, until }) => kind === 'kafala' && until === null);
  const last = state.years.filter(({ isNamed }) => isNamed).at(-1);
  return [
    ...(known && known.parts < 2
      ? [
          <span key="little-known">
            <strong>{m.countries_mark_little_known()}</strong>. {m.countries_mark_little_known_text()}
          </span>,
        ]
      : []),
    ...(state.newest
      ? [
          <span key="state">
            <strong>{m.countries_mark_state()}</strong>. {m.countries_mark_state_text({ year: String(state.newest.reportYear) })}{' '}
            <SourceLink source={state.newest.source} />
          </span>,
        ]
      : []),
    ...(!state.newest && last
      ? [
          <span key="state-before">
            <strong>{m.countries_mark_state_before()}</strong>. {m.countries_mark_state_before_text({ year: String(last.reportYear) })}
          </span>,
        ]
      : []),
    ...(region
      ? [
          <span key="region">
            <strong>{m.countries_mark_region()}</strong>.{' '}
            {m.countries_mark_region_text({ score: formatNumber(region.score), points: formatNumber(region.points) })}
          </span>,
        ]
      : []),
    ...(kafala
      ? [
          <span key="kafala">
            <strong>{m.countries_mark_kafala()}</strong>. {m.countries_mark_kafala_text()} <SourceLink source={kafala.source} />
          </span>,
        ]
      : []),
  ];
}
