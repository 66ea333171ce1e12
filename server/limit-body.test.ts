import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addressOf, eachRoute } from '../tests/setup/each-route';
import { bodyLimits, limitOf } from './limit-body';

const limit = (path: string, type = 'multipart/form-data; boundary=x', method = 'POST') =>
  limitOf({ method, path, headers: { 'content-type': type } });

test('only routes that accept files accept large forms, with and without script', () => {
  for (const path of [
    '/verify',
    '/o/mill/suppliers/import',
    '/guest/questionnaire/1/files/P1.Q1',
    '/guest/questionnaire/1/workbook.data',
    '/o/mill/findings/new',
    '/guest/findings/1/2',
  ])
    expect(limit(path), path).toBe(bodyLimits.upload);
  for (const path of [
    '/sign-in',
    '/language',
    '/o/mill/suppliers/new',
    '/guest/questionnaire/1/sections/P1',
    '/verify/abc',
    '/o/mill/suppliers/import/1',
  ])
    expect(limit(path), path).toBe(bodyLimits.form);
  expect(limit('/verify', 'application/x-www-form-urlencoded')).toBe(bodyLimits.form);
  expect(limit(`/o/mill/audits/1/photos/${'a'.repeat(64)}`, 'image/jpeg', 'PUT')).toBe(bodyLimits.photo);
});

test('every route that reads an upload is among them', () => {
  const reads =
    /\b(readUpload|takeWorkbook|takePlanFile|takeFindingForm|actAtSite|changeFiles|handleUploadAction|withReceivedForm)\(|multipart\/form-data/;
  const uploads = eachRoute.filter(({ file }) => reads.test(readFileSync(file, 'utf8'))).map((route) => addressOf(route, {}));
  expect(uploads.length).toBeGreaterThan(9);
  expect(uploads.filter((path) => limit(path) !== bodyLimits.upload)).toEqual([]);
});
