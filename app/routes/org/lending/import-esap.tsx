import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ImportSection } from '~/lending/esap/import-section';
import { takePlanFile } from '~/lending/esap/take-plan-file.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const found = await member.inOrganization((db) => findDeal(db, param(params, 'dealId')));
  if (!found) throw notFound();
  return { here: `/o/${member.organization.slug}/deals/${found.id}/esap` };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const dealId = param(params, 'dealId');
  const taken = await takePlanFile(member, request, { dealId, now: new Date(), address: context.clientAddress });
  if (taken === null) throw notFound();
  if (taken.kind === 'applied')
    return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/esap`, {
      tone: 'success',
      text: m.esap_applied_flash({ changed: taken.changed, added: taken.added }),
    });
  return data(taken, { status: taken.kind === 'compared' ? 200 : 422 });
}

export default function ImportPlan() {
  const { here } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? null;
  return (
    <div className="grid grid-cols-1 gap-6">
      <p data-print="none">
        <LinkButton to={here} variant="quiet">
          {m.esap_back()}
        </LinkButton>
      </p>
      <ImportSection reply={reply} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
