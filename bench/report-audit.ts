import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { arrangeReport } from '~/reports/audit-report/arrange-report';
import type { Arranged } from '~/reports/audit-report/block';
import { buildAuditReport } from '~/reports/audit-report/model';
import { auditReportInput, makePhotos } from '../tests/reports/audit-report-input';
import { findChromium } from '../tests/setup/find-chromium';
import { alternate, type Measure, median, time } from './measure';

/**
 * A report of 60 findings, 40 photos, 38 points and 220 questions, drawn as a tagged PDF by the process that draws reports, beside Chromium printing the same
 * content as HTML: milliseconds a page, the most memory that either side held (of all its processes, each shared page of memory counted once), and how long this
 * process, in the place of the one that answers requests, was held up meanwhile.
 */
export async function reportAudit(): Promise<Measure[]> {
  const photos = await makePhotos(40);
  const input = auditReportInput({}, { findings: 60 });
  const model = buildAuditReport({ ...input, record: { ...input.record, photos: photos.entries } });
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-bench-'));
  const html = path.join(folder, 'report.html');
  writeFileSync(html, pageOf(arrangeReport(model, 'full'), photos.files));
  const chromium = findChromium();
  const printed = path.join(folder, 'chromium.pdf');
  const drawer = fork('app/reports/render-process.server.ts', { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  let bytes: Buffer = Buffer.alloc(0);
  const memory: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  const draw = async () => {
    drawer.send({ id: 1, kind: 'audit', content: { drawing: { model, kind: 'full', photos: photos.files } } });
    const [reply] = (await once(drawer, 'message')) as [{ bytes?: Uint8Array; error?: string }];
    if (!reply.bytes) throw new Error(reply.error);
    bytes = Buffer.from(reply.bytes);
  };
  const ours = async () => {
    const watched = watchMemory(drawer);
    await draw();
    memory.ours.push(watched());
  };
  const print = async () => {
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`, `--print-to-pdf=${printed}`];
    const child = spawn(chromium ?? '', [...flags, `file://${html}`], { stdio: 'ignore' });
    const watched = watchMemory(child);
    await once(child, 'exit');
    memory.theirs.push(watched());
  };
  const [drawn, beside] = chromium
    ? await alternate(
        3,
        () => time(ours),
        () => time(print),
      )
    : [await time(ours), Number.NaN];
  // By itself: looking for memory and waiting for the other side would count too.
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  await draw();
  held.disable();
  drawer.disconnect();
  const pages = (bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
  const theirPages = existsSync(printed) ? (readFileSync(printed, 'latin1').match(/\/Type \/Page\b/g) ?? []).length : pages;
  rmSync(folder, { recursive: true, force: true });
  const against = 'Chromium printing it as HTML';
  const theirMemory = memory.theirs.length > 0 ? median(memory.theirs) : Number.NaN;
  return [
    {
      measure: `report-audit (${pages} pages beside ${theirPages})`,
      ...{ value: drawn / pages, unit: 'ms a page', against, reference: beside / theirPages, target: 0.3 },
    },
    { measure: 'report-audit whole', value: drawn, unit: 'ms', against, reference: beside, target: null },
    { measure: 'report-audit memory', value: median(memory.ours), unit: 'MB', against, reference: theirMemory, target: 0.5 },
    { measure: 'report-audit held up', value: held.max / 1e6, unit: 'ms', against: 'a bound of 50 ms', reference: 50, target: 1 },
  ];
}

/** Watches how much memory a process and all its children hold together; answers the most that it saw, in MB. */
function watchMemory(child: ChildProcess): () => number {
  let most = 0;
  const look = () => {
    most = Math.max(most, memoryOf(child.pid ?? 0));
  };
  const timer = setInterval(look, 50);
  return () => {
    look();
    clearInterval(timer);
    return most;
  };
}

/** Proportional set size of a process and its children, in MB: what they share counts once. 0 where the system does not tell. */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readOr(`/proc/${name}/stat`);
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0));
  }
  const isWithin = (each: number): boolean => each === pid || (each > 1 && parents.has(each) && isWithin(parents.get(each) ?? 0));
  const kilobytes = [...parents.keys()].filter(isWithin).map((each) => /^Pss:\s+(\d+)/m.exec(readOr(`/proc/${each}/smaps_rollup`))?.[1]);
  return kilobytes.reduce((sum, each) => sum + Number(each ?? 0), 0) / 1024;
}

/** A file's text; none where it went meanwhile. */
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function pageOf({ title, cover, parts }: Arranged, photos: ReadonlyMap<string, Buffer>): string {
  const cell = (value: string | { text: string; note?: string }) =>
    escaped(typeof value === 'string' ? value : `${value.text} ${value.note ?? ''}`);
  const row = (cells: readonly (string | { text: string; note?: string })[]) =>
    `<tr>${cells.map((each) => `<td>${cell(each)}</td>`).join('')}</tr>`;
  const blocks = [
    ...cover,
    ...parts.flatMap((part) => [{ kind: 'heading' as const, level: 2 as const, text: part.title }, ...part.blocks]),
  ];
  const body = blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
      case 'table':
      case 'pairs':
        return `<table>${block.rows.map(row).join('')}</table>`;
      case 'list':
        return `<ul>${block.items.map(({ lead, text = '' }) => `<li>${escaped(`${lead} ${text}`)}</li>`).join('')}</ul>`;
      case 'photo':
        return `<img height="320" src="data:image/jpeg;base64,${photos.get(block.sha256)?.toString('base64') ?? ''}"><p>${escaped(block.title)}</p>`;
      case 'signature':
        return `<p>${escaped(block.title)}</p>`;
      default:
        return `<p>${escaped(block.text)}</p>`;
    }
  });
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title><style>body{font:9.5pt sans-serif}td{padding:3pt;border-bottom:1px solid #ccc}</style>${body.join('')}`;
}
