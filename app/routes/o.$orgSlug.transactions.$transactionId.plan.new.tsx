import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { LineForm } from '~/features/esap/line-form';
import { lineForm } from '~/features/esap/schema';
import { planRefusalWord } from '~/features/esap/words';
import { addLine } from '~/features/esap/write-line.server';
import { findTransaction } from '~/features/transaction/find-transaction.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/web/parse-form';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const found = await member.inOrganization((db) => findTransaction(db, params.transactionId ?? ''));
  if (!found) throw notFound();
  return { currency: found.currency };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const transactionId = params.transactionId ?? '';
  if (!(await member.inOrganization((db) => findTransaction(db, transactionId)))) throw notFound();
  const form = await request.formData();
  const read = parseForm(form, lineForm);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const added = await member.inOrganization((db) => addLine(db, read.value, { transactionId, userId: member.user.id, now: new Date() }));
  if (added.kind === 'unknown') throw notFound();
  if (added.kind === 'refused') return data({ failure: formFailure(form, { '': [planRefusalWord(added.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${transactionId}/plan/lines/${added.lineId}`, {
    tone: 'success',
    text: m.plan_added_flash({ number: added.number }),
  });
}

export default function NewPlanLine() {
  const { currency } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <section aria-labelledby="new-line">
      <h2 id="new-line" className="mb-4">
        {m.plan_add()}
      </h2>
      <LineForm failure={reply?.failure} currency={currency} submit={m.plan_add()} />
    </section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
