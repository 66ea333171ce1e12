import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { MechanismForm } from '~/features/engagement/engagement-forms';
import { mechanismForm, mechanismWords } from '~/features/engagement/engagement-schema';
import { engagementRefusalWord } from '~/features/engagement/engagement-words';
import { takeForm } from '~/features/engagement/take-form.server';
import { writeMechanism } from '~/features/engagement/write-engagement.server';
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
  const read = takeForm(form, mechanismForm, mechanismWords);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const by = { transactionId, userId: member.user.id, now, of: null };
  const written = await member.inOrganization((db) => writeMechanism(db, read.value, by));
  if (written.kind === 'unknown') throw notFound();
  if (written.kind === 'refused')
    return data({ failure: formFailure(form, { '': [engagementRefusalWord(written.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${transactionId}/review/engagement`, {
    tone: 'success',
    text: m.engagement_mechanism_flash(),
  });
}

export default function NewMechanism() {
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.engagement_add_mechanism()} id="new-mechanism">
      <MechanismForm failure={reply?.failure} submit={m.engagement_add_mechanism()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
