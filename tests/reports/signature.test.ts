import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '~/registrations.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { reportHash } from '~/documents/verification/report-hash.server';
import { buildAssessmentReport } from '~/risk/supplier-report/assessment-report/model.server';
import { renderAssessmentReport, writeReportJson } from '~/risk/supplier-report/assessment-report/render.server';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import { renderAuditReport, writeAuditReportJson } from '~/audits/report/audit-report/render.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { makeCertificate, openPrivateKey } from '~/documents/pdf/make-certificate.server';
import { readAttachedJson } from '~/documents/pdf/attached-json.server';
import { readSignature } from '~/documents/pdf/read-signature.server';
import { signBytes } from '~/documents/pdf/sign-bytes.server';
import { fillSignature, prepareSignature } from '~/documents/pdf/signature-field.server';
import { auditReportInput, makePhotos } from './audit-report-input';
import { ForgedFile } from './forge/forged-file';
import { reportInput } from './report-input';
import { isThorough } from '../setup/each-route';
import { runHere } from '../setup/run-manumit';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-signature-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = new Date('2026-11-26T10:00:00Z');
const report = buildAssessmentReport(reportInput());
const file = (name: string) => path.join(folder, name);

const field = { name: 'Atelier & Søn', reason: 'Report approved', at };
const photos = await makePhotos(2);
const input = auditReportInput();
const audit = buildAuditReport({ ...input, record: { ...input.record, photos: photos.entries } });

let signed: Buffer;
const signedAudits = new Map<string, Buffer>();
beforeAll(async () => {
  const made = await makeCertificate({ organization: 'Atelier & Søn', now: at });
  const signer = { certificate: made.certificate, privateKey: await openPrivateKey(made.privateKey) };
  const sign = async (document: Buffer) => {
    const drawn = prepareSignature(document);
    return fillSignature(drawn, await signBytes(drawn.covered, signer));
  };
  signed = await sign(await renderAssessmentReport(report, field));
  writeFileSync(file('signed.pdf'), signed);
  writeFileSync(file('report.json'), writeReportJson(report));
  for (const kind of auditReportKinds) {
    signedAudits.set(kind, await sign(await renderAuditReport({ model: audit, kind, photos: photos.files }, field)));
    writeFileSync(file(`audit-${kind}.pdf`), signedAudits.get(kind) ?? '');
  }
  writeFileSync(file('audit.json'), writeAuditReportJson(audit));
});

test.each(auditReportKinds)('an audit report is signed as %s, contains its data, and every changed byte is detected', async (kind) => {
  const bytes = signedAudits.get(kind) ?? Buffer.alloc(0);
  expect(readAttachedJson(bytes)).toBe(writeAuditReportJson(audit));
  expect(await checkFile(bytes)).toMatchObject({
    isIntact: true,
    hash: audit.hash,
    document: { form: kind, pages: 'same', signature: { isValid: true } },
  });
  for (const index of [9, Math.floor(bytes.length / 2), bytes.length - 3]) {
    const copy = Buffer.from(bytes);
    copy[index] = (copy[index] ?? 0) ^ 1;
    expect(await readSignature(copy), `byte ${index}`).toMatchObject({ isValid: false });
  }
});

const changed = (index: number) => {
  const copy = Buffer.from(signed);
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
};

test('the signature is valid, names the signatory, and covers every byte but itself', async () => {
  expect(await readSignature(signed)).toMatchObject({ kind: 'found', isValid: true, covers: true, name: 'Atelier & Søn' });
  const start = signed.indexOf('/Contents <') + '/Contents <'.length;
  for (const index of [9, 5_000, start - 20, signed.length - 3]) expect((await readSignature(changed(index))).kind === 'found').toBe(true);
  for (const index of [9, 5_000, start + 40, signed.length - 3])
    expect(await readSignature(changed(index)), `byte ${index}`).toMatchObject({ isValid: false });
  expect(await readSignature(Buffer.concat([signed, Buffer.from('\n% more')]))).toMatchObject({ isValid: false, covers: false });
});

test('a report without signature is reported as unsigned, and other files are no report', async () => {
  const plain = await renderAssessmentReport(report);
  expect(await readSignature(plain)).toEqual({ kind: 'none' });
  expect(readAttachedJson(plain)).toBe(writeReportJson(report));
  expect(await checkFile(Buffer.from('%PDF-1.7 nothing'))).toEqual({ kind: 'no-report' });
  expect(await checkFile(Buffer.from('{"hash": 1}'))).toEqual({ kind: 'no-report' });
  const altered = JSON.stringify({ ...report, preparedAt: '2026-01-01T00:00:00.000Z' });
  expect(await checkFile(Buffer.from(altered))).toMatchObject({ isIntact: false, hash: report.hash });
  expect(await checkFile(signed)).toMatchObject({
    isIntact: true,
    hash: report.hash,
    document: { pages: 'same', signature: { isValid: true } },
  });
});

