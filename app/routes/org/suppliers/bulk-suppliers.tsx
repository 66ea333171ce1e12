import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { changeSuppliers, readSelectedNames, undoArchiving } from '~/suppliers/bulk/change-suppliers.server';
import { ChangeFields } from '~/suppliers/bulk/change-fields';
import { changeActs, leadActs, mostInJob, permissionOf } from '~/suppliers/bulk/changes';
import { leadOf } from '~/suppliers/bulk/lead-of';
import { readChange } from '~/suppliers/bulk/read-change.server';
import { countSelected, selectionOf, stateOf } from '~/suppliers/bulk/read-selection.server';
import { listPeople } from '~/suppliers/ownership/list-people.server';
import { listTags } from '~/suppliers/tags/list-tags.server';
import { bulkTitle, bulkWords } from '~/suppliers/bulk/labels';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, forbidden, redirectWithFlash } from '~/platform/http/responses.server';

const actSchema = z.enum([...changeActs, ...leadActs]);
const shownNames = 12;

/** Confirms a change of the suppliers selected in a list; every other action redirects to its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const base = `/o/${member.organization.slug}`;
  const act = actSchema.safeParse(search.get('act'));
  if (!act.success) throw redirect(`${base}/suppliers`);
  if (!member.can(permissionOf[act.data])) throw forbidden();
  const selection = selectionOf(search);
  if (!selection) throw await redirectWithFlash(`${base}/suppliers`, { tone: 'info', text: m.lists_nothing_selected() });
  const lead = leadActs.find((name) => name === act.data);
  if (lead) throw redirect(leadOf(lead, base, selection));
  const change = z.enum(changeActs).parse(act.data);
  const { count, names, people, tags } = await member.inOrganization(async (db) => ({
    count: await countSelected(db, stateOf(selection), mostInJob),
    names: await readSelectedNames(db, selection, shownNames),
    people: change === 'assign' ? await listPeople(db) : [],
    tags: change === 'add-tag' || change === 'remove-tag' ? await listTags(db) : [],
  }));
  return { base, change, count, names, people, tags, isTooMany: count > mostInJob };
}

const undoSchema = z.object({ intent: z.literal('undo-archive'), at: z.iso.datetime() });

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const list = `/o/${member.organization.slug}/suppliers`;
  const search = new URL(request.url).searchParams;
  const form = await readForm(request);
  const who = { organizationId: member.organization.id, userId: member.user.id, now: new Date() };
  const undo = undoSchema.safeParse(Object.fromEntries(form));
  if (undo.success) {
    const undone = await member.inOrganization((db) => undoArchiving(db, { archivedAt: undo.data.at, ...who }));
    if (undone.kind === 'started') return redirect(`/o/${member.organization.slug}/jobs/${undone.runId}`, 303);
    return redirectWithFlash(list, { tone: 'success', text: m.lists_restored({ count: undone.kind === 'done' ? undone.count : 0 }) });
  }
  const act = z.enum(changeActs).safeParse(search.get('act'));
  const confirmed = z.coerce.number().int().min(1).safeParse(form.get('confirmed'));
  const selection = selectionOf(search);
  if (!act.success || !confirmed.success || !selection) throw badRequest('act');
  const changed = await member.inOrganization(async (db) => {
    const read = await readChange(db, { act: act.data, form, userId: member.user.id });
    if ('errors' in read) return { kind: 'refused' as const, errors: read.errors };
    return changeSuppliers(db, { change: read.change, selection, confirmed: confirmed.data, ...who });
  });
  switch (changed.kind) {
    case 'refused':
      return data({ failure: formFailure(form, changed.errors) }, { status: 422 });
    case 'started':
      return redirect(`/o/${member.organization.slug}/jobs/${changed.runId}`, 303);
    case 'other-count':
      search.delete('_routes');
      return redirectWithFlash(`${list}/bulk?${search}`, { tone: 'warning', text: m.lists_other_count() });
    case 'done':
      if (act.data === 'archive') return redirect(`${list}?archived=${encodeURIComponent(changed.at)}`, 303);
      return redirectWithFlash(list, {
        tone: 'success',
        text: (act.data === 'restore' ? m.lists_restored : m.lists_run_done)({ count: changed.count }),
      });
  }
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_list_title()} · Manumit` }];

export default function BulkSuppliers() {
  const { base, change, count, names, people, tags, isTooMany } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>()?.failure;
  const title = bulkTitle(change, count);
  const rest = count - names.length;
  return (
    <div className="max-w-2xl">
      <PageHeader title={title} breadcrumbs={[{ label: m.suppliers_list_title(), to: `${base}/suppliers` }, { label: title }]} />
      {isTooMany ? (
        <Notice tone="warning">{m.lists_too_many({ most: formatNumber(mostInJob) })}</Notice>
      ) : (
        <div className="grid gap-4">
          <p>{bulkWords[change].effect()}</p>
          <ul className="list-disc ps-5">
            {names.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names repeat, and the list never changes
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
            {rest > 0 && <li className="text-muted">{m.lists_and_more({ count: rest })}</li>}
          </ul>
          <Form method="post" noValidate className="grid gap-4">
            <ErrorSummary errors={failure?.errors} />
            <input type="hidden" name="confirmed" value={count} />
            <ChangeFields change={change} people={people} tags={tags} failure={failure} />
            <div className="flex flex-wrap gap-2">
              {count > 0 && (
                <Button type="submit" variant={change === 'archive' ? 'danger' : 'primary'}>
                  {title}
                </Button>
              )}
              <LinkButton to={`${base}/suppliers`}>{m.shell_cancel()}</LinkButton>
            </div>
          </Form>
        </div>
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
