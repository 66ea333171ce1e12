import { randomBytes } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom/server.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { freezeReport } from '~/documents/frozen-documents/freeze-report.server';
import { drawDiligence } from '~/lending/due-diligence-report/draw-diligence.server';
import { readSigningKey, retireSigningKey } from '~/documents/signing/signing-key.server';
import * as issuedRoute from '~/routes/org/documents/issued-document';
import * as pdfRoute from '~/routes/org/lending/lender-report-pdf';
import * as signRoute from '~/routes/org/lending/lender-report-sign';
import * as listRoute from '~/routes/org/lending/due-diligence-report';
import * as verifyRoute from '~/routes/public/verify/verify';
import * as registryRoute from '~/routes/public/verify/document';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeDeal } from '../../../tests/factories/lent';
import { ForgedFile } from '../../../tests/reports/forge/forged-file';
import { makeSigner, signDocument } from '../../../tests/reports/forge/genuine';
import { renderLenderReport } from '~/documents/frozen-documents/lender-report/render.server';
import { callRoute } from '../../../tests/setup/call-route';
import { CheckedFile } from './checked-file';
import type { FileChecked } from './file-checked';
import { findIssuedReport } from './find-issued-report.server';

let owner: MadeMember;
let dealId: string;
let frozen: { reportId: string; hash: string };

async function freeze(now: Date) {
  return owner.inOrganization(async (db) => {
    const report = await drawDiligence(db, { dealId, now, organization: owner.organization, state: 'frozen' });
    if (!report) throw new Error('not drawn');
    const of = { kind: 'due-diligence' as const, dealId };
    const { reportId } = await freezeReport(db, report, { of, organizationId: owner.organization.id, userId: owner.user.id });
    return { reportId, hash: report.hash, report };
  });
}

beforeAll(async () => {
  owner = await makeMember({ kind: 'lender' });
  ({ dealId } = await makeDeal(owner));
  frozen = await freeze(new Date('2026-11-28T10:00:00Z'));
});

const call = (by: MadeMember, params: Record<string, string> = {}) => ({
  url: `/o/${by.organization.slug}/x`,
  params: { orgSlug: by.organization.slug, reportId: frozen.reportId, reportHash: frozen.hash, dealId, ...params },
  cookie: by.cookie,
});

async function download(): Promise<Buffer> {
  const { url, params, cookie } = call(owner);
  const request = new Request(`http://localhost${url}`, { headers: { Cookie: cookie } });
  const response = await (pdfRoute.loader as (args: object) => Promise<Response>)({ request, params, context: {} });
  return Buffer.from(await response.arrayBuffer());
}

/** What the page says about an uploaded file, as text. */
async function verify(bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(bytes)], 'report.pdf'));
  const packed = new Response(form);
  const headers = { 'Content-Type': packed.headers.get('Content-Type') ?? '' };
  const request = new Request('http://localhost/verify', { method: 'POST', body: await packed.arrayBuffer(), headers });
  const route = (args: object) => (verifyRoute.action as (args: object) => unknown)({ ...args, request });
  const answer = await callRoute(route, { url: '/', address: randomBytes(6).toString('hex') });
  const { checked, issued } = JSON.parse(JSON.stringify(answer.body)) as { checked: FileChecked; issued: unknown };
  return renderToStaticMarkup(
    <StaticRouter location="/verify">
      <CheckedFile checked={checked} issued={issued} />
    </StaticRouter>,
  ).replace(/<[^>]+>/g, ' ');
}

const withoutPages = (bytes: Buffer) => {
  const file = new ForgedFile(bytes);
  file.pages = [...file.pages.slice(0, 1), ...file.pages.slice(4)];
  return file.write();
};

describe('an unsigned report', () => {
  it('is recognised as the issued file, Not signed first', async () => {
    const bytes = await download();
    const text = await verify(bytes);
    expect(text).toMatch(/^\s*\S*\s*Not signed/);
    expect(text).toContain(`This is the report as issued by ${owner.organization.name}`);
    expect(text).toContain('byte for byte');
    expect(text).toContain('Due diligence report');
    const files = (await findIssuedReport(frozen.hash))?.files ?? [];
    expect(files).toHaveLength(1);
    expect(files[0]?.pages?.length).toBeGreaterThan(5);
    await download();
    expect((await findIssuedReport(frozen.hash))?.files).toHaveLength(1);
  });

  it('with three missing pages is not as issued, and the pages are named', async () => {
    const text = await verify(withoutPages(await download()));
    expect(text).toContain('This is not the report as issued');
    expect(text).toContain('Pages removed: 2–4');
    expect(text).not.toContain('Another version may generate them differently');
  });
});

