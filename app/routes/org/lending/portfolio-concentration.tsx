import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { filterQuery } from '~/lending/portfolio/filter';
import { PortfolioFrame } from '~/lending/portfolio/frame';
import { readFrame, requirePortfolio } from '~/lending/portfolio/frame.server';
import { readSharedParties } from '~/lending/portfolio/read-shared-parties.server';
import { SharedTable } from '~/lending/portfolio/shared-table';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';

/** Search parameter: also list companies that are related to a project only through another company. */
const behind = 'behind';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  const withBehind = asked.params.get(behind) === 'listed';
  return asked.member.inOrganization(
    async (db) => ({ frame: await readFrame(db, asked), shared: await readSharedParties(db, { ...asked, withBehind }), withBehind }),
    { timeoutMs: 60_000 },
  );
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · ${m.portfolio_tab_concentration()} · Manumit` }];

export default function PortfolioConcentration() {
  const { frame, shared, withBehind } = useLoaderData<typeof loader>();
  const { suppliers, providers, totalCents } = shared;
  const table = { totalCents, filter: frame.filter, base: frame.base };
  const other = new URLSearchParams(filterQuery(frame.filter));
  if (!withBehind) other.set(behind, 'listed');
  return (
    <PortfolioFrame frame={frame}>
      <p className="mb-4 max-w-prose text-muted">{m.portfolio_concentration_lead()}</p>
      <Section title={m.portfolio_shared_suppliers()} id="shared-suppliers">
        <SharedTable caption={m.portfolio_shared_suppliers()} shared={suppliers} {...table} />
        {suppliers.behind > 0 && (
          <p className="mt-3 max-w-prose text-muted">
            {!withBehind && `${m.portfolio_behind_note({ count: formatNumber(suppliers.behind) })} `}
            <Link to={`?${other}`} preventScrollReset>
              {withBehind ? m.portfolio_behind_hide() : m.portfolio_behind_show()}
            </Link>
          </p>
        )}
      </Section>
      <Section title={m.portfolio_shared_providers()} id="shared-providers">
        <SharedTable caption={m.portfolio_shared_providers()} shared={providers} {...table} />
      </Section>
    </PortfolioFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
