import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readUpload } from './read-upload.server';
import { withReceivedForm } from './receive-files.server';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-cut-forms-'));
beforeAll(() => {
  const settings = { DATA_DIR: folder, APP_DATABASE_URL: 'postgres://localhost/none', APP_SECRET: 's'.repeat(43) };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A form with a text, a chosen file and a part of a file that was not chosen, as a browser writes it. */
const whole = [
  ['Content-Disposition: form-data; name="intent"', '', 'check'],
  ['Content-Disposition: form-data; name="file"; filename="list.csv"', 'Content-Type: text/csv', '', 'name,country'],
  ['Content-Disposition: form-data; name="other"; filename=""', 'Content-Type: application/octet-stream', '', 'x'],
]
  .map((lines) => `--cut\r\n${lines.join('\r\n')}\r\n`)
  .join('')
  .concat('--cut--\r\n');

const cutAt = (length: number) =>
  new Request('http://localhost/', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=cut' },
    body: Buffer.from(whole.slice(0, length)),
  });

// The end of the form is its last boundary; the line end after it may be missing.
const complete = whole.length - '\r\n'.length;

/** An error that no listener takes ends a server; here Vitest reports it for the test. */
it('reports a form that breaks off at any byte, without an error that nothing takes', { timeout: 60_000 }, async () => {
  const answers = new Map<string, number[]>();
  for (let length = 0; length <= whole.length; length++) {
    const upload = await readUpload(cutAt(length), { maxFiles: 2 });
    const received = await withReceivedForm(cutAt(length), { fileBytes: 1_000, files: 2 }, async ({ files }) => files.length);
    const answer = `${upload.kind === 'form' ? upload.files.length : upload.code}, ${received}`;
    answers.set(answer, [...(answers.get(answer) ?? []), length]);
  }
  await setTimeout(20);
  expect([...answers.keys()].sort()).toEqual(['1, 1', 'broken-off, null']);
  expect(answers.get('1, 1')?.[0]).toBe(complete);
  expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
});
