import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { refreshStatistics } from '~/suppliers/import/refresh-statistics.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { madeTierLinks } from './made-graph';
import { uniformFrom } from './made-network';

const countries = ['VN', 'BD', 'CN', 'IN', 'TR', 'PT', 'DE', 'MY', 'TH', 'KH', 'PK', 'IT', 'MX', 'BR', 'ET', 'MM', 'LK', 'ID'];
const goods = ['Cotton', 'Garments', 'Shrimp', 'Palm Oil', 'Footwear', 'Rubber Gloves', 'Textiles'];
const sectors = ['1410', '13', '15', '01', '03', '26', '0122', '22'];
/** Middles of the countries above, roughly, for sites. */
const places: Record<string, [number, number]> = {
  VN: [16, 107],
  BD: [24, 90],
  CN: [31, 112],
  IN: [21, 78],
  TR: [39, 33],
  PT: [40, -8],
  DE: [51, 10],
  MY: [4, 102],
  TH: [15, 101],
  KH: [12, 105],
  PK: [30, 70],
  IT: [43, 12],
  MX: [23, -102],
  BR: [-10, -52],
  ET: [9, 39],
  MM: [20, 96],
  LK: [7, 81],
  ID: [-5, 115],
};
/**
 * A generated chain of suppliers in five tiers, each with a site, and at least as many links: every supplier of a tier supplies one to three of the tier
 * before, a few link back so that there are cycles. A tenth is not scored, a hundredth is isolated. Deterministic. Statistics are updated, as after an import.
 */
export async function fillMadeChain(
  inOrganization: InOrganization,
  options: { suppliers: number; links: number; userId: string },
): Promise<void> {
  await inOrganization((db) => insertMadeChain(db, options), { timeoutMs: 120_000 });
  await refreshStatistics(inOrganization, options.suppliers);
}

async function insertMadeChain(db: TenantDb, options: { suppliers: number; links: number; userId: string }): Promise<void> {
  const { suppliers, links } = options;
  const uniform = uniformFrom(29);
  const pick = <T>(list: readonly T[]) => list[Math.floor(uniform() * list.length)] as T;
  const buyer = await ensureBuyer(db);
  const sourceId = await openMemberSource(db, { userId: options.userId });
  const rows = Array.from({ length: suppliers }, (_, at) => {
    const country = pick(countries);
    const score = uniform() < 0.1 ? null : Math.round(1000 * uniform() ** 0.8) / 10;
    const [latitude = 0, longitude = 0] = places[country] ?? [];
    return {
      name: `Made Supplier ${at} ${pick(['Works', 'Mills', 'Farms', 'Trading', 'Factory'])}`,
      id: crypto.randomUUID(),
      site: crypto.randomUUID(),
      country,
      sector: pick(sectors),
      score,
      band: score === null ? null : score < 25 ? 'low' : score < 45 ? 'moderate' : score < 65 ? 'elevated' : score < 80 ? 'high' : 'severe',
      latitude: latitude + 6 * (uniform() - 0.5),
      longitude: longitude + 6 * (uniform() - 0.5),
    };
  });
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  await db.$executeRaw`
    INSERT INTO "Party" ("id", "kind", "publicId", "name", "nameKey")
    SELECT t.id, t.kind, t."publicId", t.name, lower(t.name) FROM unnest(
      ${[...column('id'), ...column('site')]}::uuid[], ${[...rows.map(() => 'supplier'), ...rows.map(() => 'site')]}::text[],
      ${[...rows, ...rows].map(() => makePublicId())}::text[], ${[...column('name'), ...column('name')]}::text[]) AS t(id, kind, "publicId", name)`;
  await db.$executeRaw`
    INSERT INTO "Supplier" ("partyId", "nameKey", "country", "sector", "score", "scoreLow", "scoreHigh", "band", "scoreStatus", "basis", "parentCompany", "products")
    SELECT t.id, lower(t.name), t.country, t.sector, t.score, greatest(t.score - 9, 0), least(t.score + 9, 100), t.band,
      CASE WHEN t.score IS NULL THEN 'not-scored' ELSE 'scored' END, CASE WHEN t.score IS NOT NULL THEN 'C' END, t.parent, ARRAY[t.product]
    FROM unnest(${column('id')}::uuid[], ${column('name')}::text[], ${column('country')}::text[], ${column('sector')}::text[],
      ${column('score')}::numeric[], ${column('band')}::text[], ${rows.map((_, at) => `Made Group ${at % 211}`)}::text[],
      ${rows.map((_, at) => goods[at % goods.length])}::text[])
      AS t(id, name, country, sector, score, band, parent, product)`;
  await db.$executeRaw`
    INSERT INTO "Site" ("partyId", "supplierPartyId", "country", "latitude", "longitude")
    SELECT t.site, t.id, t.country, t.latitude, t.longitude FROM unnest(${column('site')}::uuid[], ${column('id')}::uuid[],
      ${column('country')}::text[], ${column('latitude')}::numeric[], ${column('longitude')}::numeric[]) AS t(site, id, country, latitude, longitude)`;
  const drawn = madeTierLinks({ suppliers, links, uniform });
  const idOf = (node: number) => (node < 0 ? buyer : (rows[node]?.id ?? buyer));
  await db.$executeRaw`
    INSERT INTO "SupplyLink" ("fromPartyId", "toPartyId", "kind", "share", "isInferred", "sourceId")
    SELECT t."from", t."to", t.kind, t.share, t.inferred, ${sourceId}::uuid FROM unnest(${drawn.map(([from]) => idOf(from))}::uuid[],
      ${drawn.map(([, to]) => idOf(to))}::uuid[], ${drawn.map((_, at) => (at % 7 === 0 ? 'subcontracts' : 'supplies'))}::text[],
      ${drawn.map(([, , share]) => share)}::numeric[], ${drawn.map((_, at) => at % 11 === 0)}::bool[]) AS t("from", "to", kind, share, inferred)
    ON CONFLICT DO NOTHING`;
  await recomputeTiers(db);
}
