import { isGathered, needsAnswer, restrictedPoints } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readConsistencyContext } from '~/audits/consistency/read-context.server';
import { recordFrom } from '~/audits/consistency/read-contradictions.server';
import { auditQuestionIndex } from '~/audits/entries/audit-question-index.server';
import type { Checked } from '~/audits/entries/check-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { type Acceptance, checkGate, type StatedStop, stateStops } from './check-gate';
import { type GateFigures, gateFigures } from './points';

/**
 * The questions that the gate counts: those of the checklist and of further questionnaires. None of a compliance point that contains a zero-tolerance question,
 * and none of the screenings: one of their answers withholds the others.
 */
export async function countedQuestions(db: TenantDb, audit: FoundAudit): Promise<string[]> {
  const { questions } = await auditQuestionIndex(db, audit);
  const counted = new Set([audit.responseId, ...audit.checklists.map(({ responseId }) => responseId)]);
  return [...questions].flatMap(([key, { responseId, question }]) =>
    counted.has(responseId) &&
    needsAnswer(question) &&
    !isGathered(question) &&
    !isZeroToleranceQuestion(key) &&
    !(question.point && restrictedPoints().has(question.point))
      ? [key]
      : [],
  );
}

/** What was asked and decided about the points of an audit, the newest first. */
export async function readAcceptances(db: TenantDb, auditId: string): Promise<Acceptance[]> {
  const found = await readApprovals(db, 'audit-gate-point', { subjectIds: [auditId] });
  const people = await namePeople(
    db,
    found.flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById ? [decidedById] : [])]),
  );
  return found.flatMap(({ id, item, payload, state, reason, decisionNote, proposedById, decidedById, decidedAt }) =>
    state === 'expired'
      ? []
      : [
          {
            ...{ id, key: item, fingerprint: payload.fingerprint, state, reason, note: decisionNote, askedById: proposedById },
            askedBy: people.get(proposedById) ?? null,
            decidedBy: decidedById === null ? null : (people.get(decidedById) ?? null),
            decidedOn: decidedAt?.toISOString().slice(0, 10) ?? null,
          },
        ],
  );
}

/** All that stops the conclusion of a checked record, with its acceptances. */
export const readGate = async (db: TenantDb, audit: FoundAudit, checked: Pick<Checked, 'record' | 'asked'>): Promise<StatedStop[]> =>
  (await readGateProgress(db, audit, checked)).stops;

/** The same, with how far the record has come in what the points measure. */
export async function readGateProgress(
  db: TenantDb,
  audit: FoundAudit,
  checked: Pick<Checked, 'record' | 'asked'>,
): Promise<{ stops: StatedStop[]; figures: GateFigures }> {
  const context = await readConsistencyContext(db, audit);
  const counted = (await countedQuestions(db, audit)).filter((key) => checked.asked.has(key));
  const gate = { record: recordFrom(context, checked.record), counted };
  return { stops: stateStops(checkGate(gate), await readAcceptances(db, audit.id)), figures: gateFigures(gate) };
}
