import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { arrangeReport } from '~/audits/report/audit-report/arrange-report';
import { makePhotos } from '../tests/reports/audit-report-input';
import { findChromium } from '../tests/setup/find-chromium';
import { openLane } from '~/documents/renderer/render-apart.server';
import { buildApp, buildFolder } from '../server/build-app';
import { madeAudit } from './made-audit';
import { alternate, type Measure, median, time } from './measure';
import { pageOf } from './report-page';
import { watchMemory } from './watch-memory';

const size = { findings: 80, photos: 50 };
const rounds = 3;

/**
 * A report of just over 100 pages: 80 findings, 50 photos, 38 points and 220 questions, rendered as a tagged PDF by the renderer process, built as `npm start`
 * builds it and warm. Its findings differ in every round, so that no text is set twice. Compared with Chromium printing the same content as HTML, and with
 * pdfmake, warm too, setting its texts, tables and photos in the same fonts, without tags, attachment or PDF/A: where `PDFMAKE_FOLDER` names a folder with
 * pdfmake in its node_modules, which is no dependency here. Milliseconds a page; peak memory of a side: all its processes with Node or the browser itself,
 * each shared page of memory counted once; and the longest time this process, in place of the web server, was blocked: the median of five.
 */
export async function reportAudit(): Promise<Measure[]> {
  await buildApp(() => {});
  const photos = await makePhotos(size.photos);
  const models = Array.from({ length: rounds + 1 }, (_, round) => madeAudit(round, { findings: size.findings, photos: photos.entries }));
  const arranged = models.map((model) => arrangeReport(model, 'full'));
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-bench-'));
  const html = (round: number) => path.join(folder, `report-${round}.html`);
  for (const [round, each] of arranged.entries()) writeFileSync(html(round), pageOf(each, photos.files));
  process.env.BUILT_DRAWER = buildFolder.drawer;
  const drawers: ChildProcess[] = [];
  const lane = openLane((drawer) => drawers.push(drawer));
  const draw = (round: number) => lane('audit', { drawing: { model: models[round], kind: 'full' } }, photos.files);
  await draw(0);
  const [drawer] = drawers;
  if (!drawer) throw new Error('No process draws.');
  const ours = side(drawer, draw);
  const measures: Measure[] = [];
  const chromium = findChromium();
  if (chromium) {
    const printed = path.join(folder, 'chromium.pdf');
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`, `--print-to-pdf=${printed}`];
    const memory: number[] = [];
    const print = async (round: number) => {
      const child = spawn(chromium, [...flags, `file://${html(round)}`], { stdio: 'ignore' });
      const most = watchMemory(child);
      await once(child, 'exit');
      memory.push(most());
    };
    const [drawn, beside] = await alternate(
      rounds,
      (round) => time(() => ours.draw(round)),
      (round) => time(() => print(round)),
    );
    const [pages, theirs] = [pagesOf(ours.bytes()), existsSync(printed) ? pagesOf(readFileSync(printed)) : Number.NaN];
    const against = 'Chromium printing it as HTML';
    measures.push(
      ...[
        {
          measure: `report-audit (${pages} pages beside ${theirs})`,
          ...{ value: drawn / pages, unit: 'ms a page', against, reference: beside / theirs, target: 0.3 },
        },
        { measure: 'report-audit whole', value: drawn, unit: 'ms', against, reference: beside, target: null },
        { measure: 'report-audit memory', value: median(ours.memory), unit: 'MB', against, reference: median(memory), target: 0.5 },
      ],
    );
  } else console.error('report-audit beside Chromium: skipped, there is no Chromium here.');
  measures.push(...(await besidePdfmake(ours, { arranged, photos: photos.files })));
  // By itself: looking for memory and waiting for the other side would count too.
  const worst: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const held = monitorEventLoopDelay({ resolution: 1 });
    held.enable();
    await draw(turn % models.length);
    held.disable();
    worst.push(held.max / 1e6);
  }
  drawer.disconnect();
  rmSync(folder, { recursive: true, force: true });
  measures.push({
    measure: 'report-audit held up',
    ...{ value: median(worst), unit: 'ms', against: 'a bound of 50 ms', reference: 50, target: 1 },
  });
  return measures;
}

type Side = { draw: (round: number) => Promise<void>; bytes: () => Buffer; memory: number[] };

/** One who draws, with the most memory that it held each time. */
function side(child: ChildProcess, make: (round: number) => Promise<Buffer>): Side {
  let bytes: Buffer = Buffer.alloc(0);
  const memory: number[] = [];
  const draw = async (round: number) => {
    const most = watchMemory(child);
    bytes = await make(round);
    memory.push(most());
  };
  return { draw, bytes: () => bytes, memory };
}

async function ask(child: ChildProcess, what: object): Promise<Buffer> {
  child.send(what);
  const [reply] = (await once(child, 'message')) as [{ bytes?: Uint8Array; error?: string }];
  if (!reply.bytes) throw new Error(reply.error);
  return Buffer.from(reply.bytes.buffer, reply.bytes.byteOffset, reply.bytes.byteLength);
}

const pagesOf = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;

async function besidePdfmake(
  ours: Side,
  { arranged, photos }: { arranged: readonly unknown[]; photos: ReadonlyMap<string, Buffer> },
): Promise<Measure[]> {
  const pdfmake = process.env.PDFMAKE_FOLDER;
  if (!pdfmake) {
    console.error('report-audit beside pdfmake: skipped, PDFMAKE_FOLDER names no folder with it.');
    return [];
  }
  const rival = fork('bench/report-pdfmake.ts', [pdfmake], { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  const theirs = side(rival, (round) => ask(rival, { arranged: arranged[round], photos }));
  const [drawn, beside] = await alternate(
    rounds,
    (round) => time(() => ours.draw(round)),
    (round) => time(() => theirs.draw(round)),
  );
  rival.disconnect();
  const [pages, theirPages] = [pagesOf(ours.bytes()), pagesOf(theirs.bytes())];
  const against = 'pdfmake setting it untagged';
  return [
    {
      measure: `report-audit beside pdfmake (${pages} pages beside ${theirPages})`,
      ...{ value: drawn / pages, unit: 'ms a page', against, reference: beside / theirPages, target: 0.6 },
    },
    { measure: 'report-audit whole beside pdfmake', value: drawn, unit: 'ms', against, reference: beside, target: null },
    {
      measure: 'report-audit memory beside pdfmake',
      ...{ value: median(ours.memory), unit: 'MB', against, reference: median(theirs.memory), target: null },
    },
  ];
}
