import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Whether a command can be run on this machine. */
export function hasTool(command: string, flag: string): boolean {
  return spawnSync(command, [flag]).error === undefined;
}

/** Runs a command to its end. @returns its output and exit code */
export function runTool(command: string, ...flags: string[]): { text: string; code: number | null } {
  const { stdout, stderr, status, error } = spawnSync(command, flags, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error !== undefined) throw error;
  return { text: `${stdout}${stderr}`, code: status };
}

const jaxb = ['jaxb-runtime', 'jaxb-core', 'istack-commons-runtime', 'txw2', 'javax.activation'].map(
  (name) => `/usr/share/java/${name}.jar`,
);
const verapdf = path.resolve('node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar');

/** Whether veraPDF can run: Java, the jar from the package, and Debian's libjaxb-java. */
export const hasVeraPdf = hasTool('java', '-version') && [verapdf, ...jaxb].every((file) => existsSync(file));

let validator: { child: ChildProcessWithoutNullStreams; lines: AsyncIterator<string> } | undefined;

/** Java, once for all test files of a worker; it ends with the worker, whose end of the pipe it reads. */
function startValidator() {
  const driver = path.resolve('tests/reports/verapdf/Validate.java');
  const options = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', [verapdf, ...jaxb].join(':')];
  const child = spawn('java', [...options, driver], { stdio: 'pipe' });
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as { unref(): void }).unref();
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

/** Checks files against veraPDF profiles such as `ua1,3a`. `code`: 0 where every file passes every rule, else 1. */
export async function runVeraPdf(profiles: string, ...files: string[]): Promise<{ text: string; code: number }> {
  validator ??= startValidator();
  const { child, lines } = validator;
  let errors = '';
  const onError = (chunk: Buffer) => (errors += chunk.toString('utf8'));
  child.stderr.on('data', onError);
  child.stdin.write(`${[profiles, ...files].join('\t')}\n`);
  const read: string[] = [];
  for (;;) {
    const { value, done } = await lines.next();
    if (done || value.startsWith('done ')) {
      child.stderr.off('data', onError);
      if (done) validator = undefined;
      return { text: `${read.join('\n')}\n${errors}`, code: value === 'done true' ? 0 : 1 };
    }
    read.push(value);
  }
}
