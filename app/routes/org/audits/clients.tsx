import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { ClientTable } from '~/audits/commissions/client-table';
import { addClient, listClients } from '~/audits/commissions/clients.server';
import { clientKindLabel } from '~/audits/commissions/labels';
import { clientFields } from '~/audits/commissions/schema';
import { clientKinds } from '~/audits/commissions/states';
import { ServiceSection } from '~/audits/independence/consulting-section';
import { addService, listServices, removeService, serviceActs } from '~/audits/independence/consulting.server';
import { m } from '~/paraglide/messages';
import { givenText } from '~/platform/http/given-text';
import { foundByAddress } from '~/platform/forms/search-step.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { CountryField } from '~/suppliers/choices/closed-lists';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { fieldOf } from '~/ui/form-values';
import { PageHeader, Section } from '~/ui/page-header';
import { Select } from '~/ui/select';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:commission');
  return {
    ...(await member.inOrganization(async (db) => ({ rows: await listClients(db), services: await listServices(db) }))),
    ...(await foundByAddress({ request, params })),
    mayEdit: member.can('edit:commission'),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:commission');
  const form = await readForm(request);
  const intent = givenText(form, 'intent');
  const back = (text: string) => redirectWithFlash(`/o/${member.organization.slug}/clients`, { tone: 'success', text });
  if (intent !== 'add-client') {
    const read = parseForm(form, serviceActs);
    if (!read.ok) return data({ failure: read, intent }, { status: 422 });
    const act = read.value;
    const isDone = await member.inOrganization((db) =>
      act.intent === 'add-service' ? addService(db, { entry: act, by: member.user.id, now: new Date() }) : removeService(db, act.id),
    );
    if (!isDone && act.intent === 'remove-service') throw notFound();
    if (!isDone) return data({ failure: formFailure(form, { supplier: [m.audits_supplier_missing()] }), intent }, { status: 422 });
    return back(act.intent === 'add-service' ? m.commissions_service_flash() : m.commissions_service_removed_flash());
  }
  const read = parseForm(form, clientFields);
  if (!read.ok) return data({ failure: read, intent }, { status: 422 });
  await member.inOrganization((db) => addClient(db, { entry: read.value, by: member.user.id, now: new Date() }));
  return back(m.commissions_client_flash());
}

export const meta: MetaFunction = () => [{ title: `${m.commissions_clients()} · Manumit` }];

export default function Clients() {
  const { rows, services, mayEdit, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failure = reply?.intent === 'add-client' ? reply.failure : undefined;
  return (
    <>
      <PageHeader title={m.commissions_clients()} lead={m.commissions_clients_lead()} />
      <ClientTable
        rows={rows}
        base={base}
        empty={<EmptyState title={m.commissions_clients_empty_title()}>{m.commissions_clients_empty_text()}</EmptyState>}
      />
      {mayEdit && (
        <Section title={m.commissions_client_add()} lead={m.commissions_client_add_lead()} id="add">
          <Form method="post" noValidate className="grid max-w-prose gap-4">
            <ErrorSummary errors={failure?.errors} />
            <input type="hidden" name="intent" value="add-client" />
            <Field {...fieldOf(failure, 'name')} label={m.commissions_client_name()} maxLength={200} />
            <div className="grid gap-4 sm:grid-cols-2">
              <Select
                {...fieldOf(failure, 'kind', 'company')}
                label={m.commissions_client_kind()}
                options={clientKinds.map((value) => ({ value, label: clientKindLabel(value) }))}
              />
              <CountryField {...fieldOf(failure, 'country')} optional empty="—" label={m.commissions_client_country()} />
            </div>
            <Field
              {...fieldOf(failure, 'contact')}
              optional
              label={m.commissions_client_contact()}
              hint={m.commissions_client_contact_hint()}
              maxLength={300}
            />
            <FreeText {...fieldOf(failure, 'note')} optional label={m.commissions_client_note()} rows={2} maxLength={1000} />
            <div>
              <Button type="submit">{m.commissions_client_add()}</Button>
            </div>
          </Form>
        </Section>
      )}
      <ServiceSection {...{ services, mayEdit, base }} failure={reply?.intent === 'add-service' ? reply.failure : undefined} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
