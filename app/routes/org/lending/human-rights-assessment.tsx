import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ClosedIssues, IssueTable } from '~/lending/human-rights-assessment/issue-table';
import { proposeIssues } from '~/lending/human-rights-assessment/propose-issues.server';
import { readRights } from '~/lending/human-rights-assessment/read-rights.server';
import { RightsMatrix } from '~/lending/human-rights-assessment/rights-matrix';
import { rightsRefusalLabel } from '~/lending/human-rights-assessment/rights-labels';
import { FileLinks } from '~/lending/deals/file-links';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readRights(db, param(params, 'dealId')));
  if (!read) throw notFound();
  const deal = `/o/${member.organization.slug}/deals/${read.deal.id}`;
  return {
    ...{ open: read.open, closed: read.closed, proposals: read.proposals },
    mayEdit: member.can('edit:deal') && !read.deal.isClosed,
    here: `${deal}/review/human-rights-assessment`,
    file: `${deal}/human-rights-assessment`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:deal');
  const dealId = param(params, 'dealId');
  const proposed = await member.inOrganization((db) => proposeIssues(db, { dealId, userId: member.user.id, now: new Date() }));
  if (proposed.kind === 'unknown') throw notFound();
  if (proposed.kind === 'refused') return data({ refusal: rightsRefusalLabel(proposed.code) }, { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/deals/${dealId}/review/human-rights-assessment`, {
    tone: 'success',
    text: m.human_rights_assessment_proposed_flash({ issues: proposed.issues }),
  });
}

export default function RightsAssessment() {
  const { open, closed, proposals, mayEdit, here, file } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const acts = mayEdit && (
    <>
      {proposals > 0 && (
        <Form method="post">
          <Button type="submit">{m.human_rights_assessment_propose({ issues: proposals })}</Button>
        </Form>
      )}
      <LinkButton to={`${here}/new`} variant="primary" icon="add">
        {m.human_rights_assessment_add()}
      </LinkButton>
    </>
  );
  if (open.length + closed.length === 0)
    return (
      <>
        {reply && <Notice tone="danger">{reply.refusal}</Notice>}
        <EmptyState title={m.human_rights_assessment_empty_title()} actions={acts}>
          {m.human_rights_assessment_empty_text()}
        </EmptyState>
      </>
    );
  return (
    <div className="grid grid-cols-1 gap-8">
      {reply && <Notice tone="danger">{reply.refusal}</Notice>}
      <Section title={m.human_rights_assessment_title()} lead={m.human_rights_assessment_order_lead()} id="issues" actions={acts}>
        {open.length > 0 && <RightsMatrix issues={open} here={here} />}
        <IssueTable issues={open} here={here} />
        <FileLinks
          files={[
            { to: `${file}.xlsx`, label: m.esap_download_xlsx() },
            { to: `${file}.csv`, label: m.esap_download_csv() },
          ]}
        />
      </Section>
      <ClosedIssues issues={closed} here={here} />
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
