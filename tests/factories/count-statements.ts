import type { TenantDb } from '~/access/tenant-db.server';

/** Runs an act on the database, and counts the calls that reach it: raw statements and operations of models. */
export async function countStatements(db: TenantDb, act: (counted: TenantDb) => Promise<unknown>): Promise<number> {
  let statements = 0;
  const counted = new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name);
      const isRaw = typeof name === 'string' && /^\$(query|execute)Raw/.test(name);
      if (isRaw || (typeof name === 'string' && !name.startsWith('$') && typeof value === 'object')) statements++;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  await act(counted);
  return statements;
}