describe('a signed report', () => {
  let unsigned: Buffer;
  beforeAll(async () => {
    unsigned = await download();
  });

  it('is signed once, by a user who decides on deals, and its file is stored', async () => {
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    const auditor = await makeMember({ role: 'auditor', organization: owner.organization });
    const stranger = await makeMember({ kind: 'lender' });
    for (const by of [viewer, auditor]) expect((await callRoute(signRoute.action, { ...call(by), form: {} })).status).toBe(403);
    expect((await callRoute(signRoute.action, { ...call(stranger), form: {} })).status).toBe(404);
    const reviewer = await makeMember({ role: 'reviewer', organization: owner.organization });
    expect((await callRoute(signRoute.action, { ...call(reviewer), form: {} })).headers.get('location')).toContain(
      `/deals/${dealId}/due-diligence-report`,
    );
    const listed = (await callRoute(listRoute.loader, call(owner))).body as { reports: { signedAt: Date | null }[]; maySign: boolean };
    expect(listed).toMatchObject({ maySign: true, reports: [{ signedAt: expect.any(Date) }] });
    await callRoute(signRoute.action, { ...call(owner), form: {} });
    expect(await owner.inOrganization((db) => db.documentSignature.count({ where: { documentId: frozen.reportId } }))).toBe(1);
    expect((await download()).equals(await download())).toBe(true);
  });

  it('shows whose key signed it; a copy without the signature is recognised', async () => {
    const key = await owner.inOrganization(readSigningKey);
    const text = await verify(await download());
    expect(text).toContain('Signed; the file has not changed since');
    expect(text).toContain(`The key belongs to ${owner.organization.name}.`);
    expect(text).toContain(key?.fingerprint);
    expect(await verify(unsigned)).toContain(`${owner.organization.name} signed this report on`);
  });

  it('is no report of the organization when another key signed it, or a byte changed', async () => {
    const { report } = await owner.inOrganization(async (db) => ({
      report: (await db.frozenDocument.findFirstOrThrow({ where: { hash: frozen.hash } })).content,
    }));
    const field = { name: owner.organization.name, reason: 'Report approved', at: new Date('2026-11-28T11:00:00Z') };
    const drawn = await renderLenderReport(report as never, field);
    const text = await verify(await signDocument(drawn, await makeSigner(owner.organization.name)));
    expect(text).toContain(`${owner.organization.name} did not sign this report with this key`);
    expect(text).toContain('This is not the report as issued');
    const changed = Buffer.from(await download());
    changed[changed.length - 3] = 0x30;
    expect(await verify(changed)).toContain('The signature is not valid');
  });

  it('shows when the key was retired', async () => {
    await owner.inOrganization((db) => retireSigningKey(db, { userId: owner.user.id, now: new Date('2026-11-29T10:00:00Z') }));
    expect(await verify(await download())).toContain('stopped using this key on');
  });
});

describe('the registry', () => {
  const note = (by: MadeMember, form: Record<string, string>) => callRoute(issuedRoute.action, { ...call(by), form });
  const registry = async () =>
    JSON.stringify((await callRoute(registryRoute.loader, { url: '/', params: { reportHash: frozen.hash } })).body);

  it('reveals nothing about an unknown hash, and implies no forgery', async () => {
    const answer = await callRoute(registryRoute.loader, { url: '/', params: { reportHash: randomBytes(32).toString('hex') } });
    expect(answer).toMatchObject({ status: 200, body: { issued: null } });
    expect(await findIssuedReport(frozen.hash.slice(0, 63))).toBeNull();
    expect(await findIssuedReport('%')).toBeNull();
  });

  it('shows who issued a report, its type, date and key, and nothing of its content', async () => {
    const { issued } = (await callRoute(registryRoute.loader, { url: '/', params: { reportHash: frozen.hash.toUpperCase() } })).body as {
      issued: object;
    };
    expect(Object.keys(issued).sort()).toEqual(['files', 'issuedAt', 'kind', 'notices', 'organization', 'people', 'signatures']);
    expect(issued).toMatchObject({ organization: owner.organization.name, kind: 'due-diligence', files: [], notices: [] });
    expect(await registry()).not.toMatch(/Solar park|D-2026/);
  });

  it('is edited by users who decide: withdrawn once, for a listed reason, with nothing deleted', async () => {
    const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
    const stranger = await makeMember({ kind: 'lender' });
    const form = { intent: 'withdrawn', reason: 'error' };
    expect((await note(viewer, form)).status).toBe(403);
    expect((await note(stranger, form)).status).toBe(404);
    expect((await callRoute(issuedRoute.loader, call(stranger))).status).toBe(404);
    expect((await callRoute(issuedRoute.loader, call(viewer))).body).toMatchObject({ mayNote: false });
    expect((await note(owner, { ...form, reason: 'because of Ana' })).status).toBe(422);
    expect((await note(owner, form)).status).toBe(303);
    await note(owner, form);
    const events = await owner.inOrganization((db) => db.activity.findMany({ where: { act: 'withdraw-report' } }));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ recordKind: 'deal', recordId: dealId });
    expect(await registry()).toContain('"kind":"withdrawn"');
    expect(await verify(await download())).toMatch(/Withdrawn on .*The report contains an error\./s);
    await expect(owner.inOrganization((db) => db.documentWithdrawal.deleteMany({}))).rejects.toThrow();
    await expect(owner.inOrganization((db) => db.documentWithdrawal.updateMany({ data: { reason: 'not-stated' } }))).rejects.toThrow();
  });

  it('names the newer report that corrects one, on the same subject only', async () => {
    const newer = await freeze(new Date('2026-11-30T10:00:00Z'));
    const elsewhere = randomBytes(32).toString('hex');
    const correct = (correctedBy: string) => note(owner, { intent: 'corrected', reason: 'new-information', correctedBy });
    for (const wrong of [elsewhere, frozen.hash]) await correct(wrong);
    expect((await findIssuedReport(frozen.hash))?.notices).toHaveLength(1);
    await correct(newer.hash);
    const listed = (await callRoute(listRoute.loader, call(owner))).body as { reports: { hash: string; notice: unknown }[] };
    expect(listed.reports.map(({ hash, notice }) => [hash, notice === null])).toEqual([
      [newer.hash, true],
      [frozen.hash, false],
    ]);
    expect(await registry()).toContain(`"correctedBy":"${newer.hash}"`);
    const corrected = (await callRoute(issuedRoute.loader, call(owner, { reportHash: newer.hash }))).body;
    expect(corrected).toMatchObject({ newer: [], issued: { notices: [] } });
  });
});
