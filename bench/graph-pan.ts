import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import tsconfigPaths from 'vite-tsconfig-paths';
import { findChromium } from '../tests/setup/find-chromium';
import { madeGraph } from './made-graph';
import { alternate, type Measure } from './measure';

/** A script for the browser, from one file of the folder `pan`. */
export async function bundle(file: string): Promise<string> {
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

/** A Chromium with software rendering. */
export function openBrowser() {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run'],
  });
}

/**
 * One frame while 10,000 parties and 20,000 relations, all in view, are panned: ours on a canvas against sigma, both in the same Chromium with
 * software rendering, each frame read back so that it is really drawn.
 */
export async function graphPan(): Promise<Measure[]> {
  const [ours, sigma] = [await bundle('ours.ts'), await bundle('sigma.ts')];
  const browser = await openBrowser();
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
