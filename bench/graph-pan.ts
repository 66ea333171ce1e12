import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import { madeGraph } from './made-graph';
import { alternate, type Measure } from './measure';

/** A script for the browser, from one file of the folder `pan`. */
async function bundle(file: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [tsconfigPaths()],
    build: {
      write: false,
      minify: true,
      lib: { entry: fileURLToPath(new URL(`./pan/${file}`, import.meta.url)), formats: ['iife'], name: 'pan' },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((each) => ('output' in each ? each.output : []));
  return outputs.flatMap((each) => (each.type === 'chunk' ? [each.code] : [])).join('\n');
}

/**
 * One frame while 10,000 parties and 20,000 relations, all in view, are panned: ours on a canvas against sigma, both in the same Chromium with
 * software rendering, each frame read back so that it is really drawn.
 */
export async function graphPan(): Promise<Measure[]> {
  const [ours, sigma] = [await bundle('ours.ts'), await bundle('sigma.ts')];
  const browser = await chromium.launch({
    ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run'],
  });
  try {
    const graph = madeGraph({ suppliers: 9_999, links: 20_000 });
    const open = async (script: string) => {
      const page = await browser.newPage({ viewport: { width: 1_280, height: 860 } });
      page.on('pageerror', (error) => console.error(error));
      await page.setContent('<body style="margin:0"><div id="place" style="width:1200px;height:800px"></div></body>');
      await page.addScriptTag({ content: script });
      await page.evaluate((given) => (window as unknown as PanWindow).openGraph(given), graph);
      return page;
    };
    const [oursPage, sigmaPage] = [await open(ours), await open(sigma)];
    const frame = (page: typeof oursPage) => page.evaluate(() => (window as unknown as PanWindow).panFrames(20));
    const [value, reference] = await alternate(
      5,
      () => frame(oursPage),
      () => frame(sigmaPage),
    );
    return [
      {
        measure: 'graph-pan',
        value,
        unit: 'ms a frame',
        against: 'sigma in the same Chromium (software rendering)',
        reference,
        target: 0.5,
      },
    ];
  } finally {
    await browser.close();
  }
}

type PanWindow = { openGraph: (graph: unknown) => void; panFrames: (count: number) => number };
