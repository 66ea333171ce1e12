import { describe, expect, it } from 'vitest';
import { compareNamed } from './propose-within.server';

const line = (rowNumber: number, name: string, address: string, ids: string[] = []) => ({
  ...{ key: `${rowNumber}`, rowNumber, postalCode: null, ids, list: null },
  shown: { name, country: 'IN', city: null, address },
});
const compared = async (lines: readonly ReturnType<typeof line>[], linked: readonly string[] = []) =>
  (await compareNamed(lines, new Set(linked))).map(({ rowNumber, score }) => [rowNumber, score >= 0.93 ? 'automatic' : 'asked']);

describe('two lines of one list', () => {
  const first = line(2, 'Sabs Exports Ltd', '12 Sector 63, Noida, Uttar Pradesh');

  it('are one by themselves only with an equal name, an equal address and no other number or identifier', async () => {
    expect(await compared([first, line(3, 'Sabs Exports', '12 Sector 63, Noida, Uttar Pradesh')])).toEqual([[3, 'automatic']]);
    expect(await compared([first, line(3, 'Sabs Exports', '14 Sector 63, Noida, Uttar Pradesh')])).toEqual([[3, 'asked']]);
    expect(await compared([first, line(3, 'Sab Export', '12 Sector 63, Noida, Uttar Pradesh')])).toEqual([[3, 'asked']]);
    const numbered = { ...first, ids: ['osId:IN1'] };
    expect(await compared([numbered, line(3, 'Sabs Exports', '12 Sector 63, Noida, Uttar Pradesh', ['osId:IN2'])])).toEqual([[3, 'asked']]);
  });

  it('are not asked about for a like name in another place, nor where the list links them', async () => {
    expect(await compared([first, line(3, 'Sabs Export House', '9 Ring Road, Chennai, Tamil Nadu')])).toEqual([]);
    expect(await compared([first, line(3, 'Sabs Exports', '12 Sector 63, Noida, Uttar Pradesh')], ['2\n3'])).toEqual([]);
  });
});
