import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { markRestNotAssessed } from '~/lending/deals/mark-rest.server';
import { readReviewsShown } from '~/lending/deals/read-review.server';
import { ReviewSection } from '~/lending/deals/review-section';
import { startReview } from '~/lending/deals/start-review.server';
import { dealRefusalLabel } from '~/lending/deals/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const reviews = await member.inOrganization((db) => readReviewsShown(db, param(params, 'dealId')));
  if (!reviews) throw notFound();
  return { reviews, mayEdit: member.can('edit:deal'), base: `/o/${member.organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const form = await readForm(request);
  const by = { dealId: param(params, 'dealId'), userId: member.user.id, now: new Date() };
  const here = `/o/${member.organization.slug}/deals/${by.dealId}/review`;
  if (form.get('intent') === 'mark-rest') {
    const which = form.get('which') === 'ps2' ? 'ps2' : 'equator';
    const marked = await member.inOrganization((db) => markRestNotAssessed(db, { ...by, which }));
    if (marked.kind === 'unknown') throw notFound();
    if (marked.kind === 'refused') return data({ refusal: dealRefusalLabel(marked.code) }, { status: 422 });
    return redirectWithFlash(here, { tone: 'success', text: m.deals_review_marked_flash({ items: marked.items }) });
  }
  const started = await member.inOrganization((db) => startReview(db, by));
  if (started.kind === 'unknown') throw notFound();
  if (started.kind === 'refused') return data({ refusal: dealRefusalLabel(started.code) }, { status: 422 });
  return redirectWithFlash(here, { tone: 'success', text: m.deals_review_started_flash() });
}

export default function DealReview() {
  const { reviews, mayEdit, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="grid grid-cols-1 gap-8">
      {reply && <Notice tone="danger">{reply.refusal}</Notice>}
      {reviews.length === 0 ? (
        <EmptyState
          title={m.deals_review_none_title()}
          actions={
            mayEdit && (
              <Form method="post">
                <Button type="submit" variant="primary">
                  {m.deals_review_start()}
                </Button>
              </Form>
            )
          }
        >
          {m.deals_review_none_text()}
        </EmptyState>
      ) : (
        reviews.map((review) => <ReviewSection key={review.id} review={review} base={base} mayEdit={mayEdit} />)
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
