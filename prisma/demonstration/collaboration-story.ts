import type { Role } from '~/access/permissions';

/** A member of the demonstration; the viewer writes nothing. */
type Person = Exclude<Role, 'viewer'>;

/** Owners of the suppliers of the demonstration, by the key of the supplier. */
export const owners: Readonly<Record<Person, readonly string[]>> = {
  owner: [],
  manager: ['t101', 't102', 't103', 't104', 't106', 't108', 't109', 't203', 't206', 't209', 't311', 't302'],
  auditor: ['t204', 't205', 't303', 't210'],
  reviewer: ['t105', 't110', 't115', 't119', 't221', 't223'],
};

export const tags: Readonly<Record<string, readonly string[]>> = {
  Cotton: ['t203', 't204', 't205', 't208', 't302', 't303', 't304', 't305', 't311', 't317'],
  'Exit plan': ['t115', 't215'],
  'Fee repayment': ['t108', 't209', 't105'],
  'Strategic supplier': ['t101', 't103', 't108'],
};

export const followers: Readonly<Record<Person, readonly string[]>> = {
  owner: ['t108', 't206'],
  manager: ['t206', 't311', 't205'],
  auditor: ['t108', 't204'],
  reviewer: ['t115'],
};

/** Days are counted from the day of the demonstration: past ones are negative. */
export const notes: readonly { about: string; by: Person; day: number; text: string }[] = [
  {
    ...{ about: 't108', by: 'manager', day: -41 },
    text: 'Call with the plant manager: the second instalment of the fee repayment is on the July payroll. The agency disputes its share for workers hired before 2023. Keep the repayment and the dispute with the agency apart: workers should not wait for it. @Auditor, please ask for receipts by nationality at the follow-up.',
  },
  {
    ...{ about: 't108', by: 'auditor', day: -19 },
    text: 'Sample for the follow-up: 25 pay slips, at least eight from each agency. The hostel lockers were checked in June, so no further visit to the hostel is needed.',
  },
  {
    ...{ about: 't206', by: 'manager', day: -12 },
    text: 'They name Tarim Basin Fibre Trading as a source of blended fibre and cannot yet separate our orders by lot. Until bales and gin codes are documented, treat every lot as affected and place no new orders. Customs counsel has the file. @Reviewer for the decision on open orders.',
  },
  {
    ...{ about: 't205', by: 'auditor', day: -8 },
    text: 'Recruitment through a training scheme for young women from other states. Interview them off site, in Tamil and Odia, without hostel wardens. Ask when their pay is released, not only how much it is.',
  },
  {
    ...{ about: 't115', by: 'reviewer', day: -30 },
    text: 'Heightened due diligence applies in Myanmar. If we leave, we leave responsibly: notice of at least six months, severance paid before the last shipment, and the union informed first. The draft exit plan is with purchasing.',
  },
  {
    ...{ about: 't105', by: 'reviewer', day: -5 },
    text: 'The new contract template states the hostel deduction in the workers’ languages. Ask for three signed copies from workers who arrived after May before we close the point.',
  },
];

export const tasks: readonly { about: string; by: Person; for: Person | null; added: number; due: number; title: string; done?: number }[] =
  [
    {
      about: 't206',
      by: 'manager',
      for: 'manager',
      added: -12,
      due: -2,
      title: 'Collect bale and gin codes for all lots delivered since January',
    },
    { about: 't206', by: 'manager', for: 'reviewer', added: -12, due: 3, title: 'Decide on open orders with customs counsel' },
    {
      about: 't108',
      by: 'manager',
      for: 'auditor',
      added: -41,
      due: 9,
      title: 'Verify repayment receipts against the payroll, by agency and nationality',
    },
    {
      about: 't205',
      by: 'auditor',
      for: 'auditor',
      added: -8,
      due: 5,
      title: 'Book two interpreters (Tamil, Odia) and a venue off site for interviews',
    },
    {
      about: 't204',
      by: 'manager',
      for: 'auditor',
      added: -20,
      due: -1,
      title: 'Request the list of labour contractors with licence numbers',
    },
    {
      about: 't115',
      by: 'reviewer',
      for: 'manager',
      added: -30,
      due: 21,
      title: 'Agree the exit plan with purchasing: notice, severance, last shipment',
    },
    {
      about: 't302',
      by: 'manager',
      for: 'manager',
      added: -15,
      due: 30,
      title: 'Review the Cotton Campaign and ILO monitoring reports for this harvest',
    },
    {
      about: 't105',
      by: 'reviewer',
      for: null,
      added: -5,
      due: 14,
      title: 'Obtain three signed contracts of workers who arrived after May',
    },
    {
      about: 't101',
      by: 'manager',
      for: 'manager',
      added: -60,
      due: -35,
      done: -37,
      title: 'Share our responsible recruitment policy and get it countersigned',
    },
  ];
