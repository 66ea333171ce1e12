import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity } from '~/activity-log/list-activity.server';
import { handleCorrectiveAction, attachToAction } from '~/findings/corrective-actions/handle-corrective-action.server';
import { BasisView } from '~/findings/corrective-actions/basis-view';
import { ActionDetails } from '~/findings/corrective-actions/action-details';
import { ActionStatusText } from '~/findings/corrective-actions/action-status';
import { ActionSteps } from '~/findings/corrective-actions/action-steps';
import { ExtensionSection } from '~/findings/corrective-actions/extension-section';
import { readAction } from '~/findings/corrective-actions/read-action.server';
import { handleMessageAction, messageIntents } from '~/findings/site-responses/handle-message-action.server';
import { listMessages } from '~/findings/site-responses/list-messages.server';
import { MessageSection } from '~/findings/site-responses/message-section';
import { acceptedEvidence } from '~/questionnaires/evidence/limits';
import { FileList } from '~/findings/findings/file-list';
import { removeFile } from '~/findings/findings/finding-files.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { PageHeader, Section } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { forbidden, notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, can, inOrganization } = await requireMember(request, params, 'read:finding');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const read = await inOrganization(async (db) => {
    const action = await readAction(db, { actionId: param(params, 'actionId'), today });
    if (!action) throw notFound();
    const history = await listActivity(db, { recordKind: 'corrective-action', recordId: action.id, limit: 200 });
    return { action, history: history.events, messages: await listMessages(db, { actionId: action.id }) };
  });
  return {
    ...{ ...read, today },
    base: `/o/${organization.slug}`,
    userId: user.id,
    isOwnWork: read.action.completedById === user.id,
    may: { act: can('edit:corrective-action'), verify: can('verify:corrective-action') },
    accept: acceptedEvidence,
  };
}

const verifying = new Set(['verify', 'reopen', 'decide-extension', 'ask-acceptance', 'decide-acceptance']);

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, can, inOrganization } = await requireMember(request, params, 'read:finding');
  const actionId = z.uuid().safeParse(params.actionId).data;
  if (!actionId) throw notFound();
  const caller = { organizationId: organization.id, userId: user.id, inOrganization };
  const page = `/o/${organization.slug}/corrective-actions/${actionId}`;
  const now = new Date(Date.now());
  if (request.headers.get('Content-Type')?.startsWith('multipart/form-data')) {
    if (!can('edit:corrective-action')) throw forbidden();
    return answer(await attachToAction(caller, request, { actionId }));
  }
  const form = await readForm(request);
  const intent = givenText(form, 'intent');
  const isTakenBack = intent === 'decide-extension' && form.get('verdict') === 'withdrawn';
  if (!can(verifying.has(intent) && !isTakenBack ? 'verify:corrective-action' : 'edit:corrective-action')) throw forbidden();
  if (messageIntents.has(intent)) return answer(await handleMessageAction(caller, form, now));
  if (intent === 'remove-file') {
    const findingFileId = z.uuid().safeParse(form.get('fileId')).data;
    const findingId = z.uuid().safeParse(form.get('findingId')).data;
    if (!findingFileId || !findingId) throw notFound();
    const removed = await inOrganization((db) => removeFile(db, { findingId, actionId, findingFileId, userId: user.id, now }));
    if (removed.kind === 'refused' && removed.code === 'not-there') throw notFound();
    return removed.kind === 'removed'
      ? redirectWithFlash(page, { tone: 'success', text: m.findings_file_removed() })
      : redirectWithFlash(page, { tone: 'warning', text: m.corrective_actions_file_stays() });
  }
  return answer(await handleCorrectiveAction(caller, form, { actionId, now }));

  function answer(done: Awaited<ReturnType<typeof handleCorrectiveAction>>) {
    if (done.kind === 'gone') throw notFound();
    return done.kind === 'done' ? redirectWithFlash(page, { tone: 'success', text: done.text }) : data(done.failure, { status: 422 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${m.corrective_actions_word()} · ${page?.action.supplier ?? ''} · Manumit` },
];

export default function ActionPage() {
  const { action: shown, history, messages, base, userId, isOwnWork, may, accept, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failure = reply && 'errors' in reply ? reply : undefined;
  const isOpen = shown.status === 'pending' || shown.status === 'in-progress';
  return (
    <>
      <PageHeader
        title={shown.action.length > 140 ? `${shown.action.slice(0, 139)}…` : shown.action}
        breadcrumbs={[
          { label: m.corrective_actions_title(), to: `${base}/corrective-actions` },
          { label: shown.supplier, to: `${base}/suppliers/${shown.publicId}/corrective-actions` },
          { label: m.corrective_actions_word() },
        ]}
        meta={
          <>
            <ActionStatusText {...shown} />
            <Link to={`${base}/findings/${shown.findingId}`}>
              {shown.finding.length > 90 ? `${shown.finding.slice(0, 89)}…` : shown.finding}
            </Link>
          </>
        }
        actions={
          may.act &&
          isOpen && (
            <LinkButton to={`${base}/corrective-actions/${shown.id}/edit`} icon="edit">
              {m.corrective_actions_edit()}
            </LinkButton>
          )
        }
      />
      {shown.action.length > 140 && <p className="mb-6 max-w-prose whitespace-pre-line">{shown.action}</p>}
      <ActionDetails action={shown} />
      {shown.basis && (
        <Section title={m.corrective_actions_looked_title()} id="looked-at">
          <BasisView basis={shown.basis} />
        </Section>
      )}
      <Section title={m.findings_evidence()} id="evidence">
        <FileList
          files={shown.files}
          path={`${base}/findings/${shown.findingId}/files`}
          remove={may.act && shown.status !== 'verified' ? { findingId: shown.findingId } : null}
          empty={m.corrective_actions_files_none()}
        />
      </Section>
      <ActionSteps {...{ userId, today }} action={shown} failure={failure} may={may} accept={accept} isOwnWork={isOwnWork} />
      <MessageSection messages={messages} base={base} mayDecide={may.act} failure={failure} />
      <ExtensionSection action={shown} failure={failure} userId={userId} may={may} />
      <Section title={m.findings_history()} id="history">
        <ActivityTimeline events={history} />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
