import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { organizationNameFields } from '~/organizations/accounts/schema';
import { organizationKindName } from '~/organizations/accounts/labels';
import { chooseSignOffRule, readSignOffRule } from '~/organizations/settings/choose-sign-off.server';
import { renameOrganization } from '~/organizations/settings/rename-organization.server';
import { retireSigningKey, readSigningKey } from '~/documents/signing/signing-key.server';
import { SigningKeySection } from '~/documents/signing/signing-key-section';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { fieldOf } from '~/ui/form-values';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, can, inOrganization } = await requireMember(request, params, 'read:organization');
  const read = await inOrganization(async (db) => ({
    isSignedOffBySecond: await readSignOffRule(db, organization.id),
    key: await readSigningKey(db),
  }));
  const key = read.key && { fingerprint: read.key.fingerprint, createdAt: read.key.createdAt };
  return { organization, isSignedOffBySecond: read.isSignedOffBySecond, key, canEdit: can('edit:organization') };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params, 'edit:organization');
  const form = await readForm(request);
  const here = `/o/${organization.slug}/settings/organization`;
  if (form.get('intent') === 'sign-off') {
    const isSignedOffBySecond = form.get('isSignedOffBySecond') !== null;
    await inOrganization((db) => chooseSignOffRule(db, { organizationId: organization.id, isSignedOffBySecond, userId: user.id }));
    return redirectWithFlash(here, { tone: 'success', text: m.answer_review_setting_saved() });
  }
  if (form.get('intent') === 'retire-key') {
    await inOrganization((db) => retireSigningKey(db, { userId: user.id, now: new Date() }));
    return redirectWithFlash(here, { tone: 'success', text: m.signing_key_retired() });
  }
  const read = parseForm(form, organizationNameFields);
  if (!read.ok) return data(read, { status: 422 });
  const { organizationName: name } = read.value;
  await inOrganization((db) => renameOrganization(db, { organizationId: organization.id, name, byUserId: user.id }));
  return redirectWithFlash(here, { tone: 'success', text: m.accounts_organization_saved() });
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_organization_title()} · Manumit` }];

export default function OrganizationSettings() {
  const { organization, isSignedOffBySecond, key, canEdit } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const pairs = [
    { key: 'kind', label: m.accounts_organization_kind(), value: organizationKindName(organization.kind) },
    { key: 'slug', label: m.accounts_organization_slug(), value: `/o/${organization.slug}` },
  ];
  return (
    <>
      <PageHeader title={m.accounts_organization_title()} />
      <div className="grid max-w-xl gap-6">
        {canEdit ? (
          <Form method="post" noValidate className="grid gap-4">
            <ErrorSummary errors={failure?.errors} />
            <Field
              {...fieldOf(failure, 'organizationName', organization.name)}
              label={m.accounts_organization_name()}
              autoComplete="organization"
              maxLength={120}
              required
            />
            <div>
              <Button variant="primary">{m.accounts_organization_save()}</Button>
            </div>
          </Form>
        ) : null}
        <KeyValueList
          pairs={canEdit ? pairs : [{ key: 'name', label: m.accounts_organization_name(), value: organization.name }, ...pairs]}
        />
        <Section title={m.answer_review_setting()}>
          <Form method="post" className="grid gap-4">
            <Checkbox
              name="isSignedOffBySecond"
              defaultChecked={isSignedOffBySecond}
              disabled={!canEdit}
              label={m.answer_review_setting_second()}
              hint={m.answer_review_setting_second_hint()}
            />
            {canEdit && (
              <div>
                <Button name="intent" value="sign-off">
                  {m.answer_review_setting_save()}
                </Button>
              </div>
            )}
          </Form>
        </Section>
        <SigningKeySection signingKey={key} here={`/o/${organization.slug}/settings`} mayRetire={canEdit} />
      </div>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
