import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDatabase } from '../prisma/embedded';
import { appUrl, migrate, setRolePasswords } from '../prisma/migrate';

export type Workbench = { ownerUrl: string; superuserUrl: string; close: () => Promise<void> };

/** A migrated database of its own, thrown away by `close`; the environment names it before any module of the app reads it. */
export async function openWorkbench({ settings = [] }: { settings?: string[] } = {}): Promise<Workbench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-bench-'));
  chmodSync(dataDir, 0o755);
  const database = await startDatabase({ dataDir, say: () => {}, settings });
  const secret = 'a secret for measuring only, of no use elsewhere';
  await migrate(database.url);
  await setRolePasswords(database.url, secret);
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    APP_DATABASE_URL: appUrl(database.url, secret),
    RESPONDENT_DATABASE_URL: appUrl(database.url, secret, 'manumit_respondent'),
    APP_SECRET: secret,
    DATA_DIR: dataDir,
    PUBLIC_URL: '',
    PORT: '0',
  });
  await import('~/registrations.server');
  const close = async () => {
    const { closeRootDb } = await import('~/access/root-db.server');
    await closeRootDb();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ownerUrl: database.url, superuserUrl: database.superuserUrl, close };
}

/**
 * Imports a made list of `rows` suppliers for a new organization, through the app's own verbs up to "accepted".
 * @param around is given the reading of the file to run
 */
export async function acceptMadeList(rows: number, around = (staging: () => Promise<void>) => staging()) {
  const { makeMember } = await import('../tests/factories/member');
  const { madeList } = await import('./made-suppliers');
  const { receiveFile } = await import('~/suppliers/import/receive-file.server');
  const { stageBatch } = await import('~/suppliers/import/stage-batch.server');
  const { acceptBatch } = await import('~/suppliers/import/accept-batch.server');
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, {
    ...who,
    fileName: 'made.csv',
    bytes: new TextEncoder().encode(madeList(rows)),
  });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const batch = { ...who, batchId: received.batchId };
  await around(async () => {
    const staged = await stageBatch(member.inOrganization, batch);
    if (staged.kind !== 'staged') throw new Error(`The list was not staged: ${JSON.stringify(staged)}`);
  });
  await member.inOrganization((db) => acceptBatch(db, batch));
  return { member, batch };
}
