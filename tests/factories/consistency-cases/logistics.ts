import { planLine, signedPlan } from '../closing-plan';
import type { Made } from '../consistency-record';

const lead = { part: 'lead', languages: ['en'], declaration: 'independent' };
const group = { form: 'group', women: 4, men: 3 } as const;

const slipping = {
  kind: 'corrective',
  action: 'Pay',
  timescale: '30',
  verification: 'desktop',
  people: null,
  agreedOn: null,
  completedOn: null,
  verifiedOn: null,
};

/** F */
export const logisticsCases: Record<string, [fires: Made, silent: Made]> = {
  F1: [{ plan: { workers: 900, personDays: 2 } }, { plan: { workers: 900, personDays: 3 } }],
  F2: [
    { plan: { personDays: 4 }, team: [lead] },
    { plan: { personDays: 4 }, team: [lead, { ...lead, part: 'assessor' }] },
  ],
  F3: [
    { plan: { personDays: 1 }, tallies: Array.from({ length: 14 }, () => ({})) },
    { plan: { personDays: 2 }, tallies: Array.from({ length: 14 }, () => ({})) },
  ],
  F4: [
    { plan: { personDays: 2 }, team: [lead], meetings: { presence: { at: '2026-12-01T08:00:00Z', until: '2026-12-01T12:00:00Z' } } },
    { plan: { personDays: 2 }, team: [lead], meetings: { presence: { at: '2026-12-01T08:00:00Z', until: '2026-12-01T16:00:00Z' } } },
  ],
  F5: [
    { tallies: [group], answers: { 'BW.FL.1.e': { answer: 'compliant', by: ['workers'] } } },
    { tallies: [group, {}, {}], answers: { 'BW.FL.1.e': { answer: 'compliant', by: ['workers'] } } },
  ],
  F6: [{ tallies: [{ chosenBy: 'management' }, {}] }, { tallies: [{ chosenBy: 'themselves' }, {}] }],
  F7: [
    { answers: { 'BW.SI.j': 'yes' }, tallies: [{ place: 'on-site' }] },
    { answers: { 'BW.SI.j': 'yes' }, tallies: [{ place: 'on-site' }, {}] },
  ],
  F8: [
    { team: [lead], tallies: [{ language: 'ne' }] },
    { team: [lead], tallies: [{ language: 'en' }] },
  ],
  F9: [
    { answers: { 'BW.PI.a': 'audit-unannounced' }, plan: { announcement: 'announced' } },
    { answers: { 'BW.PI.a': 'audit-unannounced' }, plan: { announcement: 'unannounced' } },
  ],
  F11: [
    { answers: { 'BW.PI.c': 3 }, plan: { personDays: 4 } },
    { answers: { 'BW.PI.c': 4 }, plan: { personDays: 4 } },
  ],
  F12: [{ meetings: { closing: { at: '2026-11-20T08:00:00Z' } } }, { meetings: { closing: { at: '2026-12-02T08:00:00Z' } } }],
  F13: [{ team: [{ ...lead, declaration: 'interest' }] }, { team: [lead] }],
  F15: [
    { answers: { 'BW.SI.p': 2 }, meetings: { presence: { at: '2026-12-01T08:00:00Z', until: '2026-12-01T15:00:00Z' } } },
    { answers: { 'BW.SI.p': 2 }, meetings: { presence: { at: '2026-12-01T08:00:00Z', until: '2026-12-01T18:00:00Z' } } },
  ],
  F16: [
    { answers: { a: 'not-assessed' }, compliance: { a: [], b: [] } },
    { answers: { a: 'compliant' }, compliance: { a: [], b: [] } },
  ],
  F17: [
    { answers: { 'BW.UN.a': 'yes' }, meetings: { closing: { saysWorkers: 'none-exist' } } },
    { answers: { 'BW.UN.a': 'no' }, meetings: { closing: { saysWorkers: 'none-exist' } } },
  ],
  F18: [
    { earlier: [{ methods: ['worker'] }], revisits: { 'earlier-0': { standing: 'closed', methods: ['documents'] } } },
    { earlier: [{ methods: ['worker'] }], revisits: { 'earlier-0': { standing: 'closed', methods: ['workers'] } } },
  ],
  F10: [
    { plan: { announcement: 'unannounced', contactedOn: '2026-11-28' } },
    { plan: { announcement: 'unannounced', contactedOn: '2026-11-20' } },
  ],
  F14: [{ team: [{ ...lead, leadRuns: 4 }] }, { team: [{ ...lead, leadRuns: 3, isElsewhere: false }] }],
  G4: [{ plan: { cleanAudits: 2, workers: 400 } }, { plan: { cleanAudits: 2, workers: 80 } }],
  G11: [{ earlier: [{ actions: [{ ...slipping, extensions: 3 }] }] }, { earlier: [{ actions: [{ ...slipping, extensions: 2 }] }] }],
  G12: [
    { site: { 'site.workers': 400 }, plan: { startsOn: '2027-11-01', endsOn: '2027-11-02' } },
    { site: { 'site.workers': 400 }, plan: { startsOn: '2027-09-01', endsOn: '2027-09-02' } },
  ],
  F19: [
    {
      findings: [{ question: 'BW.FL.1.c' }],
      planLines: { 'finding-0': planLine({ action: 'Write a policy.' }) },
      signedPlans: [signedPlan({ 'finding-0': planLine() })],
    },
    {
      findings: [{ question: 'BW.FL.1.c' }],
      planLines: { 'finding-0': planLine() },
      signedPlans: [signedPlan({ 'finding-0': planLine() })],
    },
  ],
};
