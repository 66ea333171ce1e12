import { randomBytes } from 'node:crypto';

/**
 * Errors of ours whose messages contain only fixed text, names of settings, hashes and ids. Every other message is left out: those of Prisma and Zod quote values, and
 * those of a mail server quote addresses.
 */
export const safeMessages: ReadonlySet<string> = new Set(['FileDamaged', 'PicturesBusy', 'ReadersBusy', 'ReadRefused', 'SettingsError']);

type Described = { errorClass: string; errorCode?: string; errorMessage?: string; stack?: string[] };
export type DescribedError = Described & { errorId: string; causes?: Described[] };

const framesKept = 20;
const causesKept = 4;
const root = `${process.cwd()}/`;
const frame =
  /^\s+at (?:async )?(?:(?:new )?([\w$.<>#]{1,80})(?: \[as [\w$]{1,60}\])? \()?((?:file:\/\/|node:)?[\w./@+$[\]-]{1,300}:\d+:\d+)\)?$/;
const ids = new WeakMap<object, string>();

/** Always the same id for the same error, which may be logged where it is caught and where it ends. */
function idOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return randomBytes(4).toString('hex');
  const id = ids.get(error) ?? randomBytes(4).toString('hex');
  ids.set(error, id);
  return id;
}

/** Function and place of each frame, of our files and packages alone. The message comes before the frames: a line of it that looks like one is cut off with it. */
function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string') return [];
  const at = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(at === -1 ? 0 : at + message.length)
    .split('\n')
    .flatMap((line) => {
      const [, name, place = ''] = frame.exec(line) ?? [];
      const path = place.replace(/^file:\/\//, '').replace(root, '');
      if (path === '' || path.startsWith('/') || path.startsWith('node:internal')) return [];
      return name === undefined ? [path] : [`${name} ${path}`];
    })
    .slice(0, framesKept);
}

const className = (name: unknown): string => (typeof name === 'string' && /^[A-Za-z][A-Za-z0-9]{0,59}$/.test(name) ? name : 'Error');

function codeOf(error: object): string | undefined {
  const found = 'code' in error ? error.code : 'responseCode' in error ? error.responseCode : undefined;
  const code = typeof found === 'number' ? String(found) : found;
  return typeof code === 'string' && /^(?:[A-Z][A-Z0-9_]{1,39}|[0-9A-Z]{3,5})$/.test(code) ? code : undefined;
}

function outlineOf(error: unknown): Described {
  if (!(error instanceof Error)) return { errorClass: typeof error };
  const errorClass = className(error.name);
  const code = codeOf(error);
  const stack = framesOf(error);
  return {
    errorClass,
    ...(code !== undefined && { errorCode: code }),
    ...(safeMessages.has(errorClass) && { errorMessage: error.message }),
    ...(stack.length > 0 && { stack }),
  };
}

/** What the log says of an error: its class, code, frames and causes, without the message. */
export function describeError(error: unknown): DescribedError {
  const causes: Described[] = [];
  let cause = error instanceof Error ? error.cause : undefined;
  while (cause instanceof Error && causes.length < causesKept) {
    causes.push(outlineOf(cause));
    cause = cause.cause;
  }
  return { errorId: idOf(error), ...outlineOf(error), ...(causes.length > 0 && { causes }) };
}
