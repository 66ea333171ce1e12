import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { IssueForm } from '~/lending/human-rights-assessment/issue-form';
import { listItems } from '~/lending/human-rights-assessment/read-rights.server';
import { rightsRefusalLabel } from '~/lending/human-rights-assessment/rights-labels';
import { takeIssueForm } from '~/lending/human-rights-assessment/take-issue-form.server';
import { addIssue } from '~/lending/human-rights-assessment/write-issue.server';
import { requireEditable, applyRecordForm } from '~/lending/deals/apply-record-form.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';

export async function loader(args: LoaderFunctionArgs) {
  const { member, found } = await requireEditable(args);
  return { lines: await member.inOrganization((db) => listItems(db, found.id)) };
}

export const action = async (args: ActionFunctionArgs) =>
  applyRecordForm(await requireMember(args.request, args.params, 'edit:deal'), args, {
    read: takeIssueForm,
    write: addIssue,
    refusalLabel: ({ code }) => rightsRefusalLabel(code),
    done: ({ number }) => ({ to: `review/human-rights-assessment/${number}`, text: m.human_rights_assessment_added_flash({ number }) }),
  });

export default function NewRightsIssue() {
  const { lines } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.human_rights_assessment_add()} id="new-issue">
      <IssueForm failure={reply?.failure} lines={lines} submit={m.human_rights_assessment_add()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
