import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { CheckForm } from '~/features/independence/check-form';
import { checkForm } from '~/features/independence/independence-schema';
import { independenceRefusalWord } from '~/features/independence/independence-words';
import { readChecksPage } from '~/features/independence/read-checks.server';
import { writeCheck } from '~/features/independence/write-check.server';
import { findTransaction } from '~/features/transaction/find-transaction.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/web/parse-form';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const read = await member.inOrganization((db) => readChecksPage(db, params.transactionId ?? ''));
  if (!read) throw notFound();
  return { requirement: read.requirement };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const transactionId = params.transactionId ?? '';
  if (!(await member.inOrganization((db) => findTransaction(db, transactionId)))) throw notFound();
  const form = await request.formData();
  const read = parseForm(form, checkForm);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const by = { transactionId, userId: member.user.id, now: new Date(), of: null };
  const written = await member.inOrganization((db) => writeCheck(db, read.value, by));
  if (written.kind === 'unknown') throw notFound();
  if (written.kind === 'refused')
    return data({ failure: formFailure(form, { '': [independenceRefusalWord(written.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${transactionId}/review/independence/${written.number}`, {
    tone: 'success',
    text: m.consultant_recorded_flash(),
  });
}

export default function NewConsultant() {
  const { requirement } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.consultant_add()} id="new-consultant">
      <CheckForm failure={reply?.failure} requirement={requirement} submit={m.consultant_add()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
