import { Term } from '~/ui/term';
import { drawstopTerm } from '~/platform/terms/glossary-terms';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { readShownDeal } from '~/lending/deals/read-shown.server';
import { drawstopPath } from '~/lending/deals/block-href';
import { drawstopLabel } from '~/lending/deals/labels';
import { stateLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { Tabs } from '~/ui/tabs';
import { MoneyText } from '~/ui/values';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const today = new Date().toISOString().slice(0, 10);
  const found = await readShownDeal(request, member, { dealId: param(params, 'dealId'), today });
  if (!found) throw notFound();
  const { id, number, status, client, record, categories, drawstops } = found;
  return {
    ...{ id, number, status, drawstops, category: categories[0]?.category ?? null },
    client: { name: client.name, publicId: client.publicId },
    ...{ projectName: record.projectName, commitment: record.commitmentMinor, currency: record.currency },
    base: `/o/${member.organization.slug}`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.number ?? ''} · ${loaded?.projectName ?? ''} · Manumit` },
];

export default function DealLayout() {
  const { id, number, status, drawstops, category, client, projectName, commitment, currency, base } = useLoaderData<typeof loader>();
  const here = `${base}/deals/${id}`;
  return (
    <>
      <PageHeader
        title={projectName}
        breadcrumbs={[{ label: m.deals_title(), to: `${base}/deals` }, { label: number }]}
        meta={
          <>
            <strong className="text-ink">{stateLabel(status)}</strong>
            <Link to={`${base}/suppliers/${client.publicId}`}>
              <bdi>{client.name}</bdi>
            </Link>
            <span>
              {m.deals_category()} {category ?? m.deals_category_none()}
            </span>
            {commitment !== null && (
              <span>
                {m.deals_commitment()} <MoneyText value={commitment} currency={currency} />
              </span>
            )}
          </>
        }
      />
      {drawstops.length > 0 && (
        <div className="mb-4">
          <Notice tone="warning" title={<Term of={drawstopTerm}>{m.deals_drawstop()}</Term>}>
            <ul className="list-disc ps-5">
              {drawstops.map((stop) => (
                <li key={stop.code}>
                  <Link to={here + drawstopPath(stop)} className="inline-block min-h-6">
                    {drawstopLabel(stop)}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Tabs
        label={m.deals_tabs()}
        tabs={[
          { to: here, label: m.deals_tab_overview(), end: true },
          { to: `${here}/review`, label: m.deals_tab_review() },
          { to: `${here}/esap`, label: m.esap_tab() },
          { to: `${here}/supply-chain`, label: m.deals_tab_chain() },
          { to: `${here}/monitoring`, label: m.monitoring_tab() },
          { to: `${here}/due-diligence-report`, label: m.due_diligence_report_tab() },
        ]}
      />
      <Outlet />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
