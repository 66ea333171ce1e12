import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { arrangeReport } from '~/reports/audit-report/arrange-report';
import { buildAuditReport } from '~/reports/audit-report/model';
import { auditReportInput, makePhotos } from '../tests/reports/audit-report-input';
import { findChromium } from '../tests/setup/find-chromium';
import { openLane } from '~/reports/render-apart.server';
import { buildApp, buildFolder } from '../server/build-app';
import { alternate, type Measure, median, time } from './measure';
import { pageOf } from './report-page';
import { watchMemory } from './watch-memory';

/**
 * A report of 60 findings, 40 photos, 38 points and 220 questions, drawn as a tagged PDF by the process that draws reports, built as `npm start` builds it and
 * warm. Beside Chromium printing the same content as HTML, and beside pdfmake setting its texts, tables and photos, without tags, attachment or PDF/A: where
 * `PDFMAKE_FOLDER` names a folder with pdfmake in its node_modules, of which it is no dependency here. Milliseconds a page; the most memory that a side held:
 * all its processes with Node or the browser itself, each shared page of memory counted once; and how long this process, in the place of the one that answers
 * requests, was held up at most while one was made: the median of five.
 */
export async function reportAudit(): Promise<Measure[]> {
  await buildApp(() => {});
  const photos = await makePhotos(40);
  const input = auditReportInput({}, { findings: 60 });
  const model = buildAuditReport({ ...input, record: { ...input.record, photos: photos.entries } });
  const arranged = arrangeReport(model, 'full');
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-bench-'));
  const html = path.join(folder, 'report.html');
  writeFileSync(html, pageOf(arranged, photos.files));
  process.env.BUILT_DRAWER = buildFolder.drawer;
  const drawers: ChildProcess[] = [];
  const lane = openLane((drawer) => drawers.push(drawer));
  const draw = () => lane('audit', { drawing: { model, kind: 'full' } }, photos.files);
  await draw();
  const [drawer] = drawers;
  if (!drawer) throw new Error('No process draws.');
  const ours = side(drawer, draw);
  const measures: Measure[] = [];
  const chromium = findChromium();
  if (chromium) {
    const printed = path.join(folder, 'chromium.pdf');
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`, `--print-to-pdf=${printed}`];
    const memory: number[] = [];
    const print = async () => {
      const child = spawn(chromium, [...flags, `file://${html}`], { stdio: 'ignore' });
      const most = watchMemory(child);
      await once(child, 'exit');
      memory.push(most());
    };
    const [drawn, beside] = await alternate(
      3,
      () => time(ours.draw),
      () => time(print),
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
  for (let round = 0; round < 5; round += 1) {
    const held = monitorEventLoopDelay({ resolution: 1 });
    held.enable();
    await draw();
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

type Side = { draw: () => Promise<void>; bytes: () => Buffer; memory: number[] };

/** One who draws, with the most memory that it held each time. */
function side(child: ChildProcess, make: () => Promise<Buffer>): Side {
  let bytes: Buffer = Buffer.alloc(0);
  const memory: number[] = [];
  const draw = async () => {
    const most = watchMemory(child);
    bytes = await make();
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

async function besidePdfmake(ours: Side, content: { arranged: unknown; photos: ReadonlyMap<string, Buffer> }): Promise<Measure[]> {
  const pdfmake = process.env.PDFMAKE_FOLDER;
  if (!pdfmake) {
    console.error('report-audit beside pdfmake: skipped, PDFMAKE_FOLDER names no folder with it.');
    return [];
  }
  const rival = fork('bench/report-pdfmake.ts', [pdfmake], { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  const theirs = side(rival, () => ask(rival, content));
  const [drawn, beside] = await alternate(
    3,
    () => time(ours.draw),
    () => time(theirs.draw),
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
