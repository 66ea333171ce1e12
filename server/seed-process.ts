import { closeRootDb } from '~/access/root-db.server';
import { seedDemonstration } from '../prisma/seed';

/** Makes the demonstration in a process of its own: what it needs beside the web server goes with it. Tells its parent the sign-ins, and ends with it. */
process.on('disconnect', () => process.exit(1));
try {
  const signIns = await seedDemonstration();
  await new Promise((resolve) => process.send?.({ signIns }, resolve));
} finally {
  await closeRootDb();
}
process.exit(0);
