import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dayBounds } from '~/ui/day-bounds';
import { dayFault, enteredDay, readEnteredDay } from '~/platform/forms/entered-day';

/** Files that read a date by zod alone, and why none of them takes one that a person enters into a record. */
const others: Record<string, string> = {
  'app/audits/entries/entries.ts': 'the recorder has bounds of its own (possible-dates)',
  'app/audits/national-law/entered-requirement.ts': 'a law may be older; the recorder bounds the day of reading',
  'app/audits/published-results/schema.ts': 'days of the audit, as the software wrote them',
  'app/audits/planning/schema.ts': 'an audit has closer bounds of its own',
  'app/risk/overrides/raise-schema.ts': 'a finding of fact has closer bounds of its own',
  'app/risk/methodology/calculator-input.ts': 'a trial that keeps nothing',
  'app/suppliers/import/retired.ts': 'the stored half is as the software wrote it; the form beside it is bounded',
  'app/lending/monitoring/write-report.server.ts': 'a period that the schedule names',
};
/** What reads a day of an address: a filter, or the day for which something is shown. */
const reads = /list-|read-|compare-|changes-filter|map-state|app\/routes\//;
/** What reads what the software wrote: reports, approvals, facts, imports, stored plans. */
const written =
  /schema\.ts$|render|report|approval-kinds|plan-content|verification-basis|read-shared|recruiter-record|pipeline\/record|retired\.ts|closing-plan|print-form|fact-labels/;

/** Checks when the field is left, by the bounds of its question. */
const recorderDate = 'app/audits/recorder/date-answer.tsx';

const sources = execFileSync('git', ['ls-files', 'app'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

it('takes no date of a form by zod alone: each form bounds what can be meant', () => {
  const unbounded = sources.filter(
    // A schema with messages is that of a form.
    ({ file, text }) =>
      /iso\s*\.date\(/.test(text) && !(file in others) && !reads.test(file) && (/\bm\.\w+\(/.test(text) || !written.test(file)),
  );
  expect(unbounded.map(({ file }) => file).filter((file) => file !== 'app/platform/forms/entered-day.ts')).toEqual([]);
});

it('names no file as an exception that reads no date', () => {
  const found = new Set(sources.filter(({ text }) => /iso\s*\.date\(/.test(text)).map(({ file }) => file));
  expect(Object.keys(others).filter((file) => !found.has(file))).toEqual([]);
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
