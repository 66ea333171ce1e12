/** The three depths of the self-assessment, edition two. */
export const depths = ['workshop-core@1.0.0', 'short-form@2.0.0', 'ilo-ten-principles@2.0.0'] as const;

const text = (en: string) => ({ en });

const question = (key: string, type: string, more: object) => ({
  key,
  type,
  text: text(`Question ${key}?`),
  typicalEvidence: text('Pay list'),
  mayBeNotApplicable: false,
  dependsOn: null,
  indicators: [],
  clause: null,
  provenance: 'D',
  ...more,
});

const file = (id: string) => ({
  id,
  version: '1.0.0',
  title: text(`Title of ${id}`),
  owner: 'us',
  licence: 'ours',
  source: 'us',
  language: 'en',
  audience: ['supplier'],
  consistency: [],
});

const option = (value: string, credit: number) => ({ value, credit, text: text(value) });
const scale = (...values: string[]) => values.map((value) => ({ value, text: text(value) }));

/** A small core with the types of edition two, as a file. No questionnaire of the product. */
export const smallCore = {
  ...file('small-core'),
  scales: { PICK: scale('dont-know', 'not-applicable'), TICKS: scale('none', 'dont-know', 'not-applicable') },
  sets: {
    practice: [option('always', 1), option('mostly', 0.75), option('sometimes', 0.25), option('never', 0)],
    payer: [option('employer', 1), option('shared', 0.5), option('worker', 0)],
  },
  sections: [
    {
      key: 'A',
      title: text('Section A'),
      summary: text('The first section.'),
      provenance: 'D',
      points: [{ key: 'FEE.2', title: text('Who pays?'), whyWeAsk: text('Debt binds.'), provenance: 'D' }],
      questions: [
        question('SIT.1', 'TICKS', {
          domain: null,
          options: [
            { value: 'housing', text: text('Housing') },
            { value: 'agency', text: text('An agency') },
          ],
        }),
        question('FEE.1', 'PICK', { domain: 'recruitment-fees', set: 'practice', law: ['recruitment_fees'] }),
        question('FEE.2.visa', 'PICK', {
          domain: 'recruitment-fees',
          set: 'payer',
          layout: 'row',
          point: 'FEE.2',
          mayBeNotApplicable: true,
        }),
        question('FEE.2.travel', 'PICK', { domain: 'recruitment-fees', set: 'payer', layout: 'row', point: 'FEE.2', weight: 2 }),
      ],
    },
    {
      key: 'B',
      title: text('Section B'),
      summary: text('The second section.'),
      provenance: 'D',
      questions: [
        question('CON.1', 'TICKS', {
          domain: 'contracts',
          options: [option('pay', 0.4), option('hours', 0.4), option('notice', 0.2)],
          whyWeAsk: text('What is written counts.'),
        }),
        question('EXI.1', 'TICKS', {
          domain: 'movement-documents',
          base: 1,
          options: [option('deposit', -0.5), option('training', -0.5), option('wage', -1)],
        }),
        question('MOV.1', 'PICK', {
          domain: 'movement-documents',
          options: [option('any-time', 1), option('set-hours', 0.5), option('permission', 0)],
          dependsOn: { question: 'SIT.1', ticked: ['housing'] },
        }),
        question('CON.2', 'PICK', { domain: null, set: 'practice', dependsOn: { question: 'CON.1', unless: ['none'] } }),
      ],
    },
  ],
  consistency: [
    {
      code: 'paid-but-charged',
      kind: 'void',
      control: 'FEE.1',
      atLeast: 0.75,
      flag: 'FEE.2.visa',
      is: ['worker'],
      text: text('Not both.'),
    },
    { code: 'free-but-bound', kind: 'void', control: 'MOV.1', atLeast: 0.5, flag: 'EXI.1', is: ['wage'], text: text('Not both.') },
    { code: 'more-than-written', kind: 'ceiling', control: 'FEE.2.travel', by: 'CON.1', text: text('At most as written.') },
  ],
};

/** A whole that includes the core, in another order and with sections and questions of its own, as a file. */
export const smallWhole = {
  ...file('small-whole'),
  includes: ['small-core@1.0.0'],
  scales: { YNP: scale('yes', 'partial', 'no', 'dont-know') },
  sets: { depth: [option('all', 1), option('none', 0)] },
  sections: [
    {
      key: 'A',
      title: text('Terms'),
      summary: text('Terms of work.'),
      provenance: 'D',
      questions: [
        { use: 'SIT.1' },
        { use: 'CON.1' },
        { use: 'CON.2' },
        question('POL.1', 'YNP', { domain: 'policy' }),
        question('POL.2', 'PICK', { domain: 'policy', set: 'depth' }),
      ],
    },
    {
      key: 'C',
      title: text('Costs and exit'),
      summary: text('Costs and exit.'),
      provenance: 'D',
      questions: [
        question('HRS.1', 'PICK', { domain: 'hours', set: 'practice' }),
        { use: 'FEE.1' },
        { use: 'FEE.2.visa' },
        { use: 'FEE.2.travel' },
        { use: 'EXI.1' },
        { use: 'MOV.1' },
      ],
    },
  ],
};

/** An earlier edition with the older types, as a file. */
export const smallOld = {
  ...file('small-old'),
  scales: {
    YNP: scale('yes', 'partial', 'no', 'dont-know', 'not-applicable'),
    G4: [...[0, 1, 2, 3, 4], 'dont-know'].map((value) => ({ value, text: text(`${value}`) })),
  },
  sections: [
    {
      key: 'Q',
      title: text('All'),
      summary: text('All questions.'),
      provenance: 'D',
      questions: [
        question('Q.1', 'YNP', { domain: 'recruitment-fees', mayBeNotApplicable: true }),
        question('Q.2', 'G4', { domain: 'contracts' }),
        question('Q.3', 'YNP', { domain: 'hours' }),
        question('Q.4', 'YNP', { domain: 'policy' }),
        question('Q.5', 'YNP', { domain: 'movement-documents' }),
      ],
    },
  ],
};

/** The three as `instruments/files.ts` registers them; for a mock of it. */
export const smallFiles = {
  'small-old@1.0.0': { frozen: smallOld, overlays: {} },
  'small-core@1.0.0': { frozen: smallCore, overlays: {}, partOf: 'small-whole@1.0.0' },
  'small-whole@1.0.0': { frozen: smallWhole, overlays: {} },
};

/** How the earlier edition relates to the bank; for a mock of `instruments/crosswalk.json`. */
export const smallCrosswalk = {
  source: 'test',
  doubts: [],
  families: [{ id: 'fees', provenance: 'D', keys: { 'small-old@1.0.0': ['Q.1'] }, regimes: { ukRegistry: [], esrsS2: [] } }],
  pairs: [
    ['small-old@1.0.0', 'Q.1', 'equal', 'small-core@1.0.0', 'FEE.1', 'D', { yes: 'always', no: 'never' }],
    ['small-old@1.0.0', 'Q.2', 'broader', 'small-core@1.0.0', 'CON.1', 'D'],
    ['small-old@1.0.0', 'Q.3', 'equal', 'small-whole@1.0.0', 'HRS.1', 'D'],
    ['small-old@1.0.0', 'Q.4', 'equal', 'small-whole@1.0.0', 'POL.1', 'D'],
    ['small-old@1.0.0', 'Q.4', 'related', 'small-whole@1.0.0', 'POL.2', 'D'],
    ['small-old@1.0.0', 'Q.5', 'narrower', 'small-core@1.0.0', 'MOV.1', 'D'],
  ],
};
