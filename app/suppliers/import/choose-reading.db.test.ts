import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { chooseReading, readReading } from './choose-reading.server';
import type { Reading } from './pipeline/repairs';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { repairBatch } from './repair-batch.server';
import { stageBatch } from './stage-batch.server';

/** A list with a title that looks like a header, in an encoding that a short file does not give away. */
const bytes = iconv.encode('name,country\nSupplier,Country,Town\nŁódź Buty,India,Pune\nGdańsk,Nepal,Ilam\n', 'windows-1250');

async function staged() {
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName: 'list.csv', bytes });
  if (received.kind !== 'received') throw new Error(received.kind);
  const ids = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, ids);
  return {
    member,
    ids,
    choose: (reading: Reading) => chooseReading(member.inOrganization, { ...ids, reading }),
    read: () => member.inOrganization((db) => readBatch(db, ids.batchId)),
  };
}

describe('the form of a file', () => {
  it('can be corrected: encoding and header row, with the columns proposed anew', async () => {
    const { member, ids, choose, read } = await staged();
    expect(await read()).toMatchObject({ detected: { headerRow: 2 } });
    await member.inOrganization((db) =>
      repairBatch(db, { ...ids, repairs: [{ kind: 'values', column: 0, values: [{ from: 'Gdańsk', to: 'x' }] }] }),
    );
    await stageBatch(member.inOrganization, ids);
    expect(await choose({ encoding: 'windows-1250', headerRow: 2 })).toEqual({ kind: 'chosen' });
    await stageBatch(member.inOrganization, ids);
    const rows = () =>
      member.inOrganization((db) => db.importRow.findMany({ orderBy: { rowNumber: 'asc' }, select: { rowNumber: true, raw: true } }));
    expect(await rows()).toEqual([
      { rowNumber: 3, raw: ['Łódź Buty', 'India', 'Pune'] },
      { rowNumber: 4, raw: ['Gdańsk', 'Nepal', 'Ilam'] },
    ]);
    expect(await read()).toMatchObject({ repairs: { edits: [], reading: { headerRow: 2 } }, detected: { encoding: 'windows-1250' } });
    expect(await choose({ headerRow: 1 })).toEqual({ kind: 'chosen' });
    await stageBatch(member.inOrganization, ids);
    expect((await rows()).map(({ rowNumber }) => rowNumber)).toEqual([2, 3, 4]);
    expect(await choose({ headerRow: 0 })).toEqual({ kind: 'chosen' });
    await stageBatch(member.inOrganization, ids);
    expect(await read()).toMatchObject({ rowCount: 4, detected: { headerRow: 0 } });
  });

  it('stays as it is when it cannot be read so, and for others', async () => {
    const { choose, read, ids } = await staged();
    expect(await choose({ delimiter: '|' })).toMatchObject({ kind: 'unreadable', problem: { code: 'one-column' } });
    expect(await read()).toMatchObject({ status: 'staged', repairs: { reading: {} } });
    const other = await makeMember();
    expect(await chooseReading(other.inOrganization, { ...ids, reading: {} })).toEqual({ kind: 'unknown-batch' });
  });

  it('is read from a form, where empty means as found', () => {
    const form = (values: Record<string, string>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(values)) data.set(name, value);
      return readReading(data);
    };
    expect(form({ encoding: '', delimiter: '\t', headerRow: ' 0 ' })).toEqual({ delimiter: '\t', headerRow: 0 });
    expect(form({ encoding: 'ebcdic' })).toBeNull();
    expect(form({ headerRow: 'x' })).toBeNull();
  });
});
