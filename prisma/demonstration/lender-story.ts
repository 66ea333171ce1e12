import type { Milestone, Planned } from '~/lending/esap/plan-lists';
import type { DealRecord } from '~/lending/deal-record/record';
import type { Category, CategoryTheme, ProjectPart } from '~/lending/deal-record/states';

/** The borrowers of the fictional lender and who works for them, one a line, in the form of chain.ts. No company, site or person in it exists. */
export const lenderChainLines = `
s100|Solana Energias SpA|CL|Copiapo|-27.37|-70.33|3510|Electricity|240|8|20|none|declared|restricted|buyer
s101|Cobre Norte EPC Ltda|CL|Antofagasta|-23.65|-70.40|4220|Construction|2100|46|55|tied|multi-tier|none|s100
s102|Atacama Civil Works SpA|CL|Copiapo|-27.36|-70.34|4290|Construction|640|52|70|tied|declared|none|s101
s103|Bright Meridian PV Modules Co., Ltd|CN|Hefei|31.82|117.23|2610|Photovoltaic Modules|3900|||optional|declared|none|s101
s104|Tianyuan Polysilicon Co., Ltd|CN|Changji|44.01|87.31|2410|Polysilicon|2200||||multi-tier|none|s103
s106|Hormigones del Salar Ltda|CL|Calama|-22.45|-68.92|2395|Concrete|180|12|30|none|declared|restricted|s101
s105|Oasis Camp Services SpA|CL|Diego de Almagro|-26.39|-70.05|5590|Lodging|130|61|40|tied|none|none|s101
g100|Meghna Apparel Holdings Ltd|BD|Gazipur|24.00|90.41|1410|Garments|7400|0|9|none|declared|restricted|buyer
g101|Turag Washing & Dyeing Ltd|BD|Savar|23.85|90.26|1313|Textiles|860|0|22|none|declared|none|g100
g102|Surma Spinning Mills Ltd|BD|Narsingdi|23.92|90.72|1311|Thread/Yarn|1320|0|18|optional|none|restricted|g101
g103|Coimbatore Cotton Yarns Pvt Ltd|IN|Coimbatore|11.02|76.96|1311|Thread/Yarn (Cotton)|980|41|37|tied|declared|none|g102
`;

/**
 * Who recruits for them, in the form of the labour recruiters of chain.ts. The first works for the contractor that builds both the solar park and the wind farm,
 * and for the crane company of the latter; the second is its sub-agent. No agency or person in it exists.
 */
export const lenderProviderLines = `
a100|Puente Andino Servicios Laborales SpA|CL|Calama|DT 4471 (fictional)|BO,PE|s101,s105,w102
a101|Altiplano Contratistas de Personal SRL|BO|Oruro||BO|a100
a102|Jamuna Manpower Services Ltd|BD|Savar|RL-3107 (fictional)|BD|g101
`;

/** What each is to the project of its client. */
export const projectParties: readonly { client: string; party: string; part: ProjectPart; note: string }[] = [
  { client: 's100', party: 's101', part: 'epc-contractor', note: 'Turnkey contract; recruits through agencies' },
  { client: 's100', party: 's102', part: 'subcontractor', note: 'Earthworks and foundations' },
  { client: 's100', party: 's105', part: 'camp', note: '1,400 beds at the site' },
  { client: 's100', party: 'a100', part: 'labour-recruiter', note: 'Supplies half of the peak workforce, mostly from Bolivia' },
  { client: 's100', party: 's103', part: 'primary-supplier', note: '620 MW of modules' },
  { client: 's100', party: 's104', part: 'primary-supplier', note: 'Polysilicon for the modules, according to the module maker' },
  { client: 'g100', party: 'g101', part: 'subcontractor', note: 'Washing and dyeing of half the output' },
  { client: 'g100', party: 'a102', part: 'labour-recruiter', note: 'Contract workers of the wash house' },
  { client: 'g100', party: 'g102', part: 'primary-supplier', note: 'Yarn' },
  { client: 'g100', party: 'g103', part: 'primary-supplier', note: 'Cotton yarn' },
];

const unknown = {
  ...{ isMostlyForProject: null, isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null },
  ...{ hasMaterialChange: null, isCompleteAtSigning: null, signedOn: null, closedOn: null, region: null },
} as const;

export const solarPark: DealRecord = {
  ...unknown,
  ...{ projectName: 'Llano del Sol solar park, 620 MW', sponsor: 'Solana Energias SpA', hostCountries: ['CL'] },
  ...{ latitude: -26.3, longitude: -70.1, sector: 'power', sectorCode: '3510', product: 'project-finance', stage: 'construction' },
  ...{ lenderRole: 'arranger', currency: 'USD', capitalCostMinor: 486_000_000_00n, loanTotalMinor: 340_000_000_00n },
  ...{ commitmentMinor: 85_000_000_00n, usdRate: null, usdRateOn: null, tenorMonths: 204, hasNameConsent: true },
};

export const garmentLoan: DealRecord = {
  ...unknown,
  ...{ projectName: 'Gazipur garment halls 4 and 5', sponsor: '', hostCountries: ['BD'], latitude: null, longitude: null },
  ...{ sector: 'others', sectorCode: '1410', product: 'corporate-loan', stage: 'construction', lenderRole: 'lender', currency: 'EUR' },
  ...{ capitalCostMinor: 78_000_000_00n, loanTotalMinor: 60_000_000_00n, commitmentMinor: 55_000_000_00n },
  ...{ usdRate: '1.08', usdRateOn: '2026-11-02', tenorMonths: 84, isMostlyForProject: true, isControlled: true, hasNameConsent: false },
};

