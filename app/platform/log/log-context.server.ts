import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { callerOfRequest } from '~/access/request-memory.server';
import { type LogFields, requestIdPattern } from './log-fields';

type LogContext = Pick<LogFields, 'requestId' | 'routeId' | 'jobId' | 'job' | 'attempt' | 'attempts' | 'organizationId'>;
/** `routeDepth`: how many routes are around the one that is named. */
type Kept = { fields: LogContext; routeDepth: number };

declare global {
  var manumitLogContext: AsyncLocalStorage<Kept> | undefined;
}

/** One storage for the whole process: the server's entry point and the built application each load this module. */
function storage(): AsyncLocalStorage<Kept> {
  globalThis.manumitLogContext ??= new AsyncLocalStorage<Kept>();
  return globalThis.manumitLogContext;
}

/** Each line that is logged during `work` carries these fields. */
export function withLogContext<Result>(fields: LogContext, work: () => Result): Result {
  return storage().run({ fields, routeDepth: -1 }, work);
}

/** A request names the innermost of the routes that answer it. `depth`: how many are around it. */
export function noteRoute(routeId: string, depth: number): void {
  const kept = storage().getStore();
  if (kept === undefined || kept.routeDepth >= depth) return;
  kept.fields = { ...kept.fields, routeId };
  kept.routeDepth = depth;
}

/** Routes of sensitive cases: the log must not say who works on them. */
const isConfidential = (routeId: string | null | undefined): boolean =>
  routeId != null && /(?:^|[./])(?:cases|safeguarding|sensitive-cases)(?:[./]|$)/.test(routeId);

/** What each line carries at this moment. */
export function logContext(): LogFields {
  const fields = storage().getStore()?.fields ?? {};
  const { organizationId, userId } = callerOfRequest();
  return { organizationId, userId: isConfidential(fields.routeId) ? null : userId, ...fields };
}

/** The id of the request that is being answered; null outside of one. */
export const currentRequestId = (): string | null => storage().getStore()?.fields.requestId ?? null;

/** The id of a request: that of a proxy that is trusted where it has the form of one, else a new one. */
export function requestIdOf(given: string | string[] | undefined, isTrusted: boolean): string {
  return isTrusted && typeof given === 'string' && requestIdPattern.test(given) ? given : randomBytes(8).toString('hex');
}
