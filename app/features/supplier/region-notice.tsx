import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import type { RecognisedRegion } from './read-regions.server';

const ways: Readonly<Record<RecognisedRegion['by'], () => string>> = {
  name: m.classification_region_by_name,
  'postal-code': m.classification_region_by_postal_code,
  coordinates: m.classification_region_by_coordinates,
};

/** "Address recognised as in Xinjiang, by postal code: 830000". */
export function regionText({ region, by, matched, isCertain }: Omit<RecognisedRegion, 'site'>): string {
  const parts = { region, by: ways[by](), matched };
  return isCertain ? m.classification_region(parts) : m.classification_region_possible(parts);
}

/** Addresses of a supplier and its sites that lie in a region under a presumption. */
export function RegionNotice({ regions, base }: { regions: readonly RecognisedRegion[]; base: string }) {
  const [first] = regions;
  if (!first) return null;
  const isAlone = regions.length === 1;
  return (
    <div className="mb-6">
      <Notice tone="warning" title={isAlone ? regionText(first) : m.classification_regions({ count: regions.length })}>
        <ul>
          {regions.slice(0, 20).map((each) => (
            <li key={each.site?.publicId ?? ''}>
              {each.site && (
                <>
                  <Link to={`${base}/sites/${each.site.publicId}`}>{each.site.name}</Link>
                  {isAlone ? '' : ' · '}
                </>
              )}
              {!isAlone && regionText(each)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
