import { type ActionFunctionArgs, data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { NotesAndTasksPage } from '~/suppliers/collaboration/notes-and-tasks';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { handleNewTaskAction } from '~/suppliers/tasks/handle-task-action.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/web/read-form.server';
import { notFound, redirectWithFlash } from '~/web/responses.server';
import { loader } from './supplier-notes';

export { loader };

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:task');
  const form = await readForm(request);
  const partyId = await member.inOrganization((db) => findSupplierId(db, params.supplierId));
  if (!partyId) throw notFound();
  const answer = await handleNewTaskAction(member, { partyId, form, now: new Date(Date.now()) });
  if (answer.kind === 'unknown') throw notFound();
  if (answer.kind === 'failed') return data(answer, { status: 422 });
  const page = `/o/${member.organization.slug}/suppliers/${params.supplierId}`;
  return redirectWithFlash(form.get('from') === 'overview' ? page : `${page}/tasks`, { tone: 'success', text: answer.text });
}

export const meta: MetaFunction = () => [{ title: `${m.notes_tab()} · Manumit` }];

export default function SupplierTasks() {
  return <NotesAndTasksPage content={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
