import { ends, respondentsDisagree } from '../checks/respondents';
import { either, narrower, type Rule, split, term } from '../rule';

/** B: answers to several questionnaires of one site. */
export const betweenRules: readonly Rule[] = [
  {
    ...{ id: 'B1', version: 1, severity: 'contradiction', from: ['ILO7'], zero: 'z5' },
    reason: 'Identity documents are retained, or they are not.',
    cases: [
      either(term('P6.Q4 S5.Q1', 'ok'), term('BW.FL.1.c BW.FL.1.c.1 H12.1 H12.3 D5.1', 'bad')),
      either(term('BW.FL.1.c BW.FL.1.c.1 H12.1 H12.3 D5.1', 'bad'), term('I7', 'ok')),
      either(term('I7', 'bad'), term('H12.1 BW.FL.1.c.1', 'ok')),
    ],
  },
  {
    ...{ id: 'B2', version: 1, severity: 'contradiction', from: ['ILO9'] },
    reason: 'Workers paid for their job, or they did not.',
    cases: [either(term('P5.Q2 S2.Q1 P5.Q3 S2.Q2', 'ok'), term('BW.HR.2.e H11.1 D-1.1 FR7.1', 'bad'))],
  },
  {
    ...{ id: 'B3', version: 1, severity: 'contradiction', from: ['ILO9'] },
    reason: 'Debt that binds workers is debt bondage.',
    cases: [narrower('BW.FL.2.a BW.FL.2.b BW.FL.2.d H3.5 H5.6 D5.2 D2.4', 'I9 PS2-22.2')],
  },
  {
    ...{ id: 'B4', version: 1, severity: 'contradiction', from: ['ILO8'] },
    reason: 'Wages are withheld, or they are not.',
    cases: [...split('BW.FL.1.g', 'D5.14', 'I8'), narrower('H3.3', 'PS2-18-19.3 I8')],
  },
  {
    ...{ id: 'B5', version: 1, severity: 'contradiction', from: ['C29'] },
    reason: 'Who may not end the employment is not free to leave.',
    cases: [narrower('BW.FL.1.a BW.FL.1.h H3.4 IR-2.3', 'P6.Q7 S5.Q2 FR12.1 FR12.1.a')],
  },
  {
    ...{ id: 'B6', version: 1, severity: 'contradiction', from: ['ILO3'], zero: 'z5' },
    reason: 'Residents may leave their housing, or they may not.',
    cases: [
      ...split('BW.OS.7.j', 'H8.3', 'PS2-12.3'),
      { ...either(term('BW.FL.1.d', 'bad', { asAsked: true }), term('BW.OS.7.j H8.3 PS2-12.3', 'ok')), severity: 'doubt' },
    ],
  },
  {
    ...{ id: 'B9', version: 1, severity: 'contradiction', from: ['ILO11'] },
    reason: 'Overtime is forced, or it is not.',
    cases: [
      ...split('BW.FL.3.a', 'H7.3'),
      ...split('BW.WT.2.a', 'H7.2'),
      ...split('BW.FL.3.b', 'H7.4'),
      narrower('BW.FL.3.a H7.3 BW.FL.3.b H7.4 BW.WT.2.a H7.2', 'I11'),
    ],
  },
  {
    ...{ id: 'B10', version: 1, severity: 'doubt', from: ['ILO2'] },
    reason: 'Nearly all have a contract, yet some lack one that they understand.',
    cases: [
      {
        ...either(term('P6.Q1', [100]), term('BW.HR.1.c BW.HR.1.d H13.1 H10.4 PS2-9.1', 'bad')),
        severity: 'contradiction',
      },
      either(term('P6.Q1 S3.Q1', 'ok'), term('BW.HR.1.c BW.HR.1.d H13.1 H10.4 PS2-9.1', 'bad')),
      { ...either(term('CON.6', ['all']), term('BW.HR.1.c PS2-9.1', 'bad')), severity: 'contradiction' },
      either(term('CON.6', ['most']), term('BW.HR.1.c PS2-9.1', 'bad')),
      either(term('CON.8', ['all']), term('BW.HR.1.d H13.1', 'bad')),
    ],
  },
  {
    ...{ id: 'B11', version: 1, severity: 'contradiction', from: ['ILO2'] },
    reason: 'Deception at recruitment is deception.',
    cases: [
      narrower('D1.1 D1.2 D1.3 D1.4 D1.5 D1.6 D1.7 D1.8 D1.9 D1.10 H13.3 H2.4 IR-3.4', 'I2'),
      either(term('H13.3 IR-3.4', 'bad'), term('P6.Q6 S3.Q3', ['no'])),
    ],
  },
  {
    ...{ id: 'B12', version: 1, severity: 'contradiction', from: ['ILO1'] },
    reason: 'Migrant workers are treated equally, or they are not.',
    cases: [narrower('H10.1 PS2-11.2 BW.DI.1.c BW.DI.1.d DA.1', 'P5.Q7 S4.Q2'), ...split('H10.1', 'PS2-11.2')],
  },
  {
    ...{ id: 'B13', version: 1, severity: 'contradiction', from: ['ILO6'] },
    reason: 'Workers can complain without retaliation, or they cannot.',
    cases: [
      narrower('PS2-20.7 IR-5.3 H4.5', 'P8.Q6 S7.Q2'),
      either(term('H4.5', 'bad'), term('VOI.1', { ticks: 'other-person' })),
      // A promise in writing says nothing of practice, so this is looked at and no contradiction.
      { ...either(term('PS2-20.7 IR-5.3 H4.5', 'bad'), term('VOI.1', { ticks: 'promise' })), severity: 'doubt' },
    ],
  },
  {
    ...{ id: 'B14', version: 1, severity: 'contradiction', from: ['BW'] },
    reason: 'Meetings need representatives to meet.',
    cases: [
      either(term('P9.Q3 S7.Q1', 'ok'), term('BW.UN.a', ['no']), term('BW.HR.3.a BW.HR.3.b', 'bad')),
      either(term('P4.Q5 S6.Q3', 'ok'), term('BW.FA.1.a PS2-13-14.3 IR-A.6', 'bad')),
    ],
  },
  {
    ...{ id: 'B15', version: 1, severity: 'contradiction', from: ['T'] },
    reason: 'Labour recruiters are checked, or they are not.',
    cases: [narrower('H11.2 H11.7 PS2-24.1 PS2-24.2 BW.HR.2.h', 'P5.Q4 S2.Q4')],
  },
  {
    ...{ id: 'B16', version: 1, severity: 'contradiction', from: ['C182'], zero: 'z5' },
    reason: 'Young workers are protected, or they are not.',
    cases: [...split('BW.CL.2.a', 'PS2-21.5'), narrower('BW.CL.3.c', 'PS2-21.7'), either(term('P8.Q5', 'na'), term('BW.SI.h', ['yes']))],
  },
  {
    ...{ id: 'B17', version: 1, severity: 'contradiction', from: ['C29'] },
    reason: 'Prisoners work for the site, or they do not.',
    cases: [either(term('H1.1', ['no']), term('BW.SI.i', ['yes'])), ...split('BW.FL.4.a', 'H1.3'), ...split('BW.FL.4.c', 'H1.8')],
  },
  {
    ...{ id: 'B18', version: 1, severity: 'contradiction', from: ['P'], zero: 'z5' },
    reason: 'An operational indicator that is present shows the wider one of the eleven.',
    cases: [
      narrower(
        'D3.1 D3.2 D3.3 D3.4 D3.5 D3.6 D3.7 D3.8 D3.9 D3.10 D3.11 D3.12 D3.13 D3.14 D3.15 D3.16 D6.1 D6.2 D6.3 D6.4 D6.5 D6.6 D6.7',
        'I1',
      ),
      narrower('D2.5', 'I7'),
      narrower('D4.4 D4.5', 'I10'),
    ],
  },
  {
    ...{ id: 'B19', version: 1, severity: 'doubt', from: ['A'] },
    reason: 'Two respondents of one site disagree on the same question.',
    cases: [
      ['S2.Q1', 'P5.Q2'],
      ['S2.Q2', 'P5.Q3'],
      ['S3.Q2', 'P6.Q2'],
      ['S3.Q3', 'P6.Q6'],
      ['S4.Q1', 'P6.Q3'],
      ['S4.Q2', 'P5.Q7'],
      ['S5.Q1', 'P6.Q4'],
      ['S5.Q2', 'P6.Q7'],
      ['S5.Q3', 'P5.Q8'],
      ['S6.Q1', 'P1.Q1'],
      ['S6.Q3', 'P4.Q5'],
      ['S7.Q1', 'P9.Q3'],
      ['HT.1', 'P1.Q1'],
      ['HT.4', 'P2.Q1'],
      ['HT.6', 'P8.Q1'],
      ['HT.8', 'P3.Q1'],
    ].flatMap((pair) => split(...pair)),
    also: { reads: Object.keys(ends), check: respondentsDisagree },
  },
];
