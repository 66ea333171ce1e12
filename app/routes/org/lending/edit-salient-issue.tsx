import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { IssueForm } from '~/lending/human-rights-assessment/issue-form';
import { listItems, readIssue } from '~/lending/human-rights-assessment/read-rights.server';
import { rightsRefusalLabel } from '~/lending/human-rights-assessment/rights-labels';
import { takeIssueForm } from '~/lending/human-rights-assessment/take-issue-form.server';
import { judgeIssue } from '~/lending/human-rights-assessment/write-issue.server';
import { applyRecordForm } from '~/lending/deals/apply-record-form.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { readPlace } from '~/platform/http/read-place';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const of = { dealId: param(params, 'dealId'), number: readPlace(params.issueNumber) };
  const read = await member.inOrganization(async (db) => {
    const issue = await readIssue(db, of);
    return issue && { issue: issue.issue, lines: await listItems(db, of.dealId) };
  });
  if (!read) throw notFound();
  return read;
}

export const action = async (args: ActionFunctionArgs) => {
  const number = readPlace(args.params.issueNumber);
  return applyRecordForm(await requireMember(args.request, args.params, 'edit:deal'), args, {
    find: (db, dealId) => readIssue(db, { dealId, number }),
    read: takeIssueForm,
    write: (db, judged, by, form) => judgeIssue(db, judged, { ...by, number, seen: Number(form.get('seen')) }),
    refusalLabel: ({ code }) => rightsRefusalLabel(code),
    done: () => ({ to: `review/human-rights-assessment/${number}`, text: m.human_rights_assessment_judged_flash() }),
  });
};

export default function JudgeRightsIssue() {
  const { issue, lines } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Section title={m.human_rights_assessment_issue_named({ number: issue.number, title: issue.title })} id="judge">
      {/* The loader runs again after a refusal: after a conflict the form contains the current version. */}
      <IssueForm failure={reply?.failure} saved={issue} seen={issue.version} lines={lines} submit={m.human_rights_assessment_save()} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
