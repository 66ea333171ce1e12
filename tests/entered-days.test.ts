import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dayBounds } from '~/ui/day-bounds';
import { dayFault, enteredDay, readEnteredDay } from '~/platform/forms/entered-day';

/** Files that read a date by zod alone, by why none of them takes one into a record that a person typed without bounds. */
const others = {
  'has closer bounds, or checks them after': [
    'app/audits/auditors/schema.ts',
    'app/audits/commissions/schema.ts',
    'app/audits/planning/schema.ts',
    'app/audits/entries/entries.ts',
    'app/audits/closing-plan/schema.ts',
    'app/risk/overrides/raise-schema.ts',
    'app/platform/forms/entered-day.ts',
  ],
  'states the law, which may be older': ['app/audits/national-law/entered-requirement.ts'],
  'keeps nothing': ['app/risk/methodology/calculator-input.ts', 'app/risk/methodology/compare-methods.server.ts'],
  'reads the address: a filter, or the day for which a page is shown': [
    'app/audits/planning/list-audits.server.ts',
    'app/platform/changes/changes-filter.ts',
    'app/routes/org/findings/supplier-progress.tsx',
    'app/routes/org/suppliers/labour-recruiter.tsx',
    'app/routes/org/suppliers/site.tsx',
    'app/routes/org/suppliers/supplier-sites.tsx',
    'app/routes/org/suppliers/supplier-supply-chain.tsx',
    'app/supply-chain/analysis/read-overview.server.ts',
    'app/supply-chain/map/map-state.ts',
  ],
  'names a period of a schedule': ['app/lending/monitoring/write-report.server.ts'],
  'reads a list or a plan file, whose rows are checked one by one': [
    'app/suppliers/import/pipeline/record.ts',
    'app/lending/esap/schema.ts',
  ],
  'reads what was kept before': [
    'app/audits/published-results/schema.ts',
    'app/audits/report/audit-report/evidence-schema.ts',
    'app/audits/report/audit-report/findings-schema.ts',
    'app/audits/report/audit-report/schema.ts',
    'app/audits/report/read-explained.server.ts',
    'app/documents/pdf/map-report/schema.ts',
    'app/findings/corrective-actions/verification-basis.ts',
    'app/lending/esap/action-plan/schema.ts',
    'app/lending/esap/plan-content.ts',
    'app/platform/approvals/approval-kinds.ts',
    'app/questionnaires/print-form/paper-form/schema.ts',
    'app/questionnaires/responses/read-shared.server.ts',
    'app/risk/supplier-report/assessment-report/parts-schema.ts',
    'app/risk/supplier-report/list-report/schema.ts',
    'app/risk/supplier-report/prepare-report.server.ts',
    'app/suppliers/facts/recruiter-record.ts',
    'app/suppliers/import/retired.ts',
    'app/supply-chain/board-paper/schema.ts',
    'app/supply-chain/supplier-brief/schema.ts',
  ],
};

/** Checks when the field is left, by the bounds of its question. */
const recorderDate = 'app/audits/recorder/date-answer.tsx';

const sources = execFileSync('git', ['ls-files', 'app'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

it('reads a date by zod alone in no file but those that are named here with their reason', () => {
  const found = sources.filter(({ text }) => /iso\s*\.date\(/.test(text)).map(({ file }) => file);
  expect(found.sort()).toEqual(Object.values(others).flat().sort());
});

it('refuses 1926, 9999, days that do not exist and what is no date, each with its own sentence', () => {
  const schema = enteredDay(() => 'Enter a date.');
  const said = (typed: unknown) => schema.safeParse(typed).error?.issues.map(({ message }) => message);
  expect(said('2026-12-02')).toBeUndefined();
  for (const day of ['1926-01-01', '9999-12-31', '2100-01-01']) {
    expect(said(day)).toEqual(['Enter a date between 1950 and 2099.']);
    expect(readEnteredDay(day)).toBeUndefined();
    expect(dayFault(day, () => 'Enter a date.')).toBe('Enter a date between 1950 and 2099.');
  }
  for (const none of ['2026-02-30', '2 May', '', undefined]) {
    expect(said(none)).toEqual(['Enter a date.']);
    expect(dayFault(none, () => 'Enter a date.')).toBe('Enter a date.');
  }
  expect([dayBounds.earliest.slice(0, 4), dayBounds.latest.slice(0, 4)]).toEqual(['1950', '2099']);
});

it('bounds each date that is typed outside of a field of the kit by its own limits, unless it only filters', () => {
  const bare = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/<input\b[^>]*type="date"[^>]*>/g)].flatMap(([tag]) =>
      /\bmin=|\bmax=|known-on|filter\.name/.test(tag) || file === recorderDate ? [] : [file],
    ),
  );
  expect(bare).toEqual([]);
});
