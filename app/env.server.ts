import { z } from 'zod';

/** An empty setting counts as absent: `FOO=` in a file or a compose template means nothing. */
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema);

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error:
    'must be a PostgreSQL address such as postgresql://owner:password@host:5432/manumit (special characters in the password percent-encoded)',
});
const processWords = 'must be a whole number from 1 to 64; leave it out and there is one for each core, as far as memory goes';
const secondsWords = 'must be a whole number from 5 to 600';
const portWords = 'must be a whole number from 0 to 65535 (0: any free port)';

const settings = z.object({
  NODE_ENV: optional(z.enum(['development', 'production', 'test'], 'must be development, production or test').default('production')),
  PORT: optional(z.coerce.number(portWords).int(portWords).min(0, portWords).max(65_535, portWords).default(3000)),
  HOST: optional(
    z
      .string()
      .regex(/^[\w.:%-]+$/, 'must be an address or a name to listen on, such as 127.0.0.1 or 0.0.0.0, without port or path')
      .default('127.0.0.1'),
  ),
  DATA_DIR: optional(z.string().default('.data')),
  /** Processes that answer requests. Absent: one for each core, as far as memory goes; one during development. */
  WEB_PROCESSES: optional(z.coerce.number(processWords).int(processWords).min(1, processWords).max(64, processWords).optional()),
  /** The owner's connection: migrations and the queue. Absent: the database of the npm package is started in DATA_DIR. */
  DATABASE_URL: optional(databaseUrl.optional()),
  /** Connection of the role manumit_app; the start program derives it from the owner's. */
  APP_DATABASE_URL: optional(databaseUrl.optional()),
  /** Connection of the role manumit_respondent, as which suppliers without account read and write; derived in the same way. */
  RESPONDENT_DATABASE_URL: optional(databaseUrl.optional()),
  /** What a page may take in the database before it is given up; imports and the queue have limits of their own. */
  TRANSACTION_SECONDS: optional(z.coerce.number(secondsWords).int(secondsWords).min(5, secondsWords).max(600, secondsWords).default(15)),
  APP_SECRET: optional(
    z.string().min(32, 'must have at least 32 characters; leave it out and one is made and kept in DATA_DIR').optional(),
  ),
  /** Secrets of before, newest first, separated by spaces: what was sealed with them can still be read. */
  OLD_APP_SECRETS: optional(
    z
      .string()
      .default('')
      .transform((value) => value.split(/\s+/).filter(Boolean)),
  ),
  PUBLIC_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'must be the address people type, such as https://manumit.example.org' })
      .refine(
        (value) => URL.canParse(value) && new URL(value).pathname === '/',
        'must have no path: Manumit lives at the top of its address',
      )
      .transform((value) => value.replace(/\/$/, ''))
      .optional(),
  ),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: 'must be a mail server such as smtp://user:password@mail.example.org:587' }).optional(),
  ),
  /** Files in a bucket of an S3-compatible store instead of DATA_DIR. */
  S3_BUCKET: optional(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket, such as manumit-files')
      .optional(),
  ),
  S3_ENDPOINT: optional(
    z
      .url({ protocol: /^https?$/, error: 'must be the address of the store, such as https://s3.example.org; leave it out for Amazon' })
      .optional(),
  ),
  S3_REGION: optional(z.string().default('us-east-1')),
  S3_ACCESS_KEY_ID: optional(z.string().optional()),
  S3_SECRET_ACCESS_KEY: optional(z.string().optional()),
  /** clamd, which looks for viruses in evidence: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. Absent: files are shown as not scanned. */
  CLAMD_URL: optional(
    z
      .string()
      .regex(/^(?:tcp:\/\/[^/\s]+:\d+|unix:\/\S+)$/, 'must be tcp://host:port or unix:/path/of/the/socket of clamd')
      .optional(),
  ),
  /** An RFC 3161 time stamp service, whose stamp each signature gets. Absent: signatures have none. */
  TIMESTAMP_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'must be the address of an RFC 3161 time stamp service, such as https://tsa.example.org/tsr' })
      .optional(),
  ),
  /** Whether an empty database gets the demonstration. `open`: every visitor may enter it without a password; `on` allows that on this machine alone. */
  DEMONSTRATION: optional(z.enum(['on', 'off', 'open'], 'must be on, off or open').default('on')),
  /** Down to which level the log is written. */
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug'], 'must be fatal, error, warn, info or debug').default('info')),
  TRUST_PROXY: optional(
    z
      .enum(['0', '1', 'true', 'false'], 'must be 1 (one proxy in front sets X-Forwarded-For and X-Forwarded-Proto) or 0')
      .default('0')
      .transform((value) => value === '1' || value === 'true'),
  ),
});

export type Settings = z.infer<typeof settings>;
export type Environment = Settings & { APP_DATABASE_URL: string; APP_SECRET: string };

/** Settings that cannot be used: the message names each, and what would do. */
export class SettingsError extends Error {
  constructor(problems: string[]) {
    super(`These settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** Reads what a person may set, without what the start program adds. @throws SettingsError with all problems at once */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  const result = settings.safeParse(source);
  if (!result.success) throw new SettingsError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  return result.data;
}

let parsed: Environment | undefined;

/** The settings of the running app, parsed once. @throws SettingsError that names every wrong or missing one */
export function environment(): Environment {
  if (parsed) return parsed;
  const { APP_DATABASE_URL, APP_SECRET, ...rest } = readSettings();
  if (APP_DATABASE_URL === undefined || APP_SECRET === undefined) {
    throw new SettingsError(['APP_DATABASE_URL and APP_SECRET are missing: start the app with "npm start", which derives them']);
  }
  parsed = { ...rest, APP_DATABASE_URL, APP_SECRET };
  return parsed;
}

/** Reads the settings again at the next call: for tests, in which one process meets several environments. */
export function forgetEnvironment(): void {
  parsed = undefined;
}

/**
 * The built process that draws reports, where this program was started from a build of these very sources; null elsewhere, as in tests and during development:
 * there the sources themselves are run. The start program says it, and its children inherit it.
 */
export function builtDrawer(): string | null {
  return process.env.BUILT_DRAWER || null;
}

/** The built process that reads files which others sent, under the same conditions. */
export function builtReader(): string | null {
  return process.env.BUILT_READER || null;
}

/** How the log is written; a parser, which is given no setting, writes down to `info`. A level that cannot be used is reported when the program starts. */
export function logSettings(): { level: Settings['LOG_LEVEL']; isDevelopment: boolean } {
  const read = settings.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL);
  return { level: read.success ? read.data : 'info', isDevelopment: process.env.NODE_ENV === 'development' };
}

/** How many processes like this one run side by side: web processes say how many they are, every other process is alone. Its parent says it. */
export function processesAlike(): number {
  return Math.max(1, Number(process.env.PROCESSES_ALIKE) || 1);
}

/** The part of a limit that one process keeps to, so that all processes like it together keep to the whole; at least one. */
export const shareOf = (limit: number): number => Math.ceil(limit / processesAlike());
