import type { TenantDb } from '~/access/tenant-db.server';
import { decide, proposeDecision } from '~/safeguarding/sensitive-cases/decide.server';
import { openCase } from '~/safeguarding/sensitive-cases/open-case.server';
import { recordStep } from '~/safeguarding/sensitive-cases/record-entry.server';
import type { Proposal, StepEntry } from '~/safeguarding/sensitive-cases/schema';
import type { CaseTrigger, CaseVerdict } from '~/safeguarding/sensitive-cases/vocabulary';
import { type MadeMember, makeMember } from './member';
import { makeSupplier } from './supplier';

export const account = 'Worker W-12 says that the gate is locked at night.';
export const hours = (count: number) => count * 3_600_000;

/** The steps before the decision on the authorities, for an adult who agrees to be referred. */
export const firstSteps: readonly StepEntry[] = [
  { step: 'danger', danger: 'no', helper: 'nobody-yet', note: '' },
  { step: 'protect', confront: 'on', tipOff: 'on', expose: 'on', note: '' },
  { step: 'wish', wish: 'yes', explained: 'on', note: '' },
  { step: 'country', risks: ['job'], duty: 'no', law: '', note: '' },
  { step: 'refer', referral: 'referred', service: 'S-3', note: '' },
];

/** Who can work on a sensitive case: an owner who is not assigned, an auditor and a reviewer who are, a manager who is not; and a supplier. */
export async function makeCaseTeam(supplier?: string) {
  const owner = await makeMember();
  const { organization } = owner;
  return {
    owner,
    opener: await makeMember({ organization, role: 'auditor' }),
    second: await makeMember({ organization, role: 'reviewer' }),
    outsider: await makeMember({ organization, role: 'manager' }),
    supplier: await makeSupplier(owner, supplier ? { name: supplier } : {}),
  };
}
export type CaseTeam = Awaited<ReturnType<typeof makeCaseTeam>>;

/** A sensitive case about the buyer’s supplier, opened at `openedAt` (now) by the auditor together with the reviewer; and the actions of its users. */
export async function makeCase(options: { trigger?: CaseTrigger; openedAt?: Date; team?: CaseTeam } = {}) {
  const team = options.team ?? (await makeCaseTeam());
  const { owner, opener, second, outsider, supplier } = team;
  const openedAt = options.openedAt ?? new Date();
  const opened = await opener.inOrganization((db) =>
    openCase(db, {
      about: supplier.publicId,
      place: null,
      trigger: options.trigger ?? 'not-free-to-leave',
      account,
      secondId: second.user.id,
      userId: opener.user.id,
      now: openedAt,
    }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  const { caseId } = opened;
  const as = (member: MadeMember) => {
    const act = { caseId, userId: member.user.id };
    const within = <Result>(work: (db: TenantDb) => Promise<Result>) => member.inOrganization(work);
    return {
      step: (values: StepEntry) => within((db) => recordStep(db, { ...act, now: new Date(), values })),
      propose: (proposal: Omit<Proposal, 'reason'>) =>
        within((db) =>
          proposeDecision(db, { ...act, now: new Date(), proposal: { reason: 'As we agreed on the telephone.', ...proposal } }),
        ),
      decide: (decisionId: string, verdict: CaseVerdict) => within((db) => decide(db, { ...act, now: new Date(), decisionId, verdict })),
    };
  };
  /** Proposed by the opener, approved by the second user. */
  const together = async (proposal: Omit<Proposal, 'reason'>) => {
    const proposed = await as(opener).propose(proposal);
    if (proposed.kind !== 'proposed') return proposed;
    return as(second).decide(proposed.decisionId, 'approved');
  };
  return { owner, opener, second, outsider, supplier, caseId, openedAt, as, together };
}
export type MadeCase = Awaited<ReturnType<typeof makeCase>>;
