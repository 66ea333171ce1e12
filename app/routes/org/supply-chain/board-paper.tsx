import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { FrozenList } from '~/documents/frozen-documents/frozen-list';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, redirectWithFlash } from '~/platform/http/responses.server';
import { DecisionsForm } from '~/supply-chain/board-paper/decisions-form';
import { issueBoardPaper, listBoardPapers, readDraft, saveDraft } from '~/supply-chain/board-paper/issue-board-paper.server';
import { PaperSummary } from '~/supply-chain/board-paper/paper-summary';
import { readBoardPaper } from '~/supply-chain/board-paper/read-board-paper.server';
import { readDecisionsForm } from '~/supply-chain/board-paper/read-decisions-form';
import { LinkButton } from '~/ui/button';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const read = await member.inOrganization(async (db) => {
    const decisions = await readDraft(db);
    return { decisions, paper: await readBoardPaper(db, member, { now: new Date(), decisions }), papers: await listBoardPapers(db) };
  });
  return { ...read, base: `/o/${member.organization.slug}`, mayIssue: member.can('issue:board-paper') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'issue:board-paper');
  const form = await readForm(request);
  const intent = form.get('intent');
  if (intent !== 'save' && intent !== 'issue') throw badRequest('The form has no such intent.');
  const read = readDecisionsForm(form);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const { decisions } = read;
  const now = new Date();
  const page = `/o/${member.organization.slug}/board-paper`;
  if (intent === 'save') {
    await member.inOrganization((db) => saveDraft(db, decisions, { organizationId: member.organization.id, userId: member.user.id, now }));
    return redirectWithFlash(page, { tone: 'success', text: m.board_paper_saved() });
  }
  await member.inOrganization((db) => issueBoardPaper(db, member, { now, decisions }));
  return redirectWithFlash(page, { tone: 'success', text: m.board_paper_issued() });
}

export const meta: MetaFunction = () => [{ title: `${m.board_paper_title()} · Manumit` }];

export default function BoardPaperPage() {
  const { decisions, paper, papers, base, mayIssue } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure ?? null;
  return (
    <>
      <PageHeader
        title={m.board_paper_title()}
        lead={m.board_paper_lead()}
        actions={
          <LinkButton to={`${base}/board-paper/preview.pdf`} reloadDocument>
            {m.board_paper_preview_pdf()}
          </LinkButton>
        }
      />
      <PaperSummary paper={paper} />
      {mayIssue && <DecisionsForm key={JSON.stringify(decisions)} decisions={decisions} failure={failure} />}
      <FrozenList
        reports={papers}
        base={base}
        files={['pdf', 'json']}
        folder="board-papers"
        mayPrepare={false}
        maySign={mayIssue}
        submit={m.board_paper_issue()}
        lead={m.board_paper_issue_hint()}
      />
    </>
  );
}
