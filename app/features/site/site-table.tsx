import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { factName, factText } from '~/features/supplier/fact-words';
import { type Column, DataTable } from '~/ui/data-table';
import { CountryText, NumberText, PercentText, Unknown } from '~/ui/values';
import type { SiteRow, SiteShare } from './read-sites.server';

/** The sites of a supplier and who works there. */
export function SiteTable({ sites, base }: { sites: readonly SiteRow[]; base: string }) {
  const columns: Column<SiteRow>[] = [
    { key: 'name', header: m.supplier_site(), wraps: true, cell: (site) => <Link to={`${base}/sites/${site.publicId}`}>{site.name}</Link> },
    { key: 'country', header: factName('country'), cell: (site) => <CountryText code={site.country} /> },
    {
      key: 'place',
      header: m.supplier_site_place(),
      isWideOnly: true,
      wraps: true,
      cell: (site) => [site.city, site.region].filter(Boolean).join(', ') || null,
    },
    { key: 'workers', header: factName('workers'), align: 'end', cell: (site) => <NumberText value={site.workers} /> },
    {
      key: 'women',
      header: factName('femaleShare'),
      align: 'end',
      isWideOnly: true,
      cell: (site) => <ShareText share={site.femaleShare} />,
    },
    { key: 'migrants', header: m.supplier_migrants(), align: 'end', cell: (site) => <ShareText share={site.migrantShare} /> },
    {
      key: 'agency',
      header: factName('agencyShare'),
      align: 'end',
      isWideOnly: true,
      cell: (site) => <ShareText share={site.agencyShare} />,
    },
    ...(['seasonalWorkers', 'youngWorkers', 'migrantsByOrigin', 'housing', 'workerVoice'] as const).map(
      (field): Column<SiteRow> => ({
        key: field,
        header: factName(field),
        isWideOnly: true,
        wraps: true,
        cell: (site) => factText(field, site.workforce[field]) ?? <Unknown />,
      }),
    ),
  ];
  return (
    <DataTable
      caption={m.supplier_sites_title()}
      columns={columns}
      rows={sites}
      rowKey={(site) => site.publicId}
      empty={<p className="text-muted">{m.supplier_sites_none()}</p>}
    />
  );
}

function ShareText({ share }: { share: SiteShare }) {
  return typeof share === 'string' ? factText('workers', share) : <PercentText value={share} />;
}
