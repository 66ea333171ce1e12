import { describe, expect, test } from 'vitest';
import { partStatus } from './part-status';

const numbers = { kind: 'table' as const, title: 'Principles' };
const end = 'end' as const;

describe('the line of a folded part of a report', () => {
  test('sums what is met and not met over its tables', () => {
    const columns = [
      { label: 'Item', share: 60 },
      { label: 'Met', share: 20, align: end },
      { label: 'Not met', share: 20, align: end },
    ];
    const blocks = [
      { ...numbers, columns, rows: [['EQ1', '4', '0']] },
      { ...numbers, columns, rows: [['PS2', '1,020', '2']] },
    ];
    expect(partStatus({ key: 'assessment', blocks })).toBe('Met: 1,024 · Not met: 2');
  });

  test('counts the rows of a table of shares and points, and adds none of them up', () => {
    const columns = [
      { label: 'Domain', share: 50 },
      { label: 'Answered', share: 25, align: end },
      { label: 'Effect', share: 25, align: end },
    ];
    const rows = [
      ['Recruitment', '5 of 12', '30%'],
      ['Wages', '4 of 6', '12.5'],
    ];
    expect(partStatus({ key: 'system', blocks: [{ ...numbers, title: 'Controls', columns, rows }] })).toBe('Controls: 2');
  });

  test('names every breach and everything overdue of covenants', () => {
    const columns = [
      { label: 'Covenant', share: 60 },
      { label: 'Status', share: 40 },
    ];
    const rows = [
      ['Fees', 'Breached'],
      ['Housing', { text: 'Overdue', note: '12 days' }],
      ['Hours', 'Compliant'],
      ['Pay', 'Compliant'],
    ];
    expect(partStatus({ key: 'covenants', blocks: [{ ...numbers, columns, rows }] })).toBe('Breached · Overdue · Compliant: 2');
  });

  test('is its strong sentence, or its first sentence where nothing is counted', () => {
    const result = { kind: 'paragraph' as const, text: 'In scope', isStrong: true };
    expect(partStatus({ key: 'scope', blocks: [{ kind: 'paragraph', text: 'Before' }, result] })).toBe('In scope');
    expect(partStatus({ key: 'plan', blocks: [{ kind: 'paragraph', text: 'Not in the record.' }] })).toBe('Not in the record.');
  });
});
