import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { organizationNameFields } from '~/features/account/schema';
import { organizationKindName } from '~/features/account/words';
import { renameOrganization } from '~/features/organization/rename-organization.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/form-errors';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader } from '~/ui/page-header';
import { fieldOf } from '~/web/forms';
import { parseForm } from '~/web/parse-form';
import { redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can } = await requireMember(request, params, 'read:organization');
  return { organization, canEdit: can('edit:organization') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:organization');
  const read = parseForm(await request.formData(), organizationNameFields);
  if (!read.ok) return data(read, { status: 422 });
  const { organizationName: name } = read.value;
  await inOrganization((db) => renameOrganization(db, { organizationId: organization.id, name, byUserId: user.id }));
  return redirectWithFlash(`/o/${organization.slug}/settings/organization`, { tone: 'success', text: m.account_organization_saved() });
}

export const meta: MetaFunction = () => [{ title: `${m.account_organization_title()} · Manumit` }];

export default function OrganizationSettings() {
  const { organization, canEdit } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const pairs = [
    { key: 'kind', label: m.account_organization_kind(), value: organizationKindName(organization.kind) },
    { key: 'slug', label: m.account_organization_slug(), value: `/o/${organization.slug}` },
  ];
  return (
    <>
      <PageHeader title={m.account_organization_title()} />
      <div className="grid max-w-xl gap-6">
        {canEdit ? (
          <Form method="post" noValidate className="grid gap-4">
            <ErrorSummary errors={failure?.errors} />
            <Field
              {...fieldOf(failure, 'organizationName', organization.name)}
              label={m.account_organization_name()}
              autoComplete="organization"
              maxLength={120}
              required
            />
            <div>
              <Button variant="primary">{m.account_organization_save()}</Button>
            </div>
          </Form>
        ) : null}
        <KeyValueList
          pairs={canEdit ? pairs : [{ key: 'name', label: m.account_organization_name(), value: organization.name }, ...pairs]}
        />
      </div>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
