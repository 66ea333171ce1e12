import { describe, expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { workbookFile } from '../../../tests/factories/xls-form';
import { readFirstProposal } from './read-first-proposal.server';
import { receiveFile } from './receive-file.server';

const table = (rows: number) => [
  ['Vendor', 'Land', 'Nb of employees'],
  ...Array.from({ length: rows }, (_, at) => [`Mill ${at}`, 'Vietnam', String(40 + at)]),
];

async function firstOf(fileName: string, bytes: Uint8Array) {
  const member = await makeMember();
  const { id: organizationId } = member.organization;
  const received = await receiveFile(member.inOrganization, { organizationId, userId: member.user.id, fileName, bytes });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  return readFirstProposal(member.inOrganization, { batchId: received.batchId, organizationId });
}

const fieldsOf = (proposal: Awaited<ReturnType<typeof firstOf>>) => proposal?.columns.map(({ field }) => field);
const expected = ['supplierName', 'country', 'workers'];

describe('the first proposal of a list that the queue reads', () => {
  it('proposes the columns of a text by its beginning', async () => {
    const lines = table(9_000).map((row) => row.join(';'));
    const proposal = await firstOf('vendors.csv', new TextEncoder().encode(lines.join('\n')));
    expect(fieldsOf(proposal)).toEqual(expected);
    expect(proposal?.rows).toBeLessThan(9_000);
  });

  it('proposes the columns of a workbook by the first rows of its list, and not of its covering sheet', async () => {
    const workbook = workbookFile({ Cover: [['Suppliers of the year 2026']], Vendors: table(9_000) });
    const proposal = await firstOf('vendors.xlsx', workbook);
    expect(fieldsOf(proposal)).toEqual(expected);
    expect(proposal?.rows).toBe(299);
    expect(proposal?.columns[0]?.samples[0]).toBe('Mill 0');
  });

  it('proposes the columns of an older workbook', async () => {
    const proposal = await firstOf('vendors.xls', workbookFile({ Vendors: table(4_000) }, 'biff8'));
    expect(fieldsOf(proposal)).toEqual(expected);
  });

  it('says nothing of a workbook that no reader reads at once', async () => {
    const wide = Array.from({ length: 40 }, (_, at) => `Note ${at}`);
    const rows = Array.from({ length: 26_000 }, () => wide.map(() => '1'));
    expect(await firstOf('notes.xlsx', workbookFile({ Notes: [wide, ...rows] }))).toBeNull();
  });
});
