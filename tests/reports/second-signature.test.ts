import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import '~/registrations.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { appendSignatureField } from '~/documents/pdf/append-signature.server';
import { lastSignature, readSignature } from '~/documents/pdf/read-signature.server';
import { withTimestamp } from '~/documents/pdf/sign-bytes.server';
import { fillSignature } from '~/documents/pdf/signature-field.server';
import { signWithPkcs12 } from '~/documents/signing/pkcs12.server';
import { stampSignature } from '~/documents/signing/timestamp.server';
import { forgetEnvironment } from '~/env.server';
import { captureLog } from '../setup/captured-log';
import { runHere } from '../setup/run-manumit';
import { OpenSsl, startTimestampService, type TimestampService } from '../setup/local-tsa';
import { drawGenuine, field, makeSigner, signDocument } from './forge/genuine';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const tools = new OpenSsl();
const password = 'seven boats';
/** Certificates are made while the tests run. */
const now = new Date(Date.now() + 60_000);
const person = { name: 'Nguyễn Thị Hà', reason: 'Audit conducted', at: now };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let service: TimestampService;
let own: Buffer;
let once: Buffer;
let twice: Buffer;

const useService = (url: string) => {
  vi.stubEnv('TIMESTAMP_URL', url);
  forgetEnvironment();
};
async function signWith(p12: Buffer, document: Buffer): Promise<Buffer> {
  const drawn = appendSignatureField(document, person);
  const answer = await signWithPkcs12(p12, { password, digests: [sha256(drawn.covered)], now });
  if (answer.kind === 'refused') throw new Error(answer.code);
  const stamped = await stampSignature(Buffer.from(answer.signatures[0] ?? '', 'base64'));
  return fillSignature(drawn, stamped.cms);
}

beforeAll(async () => {
  vi.stubEnv('APP_DATABASE_URL', 'postgresql://nobody@localhost/none');
  vi.stubEnv('APP_SECRET', 'x'.repeat(40));
  service = await startTimestampService();
  useService(service.url);
  own = tools.pkcs12('own', { subject: person.name, password });
  once = await signDocument(await drawGenuine('audit-plan', 'en', field), await makeSigner());
  twice = await signWith(own, once);
  writeFileSync(tools.file('twice.pdf'), twice);
});
afterAll(async () => {
  await service.stop();
  tools.remove();
  vi.unstubAllEnvs();
  forgetEnvironment();
});

