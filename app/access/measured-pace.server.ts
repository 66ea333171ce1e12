import { rootDb } from './root-db.server';

/** The median seconds of an answer by kind of question, where enough answers were timed. */
export const measuredPace = (): Promise<{ kind: string; seconds: number }[]> =>
  rootDb().measuredPace.findMany({ orderBy: { kind: 'asc' }, select: { kind: true, seconds: true } });
