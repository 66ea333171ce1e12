import { addCovenant, type CovenantFields } from '~/lending/covenants/add-covenant.server';
import { readCovenant } from '~/lending/covenants/read-covenants.server';
import { readMonitoringFacts } from '~/lending/monitoring/read-facts.server';
import { testCovenant } from '~/lending/covenants/test-covenant.server';
import type { MadeMember } from './member';
import { openLoan } from './deal';

/** Noon of a day. */
export const at = (day: string) => new Date(`${day}T12:00:00Z`);

/** A covenant on the camps, tested each quarter. */
export const camp: CovenantFields = {
  ...{
    kind: 'camp-standard',
    text: 'Camps meet the agreed standard',
    reference: '12.4',
    frequency: 'quarterly',
    firstTestOn: '2026-12-31',
  },
  ...{ tester: 'consultant', noticeHours: null, noticeOf: null },
};

/** A covenant of a new loan, and its actions. */
export async function withCovenant(owner: MadeMember, fields: Partial<CovenantFields> = {}) {
  const dealId = await openLoan(owner);
  const added = await owner.inOrganization((db) =>
    addCovenant(db, { ...camp, ...fields }, { dealId, userId: owner.user.id, now: at('2026-10-01') }),
  );
  if (added.kind !== 'added') throw new Error(added.kind);
  const ids = { dealId, covenantId: added.covenantId };
  return {
    ...ids,
    test: (dueOn: string, result: 'met' | 'not-met' | 'not-tested', testedOn = dueOn) =>
      owner.inOrganization((db) =>
        testCovenant(
          db,
          {
            dueOn,
            testedOn,
            result,
            reason: result === 'met' ? '' : 'Beds stand too close',
            evidence: result === 'met' ? 'Visit note 4' : '',
          },
          { ...ids, userId: owner.user.id, now: at(testedOn) },
        ),
      ),
    facts: (today: string) => owner.inOrganization((db) => readMonitoringFacts(db, { dealId, today })),
    read: async (today: string) => {
      const covenant = await owner.inOrganization((db) => readCovenant(db, { ...ids, today }));
      if (!covenant) throw new Error('no covenant');
      return covenant;
    },
    of: (member: MadeMember, day: string) => ({ ...ids, userId: member.user.id, now: at(day) }),
  };
}

/** Of a loan whose client meets every obligation. */
export const clear = { overdueCovenants: 0, openBreaches: 0, eventsOfDefault: 0, openDeaths: 0 };
