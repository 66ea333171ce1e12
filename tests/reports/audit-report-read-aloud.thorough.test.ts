import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { renderAuditReport } from '~/audits/report/audit-report/render.server';
import { auditReportInput, auditReportParts, makePhotos } from './audit-report-input';
import { hasTool, runTool } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-audit-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// pdfinfo reads the whole report once for each of its elements, which takes most of a minute.
test.skipIf(!hasTool('pdfinfo', '-v'))('a screen reader reads the parts of an audit report in their order (A37, A40)', async () => {
  const photos = await makePhotos(3);
  const input = auditReportInput();
  const model = buildAuditReport({ ...input, record: { ...input.record, photos: photos.entries } });
  const file = path.join(folder, 'full.pdf');
  writeFileSync(file, await renderAuditReport({ model, kind: 'full', photos: photos.files }));
  const headings = runTool('pdfinfo', '-struct-text', file)
    .text.split(/\n\s*(?=H1)/)
    .slice(1)
    .map((each) => /"([^"]*)"/.exec(each)?.[1] ?? '');
  const found = auditReportParts.map((title) => headings.findIndex((text) => text.startsWith(title)));
  expect(found.filter((place) => place < 0)).toEqual([]);
  expect([...found].sort((a, b) => a - b)).toEqual(found);
});
