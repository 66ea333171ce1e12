import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { NotesAndTasksPage } from '~/suppliers/collaboration/notes-and-tasks';
import { readNotesAndTasks } from '~/suppliers/collaboration/read-notes-and-tasks.server';
import { handleNoteAction } from '~/suppliers/notes/handle-note-action.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/web/read-form.server';
import { notFound, redirectWithFlash } from '~/web/responses.server';
import { param } from '~/web/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const before = new URL(request.url).searchParams.get('before');
  const now = new Date(Date.now());
  const content = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    return partyId ? readNotesAndTasks(db, { partyId, member, now, before }) : null;
  });
  if (!content) throw notFound();
  const base = `/o/${member.organization.slug}`;
  return { ...content, base, page: `${base}/suppliers/${param(params, 'supplierId')}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'write:note');
  const form = await readForm(request);
  const partyId = await member.inOrganization((db) => findSupplierId(db, params.supplierId));
  if (!partyId) throw notFound();
  const answer = await handleNoteAction(member, { partyId, form, now: new Date(Date.now()) });
  if (answer.kind === 'unknown') throw notFound();
  if (answer.kind === 'failed') return data(answer, { status: 422 });
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  return redirectWithFlash(form.get('from') === 'overview' ? page : `${page}/notes`, { tone: 'success', text: answer.text });
}

export const meta: MetaFunction = () => [{ title: `${m.notes_tab()} · Manumit` }];

export default function SupplierNotes() {
  return <NotesAndTasksPage content={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
