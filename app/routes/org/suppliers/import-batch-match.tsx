import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { answerLines, answerProposals, confirmAutomatic } from '~/suppliers/import/answer-proposal.server';
import { countProposals, listProposals } from '~/suppliers/import/list-proposals.server';
import { ProposalList } from '~/suppliers/import/proposal-list';
import { ProposalViews } from '~/suppliers/import/proposal-views';
import { proposalStates } from '~/suppliers/import/proposal';
import { mostCompared } from '~/suppliers/import/propose-within.server';
import { readBatch } from '~/suppliers/import/read-batch.server';
import { recountBatch, recountSmall } from '~/suppliers/import/recount-batch.server';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { formatNumber, formatPercent } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { Stepper } from '~/ui/stepper';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const search = new URL(request.url).searchParams;
  const base = `/o/${member.organization.slug}`;
  return member.inOrganization(async (db) => {
    const batch = await readBatch(db, param(params, 'batchId'));
    if (!batch) throw notFound();
    const here = `${base}/suppliers/import/${batch.id}`;
    const counts = await countProposals(db, batch.id);
    // A batch that is being read again, was accepted or has no open questions has its own page.
    if (batch.status !== 'staged' || counts.open + counts.automatic + counts.answered === 0) throw redirect(`${here}?step=check`, 303);
    const state =
      proposalStates.find((known) => known === search.get('show')) ??
      (counts.open > 0 ? 'open' : counts.automatic > 0 ? 'automatic' : 'answered');
    const list = await listProposals(db, { batchId: batch.id, state, after: search.get('after') });
    return {
      ...list,
      counts,
      isCompared: batch.counts?.isCompared ?? true,
      mostCompared,
      state,
      fileName: batch.file.fileName,
      here,
      base,
      automatic: matchParameter('match.automatic'),
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'import:supplier');
  const who = { batchId: param(params, 'batchId'), userId: member.user.id };
  const here = `/o/${member.organization.slug}/suppliers/import/${params.batchId}`;
  const form = await readForm(request);
  const intent = form.get('intent');
  const back = `${here}/match${new URL(request.url).search}`;
  if ((await member.inOrganization((db) => readBatch(db, who.batchId))) === null) throw notFound();
  if (intent === 'save') {
    const answers = readAnswers(form);
    if (answers.length === 0) return redirectWithFlash(back, { tone: 'warning', text: m.match_step_none_chosen() });
    const count = await member.inOrganization((db) => answerProposals(db, { ...who, answers }), { timeoutMs: 60_000 });
    await member.inOrganization((db) => recountSmall(db, who.batchId), { timeoutMs: 60_000 });
    return count > 0
      ? redirectWithFlash(back, { tone: 'success', text: m.match_step_saved({ count }) })
      : redirectWithFlash(back, { tone: 'warning', text: m.import_too_late() });
  }
  if (intent === 'selected-same' || intent === 'selected-different') {
    const clusters = form.getAll('line').filter((value) => typeof value === 'string');
    if (clusters.length === 0) return redirectWithFlash(back, { tone: 'warning', text: m.match_step_selected_none() });
    const answer = intent === 'selected-same' ? 'same' : 'different';
    const count = await member.inOrganization((db) => answerLines(db, { ...who, clusters: clusters.slice(0, 20), answer }), {
      timeoutMs: 60_000,
    });
    return redirectWithFlash(back, { tone: 'success', text: m.match_step_saved({ count }) });
  }
  if (intent === 'all-same') {
    const count = await member.inOrganization((db) => confirmAutomatic(db, who), { timeoutMs: 60_000 });
    await member.inOrganization((db) => recountSmall(db, who.batchId), { timeoutMs: 60_000 });
    return redirectWithFlash(`${here}/match`, { tone: 'success', text: m.match_step_confirmed({ count }) });
  }
  if (intent !== 'continue') throw badRequest('intent');
  await member.inOrganization((db) => recountBatch(db, who.batchId), { timeoutMs: 120_000 });
  return redirect(`${here}?step=check`, 303);
}

/** At most a page of answers; of a name that is sent twice, the last. The value is an answer, or the id of the question to which it is yes. */
function readAnswers(form: FormData): { proposalId: string; answer: 'same' | 'different' }[] {
  const answers = new Map<string, { proposalId: string; answer: 'same' | 'different' }>();
  for (const [name, value] of form) {
    if (!name.startsWith('answer.') || typeof value !== 'string') continue;
    const asked = name.slice('answer.'.length);
    const isAnswer = value === 'same' || value === 'different';
    answers.set(asked, isAnswer ? { proposalId: asked, answer: value } : { proposalId: value, answer: 'same' });
  }
  return [...answers.values()].slice(0, 240);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${m.match_step_title()} · ${page?.fileName ?? ''} · Manumit` },
];

export default function MatchStep() {
  const { proposals, after, counts, isCompared, mostCompared, state, fileName, here, base, automatic } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.match_step_title()}
        lead={m.match_step_lead({ share: formatPercent(automatic) })}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${base}/suppliers` },
          { label: m.import_title(), to: `${base}/suppliers/import` },
          { label: fileName, to: here },
          { label: m.match_step() },
        ]}
      />
      <Stepper
        label={m.import_steps()}
        current="match"
        steps={[
          { key: 'file', label: m.import_step_file(), to: `${base}/suppliers/import` },
          { key: 'columns', label: m.import_step_columns(), to: `${here}?step=columns` },
          { key: 'clean', label: m.import_cleaning_step(), to: `${here}?step=clean` },
          { key: 'match', label: m.match_step() },
          { key: 'check', label: m.import_step_check(), to: `${here}?step=check` },
          { key: 'write', label: m.import_step_write() },
          { key: 'done', label: m.import_step_done() },
        ]}
      />
      <div className="mb-6 flex flex-wrap gap-2">
        <Form method="post">
          <Button name="intent" value="continue" variant={proposals.length === 0 ? 'primary' : 'secondary'}>
            {m.match_step_continue()}
          </Button>
        </Form>
        {counts.automatic > 0 && (
          <Form method="post">
            <Button name="intent" value="all-same">
              {m.match_step_all_same({ count: counts.automatic })}
            </Button>
          </Form>
        )}
      </div>
      {!isCompared && <Notice tone="info">{m.match_step_not_compared({ count: formatNumber(mostCompared) })}</Notice>}
      {counts.open > 0 && <p className="mb-4 text-muted">{m.match_step_unanswered()}</p>}
      <ProposalViews current={state} counts={counts} base={`${here}/match`} />
      {proposals.length === 0 ? (
        <EmptyState
          title={m.match_state_none()}
          actions={state !== 'open' && counts.open > 0 && <Link to={`${here}/match?show=open`}>{m.match_state_open()}</Link>}
        />
      ) : (
        <Form method="post" className="grid gap-4">
          <ProposalList proposals={proposals} base={base} />
          <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-canvas py-3 max-[1100px]:bottom-15 print:hidden">
            <Button name="intent" value="save" variant="primary">
              {m.match_step_save()}
            </Button>
            <Button name="intent" value="selected-same">
              {m.match_step_selected_same()}
            </Button>
            <Button name="intent" value="selected-different">
              {m.match_step_selected_different()}
            </Button>
            <span className="text-sm text-muted max-md:hidden">{m.match_step_save_hint()}</span>
            <span className="basis-full text-xs text-muted max-md:hidden">{m.match_step_keys()}</span>
          </div>
        </Form>
      )}
      {after && (
        <p className="mt-6">
          <LinkButton to={`?show=${state}&after=${after}`}>{m.match_page_after()}</LinkButton>
        </p>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
