import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { factName, factText } from '~/features/supplier/fact-words';
import { readSource } from '~/features/supplier/read-sources.server';
import { sectorTitles } from '~/features/supplier/sector-titles.server';
import { SourceRow } from '~/features/supplier/source-row';
import { sourceWords } from '~/features/supplier/source-note';
import { partyHref } from '~/features/supply-map/party-href';
import { m } from '~/paraglide/messages';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { MomentText, Unknown } from '~/ui/values';
import { notFound } from '~/web/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const source = await member.inOrganization((db) => readSource(db, params.sourceId ?? ''));
  if (!source) throw notFound();
  const codes = source.facts.map(({ values }) => (typeof values.sector === 'string' ? values.sector : null));
  return { source, sectors: sectorTitles(codes), base: `/o/${member.organization.slug}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? sourceWords(data.source) : ''} · Manumit` }];

export default function SourcePage() {
  const { source, sectors, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={sourceWords(source)}
        breadcrumbs={[{ label: m.supplier_list_title(), to: `${base}/suppliers` }, { label: m.supplier_source() }]}
      />
      <KeyValueList
        pairs={[
          ...(source.file
            ? [
                { key: 'file', label: m.supplier_source_file(), value: source.file.name },
                { key: 'row', label: m.supplier_source_row_number(), value: source.file.rowNumber },
                { key: 'sha', label: m.supplier_source_sha(), value: <code className="break-all">{source.file.sha256}</code> },
              ]
            : []),
          { key: 'at', label: m.supplier_source_at(), value: <MomentText value={source.createdAt} /> },
          ...(source.person ? [{ key: 'person', label: m.supplier_source_by(), value: source.person }] : []),
          ...(source.note ? [{ key: 'note', label: m.supplier_form_note(), value: source.note }] : []),
          ...(source.assessmentId
            ? [
                {
                  key: 'assessment',
                  label: m.supplier_assessment(),
                  value: <Link to={`${base}/assessments/${source.assessmentId}`}>{m.supplier_source_open()}</Link>,
                },
              ]
            : []),
        ]}
      />
      {source.row && <SourceRow row={source.row} />}
      <Section title={m.supplier_source_facts()}>
        {source.facts.length === 0 && <p className="text-muted">{m.supplier_source_facts_none()}</p>}
        <div className="grid gap-6">
          {source.facts.map((fact) => {
            const href = partyHref(base, fact.party);
            return (
              <div key={fact.id}>
                <h3 className="mb-1">
                  {href ? <Link to={href}>{fact.party.name}</Link> : fact.party.name}
                  {fact.party.kind === 'site' && <span className="text-sm font-normal text-muted"> {m.supplier_site()}</span>}
                </h3>
                <KeyValueList
                  columns={2}
                  pairs={Object.entries(fact.values).map(([field, value]) => ({
                    key: field,
                    label: factName(field),
                    value: factText(field, value, sectors) ?? <Unknown />,
                  }))}
                />
              </div>
            );
          })}
        </div>
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