describe.skipIf(!hasTool('pdfsig', '-v'))('other readers (needs poppler)', () => {
  const check = (name: string) => {
    mkdirSync(file('nss'), { recursive: true });
    return runTool('pdfsig', '-nssdir', file('nss'), file(name)).text;
  };

  test.each(auditReportKinds)('pdfsig calls an audit report as %s valid', (kind) => {
    const said = check(`audit-${kind}.pdf`);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
  });

  test('pdfsig reports valid, and invalid once a byte is changed', () => {
    const said = check('signed.pdf');
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('ETSI.CAdES.detached');
    writeFileSync(file('changed.pdf'), changed(signed.indexOf('/Contents <') + 40_000));
    expect(check('changed.pdf')).not.toContain('Signature is Valid');
  });
});

describe.skipIf(!hasVeraPdf && !process.env.REQUIRE_VERAPDF)('standards (needs Java)', () => {
  test('a signed report is PDF/UA-1 and PDF/A-3a like an unsigned one', async () => {
    const { text, code } = await runVeraPdf('ua1,3a', file('signed.pdf'));
    expect(text).toContain('compliant');
    expect(code, text).toBe(0);
    if (hasTool('qpdf', '--version')) expect(runTool('qpdf', '--check', file('signed.pdf')).code).toBe(0);
  });
  test('so is every form of a signed audit report', async () => {
    // Unless the run is thorough, one form: the signature adds the same to each.
    const names = auditReportKinds.filter((kind) => isThorough || kind === 'plan').map((kind) => file(`audit-${kind}.pdf`));
    const { text, code } = await runVeraPdf('ua1,3a', ...names);
    expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(names.length * 2);
    expect(code, text).toBe(0);
    if (hasTool('qpdf', '--version')) for (const name of names) expect(runTool('qpdf', '--check', name).code, name).toBe(0);
  });
});

describe('manumit verify', () => {
  const cwd = path.resolve('.');
  const verify = (...names: string[]) => runHere(['verify', ...names.map(file)], { cwd });

  test('a report and its JSON are verified; a changed one and another report are not', async () => {
    const good = await verify('signed.pdf', 'report.json');
    expect(good.out).toContain('OK: both files contain the same report.');
    expect(good.out).toContain('NOTE: Signed; the file has not changed since.');
    expect(good.out).toContain('OK: Pages and data match.');
    expect(good.code).toBe(0);
    writeFileSync(file('broken.pdf'), changed(signed.length - 3));
    expect(await verify('audit-plan.pdf', 'audit.json')).toMatchObject({ code: 0 });
    const broken = await verify('broken.pdf');
    expect(broken.out).toContain('WRONG: Signature not valid');
    expect(broken.code).toBe(1);
    writeFileSync(file('other.json'), writeReportJson(buildAssessmentReport(reportInput({ locale: 'fr' }))));
    expect(await verify('signed.pdf', 'other.json')).toMatchObject({ code: 1 });
    expect(await verify('no-such-file.pdf')).toMatchObject({ code: 3 });
    writeFileSync(file('deep.json'), `{"hash":"${'a'.repeat(64)}","x":${'['.repeat(40_000)}${']'.repeat(40_000)}}`);
    expect(await verify('deep.json')).toMatchObject({ code: 3 });
    expect(await verify()).toMatchObject({ code: 2 });
    const fingerprint = /fingerprint: ([0-9a-f]{64})/.exec(good.out)?.[1] ?? '';
    const expecting = (name: string, by: string) => runHere(['verify', file(name), '--signed-by', by], { cwd });
    const theirs = await expecting('signed.pdf', fingerprint.toUpperCase().replace(/(..)(?=.)/g, '$1:'));
    expect(theirs).toMatchObject({
      code: 0,
      out: expect.stringContaining('OK: This is the report as signed with the key that you expect.'),
    });
    const anothers = await expecting('signed.pdf', '0'.repeat(64));
    expect(anothers).toMatchObject({ code: 1, out: expect.stringContaining('WRONG: Not signed with the key that you expect.') });
    writeFileSync(file('unsigned.pdf'), await renderAssessmentReport(report));
    expect(await expecting('unsigned.pdf', fingerprint)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/NOTE: Not signed\.[\s\S]*WRONG: Not signed with the key/),
    });
    expect(await expecting('signed.pdf', 'abc')).toMatchObject({ code: 2 });
    // Data of a later version of the program: pages that were not compared are left out.
    const later = JSON.stringify({ format: 'assessment-report/9', hash: reportHash({ format: 'assessment-report/9' }) });
    const forged = new ForgedFile(await renderAssessmentReport(report));
    forged.setBody(forged.find(/\/Type \/EmbeddedFile/), later);
    writeFileSync(file('later.pdf'), forged.write());
    const open = await verify('later.pdf');
    expect(open).toMatchObject({ code: 6, out: expect.stringContaining('Not compared: the pages.') });
    expect(open.out).not.toContain('OK');
  });
});
