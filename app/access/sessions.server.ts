import { rootDb } from './root-db.server';

export type OwnSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date };

/** A person's living sessions, the last used first. */
export async function listSessions(userId: string): Promise<OwnSession[]> {
  return rootDb().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  });
}

/** Ends one of the person's own sessions; false when it is of someone else or has ended. */
export async function revokeSession(userId: string, sessionId: string): Promise<boolean> {
  const { count } = await rootDb().session.deleteMany({ where: { userId, id: sessionId } });
  return count > 0;
}

/** Ends all sessions of the person but the one named; answers how many. */
export async function revokeOtherSessions(userId: string, keptSessionId: string): Promise<number> {
  const { count } = await rootDb().session.deleteMany({ where: { userId, id: { not: keptSessionId } } });
  return count;
}
