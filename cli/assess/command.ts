import { engineVersion } from '#scoring';
import program from '../../package.json';
import { readArguments, usage } from './arguments';
import { type ExitCode, exitCode } from './exit-codes';
import { openTerminal } from './terminal';

/** Runs the words after `manumit` and answers the exit code. Words for people go to the standard error, results to files or the standard output. */
export async function runManumit(args: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal(process.stderr);
  const given = readArguments(args, new Date().toISOString().slice(0, 10));
  switch (given.kind) {
    case 'help':
      process.stdout.write(usage);
      return exitCode.done;
    case 'version':
      process.stdout.write(`manumit ${program.version} (method ${engineVersion})\n`);
      return exitCode.done;
    case 'wrong':
      terminal.note(`${given.reason}\n\n${usage}`);
      return exitCode.usage;
    case 'verify': {
      const { verifyFiles } = await import('../verify/verify-files');
      return verifyFiles(given.files, { fingerprint: given.fingerprint }, (line) => process.stdout.write(`${line}\n`));
    }
    case 'assess':
      try {
        // What reads, scores and draws is loaded only when it is needed.
        const { assessFile } = await import('./assess-file');
        return await assessFile(given.arguments, terminal);
      } catch (error) {
        terminal.note(`A fault of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return exitCode.fault;
      }
  }
}
