import { describe, expect, it } from 'vitest';
import { mapTable } from './map-columns.server';
import { parseFile } from './parse.server';
import { fixesFor, noRepairs, type Repairs } from './repairs';
import { validateTable } from './validate.server';

async function read(text: string, repairs: Repairs = noRepairs) {
  const parsed = await parseFile(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  const { proposals, shape } = mapTable(parsed.table.header, parsed.table.rows);
  const mapping = { columns: proposals.map(({ field }) => field), shape, suppliesUs: true, defaults: {} };
  return { rows: validateTable(parsed.table, mapping, { repairs }) };
}

describe('the country of a row', () => {
  it('gives a row without a country the one that its town, telephone and tax number fit, and none where they contradict', async () => {
    const { rows } = await read(
      'Supplier,City,Phone,GST No,Employees\nA,Tirupur,+91 421 223 4455,,10\nB,,+84 28 3829 5555,,20\nC,,,27AAPFU0939F1ZV,30\nD,Tirupur,+84 28 3829 5555,,40\n',
    );
    expect(rows.map(({ record }) => [record?.country, record?.countryGuess])).toEqual([
      ['IN', 'city'],
      ['VN', 'telephone'],
      ['IN', 'registration'],
      [null, null],
    ]);
    expect(rows[3]?.problems.map(({ code }) => code)).toEqual(['country-contradictory', 'missing-country']);
  });
});

describe('a doubtful point', () => {
  const header = 'Supplier,Country,Address,Latitude,Longitude\n';
  it('stays, with a remark that says why', async () => {
    const { rows } = await read(
      `${header}A,Bangladesh,1 Road,23.99,90.42\nB,Bangladesh,2 Road,41.01,28.97\nC,Bangladesh,3 Road,5.0,-30.0\nD,Afghanistan,4 Road,33.93911,67.709953\n`,
    );
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['point-outside'],
      ['point-sea'],
      ['point-centroid'],
    ]);
    expect(rows.map(({ record }) => record?.lat)).toEqual([23.99, 41.01, 5, 33.93911]);
    expect(rows[1]?.problems[0]?.params).toMatchObject({ country: 'BD', liesIn: 'TR' });
  });

  it('is one that five addresses share', async () => {
    const shared = [1, 2, 3, 4, 5].map((at) => `S${at},Bangladesh,${at} Road,23.81,90.41\n`).join('');
    const { rows } = await read(`${header}${shared}T,Bangladesh,1 Road,23.99,90.42\nU,Bangladesh,2 Road,23.99,90.42\n`);
    expect(rows.map(({ problems }) => problems.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(rows[0]?.problems[0]).toMatchObject({ code: 'point-shared', params: { addresses: 5 } });
  });

  const list = `${header}A,Bangladesh,1 Road,90.41,23.81\nB,Bangladesh,2 Road,23.99,90.42\n`;
  const points = ({ rows }: Awaited<ReturnType<typeof read>>) => rows.map(({ record }) => [record?.lat, record?.lng]);
  it('is recorded the right way round where it is swapped, as the remark says', async () => {
    const proposed = await read(list);
    const [problem] = proposed.rows[0]?.problems ?? [];
    expect(problem).toMatchObject({ code: 'point-swapped', params: { value: '90.41, 23.81', readAs: '23.81, 90.41' } });
    expect(points(proposed)).toEqual([
      [23.81, 90.41],
      [23.99, 90.42],
    ]);
    const change = { column: 3, field: 'lat', before: '90.41, 23.81', after: '23.81, 90.41' };
    expect(proposed.rows[0]?.changes).toContainEqual({ ...change, reason: 'cleaned' });
    const fixed = await read(list, { ...noRepairs, fixes: [{ column: 3, code: 'point-swapped', how: 'swap' }] });
    expect(points(fixed)).toEqual(points(proposed));
    expect(fixed.rows[0]?.problems).toEqual([]);
    expect(fixed.rows[0]?.changes).toContainEqual({ ...change, reason: 'fixed' });
  });

  it('stays as written where a member keeps the column', async () => {
    const [problem] = (await read(list)).rows[0]?.problems ?? [];
    expect(problem && fixesFor(problem)).toEqual(['keep']);
    const kept = await read(list, { ...noRepairs, fixes: [{ column: 3, code: 'point-swapped', how: 'keep' }] });
    // A latitude of 90.41 degrees is none.
    expect(points(kept)[0]).toEqual([null, null]);
    expect(kept.rows.map(({ status }) => status)).toEqual(['warned', 'valid']);
  });

  it('is read from one cell, also of a latitude above 90 degrees', async () => {
    const { rows } = await read(
      'Tên nhà máy,Quốc gia,Tọa độ GPS\nA,Việt Nam,"10°58\'24""N 106°29\'36""E"\nB,Việt Nam,106.8213; 10.9447\nC,Việt Nam,20.4200/106.1683\n',
    );
    expect(rows.map(({ record }) => [record?.lat, record?.lng])).toEqual([
      [10.973333, 106.493333],
      [10.9447, 106.8213],
      [20.42, 106.1683],
    ]);
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ['point-swapped'], []]);
  });
});
