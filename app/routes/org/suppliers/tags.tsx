import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { deleteTag } from '~/suppliers/tags/delete-tag.server';
import { listTags } from '~/suppliers/tags/list-tags.server';
import { renameTag } from '~/suppliers/tags/rename-tag.server';
import { longestTag } from '~/suppliers/tags/tag-name';
import { m } from '~/paraglide/messages';
import { ActDialog, failureOf } from '~/ui/act-dialog';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { formatNumber } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';
import { fieldOf } from '~/ui/form-values';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const tags = await member.inOrganization(listTags);
  return { tags, mayEdit: member.can('edit:tag'), base: `/o/${member.organization.slug}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:tag');
  const form = await readForm(request);
  const intent = form.get('intent');
  const tagId = z.uuid().safeParse(form.get('tagId')).data;
  if (!tagId) throw badRequest('tagId');
  const by = { tagId, userId: member.user.id, organizationId: member.organization.id };
  const page = `/o/${member.organization.slug}/tags`;
  if (intent === 'delete-tag') {
    if (!(await member.inOrganization((db) => deleteTag(db, by)))) throw notFound();
    return redirectWithFlash(page, { tone: 'success', text: m.tags_deleted() });
  }
  if (intent !== 'rename-tag') throw badRequest('intent');
  const renamed = await member.inOrganization((db) => renameTag(db, { ...by, name: givenText(form, 'name') }));
  if (renamed.kind === 'renamed') return redirectWithFlash(page, { tone: 'success', text: m.tags_renamed() });
  if (renamed.code === 'unknown-tag') throw notFound();
  const problems = {
    'name-missing': m.tags_problem_name(),
    'name-too-long': m.tags_problem_long({ count: longestTag }),
    'name-taken': m.tags_problem_taken(),
  };
  return data({ intent: 'rename-tag', failure: formFailure(form, { name: [problems[renamed.code]] }) }, { status: 422 });
}

export const meta: MetaFunction = () => [{ title: `${m.tags_title()} · Manumit` }];

export default function Tags() {
  const { tags, mayEdit, base } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const failure = failureOf(refused, 'rename-tag');
  return (
    <>
      <PageHeader
        title={m.tags_title()}
        lead={m.tags_lead()}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: `${base}/suppliers` }, { label: m.tags_title() }]}
      />
      <DataTable
        caption={m.tags_title()}
        rows={tags}
        rowKey={({ id }) => id}
        isStacked
        empty={<EmptyState title={m.tags_none()}>{m.tags_empty_text()}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: m.tags_word(),
            isRowHeader: true,
            wraps: true,
            cell: ({ id, name }) => <Link to={`${base}/suppliers?tag=${id}`}>{name}</Link>,
          },
          { key: 'suppliers', header: m.tags_suppliers(), align: 'end', cell: ({ suppliers }) => formatNumber(suppliers) },
          {
            key: 'acts',
            header: m.tags_manage(),
            isAct: true,
            cell: ({ id, name }) =>
              mayEdit && (
                <div className="flex flex-wrap gap-2">
                  <ActDialog intent="rename-tag" title={m.tags_rename()} refused={refused} hidden={{ tagId: id }}>
                    <Field
                      label={m.tags_word()}
                      maxLength={longestTag}
                      {...fieldOf(failure?.values.tagId?.[0] === id ? failure : undefined, 'name', name)}
                      id={`tag-${id}`}
                    />
                  </ActDialog>
                  <ActDialog intent="delete-tag" title={m.tags_delete()} refused={refused} variant="danger" hidden={{ tagId: id }}>
                    <p>{m.tags_delete_text({ name })}</p>
                  </ActDialog>
                </div>
              ),
          },
        ]}
      />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
