import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Pack } from '~/audits/recorder/pack';
import { makeLock, seal, sha256Of } from '~/audits/recorder/sealing';
import { buildApp } from '../server/build-app';
import { makePhotos } from '../tests/reports/audit-report-input';
import { findChromium } from '../tests/setup/find-chromium';
import { serveOurs } from './list';
import { type Measure, median } from './measure';
import { openWorkbench } from './workbench';

const passphrase = 'seven boats on the river';
const photoCount = 200;
const questionCount = 220;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/**
 * How long the recorder takes to open without network in a browser that was just started, with 220 answers and 200 photos sealed on the device: from its address
 * to the field for the passphrase, and from the click that opens it to the record. What a person types is not counted.
 */
export async function openRecorder(): Promise<Measure[]> {
  const executablePath = findChromium();
  if (!executablePath) {
    console.error('open-recorder: skipped, there is no Chromium here.');
    return [];
  }
  await buildApp(console.error);
  const bench = await openWorkbench();
  const web = await serveOurs();
  const folder = mkdtempSync(join(tmpdir(), 'manumit-recorder-'));
  const start = () =>
    chromium.launchPersistentContext(folder, { executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  try {
    const { makeMember } = await import('../tests/factories/member');
    const { makeAudit } = await import('../tests/factories/audit');
    const member = await makeMember();
    const { auditId } = await makeAudit(member);
    const base = `${web.address}/o/${member.organization.slug}/audits/${auditId}`;
    const pack = (await (await fetch(`${base}/on-site.pack`, { headers: { cookie: member.cookie } })).json()) as Pack;
    const file = join(folder, 'device.json');
    writeFileSync(file, await deviceFile(pack));
    const context = await start();
    const [name = '', value = ''] = member.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: web.address, expires: Math.floor(Date.now() / 1000) + 3_600 }]);
    await load(await context.newPage(), { address: `${base}/on-site`, file });
    await context.close();
    const opened: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const offline = await start();
      opened.push(await open(offline, `${base}/on-site`));
      await offline.close();
    }
    return [
      {
        measure: `open-recorder (${questionCount} answers, ${photoCount} photos, no network)`,
        ...{ value: median(opened), unit: 'ms', against: 'a bound of 2 s', reference: 2_000, target: 1 },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await web.close();
    await bench.close();
  }
}

/** The file of a device that recorded as much, under the passphrase. */
async function deviceFile(pack: Pack): Promise<string> {
  const { makeEntry, checkValue } = await import('../tests/factories/audit');
  const photos = await makePhotos(photoCount);
  const questions = pack.sections.flatMap((section) => section.questions).slice(0, questionCount);
  const made = await Promise.all([
    ...questions.map(({ key, choices }) =>
      makeEntry('check', key, checkValue(choices[0]?.value ?? 1, { note: 'Seen in the records of three months' })),
    ),
    ...photos.entries.map(({ value }) => makeEntry('photo', randomUUID(), { ...value, about: null })),
  ]);
  const content = {
    ...{ deviceId: randomUUID(), pack, receipt: null },
    entries: made.map((entry) => ({ entry, state: 'waiting', reason: null })),
    photos: [...photos.files].map(([sha256, bytes]) => ({ sha256, bytes: base64(bytes) })),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  const { lock, key } = await makeLock(passphrase);
  const sealed = await seal(key, 'device file', bytes);
  return JSON.stringify({
    ...{ format: 'manumit-audit-device', version: 1, auditId: pack.audit.id, salt: base64(lock.salt), iterations: lock.iterations },
    check: { iv: base64(lock.check.iv), data: base64(new Uint8Array(lock.check.data)) },
    ...{ iv: base64(sealed.iv), data: base64(new Uint8Array(sealed.data)), hash: await sha256Of(bytes) },
  });
}

/** Brings the device to where it recorded all that, with its page kept for later. */
async function load(page: Page, { address, file }: { address: string; file: string }): Promise<void> {
  await page.goto(address);
  await page.getByText('Go on with the file of another device').click();
  await page.getByLabel('File of the other device').setInputFiles(file);
  await page.getByLabel('Passphrase of the other device').fill(passphrase);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Load the file' }).click();
  await page.locator('[data-queue]').getByText(`${photoCount} photos`).waitFor({ timeout: 240_000 });
  await page.waitForFunction(async () => {
    const [name] = await caches.keys();
    return name !== undefined && (await (await caches.open(name)).keys()).length > 2;
  });
}

async function open(context: BrowserContext, address: string): Promise<number> {
  await context.setOffline(true);
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(address);
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.waitFor();
  const shown = performance.now() - begun;
  await field.fill(passphrase);
  const clicked = performance.now();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.locator('[data-queue]').getByText(`${photoCount} photos`).waitFor();
  return shown + performance.now() - clicked;
}
