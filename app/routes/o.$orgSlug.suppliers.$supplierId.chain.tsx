import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { linkKinds } from '#scoring';
import { requireMember } from '~/access/require-member.server';
import { findSupplierId } from '~/features/supplier/read-supplier.server';
import { ChainGraph } from '~/features/supply-map/chain-graph';
import { ChainTable } from '~/features/supply-map/chain-table';
import { InheritedRisk } from '~/features/supply-map/inherited-risk';
import { linkFormSchema } from '~/features/supply-map/link-form';
import { linkSupplier } from '~/features/supply-map/link-supplier.server';
import { linkName } from '~/features/supply-map/link-words';
import { readChain } from '~/features/supply-map/read-chain.server';
import { readInherited } from '~/features/supply-map/read-inherited.server';
import { recomputeTiers } from '~/features/supply-map/recompute-tiers.server';
import { unlinkParties } from '~/features/supply-map/unlink-parties.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { checkboxOf, fieldOf } from '~/web/forms';
import { formFailure, parseForm } from '~/web/parse-form';
import { notFound, redirectWithFlash } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  return member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    const chain = await readChain(db, { partyId });
    const inherited = await readInherited(db, { partyId, asOf: new Date(Date.now()).toISOString().slice(0, 10) });
    return {
      partyId,
      chain,
      inherited,
      base: `/o/${member.organization.slug}`,
      organization: member.organization.name,
      mayEdit: member.can('edit:supplier'),
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const here = `/o/${member.organization.slug}/suppliers/${params.supplierId}/chain`;
  const form = await request.formData();
  if (form.get('intent') === 'unlink') {
    const isDone = await member.inOrganization(async (db) => {
      const isGone = await unlinkParties(db, { linkId: String(form.get('linkId')), userId: member.user.id });
      if (isGone) await recomputeTiers(db);
      return isGone;
    });
    if (!isDone) throw notFound();
    return redirectWithFlash(here, { tone: 'success', text: m.supplier_chain_removed() });
  }
  const parsed = parseForm(form, linkFormSchema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const result = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    return linkSupplier(db, { partyId, entry: parsed.value, userId: member.user.id });
  });
  if (result.kind === 'refused') {
    const words = {
      itself: m.supplier_error_link_itself,
      exists: m.supplier_error_link_exists,
      'other-unknown': m.supplier_error_customer,
      'other-several': m.supplier_error_several,
    };
    return data(formFailure(form, { other: [words[result.code]()] }), { status: 422 });
  }
  return redirectWithFlash(here, { tone: 'success', text: m.supplier_chain_added() });
}

export const meta: MetaFunction = () => [{ title: `${m.supplier_tab_chain()} · Manumit` }];

export default function SupplierChain() {
  const { partyId, chain, inherited, base, organization, mayEdit } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <>
      <Section title={m.supplier_chain_title()} lead={chain.isCut ? m.supplier_chain_cut() : undefined}>
        {chain.links.length > 0 ? (
          <ChainGraph chain={chain} base={base} title={m.supplier_chain_title()} />
        ) : (
          <p className="text-muted">{m.supplier_chain_empty()}</p>
        )}
      </Section>
      <Section id="inherited" title={m.analysis_inherited_title()} lead={m.analysis_inherited_lead_supplier()}>
        <InheritedRisk inherited={inherited} base={base} />
      </Section>
      <Section title={m.supplier_chain_up()}>
        <ChainTable chain={chain} partyId={partyId} side="up" base={base} mayEdit={mayEdit} />
      </Section>
      <Section title={m.supplier_chain_down()}>
        <ChainTable chain={chain} partyId={partyId} side="down" base={base} mayEdit={mayEdit} />
      </Section>
      {mayEdit && (
        <Section title={m.supplier_chain_add()}>
          <Form method="post" noValidate className="grid max-w-2xl gap-4">
            <ErrorSummary errors={failure?.errors} />
            <RadioGroup
              name="direction"
              label={m.supplier_chain_direction()}
              layout="row"
              defaultValue={failure?.values.direction?.[0] ?? 'to'}
              options={[
                { value: 'to', label: m.supplier_chain_direction_to() },
                { value: 'from', label: m.supplier_chain_direction_from() },
              ]}
            />
            <Select
              label={m.supplier_chain_kind()}
              options={linkKinds.map((kind) => ({ value: kind, label: linkName(kind) }))}
              {...fieldOf(failure, 'kind', 'supplies')}
            />
            <Checkbox label={m.supplier_chain_buyer({ organization })} {...checkboxOf(failure, 'isBuyer')} />
            <Field
              label={m.supplier_customer()}
              hint={m.supplier_hint_customer()}
              optional
              autoComplete="off"
              {...fieldOf(failure, 'other')}
            />
            <Field label={m.supplier_chain_product()} optional {...fieldOf(failure, 'product')} />
            <Field label={m.supplier_form_note()} optional {...fieldOf(failure, 'note')} />
            <div>
              <Button name="intent" value="link" variant="primary">
                {m.supplier_chain_add()}
              </Button>
            </div>
          </Form>
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
