import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundle, openBrowser } from './graph-pan';
import { uniformFrom } from './made-network';
import { alternate, type Measure } from './measure';

/** Where most of the made sites are. */
const middles: readonly [number, number][] = [
  [107, 16],
  [90, 24],
  [112, 31],
  [78, 21],
  [33, 39],
  [-8, 40],
  [-102, 23],
  [-52, -10],
];
/** The whole world, a region, and a place where every coordinate is drawn. */
const views: Record<string, { at: readonly [number, number, number]; atlas: string }> = {
  world: { at: [20, 20, 1.6], atlas: 'countries-110m.json' },
  region: { at: [95, 22, 4.5], atlas: 'countries-50m.json' },
  place: { at: [90, 24, 8.2], atlas: 'countries-50m.json' },
};

/** One frame of the world map while it is panned: 10,000 sites against 300, in the same Chromium with software rendering, each frame read back. */
export async function worldPan(): Promise<Measure[]> {
  const script = await bundle('world.ts');
  const browser = await openBrowser();
  const uniform = uniformFrom(31);
  const sites = Array.from({ length: 10_000 }, (_, at): [number, number, number] => {
    const [longitude, latitude] = middles[at % middles.length] ?? [0, 0];
    return [longitude + 6 * (uniform() - 0.5), latitude + 6 * (uniform() - 0.5), Math.floor(6 * uniform()) - 1];
  });
  try {
    const measures: Measure[] = [];
    for (const [name, { at, atlas }] of Object.entries(views)) {
      const outlines: unknown = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${atlas}`), 'utf8'));
      const open = async (shown: typeof sites) => {
        const page = await browser.newPage({ viewport: { width: 1_280, height: 860 } });
        page.on('pageerror', (error) => console.error(error));
        await page.setContent('<body style="margin:0"><div id="place"></div></body>');
        await page.addScriptTag({ content: script });
        await page.evaluate(([given, land]) => (window as unknown as PanWindow).openWorld(given, land), [shown, outlines] as const);
        return page;
      };
      const [many, few] = [await open(sites), await open(sites.slice(0, 300))];
      const frame = (page: typeof many) => page.evaluate((place) => (window as unknown as PanWindow).panWorldFrames(20, place), at);
      const [value, reference] = await alternate(
        5,
        () => frame(many),
        () => frame(few),
      );
      measures.push({ measure: `world-pan ${name}`, value, unit: 'ms a frame', against: 'the same with 300 sites', reference, target: 3 });
      await many.close();
      await few.close();
    }
    return measures;
  } finally {
    await browser.close();
  }
}

type PanWindow = {
  openWorld: (sites: readonly [number, number, number][], atlas: unknown) => void;
  panWorldFrames: (count: number, at: readonly [number, number, number]) => number;
};
