import type { TransactionRecord } from '~/features/transaction/record';
import type { Category, CategoryTheme, ProjectPart } from '~/features/transaction/states';

/** The borrowers of the fictional lender and who works for them, one a line, in the form of chain.ts. No company, site or person in it exists. */
export const lenderChainLines = `
s100|Solana Energias SpA|CL|Copiapo|-27.37|-70.33|3510|Electricity|240|8|20|none|declared|restricted|buyer
s101|Cobre Norte EPC Ltda|CL|Antofagasta|-23.65|-70.40|4220|Construction|2100|46|55|tied|multi-tier|none|s100
s102|Atacama Civil Works SpA|CL|Copiapo|-27.36|-70.34|4290|Construction|640|52|70|tied|declared|none|s101
s103|Bright Meridian PV Modules Co., Ltd|CN|Hefei|31.82|117.23|2610|Photovoltaic Modules|3900|||optional|declared|none|s101
s104|Tianyuan Polysilicon Co., Ltd|CN|Changji|44.01|87.31|2410|Polysilicon|2200||||multi-tier|none|s103
s105|Oasis Camp Services SpA|CL|Diego de Almagro|-26.39|-70.05|5590|Lodging|130|61|40|tied|none|none|s101
g100|Meghna Apparel Holdings Ltd|BD|Gazipur|24.00|90.41|1410|Garments|7400|0|9|none|declared|restricted|buyer
g101|Turag Washing & Dyeing Ltd|BD|Savar|23.85|90.26|1313|Textiles|860|0|22|none|declared|none|g100
g102|Surma Spinning Mills Ltd|BD|Narsingdi|23.92|90.72|1311|Thread/Yarn|1320|0|18|optional|none|restricted|g101
g103|Coimbatore Cotton Yarns Pvt Ltd|IN|Coimbatore|11.02|76.96|1311|Thread/Yarn (Cotton)|980|41|37|tied|declared|none|g102
`;

/** What each is to the project of its client. */
export const projectParties: readonly { client: string; party: string; part: ProjectPart; note: string }[] = [
  { client: 's100', party: 's101', part: 'epc-contractor', note: 'Turnkey contract; recruits through agencies' },
  { client: 's100', party: 's102', part: 'subcontractor', note: 'Earthworks and foundations' },
  { client: 's100', party: 's105', part: 'camp', note: '1,400 beds at the site' },
  { client: 's100', party: 's103', part: 'primary-supplier', note: '620 MW of modules' },
  { client: 's100', party: 's104', part: 'primary-supplier', note: 'Polysilicon of the modules, as the module maker says' },
  { client: 'g100', party: 'g101', part: 'subcontractor', note: 'Washing and dyeing of half the output' },
  { client: 'g100', party: 'g102', part: 'primary-supplier', note: 'Yarn' },
  { client: 'g100', party: 'g103', part: 'primary-supplier', note: 'Cotton yarn' },
];

const unknown = {
  ...{ isMostlyForProject: null, isControlled: null, refinancedBy: null, wasFinancedUnderPrinciples: null },
  ...{ hasMaterialChange: null, isCompleteAtSigning: null, signedOn: null, closedOn: null, region: null },
} as const;

export const solarPark: TransactionRecord = {
  ...unknown,
  ...{ projectName: 'Llano del Sol solar park, 620 MW', sponsor: 'Solana Energias SpA', hostCountries: ['CL'] },
  ...{ latitude: -26.3, longitude: -70.1, sector: 'power', sectorCode: '3510', product: 'project-finance', stage: 'construction' },
  ...{ lenderRole: 'arranger', currency: 'USD', capitalCostMinor: 486_000_000_00n, loanTotalMinor: 340_000_000_00n },
  ...{ commitmentMinor: 85_000_000_00n, usdRate: null, usdRateOn: null, tenorMonths: 204, hasNameConsent: true },
};

export const garmentLoan: TransactionRecord = {
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
      labour: 'Two thousand workers at the peak, half of them migrants, most hired by agencies and housed in a camp far from any town.',
      'human-rights': 'Polysilicon of the modules comes from a region named for labour imposed by a state.',
      environment: 'A thousand hectares of desert; little water.',
      climate: 'Avoids emissions; heat is a risk to those who build.',
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
