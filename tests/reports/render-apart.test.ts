import { expect, test } from 'vitest';
import { buildAssessmentReport } from '~/reports/assessment-report/model';
import { renderAssessmentReport } from '~/reports/assessment-report/render.server';
import { renderAssessmentReportApart } from '~/reports/render-apart.server';
import { reportInput } from './report-input';

test('a process apart draws the same bytes, several reports at once, and tells what fails', async () => {
  const report = buildAssessmentReport(reportInput());
  const [here, first, second] = await Promise.all([
    renderAssessmentReport(report),
    renderAssessmentReportApart(report),
    renderAssessmentReportApart(report),
  ]);
  expect(first.equals(here)).toBe(true);
  expect(second.equals(here)).toBe(true);
  expect(first.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  await expect(renderAssessmentReportApart({ ...report, hash: 'none' })).rejects.toThrow(/hash/);
});
