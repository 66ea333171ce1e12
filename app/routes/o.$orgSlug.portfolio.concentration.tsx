import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PortfolioFrame } from '~/features/portfolio/frame';
import { readFrame, requirePortfolio } from '~/features/portfolio/frame.server';
import { readExposure } from '~/features/portfolio/read-exposure.server';
import { readSharedParties } from '~/features/portfolio/read-shared-parties.server';
import { SharedTable } from '~/features/portfolio/shared-table';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await requirePortfolio(request, params);
  return asked.member.inOrganization(async (db) => ({
    frame: await readFrame(db, asked),
    shared: await readSharedParties(db, asked),
    totalCents: (await readExposure(db, asked)).total.usdCents,
  }));
}

export const meta: MetaFunction = () => [{ title: `${m.portfolio_title()} · ${m.portfolio_tab_concentration()} · Manumit` }];

export default function PortfolioConcentration() {
  const { frame, shared, totalCents } = useLoaderData<typeof loader>();
  const table = { totalCents, filter: frame.filter, base: frame.base };
  return (
    <PortfolioFrame frame={frame}>
      <p className="mb-4 max-w-prose text-muted">{m.portfolio_concentration_lead()}</p>
      <Section title={m.portfolio_shared_suppliers()} id="shared-suppliers">
        <SharedTable caption={m.portfolio_shared_suppliers()} rows={shared.suppliers} {...table} />
      </Section>
      <Section title={m.portfolio_shared_providers()} id="shared-providers">
        <SharedTable caption={m.portfolio_shared_providers()} rows={shared.providers} {...table} />
      </Section>
    </PortfolioFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
