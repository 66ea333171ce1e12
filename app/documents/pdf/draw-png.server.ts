import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { findInProject } from '~/platform/files/find-in-project.server';

let ready: Promise<Uint8Array[]> | undefined;

/** The rasterizer and the fonts, read once a process. */
async function prepare(): Promise<Uint8Array[]> {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const folder = findInProject('app', 'documents', 'pdf', 'fonts');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ttf'))
    .sort()
    .map((file) => readFileSync(path.join(folder, file)));
}

/**
 * Renders an SVG as PNG at a given width. Text is set in the report fonts only, so the same picture gives the same pixels everywhere. Throws for invalid SVG.
 */
export async function drawPng({ svg, width }: { svg: string; width: number }): Promise<Buffer> {
  ready ??= prepare();
  const fontBuffers = await ready;
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers, defaultFontFamily: 'IBM Plex Sans', sansSerifFamily: 'IBM Plex Sans' },
  });
  try {
    const image = resvg.render();
    const png = Buffer.from(image.asPng());
    image.free();
    return png;
  } finally {
    resvg.free();
  }
}
