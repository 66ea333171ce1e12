import { z } from 'zod';

/** An id by which a request is found in the log: ours, 32 hexadecimal digits or a UUID. No token has this form. */
export const requestIdPattern = /^(?:[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const uuid = z.guid();
const amount = z.number().finite().nonnegative();
/** A name that the sources give: of a job, of a kind of work. */
const sourceName = z
  .string()
  .regex(/^[a-z]+(?:-[a-z]+){0,5}$/)
  .max(40);

/**
 * The only fields that a line of the log can have besides its time, level, process and event. None takes text that a person typed, an address, a name, a path or a
 * token. What does not fit its field is left out.
 */
export const fieldSchemas = {
  requestId: z.string().regex(requestIdPattern),
  jobId: z.string().regex(/^\d{1,20}$/),
  /** The id of a route in the sources, never the path that was asked for. */
  routeId: z.string().regex(/^[\w.$[\]()/-]{1,200}$/),
  organizationId: uuid,
  userId: uuid,
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
  status: z.int().min(100).max(599),
  durationMs: amount,
  outcome: z.enum(['answered', 'aborted', 'done', 'retry', 'failed']),
  job: sourceName,
  attempt: z.int().min(0).max(1_000),
  attempts: z.int().min(0).max(1_000),
  count: z.int().min(0),
  /** What a letter is about. */
  letter: z.enum([
    'sign-in',
    'account',
    'claim',
    'invitation',
    'request',
    'shared-access',
    'commission',
    'site-findings',
    'action-plan',
    'monitoring',
    'notifications',
    'sensitive-case',
  ]),
  /** What a parser or renderer was asked to do. */
  work: sourceName,
  /** SHA-256 of a stored file: by it a backup is searched. */
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  damage: z.enum(['missing', 'altered']),
  /** The process that a supervisor's line is about. */
  child: z.enum(['web', 'worker', 'database']),
  childNumber: z.int().min(1).max(64),
  exitCode: z.int(),
  signal: z.string().regex(/^SIG[A-Z0-9]{1,12}$/),
  pauseMs: amount,
} as const satisfies Record<string, z.ZodType>;

export type LogFields = { readonly [Name in keyof typeof fieldSchemas]?: z.input<(typeof fieldSchemas)[Name]> | null | undefined };

const isField = (name: string): name is keyof typeof fieldSchemas => Object.hasOwn(fieldSchemas, name);

/** The fields as they may be written. What is no field, or does not fit, is only counted. */
export function permittedFields(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const permitted: Record<string, unknown> = {};
  let dropped = 0;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const read = isField(name) ? fieldSchemas[name].safeParse(value) : null;
    if (read?.success) permitted[name] = read.data;
    else dropped += 1;
  }
  return dropped === 0 ? permitted : { ...permitted, dropped };
}
