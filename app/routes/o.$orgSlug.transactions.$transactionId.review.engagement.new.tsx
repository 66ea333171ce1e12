import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { EntryForm } from '~/features/engagement/engagement-forms';
import { entryForm, entryWords } from '~/features/engagement/engagement-schema';
import { engagementRefusalWord } from '~/features/engagement/engagement-words';
import { takeForm } from '~/features/engagement/take-form.server';
import { writeEntry } from '~/features/engagement/write-engagement.server';
import { findTransaction } from '~/features/transaction/find-transaction.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { formFailure } from '~/web/parse-form';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  if (!(await member.inOrganization((db) => findTransaction(db, params.transactionId ?? '')))) throw notFound();
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const transactionId = params.transactionId ?? '';
  if (!(await member.inOrganization((db) => findTransaction(db, transactionId)))) throw notFound();
  const form = await request.formData();
  const now = new Date();
  const read = takeForm(form, entryForm(now.toISOString().slice(0, 10)), entryWords);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const by = { transactionId, userId: member.user.id, now, of: null };
  const written = await member.inOrganization((db) => writeEntry(db, read.value, by));
  if (written.kind === 'unknown') throw notFound();
  if (written.kind === 'refused')
    return data({ failure: formFailure(form, { '': [engagementRefusalWord(written.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${transactionId}/review/engagement`, {
    tone: 'success',
    text: m.engagement_recorded_flash(),
  });
}

export default function NewEntry() {
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.engagement_add()} id="new-entry">
      <EntryForm failure={reply?.failure} submit={m.engagement_add()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