describe('a report that the organization and a person signed', () => {
  test('has two valid signatures, the second with a time stamp, and is otherwise the document that the organization signed', async () => {
    expect(twice.subarray(0, once.length).equals(once)).toBe(true);
    expect(await readSignature(twice)).toMatchObject({
      ...{ isValid: true, covers: true, name: field.name, timestamp: null, signed: once.length },
      further: [{ isValid: true, name: person.name, timestamp: { isValid: true, name: 'Test time stamp service' } }],
    });
    expect(await checkFile(twice)).toMatchObject({ isIntact: true, document: { form: 'plan', pages: 'same', findings: [] } });
  });

  test('is no longer valid when any byte of either revision changes, or something else is appended', async () => {
    for (const index of [9, once.length - 3, once.length + 30, twice.length - 3]) {
      const copy = Buffer.from(twice);
      copy[index] = (copy[index] ?? 0) ^ 1;
      expect(await readSignature(copy), `byte ${index}`).toMatchObject({ isValid: false });
    }
    expect(await readSignature(Buffer.concat([twice, Buffer.from('% more\n')]))).toMatchObject({ isValid: false, covers: false });
  });

  test('is not valid with a second revision that changes anything beside the field', async () => {
    const drawn = appendSignatureField(once, person);
    const added = drawn.bytes.toString('latin1', once.length);
    const altered = Buffer.concat([once, Buffer.from(added.replace('/Rect [0 0 0 0]', '/Rect [0 0 9 9]'), 'latin1')]);
    const covered = Buffer.concat([altered.subarray(0, drawn.start), altered.subarray(drawn.end)]);
    const answer = await signWithPkcs12(own, { password, digests: [sha256(covered)], now });
    if (answer.kind === 'refused') throw new Error(answer.code);
    const forged = fillSignature({ ...drawn, bytes: altered }, Buffer.from(answer.signatures[0] ?? '', 'base64'));
    expect(await readSignature(forged)).toMatchObject({ isValid: false });
  });

  test('can be signed by an elliptic key too, and by a second person', async () => {
    const ec = tools.pkcs12('ec', { subject: 'Second', password, algorithm: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'] });
    expect(await readSignature(await signWith(ec, twice))).toMatchObject({
      isValid: true,
      further: [{ name: person.name }, { name: 'Second', isValid: true }],
    });
  });

  test('is named by the command with both signatories and the time stamp, offline', async () => {
    useService('');
    const { out, code } = await runHere(['verify', tools.file('twice.pdf')], { cwd: process.cwd() });
    expect(out).toContain(`Name on the certificate: ${field.name}`);
    expect(out).toContain(`Name on the certificate: ${person.name}`);
    expect(out).toMatch(/Time stamp of 20\d\d-.* by Test time stamp service/);
    expect(code).toBe(0);
    useService(service.url);
  });

  test.skipIf(!hasTool('pdfsig', '-v'))('pdfsig finds both signatures valid', () => {
    mkdirSync(tools.file('nss'), { recursive: true });
    const { text } = runTool('pdfsig', '-nssdir', tools.file('nss'), tools.file('twice.pdf'));
    expect(text.match(/Signature is Valid/g), text).toHaveLength(2);
  });

  test.skipIf(!hasVeraPdf && !process.env.REQUIRE_VERAPDF)('it is PDF/UA-1 and PDF/A-3a', async () => {
    const { text, code } = await runVeraPdf('ua1,3a', tools.file('twice.pdf'));
    expect(code, text).toBe(0);
    if (hasTool('qpdf', '--version')) expect(runTool('qpdf', '--check', tools.file('twice.pdf')).code).toBe(0);
  });
});

describe('a certificate file', () => {
  const digests = ['a'.repeat(64)];
  const code = async (bytes: Buffer, given = password, at = now) => {
    const answer = await signWithPkcs12(bytes, { password: given, digests, now: at });
    return answer.kind === 'refused' ? answer.code : answer.kind;
  };
  test('is refused with the reason', async () => {
    expect(await code(own)).toBe('signed');
    expect(await code(own, 'wrong')).toBe('wrong-password');
    expect(await code(Buffer.from('no file'))).toBe('not-readable');
    expect(await code(own, password, new Date('2099-01-01'))).toBe('expired');
    expect(await code(own, password, new Date('2001-01-01'))).toBe('not-yet-valid');
    const server = tools.pkcs12('server', { subject: 'Server', password, extensions: ['keyUsage=critical,keyEncipherment'] });
    expect(await code(server)).toBe('not-for-signing');
    expect(await code(tools.pkcs12('weak', { subject: 'Weak', password, algorithm: ['rsa:1024'] }))).toBe('weak-key');
    expect(await code(tools.pkcs12('bare', { subject: 'Bare', password, more: ['-nokeys'] }))).toBe('no-key');
    const old = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES'];
    expect(await code(tools.pkcs12('old', { subject: 'Old', password, more: old }))).toBe('old-encryption');
  });
});

describe('a time stamp', () => {
  test('is left out, and the signature kept, when the service refuses, answers something else or too much', async () => {
    const log = captureLog();
    const { cms } = lastSignature(once) ?? { cms: Buffer.alloc(0) };
    for (const how of ['refuse', 'garbage', 'flood'] as const) {
      service.answer(how);
      expect(await stampSignature(cms)).toEqual({ kind: 'failed', cms });
    }
    service.answer('stamp');
    useService('http://127.0.0.1:1/');
    expect(await stampSignature(cms)).toMatchObject({ kind: 'failed' });
    expect(log.events()).toEqual(Array(4).fill('timestamp.failed'));
    useService('');
    expect(await stampSignature(cms)).toMatchObject({ kind: 'off' });
    useService(service.url);
  });

  test('can be added to the last signature afterwards, and one of another signature is not valid', async () => {
    const last = lastSignature(once);
    if (!last) throw new Error('no signature');
    const stamped = await stampSignature(last.cms);
    const end = last.start + 16_384 * 2 + 2;
    const filled = fillSignature({ bytes: once, start: last.start, end, covered: once }, stamped.cms);
    expect(await readSignature(filled)).toMatchObject({ isValid: true, timestamp: { isValid: true } });
    const other = lastSignature(await signDocument(await drawGenuine('assessment', 'en', field), await makeSigner()));
    const foreign = await stampSignature(other?.cms ?? Buffer.alloc(0));
    const [{ values: [token] = [] } = {}] = (await unsignedOf(foreign.cms)) ?? [];
    const forged = fillSignature(
      { bytes: once, start: last.start, end, covered: once },
      withTimestamp(last.cms, new Uint8Array(token.toBER(false))),
    );
    expect(await readSignature(forged)).toMatchObject({ timestamp: { isValid: false } });
    expect(await checkFile(forged)).toMatchObject({ document: { findings: [{ kind: 'signature-broken' }] } });
  });
});

async function unsignedOf(cms: Uint8Array) {
  const { ContentInfo, SignedData } = await import('pkijs');
  const { content } = ContentInfo.fromBER(new Uint8Array(cms).buffer);
  return new SignedData({ schema: content }).signerInfos[0]?.unsignedAttrs?.attributes;
}
