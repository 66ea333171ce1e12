import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dropCopies, makeTemplate, startTestServer } from './run/server';

type Provided = { serverUrl: string; template: string; secret: string; dataDir: string };
declare module 'vitest' {
  interface ProvidedContext {
    database: Provided;
  }
}

async function prepare(): Promise<{ provided: Provided; end: () => Promise<void> }> {
  const server = await startTestServer();
  const dataDir = mkdtempSync(join(tmpdir(), 'manumit-test-'));
  chmodSync(dataDir, 0o755);
  // Roles belong to the server: on a shared one they may already have passwords, and APP_SECRET keeps them.
  const secret = process.env.APP_SECRET || 'a secret for tests only, of no use elsewhere';
  const end = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const template = process.env.TEST_TEMPLATE || (await makeTemplate(server.url, secret));
    return { provided: { serverUrl: server.url, template, secret, dataDir }, end: () => dropCopies(server.url, template).finally(end) };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Kept across the projects of one run, each of which reads this file for itself. */
const shared = globalThis as { manumitTestDatabase?: { prepared: ReturnType<typeof prepare>; users: number } };

/** One server and one migrated template per run, from which each worker copies its own database. All of it is removed afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.manumitTestDatabase ??= { prepared: prepare(), users: 0 };
  const database = shared.manumitTestDatabase;
  database.users += 1;
  const { provided, end } = await database.prepared;
  project.provide('database', provided);
  return async () => {
    database.users -= 1;
    if (database.users > 0) return;
    delete shared.manumitTestDatabase;
    await end();
  };
}
