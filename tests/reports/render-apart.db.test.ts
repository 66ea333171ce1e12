import { expect, test } from 'vitest';
import { buildAssessmentReport } from '~/risk/supplier-report/assessment-report/model.server';
import { renderAssessmentReport } from '~/risk/supplier-report/assessment-report/render.server';
import { renderAssessmentReportApart } from '~/risk/supplier-report/assessment-report/render-apart.server';
import { reportInput } from './report-input';

// A database test because of its order in a run: the rendering process is built by then.

/** The first difference of two files, and the content of each there; null where they are equal. */
function differenceOf(one: Buffer, other: Buffer): string | null {
  if (one.equals(other)) return null;
  const at = one.findIndex((byte, index) => byte !== other[index]);
  const near = (file: Buffer) => JSON.stringify(file.subarray(Math.max(0, at - 80), at + 80).toString('latin1'));
  return `${one.length} and ${other.length} bytes, at ${at}: ${near(one)} and ${near(other)}`;
}

test('a separate process renders the same bytes, several reports at once, and reports failures', async () => {
  const report = buildAssessmentReport(reportInput());
  const [here, first, second] = await Promise.all([
    renderAssessmentReport(report),
    renderAssessmentReportApart(report),
    renderAssessmentReportApart(report),
  ]);
  expect(differenceOf(first, here)).toBeNull();
  expect(differenceOf(second, here)).toBeNull();
  expect(first.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  await expect(renderAssessmentReportApart({ ...report, hash: 'none' })).rejects.toThrow(/hash/);
});
