import type { Check } from '../rule';

/** The two ends of answers of edition two that are asked of the site and of the auditor; none near a zero-tolerance question. */
export const ends: Readonly<Record<string, readonly [string, string]>> = {
  'CON.6': ['all', 'none'],
  'EXI.2': ['free', 'no'],
  'FEE.1': ['asked-none', 'asked-some'],
  'PAY.1': ['always', 'never'],
  'POL.1': ['written', 'none'],
  'REM.1': ['written', 'none'],
  'SUP.3': ['all', 'none'],
  'TRN.2': ['all', 'none'],
  'VOI.2': ['four', 'never'],
  'VOI.5': ['free', 'not-allowed'],
};

/** B19 in edition two, where every depth asks a fact under one key: the supplier’s own answer is one end, and that of the audit the other. */
export const respondentsDisagree: Check = (record) =>
  record.own.flatMap(({ key, value, on }) => {
    const recorded = record.values.get(key);
    const both = ends[key];
    if (both === undefined || recorded === undefined || recorded.isOwn) return [];
    const said = [String(value), String(recorded.value)];
    if (said[0] === said[1] || !both.every((end) => said.includes(end))) return [];
    return [
      {
        subject: key,
        inputs: [
          { key, value, on },
          { key, value: recorded.value, on: recorded.on },
        ],
      },
    ];
  });
