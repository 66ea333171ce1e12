import { engineVersion } from '#scoring';
import program from '../../package.json';
import { readArguments } from './arguments';
import { type ExitCode, exitCode } from './exit-codes';
import { openTerminal, type Terminal } from './terminal';
import { usage } from './usage';

/** Runs the arguments after `manumit` and returns the exit code. Messages go to the standard error, results to files or the standard output. */
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
    case 'tables-template': {
      const { formatOf } = await import('~/risk/reference-tables/formats');
      process.stdout.write(formatOf(given.table).template);
      return exitCode.done;
    }
    case 'tables-check': {
      const { checkTable } = await import('../tables/check-table');
      return orFault(terminal, () => checkTable(given.arguments, terminal, (text) => process.stdout.write(text)));
    }
    case 'assess':
      return orFault(terminal, async () => {
        // What reads, scores and draws is loaded only when it is needed.
        const { assessFile } = await import('./assess-file');
        return assessFile(given.arguments, terminal);
      });
  }
}

async function orFault(terminal: Terminal, run: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    terminal.note(`A fault of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return exitCode.fault;
  }
}
