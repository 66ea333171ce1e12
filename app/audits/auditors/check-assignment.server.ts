import type { TenantDb } from '~/access/tenant-db.server';
import { type Booking, findCollisions, isFirm } from './bookings.server';
import { findCredentialObstacle } from './credentials.server';

export type Assignment = {
  userId: string;
  part: string;
  from: string;
  to: string;
  country: string | null;
  /** Why without a valid credential; empty where none is given. */
  explanation: string;
  /** The audit and the commission that are being planned. */
  except: readonly (string | null)[];
};
export type AssignmentRefusal =
  | { code: 'double-booked'; collisions: Booking[] }
  | { code: 'credential-expired' | 'credential-elsewhere'; collisions: [] };

/** Why an audit firm cannot assign a person: the days are taken, or credentials do not cover them and no explanation is given. Null where it can. */
export async function checkAssignment(db: TenantDb, assignment: Assignment): Promise<AssignmentRefusal | null> {
  if (!(await isFirm(db))) return null;
  const collisions = await findCollisions(db, assignment);
  if (collisions.length > 0) return { code: 'double-booked', collisions };
  const obstacle = await findCredentialObstacle(db, assignment);
  return obstacle && assignment.explanation.trim() === '' ? { code: obstacle, collisions: [] } : null;
}
