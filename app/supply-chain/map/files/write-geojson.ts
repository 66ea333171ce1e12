import { shownOrNull } from '~/suppliers/registry/supplier-cells';
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ShownSupplier } from '../read-suppliers-shown.server';

/** A site of a shown supplier. Degrees, or null where unknown. */
export type ShownSite = {
  publicId: string;
  name: string;
  supplierPartyId: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
};

/**
 * Shown places as GeoJSON (RFC 7946): a feature per site, and one without geometry for each supplier without a known site, so that none is missing. Bands and
 * scores are the supplier's own.
 */
export function writeGeoJson(suppliers: readonly ShownSupplier[], sites: readonly ShownSite[]): string {
  const sitesOf = new Map<string, ShownSite[]>();
  for (const site of sites) sitesOf.set(site.supplierPartyId, [...(sitesOf.get(site.supplierPartyId) ?? []), site]);
  const features = suppliers.flatMap((supplier): Feature<Point | null>[] => {
    const own = sitesOf.get(supplier.partyId) ?? [];
    const said = {
      supplier_id: supplier.publicId,
      supplier_name: supplier.name,
      sector: supplier.sector,
      tier: supplier.tier,
      band: supplier.band,
      score: shownOrNull(supplier.score),
      score_low: shownOrNull(supplier.scoreLow),
      score_high: shownOrNull(supplier.scoreHigh),
      basis: supplier.basis,
      child_band: supplier.childBand,
      state_imposed: supplier.isStateImposed,
      alerts: supplier.alerts,
      score_unrounded: supplier.score,
      score_low_unrounded: supplier.scoreLow,
      score_high_unrounded: supplier.scoreHigh,
    };
    if (own.length === 0)
      return [{ type: 'Feature', id: supplier.publicId, geometry: null, properties: { ...said, country: supplier.country } }];
    return own.map(({ publicId, name, country, latitude, longitude }) => ({
      type: 'Feature',
      id: publicId,
      geometry: latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
      properties: { ...said, site_id: publicId, site_name: name, country: country ?? supplier.country },
    }));
  });
  const collection: FeatureCollection<Point | null> = { type: 'FeatureCollection', features };
  return `${JSON.stringify(collection)}\n`;
}
