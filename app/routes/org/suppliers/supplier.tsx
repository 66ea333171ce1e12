import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { overrideFloor } from '~/risk/alerts/override-floor.server';
import { readPublicLists } from '~/risk/supplier-pages/public-lists.server';
import { readCollaboration } from '~/suppliers/collaboration/read-collaboration.server';
import { SupplierCollaboration } from '~/suppliers/collaboration/supplier-collaboration';
import { DoubtfulSites } from '~/risk/supplier-verdict/doubtful-sites';
import { HistoryPanel } from '~/risk/supplier-verdict/history-panel';
import { readVerdictPage } from '~/risk/supplier-verdict/read-verdict-page.server';
import { DriversPanel, UnknownsPanel } from '~/risk/supplier-verdict/reasons-panel';
import { ScorePanel } from '~/risk/supplier-verdict/score-panel';
import { AlertDetails, VerdictBox } from '~/risk/supplier-verdict/verdict-box';
import { FindingsPanel, PathPanel, WorkPanel } from '~/risk/supplier-verdict/work-panels';
import { readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { Fold } from '~/ui/fold';
import { Notice } from '~/ui/notice';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const { searchParams } = new URL(request.url);
  const here = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  // Earlier states are shown with the facts.
  if (searchParams.has('known-on')) throw redirect(`${here}/sites?${searchParams}#facts`);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  return member.inOrganization(async (db) => {
    const head = await readSupplierHead(db, params.supplierId);
    if (!head) throw notFound();
    const page = await readVerdictPage(db, { head, today });
    const lists = await readPublicLists(db, { partyId: head.partyId, names: [head.name, page.parentCompany], asOf: today });
    // List entries that an open alert already states are not repeated.
    const inAlerts = new Set(
      page.alerts.filter(({ endedAt }) => endedAt === null).map(({ sourceTable, sourceRow }) => `${sourceTable} ${sourceRow}`),
    );
    const besideAlerts = ({ key }: { key: string }) => !inAlerts.has(key);
    return {
      head,
      page,
      lists: { ...lists, candidates: lists.candidates.filter(besideAlerts), facts: lists.facts.filter(besideAlerts) },
      floor: overrideFloor(today),
      collaboration: await readCollaboration(db, { partyId: head.partyId, member, now: new Date(Date.now()) }),
      base: `/o/${member.organization.slug}`,
      may: { edit: member.can('edit:supplier'), decide: member.can('decide:alert'), readAudits: member.can('read:audit') },
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.head.name ?? ''} · Manumit` }];

export default function SupplierOverview() {
  const { head, page, lists, floor, base, may, collaboration } = useLoaderData<typeof loader>();
  const here = `${base}/suppliers/${head.publicId}`;
  const named = { country: head.country, sector: page.sector, products: page.products };
  const listed = lists.candidates.length + lists.facts.length + lists.others.length;
  return (
    <>
      <VerdictBox page={page} head={head} named={named}>
        {page.alerts.length + page.upstream.length + listed > 0 && (
          <Fold summary={m.supplier_verdict_why()} className="min-w-0 text-sm">
            <AlertDetails
              page={page}
              lists={lists}
              base={base}
              overridesHref={`${here}/score/overrides`}
              mayDecide={may.decide}
              floor={floor}
            />
          </Fold>
        )}
      </VerdictBox>
      {page.contradicting > 0 && (
        <div className="mt-4">
          <Notice
            tone="warning"
            title={m.supplier_verdict_contradicting()}
            actions={<Link to={`${here}/sites#contradicting`}>{m.supplier_verdict_contradicting_view()}</Link>}
          />
        </div>
      )}
      {page.doubtfulSites.length > 0 && (
        <div className="mt-4">
          <DoubtfulSites sites={page.doubtfulSites} base={base} mayEdit={may.edit} />
        </div>
      )}
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 md:grid-cols-2 xl:grid-cols-[minmax(0,15fr)_minmax(0,11fr)_minmax(0,10fr)]">
        <div className="grid content-start gap-6">
          <ScorePanel page={page} head={head} scorePage={`${here}/score`} />
          <HistoryPanel steps={page.steps} historyHref={`${here}/score#history`} />
        </div>
        <div className="grid content-start gap-6">
          <DriversPanel page={page} named={named} />
          <UnknownsPanel page={page} editTo={may.edit ? `${here}/edit` : null} />
        </div>
        <div className="grid content-start gap-6 md:max-xl:col-span-2">
          <PathPanel path={page.path} base={base} chainHref={`${here}/supply-chain`} mayEdit={may.edit} />
          <WorkPanel work={page.work} base={base} allHref={`${here}/corrective-actions`} />
          <FindingsPanel
            findings={page.findings}
            base={base}
            allHref={`${here}/findings`}
            isUnaudited={may.readAudits && page.audits === 0}
          />
          <SupplierCollaboration collaboration={collaboration} base={base} page={here} />
        </div>
      </div>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
