import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrangePlanReport } from '~/lending/esap/arrange-plan-report';
import type { PlanItem, PlanRead } from '~/lending/esap/read-plan.server';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { renderPlanReport } from '~/lending/esap/action-plan/render.server';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-plan-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'plan.pdf');

const line = (number: number, more: Partial<PlanItem> = {}): PlanItem => ({
  ...{ id: `00000000-0000-4000-8000-0000000000${10 + number}`, number, action: `Hand back passports at مصنع النسيج (${number})` },
  ...{ reason: 'Nguyễn <B&W> 深圳市', reference: 'PS2-22.1', deliverable: 'Lockers', owner: 'Camp manager', dueOn: '2027-01-15' },
  ...{ costMinor: 125_050, currency: 'USD', milestone: 'cp-signing', indicator: 'Gates open', status: 'open', statusReason: '' },
  ...{ doneOn: null, doneNote: '', verifiedOn: null, verifiedSeen: '' },
  ...{ itemKey: null, findingId: null, revision: 1, comments: 0, isLate: number === 1, lacks: [], ...more },
});
const plan: PlanRead = {
  deal: {
    id: 't',
    number: 'D-2026-0001',
    projectName: 'Llano del Sol',
    status: 'reviewed',
    client: 'Solana',
    signedOn: null,
    isClosed: false,
  },
  lines: [
    ...Array.from({ length: 30 }, (_, at) => line(at + 1)),
    line(31, { costMinor: 5, currency: 'CLP' }),
    line(32, { costMinor: null, currency: null, owner: '', dueOn: null, milestone: null }),
    line(33, { status: 'dropped', statusReason: 'Sold before signing' }),
  ],
  totals: {
    sums: [
      { currency: 'CLP', minor: 5 },
      { currency: 'USD', minor: 3_751_500 },
    ],
    unknown: 1,
  },
  version: null,
};
const arrange = (locale: 'en' | 'fr') => arrangePlanReport(plan, { lender: 'Fenwick Bank', preparedOn: '2026-12-02', locale });

beforeAll(async () => {
  writeFileSync(file, await renderPlanReport(arrange('en')));
});

describe('the printed action plan', () => {
  test('gives the same bytes for the same plan', async () => {
    expect((await renderPlanReport(arrange('en'))).equals(await renderPlanReport(arrange('en')))).toBe(true);
  });

  test.skipIf(!hasTool('pdftotext', '-v'))('prints every row, totals by currency, and unknown values', () => {
    const { text } = runTool('pdftotext', '-layout', file, '-');
    for (const words of [
      '$37,515.00',
      'CLP',
      'Items without a cost',
      'Amounts in different currencies are not added.',
      'Nguyễn <B&W>',
      'Item 32',
      'Overdue',
      'Sold before signing',
      'No version issued yet',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/unknown/i);
    expect(text).toMatch(/Page \d+ of \d+/);
  });

  test.skipIf(!hasTool('pdfinfo', '-v'))('is tagged, with its title and language', () => {
    const { text: info } = runTool('pdfinfo', file);
    expect(info).toMatch(/Title:\s+Action plan: Llano del Sol/);
    expect(info).toMatch(/Tagged:\s+yes/);
  });

  test('is French throughout', async () => {
    overwriteGetLocale(() => 'fr');
    const report = arrange('fr');
    overwriteGetLocale(() => 'en');
    expect(report.title).toMatch(/^Plan d’action/);
    expect(JSON.stringify(report)).not.toMatch(/Condition precedent|Overdue/);
    expect((await renderPlanReport(report)).length).toBeGreaterThan(10_000);
  });

  test.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'is PDF/A-3a and PDF/UA-1',
    async () => {
      const { text, code } = await runVeraPdf('ua1,3a', file);
      expect(text).not.toContain('compliant=false');
      expect(code).toBe(0);
    },
    180_000,
  );
});
