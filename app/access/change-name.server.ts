import { forOwnOrganizations, type TenantDb } from './tenant-db.server';

export type OwnAct = {
  userId: string;
  act: 'edit' | 'set-password' | 'change-password' | 'change-email';
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};
/** What a change of a person's account writes in each of their organizations, in the same transaction. */
export type RecordOwnAct = (db: TenantDb, act: OwnAct) => Promise<void>;

/** Changes a person's display name; false when it is unchanged. */
export async function changeName(userId: string, name: string, record: RecordOwnAct): Promise<boolean> {
  const former = await forOwnOrganizations(
    userId,
    async (transaction) => {
      const user = await transaction.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } });
      if (user.name === name) return null;
      await transaction.user.update({ where: { id: userId }, data: { name }, select: { id: true } });
      return user.name;
    },
    (db, before) => record(db, { userId, act: 'edit', before: { name: before }, after: { name } }),
  );
  return former !== null;
}
