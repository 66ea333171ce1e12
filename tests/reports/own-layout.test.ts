import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '~/registrations.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { attachmentsOf, isActive, metadataDigest, tagsDigest } from '~/documents/verification/compare/document-parts';
import { isSameLayout, readOwnLayout } from '~/documents/verification/compare/own-layout';
import { pageDigests } from '~/documents/verification/compare/page-digests';
import { PdfFile } from '~/documents/verification/compare/pdf-file';
import { NotReadable } from '~/documents/verification/compare/pdf-value';
import { ForgedFile } from './forge/forged-file';
import { drawGenuine } from './forge/genuine';
import { hasTool, runTool } from './run-tool';

let genuine: Buffer;
beforeAll(async () => {
  genuine = await drawGenuine('yearly', 'en');
});

describe('the layout of generated files', () => {
  const same = (bytes: Buffer) => {
    const [own, other] = [readOwnLayout(genuine), readOwnLayout(bytes)];
    return own !== null && other !== null && isSameLayout(own, other);
  };

  test('is recognised in every generated file, whichever way its streams are compressed', () => {
    expect(same(genuine)).toBe(true);
    const file = new ForgedFile(genuine);
    for (const part of file.parts.values()) {
      if (!part.stream || !part.head.includes('/FlateDecode')) continue;
      part.stream = deflateSync(inflateSync(part.stream), { level: 1 });
      part.head = part.head.replace(/\/Length \d+/, `/Length ${part.stream.length}`);
    }
    const other = file.write();
    expect(other.equals(genuine)).toBe(false);
    expect(same(other)).toBe(true);
  });

  test('is not recognised when one byte is changed, removed or added', () => {
    const place = fc.integer({ min: 0, max: genuine.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, other) => {
        const changed = Buffer.from(genuine);
        changed[at] = (changed[at] ?? 0) ^ other;
        expect(same(changed)).toBe(false);
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(place, (at) => {
        expect(same(Buffer.concat([genuine.subarray(0, at), genuine.subarray(at + 1)]))).toBe(false);
        expect(same(Buffer.concat([genuine.subarray(0, at), Buffer.from('\n'), genuine.subarray(at)]))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

test('reads a broken file as far as possible, or rejects it as not readable', () => {
  const piece = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400 }), fc.string({ maxLength: 20 }));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      let bytes = Buffer.from(genuine);
      for (const [from, length, text] of pieces)
        bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(text), bytes.subarray(from + length)]);
      try {
        const file = new PdfFile(bytes);
        for (const look of [pageDigests, attachmentsOf, isActive, metadataDigest, tagsDigest]) look(file);
      } catch (error) {
        if (!(error instanceof NotReadable)) throw error;
      }
    }),
    { numRuns: 40 },
  );
});

describe.skipIf(!hasTool('qpdf', '--version'))('a report that another program saved (needs qpdf)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'manumit-saved-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const saved = async (...flags: string[]) => {
    const [from, to] = [path.join(folder, 'from.pdf'), path.join(folder, 'to.pdf')];
    writeFileSync(from, genuine);
    runTool('qpdf', from, ...flags, to);
    const checked = await checkFile(readFileSync(to));
    return checked.kind === 'report' ? checked.document : null;
  };

  test('differs from the one that was issued, with every page read through object streams', async () => {
    const checked = await saved('--object-streams=generate');
    expect(checked).toMatchObject({
      pages: 'different',
      pageCount: pageDigests(new PdfFile(genuine)).length,
    });
    expect(checked?.findings).toEqual([{ kind: 'rewritten' }]);
  });

  test('and reports missing pages', async () => {
    const checked = await saved('--pages', '.', '1,4-z', '--');
    expect(checked?.findings).toContainEqual({ kind: 'pages-removed', pages: [2, 3] });
    expect(checked?.findings).toContainEqual({ kind: 'rewritten' });
  });

  test('and encrypted is not readable as issued', async () => {
    const checked = await saved('--encrypt', '', 'owner', '256', '--');
    expect(checked === null || checked.pages === 'unreadable' || checked.findings.some(({ kind }) => kind === 'encrypted')).toBe(true);
  });
});
