import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleCovenantAction } from '~/lending/covenants/handle-covenant-action.server';
import { BreachSection, WaiverSection } from '~/lending/covenants/covenant-consequences';
import { CovenantHead, TestSection, TestsSection } from '~/lending/covenants/covenant-page';
import { ProposalSection } from '~/lending/covenants/proposal-section';
import { readCovenant } from '~/lending/covenants/read-covenants.server';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const today = new Date().toISOString().slice(0, 10);
  const { covenantId = '', dealId = '' } = params;
  const covenant = await member.inOrganization((db) => readCovenant(db, { covenantId, dealId, today }));
  if (!covenant) throw notFound();
  return {
    ...{ covenant, today, userId: member.user.id },
    mayEdit: member.can('edit:deal'),
    mayDecide: member.can('decide:deal'),
    here: `/o/${member.organization.slug}/deals/${dealId}/monitoring/covenants/${covenantId}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const { covenantId = '', dealId = '' } = params;
  const done = await handleCovenantAction(member, { covenantId, dealId, form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'forbidden') throw forbidden();
  if (done.kind === 'refused') return data({ failure: done.failure, intent: done.intent }, { status: 422 });
  const monitoring = `/o/${member.organization.slug}/deals/${dealId}/monitoring`;
  return redirectWithFlash(done.isGone ? monitoring : `${monitoring}/covenants/${covenantId}`, { tone: 'success', text: done.message });
}

export default function Covenant() {
  const { covenant, today, userId, mayEdit, mayDecide, here } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <div className="grid grid-cols-1 gap-8">
      <CovenantHead covenant={covenant} here={here} mayEdit={mayEdit} refused={refused} />
      <ProposalSection covenant={covenant} userId={userId} mayDecide={mayDecide} refused={refused} />
      <BreachSection covenant={covenant} today={today} mayEdit={mayEdit} refused={refused} />
      {mayEdit && covenant.endedOn === null && (
        <TestSection
          key={covenant.tests.length}
          covenant={covenant}
          today={today}
          failure={refused?.intent === 'test' ? refused.failure : undefined}
        />
      )}
      <WaiverSection covenant={covenant} userId={userId} mayEdit={mayEdit} mayDecide={mayDecide} refused={refused} />
      <TestsSection tests={covenant.tests} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
