import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bomb, pdf, photo, workbook } from '../../../tests/factories/evidence';
import { inspectFile } from './inspect-file.server';
import { stripPicture } from './strip-picture.server';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manumit-inspect-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspect(bytes: Uint8Array, fileName: string, declaredType = ''): Promise<string> {
  const file = path.join(folder, randomUUID());
  await writeFile(file, bytes);
  const inspected = await inspectFile({ path: file, fileName, declaredType });
  return inspected.kind === 'accepted' ? inspected.mediaType : inspected.code;
}

test('accepts a file whose bytes, extension and declared type agree', async () => {
  expect(await inspect(await photo(), 'wages.JPG', 'image/jpeg')).toBe('image/jpeg');
  expect(await inspect(await photo(), 'wages.jpeg', 'application/octet-stream')).toBe('image/jpeg');
  expect(await inspect(pdf(), 'contract.pdf', 'application/pdf')).toBe('application/pdf');
  expect(await inspect(workbook(), 'hours.xlsx', '')).toMatch(/spreadsheetml/);
  expect(await inspect(Buffer.from('name;hours\nA;48\n'), 'hours.csv', 'application/vnd.ms-excel')).toBe('text/plain');
});

test('rejects a file with a false type', async () => {
  expect(await inspect(await photo(), 'contract.pdf', 'application/pdf')).toBe('file-disguised');
  expect(await inspect(await photo(), 'photo.jpg', 'application/pdf')).toBe('file-disguised');
  expect(await inspect(pdf(), 'photo.jpg', 'image/jpeg')).toBe('file-disguised');
  expect(await inspect(await photo(), 'photo', '')).toBe('file-disguised');
  expect(await inspect(Buffer.alloc(0), 'empty.pdf')).toBe('empty-file');
});

test('rejects programs, pages and drawings that run, whatever their name', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), randomBytes(500)]);
  expect(await inspect(program, 'contract.pdf')).toBe('file-kind');
  for (const text of ['<!DOCTYPE html><script>1</script>', '<svg xmlns="http://www.w3.org/2000/svg"/>', '  <html>', '<?php echo 1;'])
    expect(await inspect(Buffer.from(text), 'notes.txt', 'text/plain'), text).toBe('file-kind');
  expect(await inspect(workbook({ 'xl/vbaProject.bin': randomBytes(10) }), 'macro.xlsx')).toBe('file-kind');
});

test('rejects a file of two types at once', async () => {
  const picture = await photo();
  expect(await inspect(Buffer.concat([picture, workbook()]), 'photo.jpg')).toBe('file-two-kinds');
  expect(await inspect(Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')]), 'photo.jpg')).toBe('file-two-kinds');
  expect(await inspect(Buffer.concat([picture, pdf()]), 'photo.jpg')).toBe('file-two-kinds');
  expect(await inspect(Buffer.concat([pdf(), workbook()]), 'contract.pdf')).toBe('file-two-kinds');
});

test('rejects an archive that inflates beyond the limits, though its directory lies', async () => {
  expect(await inspect(bomb(200_000_000), 'hours.xlsx')).toBe('file-inflates');
  expect(['file-inflates', 'file-broken']).toContain(await inspect(bomb(50_000_001, 1_000), 'hours.xlsx'));
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`xl/${index}`, new Uint8Array()]));
  expect(await inspect(workbook(many), 'hours.xlsx')).toBe('file-inflates');
  expect(await inspect(workbook().subarray(0, 200), 'hours.xlsx')).toMatch(/file-(broken|kind|disguised)/);
});

test('a stripped image looks the same and reveals neither location nor device', async () => {
  const [from, to] = [path.join(folder, 'from.jpg'), path.join(folder, 'to.jpg')];
  const original = await photo({ width: 300, height: 200 });
  expect((await sharp(original).metadata()).exif?.includes('PhoneMaker')).toBe(true);
  await writeFile(from, original);
  expect(await stripPicture(from, to, 'image/jpeg')).toBe(true);
  const stripped = await sharp(to).metadata();
  expect(stripped).toMatchObject({ width: 300, height: 200, format: 'jpeg' });
  expect(stripped.exif).toBeUndefined();
  await writeFile(from, original.subarray(0, original.length / 2));
  expect(await stripPicture(from, to, 'image/jpeg')).toBe(false);
});

test('rejects an image with more pixels than any memory has, without decoding it', async () => {
  const from = path.join(folder, 'huge.png');
  await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#fff' } })
    .png()
    .toFile(from);
  expect(await stripPicture(from, path.join(folder, 'huge-out.png'), 'image/png')).toBe(false);
});
