import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { changeDeal } from '~/lending/deals/change-deal.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { readRecord } from '~/lending/deal-record/read-record';
import { withoutBigints } from '~/lending/deals/read-deal.server';
import { recordFields } from '~/lending/deals/schema';
import { DealForm } from '~/lending/deals/deal-form';
import { dealRefusalLabel } from '~/lending/deals/labels';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const found = await member.inOrganization((db) => findDeal(db, param(params, 'dealId')));
  if (!found) throw notFound();
  return { record: withoutBigints(readRecord(found)), revision: found.revision };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const form = await readForm(request);
  const read = parseForm(form, recordFields);
  if (!read.ok) return data({ failure: read, revision: null }, { status: 422 });
  const dealId = param(params, 'dealId');
  const changed = await member.inOrganization((db) =>
    changeDeal(db, read.value, { dealId, revision: Number(form.get('revision')), userId: member.user.id }),
  );
  if (changed.kind === 'unknown') throw notFound();
  if (changed.kind === 'refused') {
    const failure = formFailure(form, { '': [dealRefusalLabel(changed.code)] });
    return data({ failure, revision: changed.revision }, { status: 422 });
  }
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}`, {
    tone: 'success',
    text: changed.kind === 'same' ? m.deals_nothing_changed() : m.deals_saved(),
  });
}

export default function EditDeal() {
  const { record, revision } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="max-w-prose">
      {/* After a conflict the form contains the current revision, so that it can be saved the next time. */}
      <DealForm failure={reply?.failure} saved={record} hidden={{ revision: reply?.revision ?? revision }} submit={m.deals_save()} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
