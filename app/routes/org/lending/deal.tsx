import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { PackSection } from '~/lending/due-diligence-report/pack-section';
import { readPack } from '~/lending/due-diligence-report/read-pack.server';
import { handleDealAction } from '~/lending/deals/handle-deal-action.server';
import { CategorySection } from '~/lending/deals/category-section';
import { readShownDeal } from '~/lending/deals/read-shown.server';
import { RecordSection } from '~/lending/deals/record-section';
import { ScopeSection } from '~/lending/deals/scope-section';
import { isCategoryFixed } from '~/lending/deal-record/states';
import { CommitteeSection, NextStepSection, StepsSection } from '~/lending/deals/step-section';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** From the agreed plan to disbursement. */
const withPack: ReadonlySet<string> = new Set(['plan-agreed', 'committee', 'conditions-met']);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const deal = await readShownDeal(request, member, { dealId: param(params, 'dealId'), today });
  if (!deal) throw notFound();
  const { id: dealId, status, client } = deal;
  const pack = withPack.has(status)
    ? await member.inOrganization((db) => readPack(db, { dealId, clientPartyId: client.partyId, now }))
    : null;
  const isLive = deal.status !== 'declined';
  return {
    deal,
    pack,
    base: `/o/${member.organization.slug}`,
    userId: member.user.id,
    mayEdit: member.can('edit:deal') && isLive,
    mayDecide: member.can('decide:deal'),
    here: `/o/${member.organization.slug}/deals/${deal.id}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const dealId = param(params, 'dealId');
  const done = await handleDealAction(member, { dealId, form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'forbidden') throw forbidden();
  if (done.kind === 'refused') return data({ failure: done.failure, intent: done.intent }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}`, { tone: 'success', text: done.message });
}

export default function DealOverview() {
  const { deal, pack, base, userId, mayEdit, mayDecide, here } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const failureOf = (intent: string) => (refused?.intent === intent ? refused.failure : undefined);
  return (
    <div className="grid grid-cols-1 gap-8">
      <NextStepSection deal={deal} here={here} mayEdit={mayEdit} refused={refused} />
      <CommitteeSection deal={deal} userId={userId} mayDecide={mayDecide} failure={failureOf('decide')} />
      {pack && <PackSection pack={pack} here={here} base={base} />}
      <ScopeSection deal={deal} mayEdit={mayEdit} failure={failureOf('test-scope')} />
      <CategorySection decided={deal.categories} mayEdit={mayEdit && !isCategoryFixed(deal)} failure={failureOf('categorise')} />
      <RecordSection record={deal.record} editPath={mayEdit ? `${here}/edit` : null} />
      <StepsSection steps={deal.steps} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
