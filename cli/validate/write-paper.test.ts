import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreMany } from '../../scoring/odds/assess.ts';
import { targetReport } from '../../scoring/validation/targets/read-targets.ts';
import { paperSuppliers, paperWith, putBetween } from './write-paper';

const paper = readFileSync('docs/method.md', 'utf8');

describe('the paper on method 2', () => {
  it('contains the suppliers and figures that the validation command makes', () => {
    expect(paperWith(paper, targetReport())).toBe(paper);
  });

  it('shows suppliers from low to severe, whose products are recognised', () => {
    const asOf = targetReport().asOf;
    const results = scoreMany(paperSuppliers.map(({ facts }) => ({ asOf, facts })));
    const bands = results.map((each) => (each.status === 'scored' ? each.band : null));
    expect(bands[0]).toBe('low');
    expect(bands.at(-1)).toBe('severe');
    for (const [at, result] of results.entries())
      if (paperSuppliers[at]?.facts.products && result.status === 'scored')
        expect(result.components.find(({ id }) => id === 'product')?.known, paperSuppliers[at]?.title).toBe(true);
  });

  it('is rejected without the marks of a section', () => {
    expect(() => putBetween('# Paper', 'worked', 'text')).toThrow('no section worked');
    expect(putBetween('a\n<!-- worked: begin -->\nold\n<!-- worked: end -->\nb', 'worked', 'new')).toBe(
      'a\n<!-- worked: begin -->\nnew\n<!-- worked: end -->\nb',
    );
  });
});
