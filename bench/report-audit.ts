import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { arrangeReport } from '~/reports/audit-report/arrange-report';
import type { Arranged } from '~/reports/audit-report/block';
import { buildAuditReport } from '~/reports/audit-report/model';
import { renderAuditReport } from '~/reports/audit-report/render.server';
import { auditReportInput, makePhotos } from '../tests/reports/audit-report-input';
import { alternate, type Measure, time } from './measure';

const chromium = '/usr/bin/chromium';

/** A report of 60 findings, 40 photos and 220 questions drawn as a tagged PDF, in milliseconds a page, beside Chromium printing the same content as HTML. */
export async function reportAudit(): Promise<Measure[]> {
  const photos = await makePhotos(40);
  const input = auditReportInput({}, { findings: 60 });
  const model = buildAuditReport({ ...input, record: { ...input.record, photos: photos.entries } });
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-bench-'));
  const html = path.join(folder, 'report.html');
  writeFileSync(html, pageOf(arrangeReport(model, 'full'), photos.files));
  let bytes: Buffer = Buffer.alloc(0);
  const ours = async () => {
    bytes = await renderAuditReport({ model, kind: 'full', photos: photos.files });
  };
  const print = () =>
    spawnSync(chromium, ['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${folder}/chromium.pdf`, `file://${html}`]);
  const [drawn, printed] = existsSync(chromium)
    ? await alternate(
        3,
        () => time(ours),
        () => time(print),
      )
    : [await time(ours), Number.NaN];
  const pages = (bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
  const memory = process.resourceUsage().maxRSS / 1024;
  rmSync(folder, { recursive: true, force: true });
  return [
    {
      measure: `report-audit (${pages} pages)`,
      value: drawn / pages,
      unit: 'ms a page',
      against: 'Chromium printing it as HTML',
      reference: printed / pages,
      target: 1,
    },
    { measure: 'report-audit memory', value: memory, unit: 'MB', against: 'a bound of 512 MB', reference: 512, target: 1 },
  ];
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
