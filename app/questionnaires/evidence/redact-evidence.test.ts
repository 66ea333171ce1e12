import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawBlack } from './draw-black.server';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manumit-redact-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function drawn(places: Parameters<typeof drawBlack>[2], orientation?: number) {
  const [from, to] = [path.join(folder, 'from.png'), path.join(folder, 'to.png')];
  const white = sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } });
  await writeFile(from, await (orientation ? white.withMetadata({ orientation }) : white).png().toBuffer());
  if (!(await drawBlack(from, to, places))) return null;
  const { data, info } = await sharp(to).raw().toBuffer({ resolveWithObject: true });
  const colour = (x: number, y: number) => data[(y * info.width + x) * info.channels];
  return { ...info, colour };
}

test('areas in percent are black in the copy, and nothing else', async () => {
  const copy = await drawn([
    { x: 0, y: 0, width: 50, height: 50 },
    { x: 90, y: 90, width: 40, height: 40 },
  ]);
  expect(copy).toMatchObject({ width: 200, height: 100 });
  expect([copy?.colour(0, 0), copy?.colour(99, 49), copy?.colour(199, 99)]).toEqual([0, 0, 0]);
  expect([copy?.colour(100, 49), copy?.colour(99, 50), copy?.colour(179, 99)]).toEqual([255, 255, 255]);
});

test('areas of an upright image are those of the image as shown', async () => {
  const copy = await drawn([{ x: 0, y: 0, width: 100, height: 25 }], 6);
  expect(copy).toMatchObject({ width: 100, height: 200 });
  expect([copy?.colour(50, 49), copy?.colour(50, 51)]).toEqual([0, 255]);
});

test('without areas no copy is created', async () => {
  expect(await drawn([])).toBeNull();
  expect(await drawn([{ x: 100, y: 0, width: 10, height: 10 }])).toBeNull();
});
