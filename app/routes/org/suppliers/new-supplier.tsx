import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { createSupplier } from '~/suppliers/registry/create-supplier.server';
import { recogniseEntry } from '~/suppliers/registry/recognise-entry.server';
import { unknownWordsText } from '~/suppliers/facts/sector-titles.server';
import { supplierFormSchema } from '~/suppliers/registry/supplier-form';
import { SupplierFormFields } from '~/suppliers/registry/supplier-form-fields';
import { m } from '~/paraglide/messages';
import { readReturn, returnAddress } from '~/suppliers/choices/return-to';
import { PartyField } from '~/suppliers/choices/party-field';
import { Button, LinkButton } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { checkboxOf, fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { givenText } from '~/platform/http/given-text';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const search = new URL(request.url).searchParams;
  return {
    returnTo: readReturn(search.get('for')),
    name: givenText(search, 'name').trim().slice(0, 500),
    classify: `/o/${member.organization.slug}/classify`,
    base: `/o/${member.organization.slug}/suppliers`,
    organization: member.organization.name,
    sectors: [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const base = `/o/${member.organization.slug}/suppliers`;
  const form = await readForm(request);
  const parsed = parseForm(form, supplierFormSchema);
  if (!parsed.ok) return data({ failure: parsed, twin: null }, { status: 422 });
  const today = new Date().toISOString().slice(0, 10);
  const result = await member.inOrganization(async (db) => {
    const recognised = await recogniseEntry(db, { entry: parsed.value, userId: member.user.id });
    if (recognised.kind === 'unknown-words') return recognised;
    const created = await createSupplier(db, { entry: recognised.entry, userId: member.user.id });
    if (created.kind === 'created') await scoreSuppliers(db, { partyIds: [created.partyId], asOf: today, userId: member.user.id });
    return created;
  });
  if (result.kind === 'unknown-words')
    return data({ failure: formFailure(form, { sectorWords: [unknownWordsText(result.nearest)] }), twin: null }, { status: 422 });
  if (result.kind === 'refused')
    return data(
      {
        failure: formFailure(form, {
          customer: [result.code === 'customer-several' ? m.suppliers_error_several() : m.suppliers_error_customer()],
        }),
        twin: null,
      },
      { status: 422 },
    );
  if (result.kind === 'exists')
    return data({ failure: formFailure(form, {}), twin: { name: result.name, href: `${base}/${result.publicId}` } }, { status: 409 });
  const returnTo = readReturn(form.get('for'));
  const next =
    returnTo === null ? `${base}/${result.publicId}` : `/o/${member.organization.slug}/${returnAddress(returnTo, result.publicId)}`;
  return redirectWithFlash(next, { tone: 'success', text: m.suppliers_added({ name: parsed.value.name }) });
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_new_title()} · Manumit` }];

export default function NewSupplier() {
  const { base, classify, organization, sectors, name, returnTo } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.suppliers_new_title()}
        lead={m.suppliers_new_lead()}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: base }, { label: m.suppliers_new_title() }]}
      />
      <Form method="post" noValidate className="grid max-w-3xl gap-6">
        <ErrorSummary errors={reply?.failure.errors} />
        {returnTo && <input type="hidden" name="for" value={returnTo} />}
        {reply?.twin && (
          <Notice tone="warning" title={m.suppliers_twin_title()} isLive>
            <p>
              <Link to={reply.twin.href}>{reply.twin.name}</Link>
            </p>
            <Checkbox label={m.suppliers_twin_meant()} {...checkboxOf(reply.failure, 'isDuplicateMeant')} />
          </Notice>
        )}
        <SupplierFormFields failure={reply?.failure} saved={name === '' ? {} : { name }} sectors={sectors} classify={classify} />
        <RadioGroup
          name="relation"
          label={m.suppliers_supplies_to()}
          layout="row"
          defaultValue={reply?.failure.values.relation?.[0] ?? 'buyer'}
          options={[
            { value: 'buyer', label: organization },
            { value: 'other', label: m.suppliers_supplies_other() },
            { value: 'unknown', label: m.suppliers_unknown() },
          ]}
        />
        <PartyField label={m.suppliers_customer()} empty="" optional {...fieldOf(reply?.failure, 'customer')} />
        <div className="flex gap-2">
          <Button variant="primary">{m.suppliers_add()}</Button>
          <LinkButton to={base} variant="quiet">
            {m.shell_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
