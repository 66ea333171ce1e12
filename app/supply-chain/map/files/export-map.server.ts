import { z } from 'zod';
import { query, readRows } from '~/access/sql/query.server';
import { countAll } from '~/access/sql/expressions.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import type { Drawing } from '~/ui/drawing/shapes';
import { writeSvg } from '~/documents/charts/write-svg';
import { csvLine } from '~/platform/lists/csv';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { windowOf } from '~/suppliers/supply-links/link-window';
import { readLinkOrders } from '~/suppliers/supply-links/read-order-totals.server';
import { m } from '~/paraglide/messages';
import { memberLocale } from '~/locales/member-locales';
import { getLocale } from '~/paraglide/runtime';
import { drawPngApart } from '~/documents/renderer/render-apart.server';
import { writeWorkbookApart } from '~/documents/workbooks/write-workbook-apart.server';
import { renderMapReportApart } from '~/documents/pdf/map-report/render-apart.server';
import { bandName } from '~/ui/band-badge';
import { formatDate, formatNumber } from '~/ui/format';
import { drawWorld, withLegend } from '../draw-world';
import { filterWords } from '../filter-words';
import type { MapState } from '../map-state';
import { readGraph } from '../read-graph.server';
import { mostDrawn } from '../read-map.server';
import { readSuppliersShown, readTiersOn } from '../read-suppliers-shown.server';
import { readTiers } from '../read-tiers.server';
import { readWorld, type WorldShown } from '../read-world.server';
import { buildMapReport } from './build-map-report';
import type { MapFile } from './formats';
import { type FileTable, relationRows, supplierRows } from './rows';
import { readTierPicture } from './tier-picture.server';
import { type ShownSite, writeGeoJson } from './write-geojson';
import { writeGraphMl } from './write-graphml';

type Asked = { state: MapState; today: string; organization: string; origin: string; base: string };
const widestPng = 4_800;

/**
 * The shown map as a file: the filtered suppliers and supply links only. Pictures are of the requested view, the tiers for the table. Reading is one
 * transaction; rendering follows, pictures and pages in a process of their own.
 */
export async function exportMap(inOrganization: InOrganization, file: MapFile, asked: Asked): Promise<string | Buffer> {
  const { state } = asked;
  const within = <T>(read: (db: TenantDb) => Promise<T>) => inOrganization(read, { timeoutMs: 60_000 });
  switch (file) {
    case 'csv':
      return toCsv(await within((db) => readSupplierTable(db, asked)));
    case 'relations':
      return toCsv(await within((db) => readRelations(db, asked)));
    case 'xlsx': {
      const [suppliers, relations] = await within(
        async (db) => [await readSupplierTable(db, asked), await readRelations(db, asked)] as const,
      );
      return writeWorkbookApart([
        { name: 'suppliers', table: suppliers },
        { name: 'relations', table: relations },
        { name: 'about', table: { head: ['about'], rows: notesOf(asked).map((note) => [note]) } },
      ]);
    }
    case 'geojson':
      return within(async (db) => writeGeoJson(await readSuppliersShown(db, state, await readTiersOn(db, state)), await readSites(db)));
    case 'graphml':
      return writeGraphMl(await within((db) => readGraph(db, state, asked)));
    case 'svg':
      return writeSvg(await readPicture(within, asked)).svg;
    case 'png': {
      const picture = await readPicture(within, asked);
      const width = Math.min(widestPng, Math.round((picture.drawing.width + 48) * 2));
      const drawing = width < picture.drawing.width / 2 ? withoutSmallWords(picture.drawing) : picture.drawing;
      return drawPngApart({ svg: writeSvg({ ...picture, drawing }).svg, width: Math.max(1_280, width) });
    }
    case 'pdf':
      return renderMapReportApart(await within((db) => readReport(db, asked)));
  }
}

function toCsv({ head, rows }: FileTable): string {
  return `\ufeff${csvLine(head)}${rows.map(csvLine).join('')}`;
}

async function readSupplierTable(db: TenantDb, { state, today, origin, base }: Asked): Promise<FileTable> {
  const suppliers = await readSuppliersShown(db, state, await readTiersOn(db, state));
  const titles = sectorTitles(suppliers.map(({ sector }) => sector));
  return supplierRows(suppliers, await readGraph(db, state, { today }), { origin, base, titles });
}

async function readRelations(db: TenantDb, asked: Asked): Promise<FileTable> {
  const { on, year } = asked.state;
  const { knownAt } = windowOf({ on, year, today: asked.today });
  return relationRows(await readGraph(db, asked.state, asked), await readLinkOrders(db, { knownAt, isPublic: true }));
}

/** Text too small to read at that size only costs time. */
function withoutSmallWords(drawing: Drawing): Drawing {
  return { ...drawing, shapes: drawing.shapes.filter((shape) => shape.kind !== 'text' || shape.strong) };
}

/** Every site of the organization with its supplier; who is not shown is left out by the writer. */
async function readSites(db: TenantDb): Promise<ShownSite[]> {
  return z
    .object({
      publicId: z.string(),
      name: z.string(),
      supplierPartyId: z.string(),
      country: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    })
    .array()
    .parse(
      await db.$queryRaw`
      SELECT p."publicId", p."name", t."supplierPartyId", t."country", t."latitude"::float8 AS "latitude", t."longitude"::float8 AS "longitude"
      FROM "Site" t JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId" ORDER BY p."nameKey", p."id"`,
    );
}

/** The note under a picture: date, filters, source of outlines. */
function notesOf({ state, today, organization }: Asked): string[] {
  const filters = filterWords(state, sectorTitles(state.sectors));
  return [
    m.map_report_foot({ organization, date: formatDate(today) }),
    ...(filters.length > 0 ? [m.map_report_filters({ filters: filters.join('; ') })] : []),
  ];
}

type Within = <T>(read: (db: TenantDb) => Promise<T>) => Promise<T>;

async function readPicture(within: Within, asked: Asked): Promise<{ drawing: Drawing; title: string; notes: string[] }> {
  const { state, today, organization } = asked;
  const { drawing, note } = await within(async (db) =>
    state.view === 'world'
      ? {
          drawing: worldPicture(await readWorld(db, { state, tiers: await readTiersOn(db, state), today }), state),
          note: m.map_picture_outlines(),
        }
      : readTierPicture(db, { state, today }),
  );
  return { drawing, title: m.map_report_title({ organization }), notes: [...notesOf(asked), note] };
}

function worldPicture(world: WorldShown, { fill }: MapState): Drawing {
  const title = fill === 'country' ? m.map_fill_country() : m.map_fill_suppliers();
  return withLegend(
    drawWorld(world, (count) => formatNumber(count)),
    { title, nameOf: bandName, doubt: world.doubtful.total > 0 ? m.map_legend_doubt() : null },
  );
}

async function readReport(db: TenantDb, { state, today, organization }: Asked) {
  const tiers = await readTiersOn(db, state);
  const suppliers = await readSuppliersShown(db, state, tiers);
  const world = await readWorld(db, { state, tiers, today });
  const [row] = await readRows(db, query.selectFrom('Supplier').select(countAll().as('n')).where('archivedAt', 'is', null));
  return buildMapReport({
    locale: memberLocale(getLocale()),
    today,
    organization,
    filters: filterWords(state, sectorTitles(state.sectors)),
    all: row?.n ?? suppliers.length,
    suppliers,
    world,
    worldDrawing: worldPicture(world, state),
    tiers: await readTiers(db, { state, tiers }),
    tierPicture: await readTierPicture(db, { state, today, most: mostDrawn }),
  });
}
