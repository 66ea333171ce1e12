import { AsyncLocalStorage } from 'node:async_hooks';
import type { OwnMembership } from './memberships.server';
import type { Role } from './permissions';

/** The caller within one organization, before permissions are checked. */
export type Caller =
  | { kind: 'visitor' }
  | { kind: 'stranger' }
  | {
      kind: 'member';
      user: { id: string; name: string; email: string; locale: string | null };
      organization: { id: string; slug: string; name: string; kind: string; isDemonstration: boolean };
      role: Role;
      memberships: readonly OwnMembership[];
    };

/** Who a request was found to come from, for its lines in the log. */
type NotedCaller = { organizationId?: string | undefined; userId?: string | undefined };
/** One request, and what is remembered for it. `address`: the network address of the client. */
type RequestToken = { address: string | null; caller: NotedCaller };

declare global {
  var manumitRequestMemory: AsyncLocalStorage<RequestToken> | undefined;
}

/** One storage for the whole process: the server's entry point and the built application each load this module. */
function storage(): AsyncLocalStorage<RequestToken> {
  globalThis.manumitRequestMemory ??= new AsyncLocalStorage<RequestToken>();
  return globalThis.manumitRequestMemory;
}

/** Gives `work`, one request, a memory of its own. Nothing of it outlives the request. */
export function withRequestMemory<Result>(work: () => Result, { address = null }: { address?: string | null } = {}): Result {
  return storage().run({ address, caller: {} }, work);
}

/** The network address of the request that is being answered; null outside of one, as in the queue. */
export const addressOfRequest = (): string | null => storage().getStore()?.address ?? null;

/** Notes in whose name the request works: the first organization and the first user that are found. */
export function noteCaller({ organizationId, userId }: NotedCaller): void {
  const caller = storage().getStore()?.caller;
  if (caller === undefined) return;
  caller.organizationId ??= organizationId;
  caller.userId ??= userId;
}

/** What `noteCaller` was given during this request. */
export const callerOfRequest = (): Readonly<NotedCaller> => storage().getStore()?.caller ?? {};

/**
 * Remix runs the loaders of a page in parallel, and several need the same value: within one reading request each key is looked up once.
 * Nothing is remembered in a request that may write, so that loaders see what its action changed. The key must identify the caller.
 */
export function rememberPerRequest<Value>(): (request: Request, key: string, find: () => Promise<Value>) => Promise<Value> {
  const kept = new WeakMap<RequestToken, Map<string, Promise<Value>>>();
  return (request, key, find) => {
    const token = request.method === 'GET' ? storage().getStore() : undefined;
    if (!token) return find();
    const memory = kept.get(token) ?? new Map<string, Promise<Value>>();
    kept.set(token, memory);
    const known = memory.get(key);
    if (known) return known;
    const found = find();
    memory.set(key, found);
    return found;
  };
}

const remember = rememberPerRequest<Caller>();

/** The caller, needed by every loader of a page. */
export function rememberCaller(request: Request, slug: string, find: () => Promise<Caller>): Promise<Caller> {
  return remember(request, JSON.stringify([request.headers.get('Cookie'), slug]), find);
}
