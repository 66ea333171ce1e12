import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { NotesAndTasksPage } from '~/suppliers/collaboration/notes-and-tasks';
import { readNotesAndTasksPage } from '~/suppliers/collaboration/read-notes-and-tasks.server';
import { handleNoteAction } from '~/suppliers/notes/handle-note-action.server';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const of = { publicId: param(params, 'supplierId'), url: request.url, now: new Date(Date.now()) };
  const content = await readNotesAndTasksPage(member, of);
  if (!content) throw notFound();
  return content;
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

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
