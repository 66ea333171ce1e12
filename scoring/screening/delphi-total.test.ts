import { describe, expect, it } from 'vitest';
import { type DelphiTotal, readTotal } from './delphi-total.ts';

/** The full truth table for adults: D1 D2 D3 D4 D5, 1 is positive. */
const adults: Record<string, DelphiTotal> = {
  '00000': 'none',
  '00100': 'none',
  '01000': 'none',
  '01100': 'none',
  '10000': 'none',
  '10100': 'none',
  '11000': 'none',
  '11100': 'none',
  '00001': 'coercion-inconclusive',
  '00101': 'coercion-inconclusive',
  '01001': 'coercion-inconclusive',
  '01101': 'coercion-inconclusive',
  '10001': 'coercion-inconclusive',
  '10101': 'coercion-inconclusive',
  '11001': 'coercion-inconclusive',
  '11101': 'coercion-inconclusive',
  '00010': 'exploitation',
  '00110': 'exploitation',
  '01010': 'coerced-recruitment-and-exploitation',
  '01110': 'coerced-recruitment-and-exploitation',
  '10010': 'deception-and-exploitation',
  '10110': 'deception-and-exploitation',
  '11010': 'coerced-recruitment-and-exploitation',
  '11110': 'coerced-recruitment-and-exploitation',
  '00011': 'forced-labour',
  '00111': 'trafficking-for-forced-labour',
  '01011': 'trafficking-for-forced-labour',
  '01111': 'trafficking-for-forced-labour',
  '10011': 'trafficking-for-forced-labour',
  '10111': 'trafficking-for-forced-labour',
  '11011': 'trafficking-for-forced-labour',
  '11111': 'trafficking-for-forced-labour',
};

const read = (bits: string, act: boolean) => {
  const [d1, d2, d3, d4, d5] = [...bits].map((bit) => bit === '1');
  return readTotal({ d1: d1 === true, d2: d2 === true, d3: d3 === true, d4: d4 === true, d5: d5 === true, act });
};

describe('the dimensions together', () => {
  it('the table is full', () => {
    expect(Object.keys(adults)).toHaveLength(32);
  });

  it.each(Object.entries(adults))('%s is %s', (bits, total) => {
    expect(read(bits, false)).toBe(total);
  });

  it('of a child, exploitation with an act is trafficking whatever else; without exploitation the act changes nothing', () => {
    for (const [bits, total] of Object.entries(adults)) expect(read(bits, true)).toBe(bits[3] === '1' ? 'child-trafficking' : total);
  });
});
