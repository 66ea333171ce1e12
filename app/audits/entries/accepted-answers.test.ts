import { expect, it } from 'vitest';
import { outdatedAnswers } from './accepted-answers';

const chosen = (key: string, answer: string) => ({ key, answer, from: undefined });
const accepted = (key: string, answer: string, source: string, then: string) => ({
  key,
  answer,
  from: [{ question: source, answer: then }],
});

it('an accepted answer is to be looked at again once its source is changed or withdrawn, and so is what was accepted from it', () => {
  const both = [accepted('I7', 'absent', 'H12.1', 'compliant'), accepted('BW.FL.1.c', 'compliant', 'I7', 'absent')];
  expect([...outdatedAnswers([chosen('H12.1', 'compliant'), ...both])]).toEqual([]);
  expect([...outdatedAnswers([chosen('H12.1', 'not-compliant'), ...both])]).toEqual(['I7', 'BW.FL.1.c']);
  expect([...outdatedAnswers([...both].reverse())].sort()).toEqual(['BW.FL.1.c', 'I7']);
});

it('an answer from the record is compared where the record is known', () => {
  const days = accepted('BW.PI.c', '4', 'record', '4');
  expect([...outdatedAnswers([days])]).toEqual([]);
  expect([...outdatedAnswers([days], new Map([['BW.PI.c', 4]]))]).toEqual(['BW.PI.c']);
  expect([...outdatedAnswers([{ ...days, answer: 5, from: [{ question: 'record', answer: 4 }] }], new Map([['BW.PI.c', 4]]))]).toEqual([]);
});
