import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { IssueForm } from '~/features/rights-assessment/issue-form';
import { listLines } from '~/features/rights-assessment/read-rights.server';
import { rightsRefusalWord } from '~/features/rights-assessment/rights-words';
import { takeIssueForm } from '~/features/rights-assessment/take-issue-form.server';
import { addIssue } from '~/features/rights-assessment/write-issue.server';
import { findTransaction } from '~/features/transaction/find-transaction.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { formFailure } from '~/web/parse-form';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const lines = await member.inOrganization(async (db) => {
    const found = await findTransaction(db, params.transactionId ?? '');
    return found && listLines(db, found.id);
  });
  if (!lines) throw notFound();
  return { lines };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:transaction');
  const transactionId = params.transactionId ?? '';
  if (!(await member.inOrganization((db) => findTransaction(db, transactionId)))) throw notFound();
  const form = await request.formData();
  const read = takeIssueForm(form);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const added = await member.inOrganization((db) => addIssue(db, read.value, { transactionId, userId: member.user.id, now: new Date() }));
  if (added.kind === 'unknown') throw notFound();
  if (added.kind === 'refused') return data({ failure: formFailure(form, { '': [rightsRefusalWord(added.code)] }) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/transactions/${transactionId}/review/rights/${added.number}`, {
    tone: 'success',
    text: m.rights_added_flash({ number: added.number }),
  });
}

export default function NewRightsIssue() {
  const { lines } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.rights_add()} id="new-issue">
      <IssueForm failure={reply?.failure} lines={lines} submit={m.rights_add()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
