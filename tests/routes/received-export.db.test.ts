import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { claimByDevice, claimState } from '~/access/claims.server';
import { forOrganization } from '~/access/tenant-db.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { recordFile, writeBytes } from '~/platform/files/store-file.server';
import { type MadeMember, makeMember } from '../factories/member';
import { answerAndSubmit, type MadeRequest, makeRequest } from '../factories/request';

let buyer: MadeMember;
let mill: MadeMember;
let request: MadeRequest;
let files: Record<string, Uint8Array>;
const text = (path: string) => new TextDecoder('utf-8', { fatal: true }).decode(files[path]);

beforeAll(async () => {
  buyer = await makeMember();
  request = await makeRequest(buyer, { name: 'Mill that takes all with it' });
  await answerAndSubmit(await request.respondent());
  const person = await makeMember();
  const { supplierOrganizationId: id, responseId } = request;
  await claimByDevice(id, { userId: person.user.id }, recordClaimed);
  const state = await claimState(id);
  mill = {
    ...person,
    organization: { id, slug: state?.slug ?? '', name: state?.name ?? '' },
    inOrganization: forOrganization({ organizationId: id, userId: person.user.id }),
  };
  for (const fileName of ['../../etc/passwd', 'policy.txt', 'lost.txt']) {
    const bytes = Buffer.from(`content of ${fileName}`);
    const sha256 = fileName === 'lost.txt' ? 'a'.repeat(64) : await writeBytes(id, bytes);
    await mill.inOrganization(async (db) => {
      await db.answer.updateMany({ where: { responseId, question: 'P1.Q1' }, data: { note: '=HYPERLINK("http://x")' } });
      const file = await recordFile(db, { sha256, fileName, mediaType: 'text/plain', sizeBytes: bytes.length, userId: person.user.id });
      await db.evidence.create({ data: { responseId, question: 'P1.Q1', fileId: file.id } });
    });
  }
  await buyer.inOrganization((db) => readResponse(db, responseId, { section: 'P1' }));
  const { loader } = await import('~/routes/org/sharing/received-requests-export');
  const response = await loader({
    request: new Request(`http://localhost/o/${mill.organization.slug}/received-requests/export`, { headers: { Cookie: mill.cookie } }),
    params: { orgSlug: mill.organization.slug },
    context: { clientAddress: '192.0.2.1', cspNonce: 'test' },
  });
  expect(response.headers.get('Content-Type')).toBe('application/zip');
  files = unzipSync(new Uint8Array(await response.arrayBuffer()));
});

test('the archive has every answer as JSON, CSV and XLSX, and the three agree', async () => {
  const { requests } = JSON.parse(text('answers.json'));
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ asker: buyer.organization.name, status: 'submitted', responseId: request.responseId });
  const { data } = Papa.parse<string[]>(text('answers.csv').slice(1), { skipEmptyLines: true });
  expect(data.length - 1).toBe(requests[0].answers.length);
  const sheet = await readXlsx(Buffer.from(files['answers.xlsx'] ?? []));
  const rows = Array.isArray(sheet) ? sheet : [];
  expect(JSON.stringify(rows)).toContain('=HYPERLINK');
  expect(data.find((row) => row[5] === 'P1.Q1')?.[8], 'no cell begins a formula').toBe(`'=HYPERLINK("http://x")`);
});

test('files are in folders of the archive whatever their names; a missing one is listed', () => {
  const paths = Object.keys(files).filter((path) => path.startsWith('files/'));
  expect(paths).toHaveLength(2);
  for (const path of paths) expect(path).toMatch(/^files\/[0-9a-f]{8}\/P1\.Q1\/[0-9a-f]{8}-[^/]+$/);
  expect(paths.map((path) => text(path)).sort()).toEqual(['content of ../../etc/passwd', 'content of policy.txt']);
  expect(text('files-not-found.txt')).toContain('lost.txt');
});

test('lists who read what', () => {
  const { data } = Papa.parse<string[]>(text('reads.csv').slice(1), { skipEmptyLines: true });
  expect(data.slice(1)).toContainEqual([expect.any(String), buyer.organization.name, 'ilo-ten-principles@1.0.0', 'P1', 'page', '1']);
});
