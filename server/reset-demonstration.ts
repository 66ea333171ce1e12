import { deleteDemonstration } from '../prisma/demonstration/delete-demonstration';
import { makeDemonstration } from './make-demonstration';

/** Deletes the demonstration organizations and makes them again, for the same people, whose sessions stay open. Without one, nothing is made. */
export async function resetDemonstration(options: { ownerUrl: string; dataFolder: string; built: string | null }): Promise<void> {
  if ((await deleteDemonstration(options.ownerUrl)) === 0) return;
  await makeDemonstration(options);
}
