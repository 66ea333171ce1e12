import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { methodDay } from '~/supply-chain/map/method-day.server';
import { KnownOnForm, KnownOnNotice } from '~/suppliers/registry/known-on-form';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { ChainGraph } from '~/suppliers/supply-links/chain-graph';
import { InheritedRisk } from '~/risk/inherited-risk/inherited-risk';
import { savedLink, shareRefusal } from '~/suppliers/supply-links/link-answer';
import { LinkFields } from '~/suppliers/supply-links/link-fields';
import { linkFormSchema } from '~/suppliers/supply-links/link-form';
import { windowOf } from '~/suppliers/supply-links/link-window';
import { linkSupplier } from '~/suppliers/supply-links/link-supplier.server';
import { LinkTable } from '~/suppliers/supply-links/link-table';
import { listLinks } from '~/suppliers/supply-links/list-links.server';
import { readChain } from '~/suppliers/supply-links/read-chain.server';
import { readInherited } from '~/risk/inherited-risk/read-inherited.server';
import { m } from '~/paraglide/messages';
import { isAddingParty, PartyStep } from '~/suppliers/choices/party-step';
import { takePartyStep } from '~/suppliers/party-step/take-party-step.server';
import { Button, DefaultSubmit } from '~/ui/button';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { FoldedSection } from '~/ui/fold';
import { Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { checkboxOf, fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const asked = z.iso.date().safeParse(new URL(request.url).searchParams.get('known-on'));
  const knownOn = asked.success ? asked.data : null;
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const within = windowOf({ on: knownOn, year: null, today });
  return member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    const chain = await readChain(db, { partyId, within });
    const links = await listLinks(db, partyId, { day: within.first, knownAt: within.knownAt });
    const inherited = await readInherited(db, { partyId, asOf: methodDay(within.first), within });
    return {
      chain,
      links,
      page: `/o/${member.organization.slug}/suppliers/${params.supplierId}`,
      inherited,
      base: `/o/${member.organization.slug}`,
      organization: member.organization.name,
      knownOn,
      mayEdit: member.can('edit:supplier') && knownOn === null,
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const here = `/o/${member.organization.slug}/suppliers/${params.supplierId}/supply-chain`;
  const form = await readForm(request);
  const step = await takePartyStep(form, { name: 'other', request, params });
  if (step) return data({ ...step.failure, known: step.known }, { status: step.isRefused ? 422 : 200 });
  const parsed = parseForm(form, linkFormSchema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const result = await member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    return linkSupplier(db, { partyId, entry: parsed.value, userId: member.user.id });
  });
  if (result.kind === 'refused') {
    if (result.code === 'shares') return data(formFailure(form, { share: [shareRefusal(result.problem)] }), { status: 422 });
    const words = {
      itself: m.suppliers_error_link_itself,
      exists: m.supply_links_error_exists,
      'other-unknown': m.suppliers_error_customer,
      'other-several': m.suppliers_error_several,
    };
    return data(formFailure(form, { other: [words[result.code]()] }), { status: 422 });
  }
  return redirectWithFlash(here, savedLink(m.suppliers_chain_added(), result.cycle));
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_tab_chain()} · Manumit` }];

export default function SupplierChain() {
  const { chain, links, page, inherited, base, organization, knownOn, mayEdit } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const isAdding = isAddingParty(failure);
  const linkHref = mayEdit ? (linkId: string) => `${page}/links/${linkId}` : null;
  return (
    <>
      <KnownOnNotice knownOn={knownOn} page={`${page}/supply-chain`} />
      <KnownOnForm knownOn={knownOn} />
      <Section title={m.suppliers_chain_title()} lead={chain.isCut ? m.suppliers_chain_cut() : undefined}>
        {chain.links.length > 0 ? (
          <ChainGraph chain={chain} base={base} title={m.suppliers_chain_title()} />
        ) : (
          <p className="text-muted">{knownOn === null ? m.suppliers_chain_empty() : m.list_changes_chain_then()}</p>
        )}
      </Section>
      <FoldedSection id="inherited" title={m.what_if_inherited_title()} lead={m.what_if_inherited_lead_supplier()}>
        <InheritedRisk inherited={inherited} base={base} />
      </FoldedSection>
      <Section title={m.suppliers_chain_up()} lead={links.isCut ? m.supply_links_links_cut() : undefined}>
        <LinkTable links={links.up} side="up" base={base} linkHref={linkHref} />
      </Section>
      <Section title={m.suppliers_chain_down()}>
        <LinkTable links={links.down} side="down" base={base} linkHref={linkHref} />
      </Section>
      {mayEdit && (
        <FoldedSection id="add-link" title={m.suppliers_chain_add()} isOpen={failure !== undefined}>
          <Form method="post" noValidate className="grid max-w-2xl gap-4">
            {!isAdding && <DefaultSubmit />}
            <ErrorSummary errors={failure?.errors} />
            <RadioGroup
              name="direction"
              label={m.suppliers_chain_direction()}
              layout="row"
              defaultValue={failure?.values.direction?.[0] ?? 'to'}
              options={[
                { value: 'to', label: m.suppliers_chain_direction_to() },
                { value: 'from', label: m.suppliers_chain_direction_from() },
              ]}
            />
            <Checkbox label={m.suppliers_chain_buyer({ organization })} {...checkboxOf(failure, 'isBuyer')} />
            <PartyStep
              label={m.suppliers_other_party()}
              empty=""
              optional
              intent="link"
              failure={failure}
              mayAdd={mayEdit}
              known={failure && 'known' in failure ? failure.known : []}
              {...fieldOf(failure, 'other')}
            />
            <LinkFields failure={failure} intent="link" />
            {!isAdding && (
              <div>
                <Button name="intent" value="link" variant="primary">
                  {m.suppliers_chain_add()}
                </Button>
              </div>
            )}
          </Form>
        </FoldedSection>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
