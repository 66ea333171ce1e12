import { rootDb } from './root-db.server';

/** Remembers the language a signed-in person chose, for the next sign-in and for letters. */
export async function keepLocale(userId: string, locale: string): Promise<void> {
  await rootDb().user.update({ where: { id: userId }, data: { locale }, select: { id: true } });
}
