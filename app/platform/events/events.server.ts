import type { TenantDb } from '~/access/tenant-db.server';

/** What use cases announce in their own transaction, and what each event carries. */
export type Events = {
  /** Something that the score of these suppliers is computed from has changed. `asOf`: ISO day. */
  'score-inputs.changed': { partyIds: readonly string[]; asOf: string; userId?: string | undefined };
};

type Handler<Name extends keyof Events> = (db: TenantDb, payload: Events[Name]) => Promise<unknown>;

const handlers = new Map<keyof Events, Handler<never>>();

/** Registers the one handler of an event. Throws where another module already handles it. */
export function handleEvent<Name extends keyof Events>(name: Name, handler: Handler<Name>): void {
  if (handlers.has(name)) throw new Error(`the event ${name} has two handlers`);
  handlers.set(name, handler);
}

/** Runs the handler of an event in the caller's transaction: both take effect, or neither. Throws where no handler is registered. */
export async function publish<Name extends keyof Events>(db: TenantDb, name: Name, payload: Events[Name]): Promise<void> {
  const handler = handlers.get(name) as Handler<Name> | undefined;
  if (!handler) throw new Error(`the event ${name} has no handler: app/registrations.server.ts was not imported`);
  await handler(db, payload);
}
