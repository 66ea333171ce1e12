import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { createLabourRecruiter } from '~/suppliers/labour-recruiters/edit-labour-recruiter.server';
import { LabourRecruiterFields } from '~/suppliers/labour-recruiters/labour-recruiter-fields';
import { labourRecruiterFormSchema } from '~/suppliers/labour-recruiters/labour-recruiter-form';
import { listRecruiters } from '~/suppliers/labour-recruiters/list-recruiters.server';
import { RecruiterTable } from '~/suppliers/labour-recruiters/recruiter-table';
import { foldName } from '~/suppliers/parties/name-key';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const words = givenText(search, 'q').trim().slice(0, 200);
  const list = await member.inOrganization((db) =>
    listRecruiters(db, {
      today: new Date().toISOString().slice(0, 10),
      q: foldName(words),
      after: search.get('after'),
      before: search.get('before'),
    }),
  );
  return { ...list, words, base: `/o/${member.organization.slug}`, mayEdit: member.can('edit:supplier') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const form = await readForm(request);
  const parsed = parseForm(form, labourRecruiterFormSchema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const publicId = await member.inOrganization((db) => createLabourRecruiter(db, { entry: parsed.value, userId: member.user.id }));
  if (publicId === null) return data(formFailure(form, { name: [m.supply_links_error_provider_known()] }), { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/labour-recruiters/${publicId}`, {
    tone: 'success',
    text: m.supply_links_provider_created({ name: parsed.value.name }),
  });
}

export const meta: MetaFunction = () => [{ title: `${m.supply_links_nav_providers()} · Manumit` }];

export default function LabourRecruiters() {
  const { rows, total, before, after, words, base, mayEdit } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.supply_links_nav_providers()} lead={m.supply_links_providers_lead()} />
      <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-2">
        <Field name="q" type="search" label={m.supply_links_providers_search()} defaultValue={words} />
        <Button>{m.supply_links_providers_find()}</Button>
      </Form>
      <RecruiterTable rows={rows} base={base} isFiltered={words !== ''} />
      <CursorPager before={before} after={after} shown={rows.length} total={total} />
      {mayEdit && (
        <details className="mt-6" open={Boolean(failure)}>
          <summary className="text-accent underline">{m.suppliers_provider_add()}</summary>
          <Form method="post" noValidate className="mt-4 grid max-w-3xl gap-4">
            <ErrorSummary errors={failure?.errors} />
            <LabourRecruiterFields failure={failure} />
            <div>
              <Button variant="primary">{m.suppliers_provider_add()}</Button>
            </div>
          </Form>
        </details>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
