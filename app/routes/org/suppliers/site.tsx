import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity } from '~/activity-log/list-activity.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { editSite } from '~/suppliers/sites/edit-site.server';
import { shownFact, shownValues } from '~/suppliers/facts/shown-fact';
import { readSite } from '~/suppliers/sites/read-sites.server';
import { siteFormSchema } from '~/suppliers/sites/site-form';
import { SiteFormFields } from '~/suppliers/sites/site-form-fields';
import { factSchemas } from '~/suppliers/facts/fact-fields';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import { KnownOnForm, KnownOnNotice } from '~/suppliers/registry/known-on-form';
import { FactHistory } from '~/suppliers/registry/fact-history';
import { type Projection, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { readHistory } from '~/suppliers/facts/read-history.server';
import { readSources } from '~/suppliers/facts/read-sources.server';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { SourceNote } from '~/suppliers/facts/source-note';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { CountryText } from '~/ui/values';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Facts in the order of the fields, so that all sites have the same layout; the name is in the header. */
function inOrder(projection: Projection) {
  const order = Object.keys(factSchemas);
  return Object.entries(projection)
    .filter(([field]) => field !== 'name')
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const { searchParams } = new URL(request.url);
  const day = z.iso.date().safeParse(searchParams.get('known-on'));
  return member.inOrganization(async (db) => {
    const site = await readSite(db, params.siteId);
    if (!site) throw notFound();
    const { projection } = await readFacts(db, {
      partyId: site.partyId,
      knownOn: day.success ? new Date(`${day.data}T23:59:59.999Z`) : undefined,
    });
    const sources = await readSources(
      db,
      Object.values(projection).map((fact) => fact.sourceId),
    );
    const history = day.success ? null : await readHistory(db, site.partyId);
    const activity = member.can('read:activity') ? await listActivity(db, { recordId: site.partyId }) : null;
    return {
      site,
      facts: inOrder(projection).map(([field, fact]) => ({
        field,
        value: shownFact(field, fact.value, projection.workers?.value),
        source: sources.get(fact.sourceId),
      })),
      saved: { ...shownValues(valuesOfProjection(projection), projection.workers?.value), name: site.name },
      history,
      events: activity?.events ?? null,
      base: `/o/${member.organization.slug}`,
      mayEdit: member.can('edit:supplier') && !day.success,
      /** Opened to be corrected: the form is unfolded. */
      isEditing: searchParams.has('edit'),
      knownOn: day.success ? day.data : null,
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:supplier');
  const parsed = parseForm(await readForm(request), siteFormSchema);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const today = new Date().toISOString().slice(0, 10);
  const fields = await member.inOrganization(async (db) => {
    const done = await editSite(db, { publicId: param(params, 'siteId'), entry: parsed.value, userId: member.user.id });
    if (!done) throw notFound();
    if (done.fields.length > 0) await scoreSuppliers(db, { partyIds: [done.supplierPartyId], asOf: today, userId: member.user.id });
    return done.fields;
  });
  return redirectWithFlash(`/o/${member.organization.slug}/sites/${params.siteId}`, {
    tone: 'success',
    text: fields.length > 0 ? m.suppliers_saved({ count: fields.length }) : m.suppliers_saved_nothing(),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.site.name ?? ''} · Manumit` }];

export default function SitePage() {
  const { site, facts, saved, history, events, base, mayEdit, isEditing, knownOn } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const supplierPage = `${base}/suppliers/${site.supplier.publicId}`;
  return (
    <>
      <PageHeader
        title={site.name}
        breadcrumbs={[
          { label: m.suppliers_list_title(), to: `${base}/suppliers` },
          { label: site.supplier.name, to: supplierPage },
          { label: m.suppliers_tab_sites(), to: `${supplierPage}/sites` },
        ]}
        meta={
          <>
            <span>
              <CountryText code={site.country} />
            </span>
            <span>{m.suppliers_id({ id: site.publicId })}</span>
          </>
        }
      />
      <Section title={m.suppliers_facts_title()} lead={m.suppliers_facts_lead()}>
        <KnownOnNotice knownOn={knownOn} page={`${base}/sites/${site.publicId}`} />
        <KnownOnForm knownOn={knownOn} />
        <KeyValueList
          columns={2}
          pairs={facts.map(({ field, value, source }) => ({
            key: field,
            label: factName(field),
            value: factText(field, value),
            note: <SourceNote source={source} base={base} />,
          }))}
        />
        {mayEdit && (
          <details className="mt-4" open={Boolean(failure) || isEditing}>
            <summary className="text-accent underline">{m.suppliers_edit()}</summary>
            <Form method="post" noValidate className="mt-4 grid max-w-3xl gap-4">
              <ErrorSummary errors={failure?.errors} />
              <SiteFormFields failure={failure} saved={saved} />
              <div>
                <Button variant="primary">{m.suppliers_save()}</Button>
              </div>
            </Form>
          </details>
        )}
      </Section>
      {history && (
        <Section title={m.suppliers_sources_title()} lead={m.suppliers_sources_lead()}>
          <FactHistory facts={history.facts} sectors={history.sectors} base={base} />
        </Section>
      )}
      {events && (
        <Section title={m.suppliers_history_title()}>
          <ActivityTimeline events={events} />
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
