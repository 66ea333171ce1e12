import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ItemForm } from '~/lending/esap/item-form';
import { plannedOf } from '~/lending/esap/item-columns';
import { itemForm } from '~/lending/esap/schema';
import { planRefusalLabel } from '~/lending/esap/labels';
import { amendItem, findItem } from '~/lending/esap/write-item.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const of = { dealId: param(params, 'dealId'), itemId: param(params, 'itemId') };
  const { line, found } = await member.inOrganization(async (db) => ({
    line: await findItem(db, of),
    found: await findDeal(db, of.dealId),
  }));
  if (!line || !found) throw notFound();
  return { saved: plannedOf(line), revision: line.revision, number: line.number, currency: found.currency };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const of = { dealId: param(params, 'dealId'), itemId: param(params, 'itemId') };
  if (!(await member.inOrganization((db) => findItem(db, of)))) throw notFound();
  const form = await readForm(request);
  const read = parseForm(form, itemForm);
  if (!read.ok) return data({ failure: read, revision: null }, { status: 422 });
  const revision = Number(form.get('revision'));
  const amended = await member.inOrganization((db) => amendItem(db, read.value, { ...of, revision, userId: member.user.id }));
  if (amended.kind === 'unknown') throw notFound();
  if (amended.kind === 'refused') {
    const failure = formFailure(form, { '': [planRefusalLabel(amended.code)] });
    return data({ failure, revision: amended.code === 'line-changed' ? amended.revision : null }, { status: 422 });
  }
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${of.dealId}/esap/items/${of.itemId}`, {
    tone: 'success',
    text: amended.kind === 'same' ? m.deals_nothing_changed() : m.esap_saved_flash(),
  });
}

export default function EditPlanLine() {
  const { saved, revision, number, currency } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <section aria-labelledby="edit-line">
      <h2 id="edit-line" className="mb-4">
        {m.esap_line_named({ number })}
      </h2>
      {/* After a conflict the form contains the current revision, so that it can be saved the next time. */}
      <ItemForm failure={reply?.failure} saved={saved} revision={reply?.revision ?? revision} currency={currency} submit={m.esap_save()} />
    </section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
