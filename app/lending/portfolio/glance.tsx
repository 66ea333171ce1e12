import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Headline } from './headline';
import type { Glance } from './read-glance.server';
import { WatchList } from './watch-table';

/** A lender's first look: commitments by risk, and the deals that need attention, each reason with a link. */
export function PortfolioGlance({ glance: { exposure, watched }, base }: { glance: Glance; base: string }) {
  return (
    <>
      <Section title={m.portfolio_title()} actions={<Link to={`${base}/portfolio`}>{m.portfolio_glance_all()}</Link>}>
        <Headline exposure={exposure} />
      </Section>
      <Section
        title={m.portfolio_glance_watch()}
        actions={
          watched.total > watched.rows.length && (
            <Link to={`${base}/portfolio/watch`}>{m.portfolio_glance_more({ count: formatNumber(watched.total) })}</Link>
          )
        }
      >
        {watched.rows.length === 0 ? (
          <p className="text-muted">{m.portfolio_watch_none()}</p>
        ) : (
          <WatchList rows={watched.rows} base={base} />
        )}
      </Section>
    </>
  );
}
