import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandShape } from '~/ui/band-shapes';
import { bandName } from '~/ui/band-badge';
import { formatCountry, formatList, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { PeopleAtRisk } from './read-people.server';

type Company = PeopleAtRisk['deals'][number]['riskiest'][number];

const placeText = ({ city, country }: Company): string => {
  const named = country === null ? m.portfolio_people_place_unknown() : formatCountry(country);
  return city ? `${city}, ${named}` : named;
};

const workersText = (workers: number | null): string =>
  workers === null ? m.portfolio_people_unknown() : m.portfolio_people_workers({ count: workers });

/** Workers of several companies: those known, and of how many companies the number is not. Unknown is never zero. */
export function sumText({ workers, withoutWorkers, companies }: { workers: number; withoutWorkers: number; companies: number }): string {
  if (withoutWorkers === companies) return m.portfolio_people_unknown();
  const known = m.portfolio_people_workers({ count: workers });
  return withoutWorkers === 0 ? known : `${known}, ${m.portfolio_people_more_unknown({ count: withoutWorkers })}`;
}

/** Companies of several deals by name, whose workers count once in the total; empty where there is none. */
export function sharedText({ shared, sharedNames }: PeopleAtRisk['total']): string {
  if (shared === 0) return '';
  const more = shared - sharedNames.length;
  const names = more > 0 ? `${sharedNames.join(', ')} ${m.queue_and_more({ count: more })}` : formatList(sharedNames);
  return m.portfolio_people_shared({ names });
}

/** Companies at severe or high risk by deal: where they are, how many people work there, and why they are at risk. */
export function PeopleSection({
  people,
  reasons,
  base,
}: {
  people: PeopleAtRisk;
  reasons: Readonly<Record<string, string>>;
  base: string;
}) {
  const { deals, total } = people;
  return (
    <Section title={m.portfolio_people_title()} id="people">
      {deals.length === 0 ? (
        <p className="text-muted">{m.portfolio_people_none()}</p>
      ) : (
        <ul>
          {deals.map((deal) => (
            <li key={deal.id} className="grid gap-x-6 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,6fr)]">
              <span className="min-w-0">
                <Link to={`${base}/deals/${deal.id}/supply-chain`} className="font-semibold text-ink no-underline hover:underline">
                  <bdi>{deal.projectName}</bdi>
                </Link>
                <span className="block text-xs text-muted">
                  {m.portfolio_people_companies({ count: deal.companies })} · {sumText(deal)}
                </span>
              </span>
              <ul className="min-w-0">
                {deal.riskiest.map((company) => (
                  <li key={company.publicId} className="flex items-baseline gap-2 py-0.5">
                    <BandShape band={company.band} className="translate-y-0.5" />
                    <span className="min-w-0">
                      <span className="sr-only">{bandName(company.band)}</span>{' '}
                      <Link to={`${base}/suppliers/${company.publicId}`}>
                        <bdi>{company.name}</bdi>
                      </Link>{' '}
                      <span className="text-muted">
                        {placeText(company)} · <span className="text-ink">{workersText(company.workers)}</span>
                        {reasons[company.publicId] && ` · ${reasons[company.publicId]}`}
                      </span>
                    </span>
                  </li>
                ))}
                {deal.companies > deal.riskiest.length && (
                  <li className="py-0.5 text-xs">
                    <Link to={`${base}/deals/${deal.id}/supply-chain`}>
                      {m.portfolio_people_more({ count: deal.companies - deal.riskiest.length })}
                    </Link>
                  </li>
                )}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {total.shared > 0 && (
        <p className="mt-2 text-xs text-muted">
          {m.portfolio_people_total({ total: sumText(total) })} {sharedText(total)}.
        </p>
      )}
      {total.deals > deals.length && (
        <p className="mt-2 text-xs text-muted">
          {m.portfolio_people_rest({ shown: formatNumber(deals.length), total: formatNumber(total.deals) })}
        </p>
      )}
    </Section>
  );
}
