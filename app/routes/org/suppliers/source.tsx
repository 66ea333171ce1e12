import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listSourceFacts } from '~/suppliers/registry/list-source-facts.server';
import { readSource } from '~/suppliers/registry/read-source.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { SourceFacts } from '~/suppliers/registry/source-facts';
import { SourceRow } from '~/suppliers/registry/source-row';
import { sourceWords } from '~/suppliers/facts/source-note';
import { listSourceLinks } from '~/suppliers/supply-links/list-source-links.server';
import { listSourceOrders } from '~/suppliers/supply-links/list-source-orders.server';
import { SourceLinks } from '~/suppliers/supply-links/source-links';
import { SourceOrders } from '~/suppliers/supply-links/source-orders';
import { m } from '~/paraglide/messages';
import { CursorPager } from '~/ui/cursor-pager';
import { KeyValueList } from '~/ui/key-value';
import { PageHeader, Section } from '~/ui/page-header';
import { MomentText } from '~/ui/values';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const search = new URL(request.url).searchParams;
  const cursorsOf = (list: string) => ({ after: search.get(`${list}-after`), before: search.get(`${list}-before`) });
  return member.inOrganization(async (db) => {
    const source = await readSource(db, param(params, 'sourceId'));
    if (!source) throw notFound();
    const facts = await listSourceFacts(db, { sourceId: source.id, cursors: cursorsOf('facts') });
    const links = await listSourceLinks(db, { sourceId: source.id, cursors: cursorsOf('links') });
    const orders = await listSourceOrders(db, source.id);
    const codes = facts.rows.map(({ values }) => (typeof values.sector === 'string' ? values.sector : null));
    return { source, facts, links, orders, sectors: sectorTitles(codes), base: `/o/${member.organization.slug}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? sourceWords(data.source) : ''} · Manumit` }];

export default function SourcePage() {
  const { source, facts, links, orders, sectors, base } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={sourceWords(source)}
        breadcrumbs={[{ label: m.suppliers_list_title(), to: `${base}/suppliers` }, { label: m.suppliers_source() }]}
      />
      <KeyValueList
        pairs={[
          ...(source.file
            ? [
                { key: 'file', label: m.suppliers_source_file(), value: source.file.name },
                { key: 'row', label: m.suppliers_source_row_number(), value: source.file.rowNumber },
                { key: 'sha', label: m.suppliers_source_sha(), value: <code className="break-all">{source.file.sha256}</code> },
              ]
            : []),
          { key: 'at', label: m.suppliers_source_at(), value: <MomentText value={source.createdAt} /> },
          ...(source.person ? [{ key: 'person', label: m.suppliers_source_by(), value: source.person }] : []),
          ...(source.note ? [{ key: 'note', label: m.suppliers_form_note(), value: source.note }] : []),
          ...(source.responseId
            ? [
                {
                  key: 'assessment',
                  label: m.suppliers_assessment(),
                  value: <Link to={`${base}/responses/${source.responseId}`}>{m.suppliers_source_open()}</Link>,
                },
              ]
            : []),
        ]}
      />
      {source.row && <SourceRow row={source.row} />}
      <Section title={m.suppliers_source_facts()}>
        <SourceFacts facts={facts.rows} sectors={sectors} base={base} />
        {facts.total > 0 && (
          <CursorPager
            before={facts.before}
            after={facts.after}
            shown={facts.rows.length}
            total={facts.total}
            prefix="facts-"
            label={m.sources_facts_pages()}
          />
        )}
      </Section>
      <Section title={m.sources_links()}>
        <SourceLinks links={links.rows} base={base} />
        {links.total > 0 && (
          <CursorPager
            before={links.before}
            after={links.after}
            shown={links.rows.length}
            total={links.total}
            prefix="links-"
            label={m.sources_links_pages()}
          />
        )}
      </Section>
      {orders.length > 0 && (
        <Section title={m.import_order_lines()} lead={m.sources_orders_lead()}>
          <SourceOrders orders={orders} base={base} />
        </Section>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
