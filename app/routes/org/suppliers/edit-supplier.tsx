import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { shownValues } from '~/suppliers/facts/shown-fact';
import { editSupplier } from '~/suppliers/registry/edit-supplier.server';
import { valuesOfProjection } from '~/suppliers/facts/project-facts';
import { findSupplierId, readSupplierHead } from '~/suppliers/registry/read-supplier.server';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { recogniseEntry } from '~/suppliers/registry/recognise-entry.server';
import { knownSectors } from '~/suppliers/choices/sector-choices.server';
import { unknownWordsText } from '~/suppliers/facts/sector-titles.server';
import { supplierFormSchema } from '~/suppliers/registry/supplier-form';
import { SupplierFormFields } from '~/suppliers/registry/supplier-form-fields';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { PageHeader } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  return member.inOrganization(async (db) => {
    const head = await readSupplierHead(db, params.supplierId);
    if (!head) throw notFound();
    const { projection } = await readFacts(db, { partyId: head.partyId });
    return {
      name: head.name,
      saved: { ...shownValues(valuesOfProjection(projection), projection.workers?.value), name: head.name },
      sectors: knownSectors([head.sector]),
      classify: `/o/${member.organization.slug}/classify`,
      list: `/o/${member.organization.slug}/suppliers`,
      page: `/o/${member.organization.slug}/suppliers/${head.publicId}`,
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const form = await readForm(request);
  const parsed = parseForm(form, supplierFormSchema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const today = new Date().toISOString().slice(0, 10);
  const changed = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    const recognised = await recogniseEntry(db, { entry: parsed.value, userId: member.user.id });
    if (recognised.kind === 'unknown-words') return recognised;
    const fields = partyId && (await editSupplier(db, { partyId, entry: recognised.entry, userId: member.user.id }));
    if (partyId && fields && fields.length > 0) await scoreSuppliers(db, { partyIds: [partyId], asOf: today, userId: member.user.id });
    return fields;
  });
  if (!changed) throw notFound();
  if (!Array.isArray(changed)) return data(formFailure(form, { sectorWords: [unknownWordsText(changed.nearest)] }), { status: 422 });
  return redirectWithFlash(`/o/${member.organization.slug}/suppliers/${params.supplierId}`, {
    tone: 'success',
    text: changed.length > 0 ? m.suppliers_saved({ count: changed.length }) : m.suppliers_saved_nothing(),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.suppliers_edit_title()} · ${loaded?.name ?? ''} · Manumit` },
];

export default function EditSupplier() {
  const { name, saved, sectors, classify, list, page } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.suppliers_edit_title()}
        lead={m.suppliers_edit_lead()}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: list }, { label: name, to: page }, { label: m.suppliers_edit_title() }]}
      />
      <Form method="post" noValidate className="grid max-w-3xl gap-6">
        <ErrorSummary errors={failure?.errors} />
        <SupplierFormFields failure={failure} saved={saved} sectors={sectors} classify={classify} />
        <div className="flex gap-2">
          <Button variant="primary">{m.suppliers_save()}</Button>
          <LinkButton to={page} variant="quiet">
            {m.shell_cancel()}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
