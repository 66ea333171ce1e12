import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import { doubtText } from '~/suppliers/points/labels';
import { correctSiteHref } from './correct-site-href';
import { type Column, DataTable } from '~/ui/data-table';
import { formatCountry } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { NumberText, PercentText, Unknown } from '~/ui/values';
import type { SiteRow, SiteShare } from './read-sites.server';

const furtherFields = ['seasonalWorkers', 'youngWorkers', 'migrantsByOrigin', 'housing', 'workerVoice'] as const;

/** The sites of a supplier and who works there: head, place and numbers in columns, what else is known in words. */
export function SiteTable({ sites, base }: { sites: readonly SiteRow[]; base: string }) {
  const columns: Column<SiteRow>[] = [
    {
      key: 'name',
      header: m.suppliers_site(),
      wraps: true,
      cell: (site) => (
        <>
          <Link to={`${base}/sites/${site.publicId}`}>{site.name}</Link>
          <span className="block text-xs text-muted">
            <bdi>{[site.city, site.region, site.country && formatCountry(site.country)].filter(Boolean).join(', ')}</bdi>
          </span>
          {site.pointDoubt !== null && (
            <Link to={correctSiteHref(base, site.publicId)} className="mt-0.5 flex items-start gap-1 text-xs text-warning">
              <Icon name="attention" className="mt-0.5 size-3 shrink-0" /> {doubtText(site.pointDoubt)}
            </Link>
          )}
        </>
      ),
    },
    { key: 'workers', header: factName('workers'), align: 'end', cell: (site) => <NumberText value={site.workers} /> },
    {
      key: 'women',
      header: factName('femaleWorkers'),
      align: 'end',
      isWideOnly: true,
      cell: (site) => <ShareText share={site.femaleShare} />,
    },
    { key: 'migrants', header: m.suppliers_migrants(), align: 'end', cell: (site) => <ShareText share={site.migrantShare} /> },
    {
      key: 'agency',
      header: factName('agencyWorkers'),
      align: 'end',
      isWideOnly: true,
      cell: (site) => <ShareText share={site.agencyShare} />,
    },
    { key: 'further', header: m.labour_recruiters_further(), isWideOnly: true, wraps: true, cell: (site) => <FurtherFacts site={site} /> },
  ];
  return (
    <DataTable
      caption={m.suppliers_sites_title()}
      columns={columns}
      rows={sites}
      rowKey={(site) => site.publicId}
      empty={<p className="text-muted">{m.suppliers_sites_none()}</p>}
    />
  );
}

/** What else is known of who works at a site; what is unknown takes no place. */
function FurtherFacts({ site }: { site: SiteRow }) {
  const known = furtherFields.flatMap((field) => {
    const text = factText(field, site.workforce[field]);
    return text === null ? [] : [{ field, text }];
  });
  if (known.length === 0) return <Unknown />;
  return (
    <ul className="grid gap-y-0.5 py-1 text-xs">
      {known.map(({ field, text }) => (
        <li key={field}>
          <bdi>{m.shell_named({ name: factName(field), text })}</bdi>
        </li>
      ))}
    </ul>
  );
}

function ShareText({ share }: { share: SiteShare }) {
  return typeof share === 'string' ? factText('workers', share) : <PercentText value={share} />;
}
