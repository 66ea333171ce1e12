import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loaderOf } from './loader-of';

const signInSchema = z.array(z.object({ email: z.string(), password: z.string(), role: z.string(), organization: z.string() }));
export type DemonstrationSignIn = z.infer<typeof signInSchema>[number];

const fileIn = (dataFolder: string) => join(dataFolder, 'demonstration-sign-ins.json');

/** The sign-ins of the demonstration as kept in the data folder; none without the file. */
export function readSignIns(dataFolder: string): DemonstrationSignIn[] {
  const file = fileIn(dataFolder);
  return existsSync(file) ? signInSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/**
 * Makes the demonstration in a process of its own, which ends with all that it read, and keeps its sign-ins in the data folder. `built`: the built process, or null
 * to run the sources. @throws when the process fails; its own output has the reason
 */
export async function makeDemonstration({
  dataFolder,
  built,
}: {
  dataFolder: string;
  built: string | null;
}): Promise<DemonstrationSignIn[]> {
  const child = fork(built ?? fileURLToPath(new URL('./seed-process.ts', import.meta.url)), {
    execArgv: ['--disable-warning=DeprecationWarning', ...loaderOf(built)],
  });
  let received: unknown;
  child.on('message', (message) => (received = message));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const answer = z.object({ signIns: signInSchema }).safeParse(received);
  if (code !== 0 || !answer.success) throw new Error('The demonstration could not be made; its process printed the reason.');
  writeFileSync(fileIn(dataFolder), `${JSON.stringify(answer.data.signIns, null, 2)}\n`, { mode: 0o600 });
  return answer.data.signIns;
}