type Story = {
  category: { category: Category; reasons: Partial<Record<CategoryTheme, string>> };
  /** By review item: how far it is not met. */
  unmet: Readonly<Record<string, 'not-met' | 'partial'>>;
};

export const solarReview: Story = {
  category: {
    category: 'A',
    reasons: {
      labour: 'Two thousand workers at peak, half of them migrants, mostly hired through agencies and housed in a remote camp.',
      'human-rights': 'The modules’ polysilicon comes from a region with reported state-imposed forced labour.',
      environment: 'A thousand hectares of desert; little water.',
      climate: 'Avoids emissions; heat is a risk for construction workers.',
    },
  },
  unmet: { 'PS2-11.1': 'partial', 'PS2-12.3': 'not-met', 'PS2-24.2': 'partial', 'PS2-27.2': 'not-met' },
};

export const garmentReview: Story = {
  category: {
    category: 'B',
    reasons: {
      labour: 'Known workforce under national law; overtime and a wash house that hires through contractors are the weak points.',
      communities: 'On land the company has long owned.',
    },
  },
  unmet: { 'EQ6.2': 'partial', 'PS2-9.5': 'not-met', 'PS2-20.6': 'not-met', 'PS2-26.1': 'partial', 'PS2-27.2': 'partial' },
};

/** What is planned for an unmet item: a line is made of it, and said by whom, until when, at what cost. */
export type PlanStory = { item: string; planned: Omit<Planned, 'reason' | 'reference'>; said?: string };

const plan = (
  item: string,
  [action, deliverable, indicator]: readonly [string, string, string],
  [owner, dueOn, milestone, costMinor, currency]: readonly [string, string, Milestone, number | null, string | null],
  said?: string,
): PlanStory => ({
  item,
  planned: { action, deliverable, indicator, owner, dueOn, milestone, costMinor, currency },
  ...(said ? { said } : {}),
});

/** The solar park: its plan is being written; item PS2-24.2 waits for a line. */
export const solarPlan: readonly PlanStory[] = [
  plan(
    'PS2-11.1',
    [
      'Give migrant workers of every contractor the terms of local workers, in a language they read',
      'Contract form in four languages',
      'A sample of 60 contracts on site shows the same terms',
    ],
    ['Head of human resources, EPC contractor', '2027-03-31', 'cp-disbursement', 4_500_000, 'USD'],
    'Draft form reviewed. Housing allowance is still missing.',
  ),
  plan(
    'PS2-12.3',
    [
      'Return all passports, give each worker a locker with a personal key, and lift the camp curfew',
      'Lockers; notice in the camp in four languages',
      'Unannounced visit finds no retained documents and gates open at all hours',
    ],
    ['Camp manager, with the contractor’s site manager', '2027-01-15', 'cp-signing', 3_800_000_000, 'CLP'],
  ),
  plan(
    'PS2-27.2',
    [
      'Trace the polysilicon of all modules to the quarry, and replace what cannot be traced',
      'Bill of materials by batch, with purchase papers of each tier',
      'Every batch delivered to site is traced by an expert independent of the maker',
    ],
    ['Procurement director', '2027-04-30', 'cp-disbursement', null, null],
    'Cost unknown until the module maker has answered.',
  ),
];

/** The garment loan: its plan is agreed. */
export const garmentPlan: readonly PlanStory[] = [
  plan(
    'EQ6.2',
    [
      'Inform workers and communities of the grievance mechanism, and publish grievance outcomes each quarter',
      'Posters, leaflets and a quarterly notice',
      'Eight of ten workers surveyed know two grievance channels',
    ],
    ['Compliance manager', '2027-02-28', 'operation', 450_000_00, 'BDT'],
  ),
  plan(
    'PS2-9.5',
    [
      'Pay overtime at the lawful rate and show it on the pay slip',
      'Pay slips of three months with hours and rates',
      'A sample of 100 pay slips agrees with the time records',
    ],
    ['Finance director', '2027-01-31', 'cp-disbursement', 38_000_00, 'EUR'],
    'The three months must include the low season.',
  ),
  plan(
    'PS2-20.6',
    [
      'Open a grievance channel independent of plant management',
      'Contract with an independent operator',
      'The first ten grievances are closed within 30 days, none by the person concerned',
    ],
    ['Compliance manager', '2027-01-31', 'cp-disbursement', 21_000_00, 'EUR'],
  ),
  plan(
    'PS2-26.1',
    [
      'Give contract workers at the wash house access to the same channel',
      'Clause in each contractor’s contract',
      'Contract workers have used the channel',
    ],
    ['Manager of the wash house', '2027-06-30', 'operation', 6_000_00, 'EUR'],
  ),
  plan(
    'PS2-27.2',
    [
      'Map the spinning mills that supply yarn, and visit the three with most migrant workers',
      'Supply chain map; three audit reports',
      'Every mapped mill has a visit or a visit date',
    ],
    ['Sourcing director', '2027-09-30', 'operation', 54_000_00, 'EUR'],
  ),
];

/** Of the third line of that plan: what was done, and what the specialist saw of it. */
export const garmentVerified = {
  done: 'Contract with an operator that serves no other plant of the group; posters with its number',
  seen: 'Contract reviewed; three calls to the number answered in Bengali within a day',
};
