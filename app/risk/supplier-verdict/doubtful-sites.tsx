import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { correctSiteHref } from '~/suppliers/sites/correct-site-href';
import { storedDoubtLabel } from '~/suppliers/points/labels';
import { Notice } from '~/ui/notice';
import type { VerdictPage } from './read-verdict-page.server';

/** The sites of a supplier whose coordinates are doubtful, each with what speaks against them and, for those who may, the form that corrects them. */
export function DoubtfulSites({ sites, base, mayEdit }: { sites: VerdictPage['doubtfulSites']; base: string; mayEdit: boolean }) {
  return (
    <Notice tone="warning" title={m.supplier_verdict_doubtful_sites({ count: sites.length })}>
      <ul className="grid gap-1">
        {sites.map(({ publicId, name, doubt }) => (
          <li key={publicId}>
            <Link to={mayEdit ? correctSiteHref(base, publicId) : `${base}/sites/${publicId}`}>
              <bdi>{name}</bdi>
            </Link>
            {` · ${storedDoubtLabel(doubt)}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
