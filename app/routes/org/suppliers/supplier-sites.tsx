import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { KnownFactsSection } from '~/risk/supplier-pages/known-facts-section';
import { readKnownFacts } from '~/risk/supplier-pages/read-known-facts.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { addLabourRecruiter } from '~/suppliers/labour-recruiters/add-labour-recruiter.server';
import { LabourRecruiterFields } from '~/suppliers/labour-recruiters/labour-recruiter-fields';
import { labourRecruiterFormSchema } from '~/suppliers/labour-recruiters/labour-recruiter-form';
import { LabourRecruiterList } from '~/suppliers/labour-recruiters/labour-recruiter-list';
import { listLabourRecruiters } from '~/suppliers/labour-recruiters/list-labour-recruiters.server';
import { addSite } from '~/suppliers/sites/add-site.server';
import { readIdentifiers } from '~/suppliers/registry/read-identifiers.server';
import { readSites } from '~/suppliers/sites/read-sites.server';
import { siteFormSchema } from '~/suppliers/sites/site-form';
import { SiteFormFields } from '~/suppliers/sites/site-form-fields';
import { SiteTable } from '~/suppliers/sites/site-table';
import { findSupplierId } from '~/suppliers/registry/read-supplier.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const day = z.iso.date().safeParse(new URL(request.url).searchParams.get('known-on'));
  const knownOn = day.success ? new Date(`${day.data}T23:59:59.999Z`) : undefined;
  return member.inOrganization(async (db) => {
    const partyId = await findSupplierId(db, params.supplierId);
    if (!partyId) throw notFound();
    const { sites, total } = await readSites(db, partyId);
    const providers = await listLabourRecruiters(db, partyId);
    return {
      ...{ sites, total, providers },
      known: await readKnownFacts(db, { partyId, knownOn }),
      ids: await readIdentifiers(db, partyId),
      knownOn: day.success ? day.data : null,
      base: `/o/${member.organization.slug}`,
      page: `/o/${member.organization.slug}/suppliers/${params.supplierId}`,
      mayEdit: member.can('edit:supplier'),
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const userId = member.user.id;
  const here = `/o/${member.organization.slug}/suppliers/${params.supplierId}/sites`;
  const form = await readForm(request);
  const today = new Date().toISOString().slice(0, 10);
  if (form.get('intent') === 'add-provider') {
    const parsed = parseForm(form, labourRecruiterFormSchema);
    if (!parsed.ok) return data({ intent: 'add-provider', failure: parsed }, { status: 422 });
    await member.inOrganization(async (db) => {
      const supplierPartyId = await findSupplierId(db, params.supplierId);
      if (!supplierPartyId) throw notFound();
      await addLabourRecruiter(db, { supplierPartyId, entry: parsed.value, userId });
      await scoreSuppliers(db, { partyIds: [supplierPartyId], asOf: today, userId });
    });
    return redirectWithFlash(here, { tone: 'success', text: m.suppliers_provider_added({ name: parsed.value.name }) });
  }
  const parsed = parseForm(form, siteFormSchema);
  if (!parsed.ok) return data({ intent: 'add-site', failure: parsed }, { status: 422 });
  await member.inOrganization(async (db) => {
    const supplierPartyId = await findSupplierId(db, params.supplierId);
    if (!supplierPartyId) throw notFound();
    await addSite(db, { supplierPartyId, entry: parsed.value, userId });
    await scoreSuppliers(db, { partyIds: [supplierPartyId], asOf: today, userId });
  });
  return redirectWithFlash(here, { tone: 'success', text: m.suppliers_site_added({ name: parsed.value.name }) });
}

export const meta: MetaFunction = () => [{ title: `${m.suppliers_tab_sites()} · Manumit` }];

export default function SupplierSites() {
  const { sites, total, providers, known, ids, knownOn, base, page, mayEdit } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failureOf = (intent: string) => (reply?.intent === intent ? reply.failure : undefined);
  const [site, provider] = [failureOf('add-site'), failureOf('add-provider')];
  return (
    <>
      <Section
        title={m.suppliers_sites_title()}
        lead={total > sites.length ? m.suppliers_sites_cut({ count: sites.length, total }) : undefined}
      >
        <SiteTable sites={sites} base={base} />
        {mayEdit && (
          <details className="mt-4" open={Boolean(site)}>
            <summary className="text-accent underline">{m.suppliers_site_add()}</summary>
            <Form method="post" noValidate className="mt-4 grid max-w-3xl gap-4">
              <ErrorSummary errors={site?.errors} />
              <SiteFormFields failure={site} saved={{}} intent="add-site" />
              <div>
                <Button name="intent" value="add-site" variant="primary">
                  {m.suppliers_site_add()}
                </Button>
              </div>
            </Form>
          </details>
        )}
      </Section>
      <Section title={m.suppliers_providers_title()} lead={m.suppliers_providers_lead()}>
        <LabourRecruiterList providers={providers} base={base} />
        {mayEdit && (
          <details className="mt-4" open={Boolean(provider)}>
            <summary className="text-accent underline">{m.suppliers_provider_add()}</summary>
            <Form method="post" noValidate className="mt-4 grid max-w-3xl gap-4">
              <ErrorSummary errors={provider?.errors} />
              <LabourRecruiterFields failure={provider} intent="add-provider" />
              <div>
                <Button name="intent" value="add-provider" variant="primary">
                  {m.suppliers_provider_add()}
                </Button>
              </div>
            </Form>
          </details>
        )}
      </Section>
      <KnownFactsSection known={known} ids={ids} knownOn={knownOn} base={base} page={page} mayEdit={mayEdit} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
