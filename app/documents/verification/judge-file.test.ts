import { describe, expect, it } from 'vitest';
import type { Finding } from '~/documents/verification/compare/findings';
import type { DocumentChecked, ReportChecked } from './file-checked';
import { fileStatements } from './file-statements';
import type { IssuedReport } from './issued-report';
import { judgeFile } from './judge-file';
import { writePages } from './verify-labels';

const hex = (digit: string) => digit.repeat(64);
const valid: DocumentChecked['signature'] = {
  kind: 'found',
  isValid: true,
  covers: true,
  fingerprint: hex('a'),
  name: 'A bank',
  issuer: null,
  timestamp: null,
  further: [],
  signed: 100,
};
const checked = (change: Partial<DocumentChecked> = {}): ReportChecked => ({
  ...{ kind: 'report', hash: hex('1'), isIntact: true, report: 'monitoring', sha256: hex('2') },
  document: {
    ...{ form: 'report', signature: { kind: 'none' }, pages: 'same', pageCount: 3, photos: 0, digests: [hex('5'), hex('6'), hex('7')] },
    ...{ findings: [], ...change },
  },
});
const issued = (change: Partial<IssuedReport> = {}): IssuedReport => ({
  ...{ organization: 'A bank', kind: 'monitoring', issuedAt: new Date('2026-11-28'), signatures: [], people: [], notices: [], files: [] },
  ...change,
});
const signatures = [{ form: 'report', fingerprint: hex('a'), signedAt: new Date('2026-11-28'), keyRetiredAt: null }];
const changed: Finding[] = [{ kind: 'pages-changed', pages: [2] }];
const verdictOf = (file: ReportChecked, by: Parameters<typeof judgeFile>[1] = { issued: null }) => judgeFile(file, by).verdict;

describe('without the registry', () => {
  it('an unsigned file is consistent at most, with Not signed first', () => {
    expect(verdictOf(checked())).toBe('consistent');
    const file = checked();
    const [first, second] = fileStatements(file, judgeFile(file, { issued: null }), { issued: null, locale: 'en' });
    expect(first).toMatchObject({ tone: 'note', title: 'Not signed' });
    expect(second?.lines).toContain('The issuer of the report could not be confirmed.');
  });

  it('pages that differ are wrong without a signature, undecided under a valid one, correct under the expected key', () => {
    expect(verdictOf(checked({ pages: 'different', findings: changed }))).toBe('differs');
    const signed = checked({ pages: 'different', findings: changed, signature: valid });
    expect(verdictOf(signed)).toBe('open');
    expect(verdictOf(signed, { issued: null, fingerprint: hex('a') })).toBe('as-issued');
    expect(verdictOf(signed, { issued: null, fingerprint: hex('b') })).toBe('differs');
    expect(verdictOf(checked(), { issued: null, fingerprint: hex('a') })).toBe('differs');
  });

  it('what was not compared is never reported as correct', () => {
    for (const pages of ['not-compared', 'unreadable'] as const) {
      const file = checked({ pages });
      const judged = judgeFile(file, { issued: null });
      expect(judged.verdict).toBe('open');
      const statements = fileStatements(file, judged, { issued: null, locale: 'en' });
      expect(statements.map(({ tone }) => tone)).not.toContain('good');
      expect(JSON.stringify(statements)).toContain('Not compared');
    }
    const photos = checked({ photos: 3 });
    expect(JSON.stringify(fileStatements(photos, judgeFile(photos, { issued: null }), { issued: null, locale: 'en' }))).toContain(
      'Not compared: 3 photos',
    );
  });

  it('a broken signature, changed data or a script are wrong for every signing key', () => {
    for (const kind of ['signature-broken', 'data-changed', 'active-content', 'update-appended'] as const)
      expect(verdictOf(checked({ findings: [{ kind }], signature: valid })), kind).toBe('differs');
    expect(verdictOf({ ...checked(), isIntact: false, document: null })).toBe('differs');
  });
});

describe('with the registry', () => {
  it('identical pages and data are as issued; photos are not, unless the file is recorded', () => {
    expect(verdictOf(checked(), { issued: issued() })).toBe('as-issued');
    expect(verdictOf(checked({ photos: 2 }), { issued: issued() })).toBe('consistent');
    const files = [{ form: 'report', sha256: hex('2'), pages: null }];
    expect(verdictOf(checked({ photos: 2 }), { issued: issued({ files }) })).toBe('as-issued');
  });

  it('a file from another version is as issued when it is recorded', () => {
    const older = checked({ pages: 'different', findings: changed });
    expect(verdictOf(older, { issued: issued({ files: [{ form: 'report', sha256: hex('2'), pages: [hex('5')] }] }) })).toBe('as-issued');
  });

  it('names the page of a forged copy of a file from another version, however today’s rendering differs', () => {
    const forged = checked({ pages: 'different', findings: [{ kind: 'other-report' }, { kind: 'rewritten' }] });
    const files = [{ form: 'report', sha256: hex('3'), pages: [hex('5'), hex('4'), hex('6'), hex('7')] }];
    expect(judgeFile(forged, { issued: issued({ files }) })).toMatchObject({
      ...{ verdict: 'differs', mayBeOtherVersion: false },
      findings: [{ kind: 'pages-removed', pages: [2] }, { kind: 'rewritten' }],
    });
  });

  it('a key that the issuer did not use is wrong, even where everything else is the same', () => {
    expect(verdictOf(checked({ signature: valid }), { issued: issued({ signatures }) })).toBe('as-issued');
    const other = { ...valid, fingerprint: hex('b') };
    expect(verdictOf(checked({ signature: other }), { issued: issued({ signatures }) })).toBe('differs');
    expect(verdictOf(checked({ signature: valid }), { issued: issued() })).toBe('differs');
  });

  it('other pages under the issuer’s key pass only where the registry has no file of that form', () => {
    const stolen = checked({ pages: 'different', findings: changed, signature: valid });
    expect(verdictOf(stolen, { issued: issued({ signatures }) })).toBe('as-issued');
    const files = [{ form: 'report', sha256: hex('3'), pages: [hex('5'), hex('8'), hex('7')] }];
    expect(judgeFile(stolen, { issued: issued({ signatures, files }) })).toMatchObject({ verdict: 'differs', findings: changed });
  });

  it('reports a copy without the signature of a signed report', () => {
    const file = checked();
    const [first] = fileStatements(file, judgeFile(file, { issued: issued({ signatures }) }), {
      issued: issued({ signatures }),
      locale: 'en',
    });
    expect(first).toMatchObject({ tone: 'bad', title: 'Not signed', lines: [expect.stringContaining('A bank signed this report on')] });
  });
});

it('writes page numbers as runs', () => {
  expect(writePages([9, 3, 5, 6, 7, 8])).toBe('3, 5–9');
  expect(writePages(Array.from({ length: 100 }, (_, index) => index * 2 + 1))).toMatch(/59 …$/);
});
