import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

describe('csvLine', () => {
  it.each(['=1+1', '+CMD', '-2', '@SUM(A1)', '\t=1', ' =1', '%x', '|calc'])('disarms %j', (cell) => {
    expect(Papa.parse<string[]>(csvLine([cell])).data[0]?.[0]).toBe(`'${cell}`);
  });

  it('brings names back as they were', () => {
    const cells = ['Công ty "May", Nguyễn', 'two\r\nlines', '深圳市', ' spaced '];
    expect(Papa.parse<string[]>(csvLine(cells)).data[0]).toEqual(cells);
  });

  it('leaves numbers and gaps alone', () => {
    expect(csvLine([-3.5, 0, null, undefined, ''])).toBe('-3.5,0,,,\r\n');
  });
});
