import { AsyncLocalStorage } from 'node:async_hooks';
import type { OwnMembership } from './memberships.server';
import type { Role } from './permissions';

/** Who is calling inside one organization, before any permission is asked. */
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

type RequestMemory = Map<string, Promise<Caller>>;

declare global {
  var manumitRequestMemory: AsyncLocalStorage<RequestMemory> | undefined;
}

/** One storage for the whole process: the server's entry point and the built application each load this module. */
function storage(): AsyncLocalStorage<RequestMemory> {
  globalThis.manumitRequestMemory ??= new AsyncLocalStorage<RequestMemory>();
  return globalThis.manumitRequestMemory;
}

/** Gives `work`, one request, a memory of its own. Nothing of it outlives the request. */
export function withRequestMemory<Result>(work: () => Result): Result {
  return storage().run(new Map(), work);
}

/**
 * Remix runs the loaders of a page side by side, and each asks who is calling: within one reading request the answer is looked up once.
 * A request that may write is never remembered, so that what an action changed is seen by the loaders after it.
 */
export function rememberCaller(request: Request, slug: string, find: () => Promise<Caller>): Promise<Caller> {
  const memory = request.method === 'GET' ? storage().getStore() : undefined;
  if (!memory) return find();
  const key = JSON.stringify([request.headers.get('Cookie'), slug]);
  const known = memory.get(key);
  if (known) return known;
  const found = find();
  memory.set(key, found);
  return found;
}
