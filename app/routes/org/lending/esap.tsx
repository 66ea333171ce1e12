import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handlePlanAction } from '~/lending/esap/handle-plan-action.server';
import { ItemTable } from '~/lending/esap/item-table';
import { FreezeSection, PlanStatus, TotalsSection } from '~/lending/esap/plan-state';
import { readOpenSources, readPlan } from '~/lending/esap/read-plan.server';
import { readItemFilter } from '~/lending/esap/schema';
import { sortItems } from '~/lending/esap/sort-items';
import { SourcesSection } from '~/lending/esap/sources-section';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), today: new Date().toISOString().slice(0, 10) };
  const filter = readItemFilter(new URL(request.url).searchParams);
  const { plan, sources } = await member.inOrganization(async (db) => ({
    plan: await readPlan(db, of),
    sources: await readOpenSources(db, of.dealId),
  }));
  if (!plan) throw notFound();
  return {
    ...{ lines: sortItems(plan.lines, filter), lineCount: plan.lines.length, totals: plan.totals, version: plan.version, sources },
    sort: filter.sort,
    mayEdit: member.can('edit:deal') && !plan.deal.isClosed,
    here: `/o/${member.organization.slug}/deals/${plan.deal.id}/esap`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const dealId = param(params, 'dealId');
  const done = await handlePlanAction(member, { dealId, form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'forbidden') throw forbidden();
  if (done.kind === 'refused') return data({ failure: done.failure, intent: done.intent }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/esap${done.to}`, {
    tone: 'success',
    text: done.message,
  });
}

export default function DealPlan() {
  const { lines, lineCount, totals, version, sources, sort, mayEdit, here } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const failureOf = (...intents: string[]) => (refused && intents.includes(refused.intent) ? refused.failure : undefined);
  const add = mayEdit && (
    <LinkButton to={`${here}/new`} icon="add">
      {m.esap_add()}
    </LinkButton>
  );
  return (
    <div className="grid grid-cols-1 gap-8">
      {lineCount > 0 && (
        <div className="grid gap-4">
          <PlanStatus version={version} here={here} />
          <div className="flex flex-wrap gap-2" data-print="none">
            {add}
            <LinkButton to={`${here}.xlsx`} reloadDocument icon="download">
              {m.esap_download_xlsx()}
            </LinkButton>
            <LinkButton to={`${here}.csv`} reloadDocument icon="download">
              {m.esap_download_csv()}
            </LinkButton>
            <LinkButton to={`${here}.json`} reloadDocument icon="download">
              {m.esap_download_json()}
            </LinkButton>
            <LinkButton to={`${here}.pdf`} reloadDocument icon="download">
              {m.esap_download_pdf()}
            </LinkButton>
            {mayEdit && <LinkButton to={`${here}/import`}>{m.esap_import()}</LinkButton>}
            <LinkButton to={`${here}/versions`}>{m.esap_versions()}</LinkButton>
          </div>
        </div>
      )}
      <SourcesSection sources={sources} mayEdit={mayEdit} failure={failureOf('take-up', 'take-up-all', 'leave-out')} />
      {lineCount === 0 ? (
        <EmptyState title={m.esap_empty_title()} actions={add}>
          {sources.length > 0 ? m.esap_empty_sources() : m.esap_empty_text()}
        </EmptyState>
      ) : (
        <>
          <section aria-label={m.esap_title()}>
            <ItemTable lines={lines} here={here} sort={sort} />
          </section>
          <TotalsSection totals={totals} />
          {mayEdit && <FreezeSection failure={failureOf('freeze')} />}
        </>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
