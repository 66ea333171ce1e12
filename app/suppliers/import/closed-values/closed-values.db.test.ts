import { describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../../tests/factories/member';
import { readBatchPage } from '../batch-page.server';
import { receiveFile } from '../receive-file.server';
import { stageBatch } from '../stage-batch.server';
import { handleClosedValues } from './handle-closed-values.server';

const list = (name: string) => `name,country,sector,tier,workers
${name} 1,Viet Namm,Press,Level A,10
${name} 2,Viet Namm,Consumer Products,Level A,20
${name} 3,Bangla Desh Land,Beauty Products,2,30
${name} 4,India,Apparel,2,40
`;
const columns = { country: 1, sector: 2, tier: 3 } as const;

async function staged(member: MadeMember, name: string) {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const bytes = new TextEncoder().encode(list(name));
  const received = await receiveFile(member.inOrganization, { ...who, fileName: `${name}.csv`, bytes });
  if (received.kind !== 'received') throw new Error(received.kind);
  const ids = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, ids);
  const page = async (field: keyof typeof columns, search: Record<string, string> = {}) => {
    const params = new URLSearchParams({ step: 'values', column: String(columns[field]), ...search });
    const read = await member.inOrganization((db) => readBatchPage(db, { batchId: ids.batchId, search: params }));
    if (!read?.closedValues) throw new Error('no values');
    return read.closedValues.page;
  };
  const values = async (field: keyof typeof columns) =>
    (await page(field)).values.map(({ value, count, state, read }) => [value, count, state, read]);
  const press = async (field: keyof typeof columns, act: string, { to = {}, pick = [], all = '' }: Partial<Pressed> = {}) => {
    const form = new FormData();
    form.set('do', act);
    form.set('column', String(columns[field]));
    (await page(field)).values.forEach(({ value, read }, at) => {
      form.append('from', JSON.stringify(value));
      form.set(`was.${at}`, read ?? '');
      form.set(`to.${at}`, to[value] ?? read ?? '');
      if (pick.includes(value)) form.append('pick', String(at));
    });
    form.set('all', all);
    return handleClosedValues(member.inOrganization, form, ids);
  };
  const records = () =>
    member.inOrganization(async (db) => {
      const rows = await db.importRow.findMany({ where: { batchId: ids.batchId }, orderBy: { rowNumber: 'asc' } });
      return rows.map(({ cleaned }) => cleaned as { country: string | null; sector: string | null; tier: number | null } | null);
    });
  return { ids, page, values, press, records };
}
type Pressed = { to: Record<string, string>; pick: string[]; all: string };

describe('the values of a closed list', () => {
  it('are listed with count, reading and suggestion, unresolved ones first', async () => {
    const { values, page } = await staged(await makeMember(), 'Alpha');
    expect(await values('country')).toEqual([
      ['Viet Namm', 2, 'open', null],
      ['Bangla Desh Land', 1, 'open', null],
      ['India', 1, 'read', 'IN'],
    ]);
    expect(await values('sector')).toEqual([
      ['Consumer Products', 1, 'open', null],
      ['Beauty Products', 1, 'guess', '20'],
      ['Press', 1, 'guess', '58'],
      ['Apparel', 1, 'read', '14'],
    ]);
    const sectors = await page('sector');
    expect(sectors).toMatchObject({ states: { open: 1, guess: 2, decided: 0, read: 1 }, proposals: 2, total: 4 });
    expect(sectors.values[0]?.candidates).toEqual(expect.arrayContaining(['20', '32', '27']));
    expect(sectors.values[1]?.by).toEqual({ text: 'Beauty Products', source: 'hub:open-supply-hub' });
    expect((await page('sector', { state: 'guess' })).values.map(({ value }) => value)).toEqual(['Beauty Products', 'Press']);
    expect((await page('sector', { q: 'consumer' })).values.map(({ value }) => value)).toEqual(['Consumer Products']);
  });

  it('are decided one by one, for the selected and all suggestions at once, and the rows are read by that', async () => {
    const { values, press, records } = await staged(await makeMember(), 'Alpha');
    expect(await press('sector', 'accept')).toBeNull();
    expect(await values('sector')).toContainEqual(['Press', 1, 'decided', '58']);
    expect(await press('sector', 'save', { to: { 'Consumer Products': '20' } })).toBeNull();
    expect(await press('country', 'accept')).toBeNull();
    expect(await press('country', 'set', { pick: ['Bangla Desh Land'], all: 'BD' })).toBeNull();
    expect(await press('tier', 'ignore', { pick: ['Level A'] })).toBeNull();
    expect((await records()).map((record) => [record?.country, record?.sector, record?.tier])).toEqual([
      ['VN', '58', null],
      ['VN', '20', null],
      ['BD', '20', 2],
      ['IN', '14', 2],
    ]);
    expect(await values('tier')).toEqual([
      ['Level A', 2, 'decided', null],
      ['2', 2, 'read', '2'],
    ]);
  });

  it('are remembered for the next list of the organization, and not of another', async () => {
    const member = await makeMember();
    const first = await staged(member, 'Alpha');
    await first.press('country', 'set', { pick: ['Bangla Desh Land'], all: 'BD' });
    await first.press('tier', 'set', { pick: ['Level A'], all: '3' });
    const next = await staged(member, 'Beta');
    expect((await next.values('country')).find(([value]) => value === 'Bangla Desh Land')).toEqual([
      'Bangla Desh Land',
      1,
      'decided',
      'BD',
    ]);
    expect((await next.records()).map((record) => record?.tier)).toEqual([undefined, undefined, 2, 2]);
    const other = await staged(await makeMember(), 'Gamma');
    expect((await other.values('country')).find(([value]) => value === 'Bangla Desh Land')?.[2]).toBe('open');
  });

  it('are forgotten again, and refused where they are none of the list', async () => {
    const { values, press } = await staged(await makeMember(), 'Alpha');
    await press('sector', 'save', { to: { 'Consumer Products': '20' } });
    const at = (await values('sector')).findIndex(([value]) => value === 'Consumer Products');
    expect(await press('sector', `forget:${at}`)).toBeNull();
    expect(await values('sector')).toContainEqual(['Consumer Products', 1, 'open', null]);
    expect(await press('sector', 'save', { to: { 'Consumer Products': '99X' } })).not.toBeNull();
    expect(await press('country', 'set', { pick: ['Viet Namm'], all: 'ZZ' })).not.toBeNull();
    expect(await press('sector', 'save')).not.toBeNull();
    expect(await values('sector')).toContainEqual(['Consumer Products', 1, 'open', null]);
  });
});
