import { type EvidenceGrade, evidenceGrades, findingGrades, indicators } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { acceptedEvidence } from '~/questionnaires/evidence/limits';
import { listPoints } from './compliance-points.server';
import { readFindingChoices } from './read-finding.server';

/** All that the form of a finding offers to choose from, for one party. */
export async function findingFormChoices(db: TenantDb, options: { partyId: string; exceptId?: string }) {
  // A finding needs evidence beyond a supplier's own claim.
  const grades: EvidenceGrade[] = evidenceGrades.filter((grade) => grade !== 'none' && grade !== 'self-declared');
  return {
    ...(await readFindingChoices(db, options)),
    grades: [...findingGrades],
    evidenceGrades: grades,
    indicators: [...indicators],
    points: listPoints(),
    accept: acceptedEvidence,
  };
}
