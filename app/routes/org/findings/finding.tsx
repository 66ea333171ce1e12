import { Term } from '~/ui/term';
import { correctiveActionPlanTerm } from '~/platform/terms/glossary-terms';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity } from '~/activity-log/list-activity.server';
import { ActionTable } from '~/findings/corrective-actions/action-table';
import { listActions } from '~/findings/corrective-actions/list-actions.server';
import { handleMoveAction } from '~/findings/findings/handle-move-action.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { FindingDetails, FindingEvidence } from '~/findings/findings/finding-details';
import { removeFile } from '~/findings/findings/finding-files.server';
import { MoveForm } from '~/findings/findings/move-form';
import { raiseHref } from '~/platform/navigation/raise-href';
import { readFindingPlace } from '~/findings/findings/list-place.server';
import { ListPlaceLinks } from '~/platform/lists/list-place-links';
import { readFinding } from '~/findings/findings/read-finding.server';
import { moveForm } from '~/findings/findings/schema';
import { gradeLabel, statusLabel } from '~/findings/findings/labels';
import { handleReplyAction } from '~/findings/right-of-reply/handle-reply-action.server';
import { listReplies } from '~/findings/right-of-reply/list-replies.server';
import { ReplySection } from '~/findings/right-of-reply/reply-section';
import { replyIntents } from '~/findings/right-of-reply/reply-states';
import { listShares } from '~/findings/site-sharing/read-share.server';
import { ShareList } from '~/findings/site-sharing/share-page';
import { handleMessageAction, messageIntents } from '~/findings/site-responses/handle-message-action.server';
import { listMessages } from '~/findings/site-responses/list-messages.server';
import { MessageSection } from '~/findings/site-responses/message-section';
import { z } from 'zod';
import { partyHref } from '~/suppliers/parties/party-href';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { PageHeader, Section } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:finding');
  // The list of priority findings had this address in an earlier version.
  if (params.findingId === 'first') throw redirect(`/o/${organization.slug}/findings/priority`, 308);
  const from = new URL(request.url).searchParams.get('list')?.slice(0, 2_000) ?? null;
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const read = await inOrganization(async (db) => {
    const finding = await readFinding(db, param(params, 'findingId'));
    if (!finding) throw notFound();
    const actions = await listActions(db, { findingId: finding.id, today, take: 500 });
    return {
      finding,
      inList: from === null ? null : await readFindingPlace(db, new URLSearchParams(from), { findingId: finding.id, today }),
      replies: await listReplies(db, { findingIds: [finding.id], today }),
      actions: actions.rows,
      shares: await listShares(db, { findingId: finding.id }),
      messages: await listMessages(db, { findingId: finding.id }),
      history: (await listActivity(db, { recordKind: 'finding', recordId: finding.id, limit: 100 })).events,
    };
  });
  const isRaisable = read.finding.withdrawnAt === null && !isZeroToleranceFinding(read.finding);
  return {
    ...read,
    from,
    today,
    base: `/o/${organization.slug}`,
    mayEdit: can('edit:finding'),
    mayPlan: can('edit:corrective-action'),
    mayRaise: isRaisable && can('raise:override'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:finding');
  const form = await readForm(request);
  const findingId = param(params, 'findingId');
  const page = `/o/${organization.slug}/findings/${findingId}`;
  const now = new Date(Date.now());
  if (replyIntents.has(form.get('intent'))) {
    if (!z.uuid().safeParse(findingId).success) throw notFound();
    const done = await handleReplyAction({ userId: user.id, inOrganization }, form, { findingId, now });
    if (done.kind === 'gone') throw notFound();
    return done.kind === 'done' ? redirectWithFlash(page, { tone: 'success', text: done.text }) : data(done.failure, { status: 422 });
  }
  if (messageIntents.has(form.get('intent'))) {
    const done = await handleMessageAction({ userId: user.id, inOrganization }, form, now);
    if (done.kind === 'gone') throw notFound();
    return done.kind === 'done' ? redirectWithFlash(page, { tone: 'success', text: done.text }) : data(done.failure, { status: 422 });
  }
  if (form.get('intent') === 'remove-file') {
    const findingFileId = form.get('fileId');
    if (typeof findingFileId !== 'string' || !/^[0-9a-f-]{36}$/.test(findingFileId)) throw badRequest('fileId is needed');
    const removed = await inOrganization((db) => removeFile(db, { findingId, findingFileId, userId: user.id, now }));
    if (removed.kind === 'refused' && removed.code === 'not-there') throw notFound();
    return removed.kind === 'removed'
      ? redirectWithFlash(page, { tone: 'success', text: m.findings_file_removed() })
      : redirectWithFlash(page, { tone: 'warning', text: m.findings_file_only() });
  }
  const parsed = moveForm.safeParse(Object.fromEntries(form));
  if (!parsed.success || parsed.data.findingId !== findingId) throw badRequest('findingId and to are needed');
  const { to } = parsed.data;
  const acted = await handleMoveAction({ userId: user.id, inOrganization }, { findingId, to, now });
  if (acted.kind === 'gone') throw notFound();
  return redirectWithFlash(page, acted.flash);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${m.method_finding_word()} · ${data?.finding.party.name ?? ''} · Manumit` },
];

export default function FindingPage() {
  const reply = useActionData<typeof action>();
  const { finding, from, inList, replies, today, actions, shares, messages, history, base, mayEdit, mayPlan, mayRaise } =
    useLoaderData<typeof loader>();
  const { party, responseId, section, question } = finding;
  const supplier = partyHref(base, party) ?? base;
  return (
    <>
      <PageHeader
        title={<span lang={finding.lang}>{finding.title.length > 140 ? `${finding.title.slice(0, 139)}…` : finding.title}</span>}
        breadcrumbs={[
          { label: m.shell_nav_findings(), to: `${base}/findings${from ? `?${from}` : ''}` },
          { label: party.name, to: party.kind === 'supplier' ? `${supplier}/findings` : supplier },
          { label: m.method_finding_word() },
        ]}
        beside={
          inList && (
            <ListPlaceLinks
              place={inList}
              labels={{ previous: m.findings_previous(), next: m.findings_next() }}
              hrefOf={(id) => `${base}/findings/${id}?list=${encodeURIComponent(from ?? '')}`}
            />
          )
        }
        meta={
          <>
            <strong className="font-semibold text-ink">{gradeLabel(finding.grade)}</strong>
            <span>{statusLabel(finding.status)}</span>
            <Link to={supplier}>{party.name}</Link>
            {responseId && (
              <Link to={section ? `${base}/responses/${responseId}/questions/${section}#${question}` : `${base}/responses/${responseId}`}>
                {question ? m.method_finding_answer({ question }) : m.method_finding_assessment()}
              </Link>
            )}
          </>
        }
        actions={
          <>
            {mayRaise && (
              <LinkButton to={raiseHref(supplier, { kind: 'finding', id: finding.id })}>{m.override_waivers_raise()}</LinkButton>
            )}
            {mayEdit && (
              <>
                <LinkButton to={`${base}/findings/${finding.id}/edit`} icon="edit" variant="primary">
                  {m.findings_edit()}
                </LinkButton>
                {!finding.withdrawnAt && (
                  <LinkButton to={`${base}/site-sharing/new?finding=${finding.id}`}>{m.site_sharing_share()}</LinkButton>
                )}
                {actions.length === 0 && !finding.withdrawnAt && <MoveForm finding={finding} />}
              </>
            )}
          </>
        }
      />
      {finding.title.length > 140 && (
        <p className="mb-6 max-w-prose whitespace-pre-line" lang={finding.lang}>
          {finding.title}
        </p>
      )}
      {finding.asked && (
        <p className="mb-4 max-w-prose text-muted" lang={finding.asked.lang}>
          {m.findings_answer_to({ question: finding.asked.text })}
        </p>
      )}
      <FindingDetails finding={finding} base={base} />
      {finding.withdrawnAt && <p className="mt-4 font-semibold">{m.right_of_reply_withdrawn_mark()}</p>}
      <ReplySection replies={replies} today={today} mayEdit={mayEdit} failure={reply && 'errors' in reply ? reply : undefined} />
      <ShareList shares={shares} base={base} />
      <MessageSection messages={messages} base={base} mayDecide={mayPlan} failure={reply && 'errors' in reply ? reply : undefined} />
      <FindingEvidence finding={finding} base={base} mayEdit={mayEdit} />
      <Section
        title={<Term of={correctiveActionPlanTerm}>{m.corrective_actions_title()}</Term>}
        id="actions"
        actions={
          mayPlan &&
          !finding.withdrawnAt && (
            <LinkButton to={`${base}/findings/${finding.id}/plan`} icon="add" size="sm">
              {m.corrective_actions_plan()}
            </LinkButton>
          )
        }
        {...(actions.length > 0 ? { lead: m.corrective_actions_follow_rule() } : {})}
      >
        <ActionTable
          rows={actions}
          base={base}
          withSupplier={false}
          empty={<p className="text-muted">{m.corrective_actions_none_of_finding()}</p>}
        />
      </Section>
      <Section title={m.findings_history()} id="history">
        <ActivityTimeline events={history} />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
