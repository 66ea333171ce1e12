import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleItemAction } from '~/lending/esap/handle-plan-action.server';
import { CommentsSection, ItemFacts, ItemSteps } from '~/lending/esap/item-page';
import { readItem } from '~/lending/esap/read-plan.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), itemId: param(params, 'itemId'), today: new Date().toISOString().slice(0, 10) };
  const line = await member.inOrganization((db) => readItem(db, of));
  if (!line) throw notFound();
  return {
    line,
    userId: member.user.id,
    mayEdit: member.can('edit:deal') && !line.isClosed,
    mayVerify: member.can('verify:corrective-action') && !line.isClosed,
    mayComment: member.can('edit:deal') || member.can('verify:corrective-action'),
    base: `/o/${member.organization.slug}`,
    here: `/o/${member.organization.slug}/deals/${of.dealId}/esap`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), itemId: param(params, 'itemId') };
  const done = await handleItemAction(member, { ...of, form: await readForm(request), now: new Date() });
  if (done.kind === 'unknown') throw notFound();
  if (done.kind === 'forbidden') throw forbidden();
  if (done.kind === 'refused') return data({ failure: done.failure, intent: done.intent }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${of.dealId}/esap/items/${of.itemId}`, {
    tone: 'success',
    text: done.message,
  });
}

export default function PlanLinePage() {
  const { line, userId, mayEdit, mayVerify, mayComment, base, here } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <div className="grid grid-cols-1 gap-8">
      <p data-print="none">
        <LinkButton to={here} variant="quiet">
          {m.esap_back()}
        </LinkButton>
      </p>
      <ItemFacts line={line} base={base} editPath={mayEdit ? `${here}/items/${line.id}/edit` : null} />
      {(mayEdit || mayVerify) && <ItemSteps line={line} userId={userId} mayEdit={mayEdit} mayVerify={mayVerify} refused={refused} />}
      <CommentsSection line={line} mayComment={mayComment} failure={refused?.intent === 'comment' ? refused.failure : undefined} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
