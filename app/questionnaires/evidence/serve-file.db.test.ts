import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { environment } from '~/env.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { copyFileTo, openFile } from '~/platform/files/open-file.server';
import { writeBytes } from '~/platform/files/store-file.server';
import { withWorkFile } from '~/platform/files/work-file.server';
import { type CapturedLog, captureLog } from '../../../tests/setup/captured-log';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { serveFile } from './serve-file.server';
import { sweepFiles } from './sweep-files.server';

let captured: CapturedLog;
beforeEach(() => {
  captured = captureLog();
});

async function kept(mediaType = 'application/pdf') {
  const member = await makeMember();
  const bytes = randomBytes(200_000);
  const organizationId = member.organization.id;
  const sha256 = await writeBytes(organizationId, bytes);
  const file = { organizationId, sha256, fileName: 'contract of Anwar.pdf', mediaType, sizeBytes: bytes.length };
  return { member, bytes, file, key: keyOfFile(organizationId, sha256) };
}
/** Written past the store, as a bad disk or an intruder on the machine would. */
const overwrite = (key: string, bytes: Uint8Array) => writeFile(path.join(environment().DATA_DIR, key), bytes);

it('a file is served as stored', async () => {
  const { bytes, file } = await kept();
  const served = await serveFile(file);
  expect(served.status).toBe(200);
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
  expect(captured.lines).toEqual([]);
});

it('a file with one changed byte is not served: its reader and the administrator are notified, without its name', async () => {
  const { bytes, file, key } = await kept();
  bytes[150_000] = (bytes[150_000] ?? 0) ^ 1;
  await overwrite(key, bytes);
  for (const mediaType of ['application/pdf', 'image/jpeg']) {
    const served = await serveFile({ ...file, mediaType });
    expect(served.status).toBe(409);
    expect(await served.text()).toMatch(/not the one that was sent/);
  }
  expect(captured.events()).toEqual(['file.damaged', 'file.damaged']);
  expect(captured.text()).toContain(file.sha256);
  expect(captured.text()).not.toContain('Anwar');
  await expect(withWorkFile((to) => copyFileTo(file, to))).rejects.toMatchObject({ damage: 'altered' });
});

it('a file that is altered while it is served breaks off instead of ending as if complete', async () => {
  const { file, key } = await kept();
  const stream = await openFile(file);
  await overwrite(key, randomBytes(200_000));
  await expect(stream.toArray()).rejects.toMatchObject({ damage: 'altered' });
});

it('a missing file is reported as missing, and looked for once a day', async () => {
  const { member, file, key } = await kept();
  await storeRecord(member, file);
  await (await blobStore()).remove(key);
  const served = await serveFile(file);
  expect(served.status).toBe(410);
  expect(await served.text()).toMatch(/missing from storage/);
  const sweep = (hour: string) =>
    sweepFiles(member.inOrganization, { organizationId: member.organization.id, now: new Date(`2026-12-02T${hour}:23:00Z`) });
  expect((await sweep('04')).lost).toBe(0);
  captured = captureLog();
  expect((await sweep('03')).lost).toBe(1);
  expect(captured.text()).toContain(file.sha256);
});

const storeRecord = (member: MadeMember, file: { sha256: string; fileName: string; mediaType: string; sizeBytes: number }) =>
  member.inOrganization((db) =>
    db.storedFile.create({
      data: {
        ...{ sha256: file.sha256, fileName: file.fileName, mediaType: file.mediaType, sizeBytes: file.sizeBytes },
        uploadedById: member.user.id,
      },
    }),
  );
