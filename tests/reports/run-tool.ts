import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Whether a command can be run on this machine. */
export function hasTool(command: string, flag: string): boolean {
  return spawnSync(command, [flag]).error === undefined;
}

/** Runs a command to its end; gives what it wrote and its exit code. */
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

/** Checks files against veraPDF profiles such as `ua1,3a`. */
export function runVeraPdf(profiles: string, ...files: string[]): { text: string; code: number | null } {
  const driver = path.resolve('tests/reports/verapdf/Validate.java');
  return runTool('java', '-cp', [verapdf, ...jaxb].join(':'), driver, profiles, ...files);
}
