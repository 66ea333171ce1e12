import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawTiers } from '~/supply-chain/map/draw-tiers';
import { drawWorld } from '~/supply-chain/map/draw-world';
import { buildMapReport } from '~/supply-chain/map/files/build-map-report';
import type { MapGraph } from '~/supply-chain/map/graph';
import { worldPaths, worldSize } from '~/supply-chain/map/world-paths.server';
import { drawPng } from '~/documents/pdf/draw-png.server';
import { renderMapReport } from '~/documents/pdf/map-report/render.server';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-map-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'map.pdf');

const graph: MapGraph = {
  parties: [
    { id: 'B1', name: 'Us & Co', kind: 'buyer', country: null, band: null, tier: 0, own: null, inherited: 40 },
    { id: 'S1', name: 'مصنع النسيج', kind: 'supplier', country: 'EG', band: 'high', tier: 1, own: 70, inherited: null },
    { id: 'S2', name: '深圳市 <B&W>', kind: 'supplier', country: 'CN', band: null, tier: null, own: null, inherited: null },
  ],
  links: [
    { from: 1, to: 0, kind: 'supplies', points: 40, isInferred: false },
    { from: 2, to: 1, kind: 'owns', points: 0, isInferred: true },
  ],
};
const { land, borders, outlines, centres } = worldPaths();
const byBand = { low: 0, moderate: 0, elevated: 0, high: 1, severe: 0 };
const world = {
  ...worldSize,
  land,
  borders,
  outlines: [...outlines].map(([country, d]) => ({ country, d, fill: country === 'EG' ? ('high' as const) : null })),
  fills: [],
  clusters: [{ x: 500, y: 200, r: 9, suppliers: 2, worst: 'high' as const, isDoubtful: false, country: 'EG', area: null }],
  corridors: [
    { origin: 'NP', destination: 'EG', providers: 1, suppliers: 1, from: centres.get('NP') ?? [0, 0], to: centres.get('EG') ?? [0, 0] },
  ] as const,
  countries: [
    {
      country: 'EG',
      suppliers: 2,
      sites: 1,
      scored: 1,
      worst: 'high' as const,
      byBand,
      figure: { score: 52.3, low: 40.1, high: 64.6, band: 'elevated' as const },
    },
  ],
  nowhere: null,
  doubtful: { sites: [], total: 0 },
};
const supplier = {
  partyId: 'p',
  publicId: 'S1',
  name: 'مصنع النسيج',
  country: 'EG',
  sector: '13',
  tier: 1,
  declaredTier: null,
  workers: null,
  annualSpend: null,
  scoreStatus: 'scored',
  score: 70,
  scoreLow: 60,
  scoreHigh: 80,
  band: 'high' as const,
  basis: 'C' as const,
  placeBest: 1,
  placeWorst: 1,
  inRiskiestTenth: 1,
  childScore: 55,
  childBand: 'elevated' as const,
  isStateImposed: false,
  alerts: [],
};
const report = buildMapReport({
  locale: 'en',
  today: '2026-11-20',
  organization: 'Us & Co',
  filters: ['Country: Egypt'],
  all: 9,
  suppliers: [supplier],
  world: { ...world, corridors: [...world.corridors] },
  worldDrawing: drawWorld({ ...world, corridors: [...world.corridors] }, String),
  tiers: [{ tier: 1, total: 1, notScored: 0, byBand, first: [] }],
  tierPicture: {
    drawing: drawTiers(
      { graph, hidden: [0, 0, 0] },
      { open: 'S1', way: { ids: ['B1', 'S1'], own: 70 }, tierName: (tier) => `Tier ${tier}` },
    ),
    note: 'Wider lines add more to the customer’s inherited risk (rule R10).',
  },
});

beforeAll(async () => writeFileSync(file, await renderMapReport(report)));

test('the same map gives the same bytes', async () => {
  expect((await renderMapReport(report)).equals(await renderMapReport(report))).toBe(true);
});

test('text of any script is rendered in images too: other text gives other pixels', async () => {
  const picture = (text: string) =>
    drawPng({
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text x="5" y="25" font-family="'IBM Plex Sans', 'Noto Sans', sans-serif" font-size="16">${text}</text></svg>`,
      width: 400,
    });
  const drawn = await Promise.all(['', 'Larkfield', 'مصنع', '深圳市', 'শ্রমিক'].map(picture));
  expect(new Set(drawn.map((png) => png.toString('base64'))).size).toBe(5);
  await expect(drawPng({ svg: 'no picture', width: 10 })).rejects.toThrow();
});

describe.skipIf(!hasTool('pdftotext', '-v'))('the text of the PDF (needs poppler: skipped where it is missing)', () => {
  test('shows its content, its filters, and the tables', () => {
    const { text } = runTool('pdftotext', '-layout', file, '-');
    for (const words of ['Supply chain map of Us & Co', '1 supplier of 9', 'Country: Egypt', '52', 'Nepal', 'Natural Earth'])
      expect(text).toContain(words);
  });
});

describe.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
  'veraPDF (needs Java and libjaxb-java: skipped where they are missing)',
  () => {
    test('the map is PDF/UA-1 and PDF/A-3a', async () => {
      const { text, code } = await runVeraPdf('ua1,3a', file);
      expect(text).not.toContain('compliant=false');
      expect(code).toBe(0);
    });
  },
);
