import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { vi } from 'vitest';
import { runManumit } from '../../cli/assess/command';

const launcher = path.resolve('cli/manumit.js');
export type Ran = { code: number | null; out: string; said: string };

/** Runs the real command in a folder, as a shell would. */
export function runProcess(args: readonly string[], { cwd, input = '' }: { cwd: string; input?: string }): Ran {
  const options = { cwd, encoding: 'utf8', input, maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [launcher, ...args], options);
  if (error) throw error;
  return { code: status, out: stdout, said: stderr };
}

/**
 * Runs a command of the server (`server/NAME-command.ts`) in its own process: the built one, where the run built it (BUILT_COMMANDS), else from its sources,
 * which takes seconds to load.
 */
export function runServerCommand(
  name: 'recompute' | 'restore-matters',
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const built = process.env.BUILT_COMMANDS;
  const script = built ? ['--enable-source-maps', path.join(built, `${name}.js`)] : ['--import', 'tsx', `server/${name}-command.ts`];
  const options = { encoding: 'utf8', env: { ...process.env, ...env }, timeout: 120_000 } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--disable-warning=DeprecationWarning', ...script, ...args], options, (_, out, said) =>
      resolve({ code: child.exitCode, out, said }),
    );
  });
}

/**
 * Runs the command in a folder without its own process: to start one, with all sources of the method, takes seconds. With THOROUGH=1 (`npm run test:thorough`)
 * it is a process all the same.
 */
export async function runHere(args: readonly string[], { cwd }: { cwd: string }): Promise<Ran> {
  if (process.env.THOROUGH === '1') return runProcess(args, { cwd });
  const before = process.cwd();
  const printed = { out: '', said: '' };
  const write =
    (to: keyof typeof printed) =>
    (text: string | Uint8Array, ...rest: unknown[]) => {
      printed[to] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(write('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(write('said')),
  ];
  process.chdir(cwd);
  try {
    return { code: await runManumit(args), ...printed };
  } finally {
    process.chdir(before);
    for (const spy of spies) spy.mockRestore();
  }
}
