import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { run as commitImport } from '~/suppliers/import/commit-import.job.server';
import { action as upload, loader } from '~/routes/org/suppliers/import';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';

const text = (value: string) => new TextEncoder().encode(value);
type Sent = { files?: [string, Uint8Array][]; pasted?: string };

/** Submits the upload form as a browser does. */
async function send(member: MadeMember, { files = [], pasted = '' }: Sent) {
  const form = new FormData();
  for (const [name, bytes] of files) form.append('file', new File([new Uint8Array(bytes)], name));
  form.set('pasted', pasted);
  const url = `http://localhost/o/${member.organization.slug}/suppliers/import`;
  const request = new Request(url, { method: 'POST', body: form, headers: { Cookie: member.cookie } });
  const route = (args: { params: Record<string, string | undefined>; context: object }) =>
    upload({ ...args, request } as unknown as Parameters<typeof upload>[0]);
  return callRoute(route, { url, method: 'POST', params: { orgSlug: member.organization.slug } });
}
const page = (member: MadeMember, location: string | null) =>
  callRoute(loader, { url: location ?? '', params: { orgSlug: member.organization.slug }, cookie: member.cookie });

/** One list in three formats; the workbooks have a cell with UTF-8 that was read as MacRoman. */
const rows = [
  ['country', 'name', 'address', 'sector'],
  ['Brazil', 'Têxtil Aurora', 'Rua Nº 280', 'Apparel'],
  ['India', 'Beta Dyeing', '2 Road', 'Apparel'],
  ['CHINA', 'Gamma Knits', '3 Road', 'Apparel'],
];
const garbled = rows.map((cells) => cells.map((cell) => cell.replace('Nº', 'N¬∫')));
const workbook = (bookType: 'xlsx' | 'biff8') => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(garbled), 'List');
  return new Uint8Array(write(book, { type: 'array', bookType }));
};

describe('several files', () => {
  it('A1: of one list in three formats import each supplier once', async () => {
    const member = await makeMember();
    const sent = await send(member, {
      files: [
        ['12.csv', text(rows.map((cells) => cells.join(',')).join('\n'))],
        ['12.xls', workbook('biff8')],
        ['12.xlsx', workbook('xlsx')],
      ],
    });
    expect(sent.status).toBe(303);
    const location = sent.headers.get('Location');
    expect(location).toContain('?files=');
    const shown = await page(member, location);
    expect(shown.body).toMatchObject({
      files: ['12.csv', '12.xls', '12.xlsx'].map((fileName) => ({ fileName, status: 'staged', good: 3, invalid: 0 })),
    });
    const { files } = shown.body as { files: { id: string }[] };
    const acceptAll = async () => {
      const form = new URLSearchParams([['intent', 'accept-all'], ...files.map(({ id }) => ['batch', id])]);
      const request = new Request(`http://localhost${location}`, { method: 'POST', body: form, headers: { Cookie: member.cookie } });
      const accepted = await callRoute((args: object) => upload({ ...args, request } as unknown as Parameters<typeof upload>[0]), {
        ...{ url: location ?? '', method: 'POST', params: { orgSlug: member.organization.slug } },
      });
      expect(accepted.status).toBe(303);
      const where = { kind: 'commit-import', status: 'waiting' };
      const runs = await member.inOrganization((db) => db.jobRun.findMany({ where, select: { id: true } }));
      for (const { id } of runs) await commitImport({ organizationId: member.organization.id, userId: member.user.id, runId: id });
      return runs.length;
    };
    expect(await acceptAll()).toBe(3);
    // Lists of the same suppliers that are accepted together need one round: what the first wrote is known to the others.
    expect(await member.inOrganization(async (db) => [await db.supplier.count(), await db.site.count()])).toEqual([3, 3]);
    expect((await page(member, location)).body).toMatchObject({
      files: [{ status: 'committed' }, { status: 'committed' }, { status: 'committed' }],
    });
  });

  it('that are not lists are named, and do not block the others', async () => {
    const member = await makeMember();
    const sent = await send(member, {
      files: [
        ['list.csv', text('name,country\nAlpha,India\n')],
        ['picture.csv', text('%PDF-1.7 no list')],
      ],
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('Set-Cookie')).toBeTruthy();
    expect((await page(member, sent.headers.get('Location'))).body).toMatchObject({ files: [{ fileName: 'list.csv' }] });
    const none = await send(member, {
      files: [
        ['a.csv', text('')],
        ['b.csv', text('%PDF-1.7 no list')],
      ],
    });
    expect([none.status, JSON.stringify(none.body)]).toEqual([422, expect.stringMatching(/a\.csv: .*b\.csv: /)]);
  });

  it('are shown to their own organization only', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    const sent = await send(member, {
      files: [
        ['a.csv', text('name,country\nA,India\n')],
        ['b.csv', text('name,country\nB,India\n')],
      ],
    });
    const query = sent.headers.get('Location')?.split('?')[1];
    expect((await page(other, `/o/${other.organization.slug}/suppliers/import?${query}`)).body).toMatchObject({ files: [] });
  });
});

describe('pasted rows', () => {
  it('are read like any other list', async () => {
    const member = await makeMember();
    const sent = await send(member, { pasted: 'Name\tCountry\r\nAlpha\tIndia\r\n"Two\r\nlines"\tNepal' });
    const batchId = /import\/([0-9a-f-]{36})$/.exec(sent.headers.get('Location') ?? '')?.[1] ?? '';
    const batch = await member.inOrganization((db) =>
      db.importBatch.findFirstOrThrow({
        where: { id: batchId },
        select: { rowCount: true, detected: true, file: { select: { fileName: true } } },
      }),
    );
    expect(batch).toMatchObject({ rowCount: 2, detected: { format: 'csv', delimiter: '\t' } });
    expect(batch.file.fileName).toMatch(/^pasted \d{4}-\d\d-\d\d \d{4}\.tsv$/);
  });
  it('may be missing, like the file, but not both', async () => {
    const member = await makeMember();
    expect((await send(member, { pasted: '  \n ' })).status).toBe(422);
    expect((await send(member, { pasted: 'x'.repeat(11 * 1024 * 1024) })).status).toBe(413);
  });
});
