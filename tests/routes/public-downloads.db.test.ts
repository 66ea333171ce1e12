import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceTableIds, recordsOf, vintagesOf } from '#scoring';
import { routeFiles, serveSources, type Served, sourceBuild } from '../setup/served-app';

let served: Served;
beforeAll(async () => {
  served = await serveSources(await sourceBuild());
});
afterAll(() => served.close());

const get = (path: string) => fetch(`http://${served.host}${path}`, { headers: { 'X-Forwarded-Proto': 'https' }, redirect: 'manual' });

const parameters: Readonly<Record<string, string>> = { iso2: 'QA', code: '14', table: 'governance' };

/** Every route outside an organization that is a CSV or JSON file, with its parameters. */
const downloads = routeFiles()
  .filter(({ file }) => /-(csv|json)\.ts$/.test(file) && file.startsWith('routes/public/'))
  .map(({ path = '' }) => `/${path.replaceAll(/:(\w+)/g, (_, name: string) => parameters[name] ?? `no value for ${name}`)}`);

const rowsOf = (text: string) =>
  Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true, dynamicTyping: false });

describe('public downloads over HTTP', () => {
  it('finds them by their files', () => {
    expect(downloads.length).toBeGreaterThanOrEqual(12);
    expect(downloads).toEqual(expect.arrayContaining(['/countries.csv', '/sectors.json', '/methodology/tables/governance.csv']));
  });

  it.each(downloads)('%s returns rows', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    const text = await answer.text();
    if (path.endsWith('.json')) expect(Object.keys(JSON.parse(text) as object).length).toBeGreaterThan(2);
    else {
      const { data, errors } = rowsOf(text);
      expect(errors).toEqual([]);
      expect(data.length).toBeGreaterThan(5);
    }
  });

  it.each(['/wp-login.php', '/favicon2.ico', '/countries.xml', '/countries.csv.php', '/.well-known/nothing', '/fonts/none.woff2'])(
    '%s returns a plain 404',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([404, 'Not found\n']);
    },
  );

  it.each(['/methodology/tables/nonsense.csv', '/methodology/tables/__proto__.json', '/methodology/tables/governance.csv?vintage=1800'])(
    '%s is not found',
    async (path) => expect((await get(path)).status).toBe(404),
  );
});

describe('reference tables as files', () => {
  it.each(referenceTableIds)('%s has all its rows, with licence and source, in every edition', async (id) => {
    for (const table of vintagesOf(id)) {
      const query = `?vintage=${encodeURIComponent(table.vintage)}`;
      const answer = await get(`/methodology/tables/${id}.csv${query}`);
      const { data, errors, meta } = rowsOf(await answer.text());
      expect([answer.status, errors]).toEqual([200, []]);
      expect(new Set(meta.fields).size).toBe(meta.fields?.length);
      const records = recordsOf(table);
      expect(data.map(({ key }) => key?.replace(/^'/, ''))).toEqual(records.map(({ key }) => key));
      const { producer, licence, urlMain } = table.origin;
      for (const row of data)
        expect([row.table, row.vintage, row.producer, row.licence, row.publication]).toEqual([
          ...[id, table.vintage, producer, licence.name, urlMain ?? ''],
        ]);
      const json = (await (await get(`/methodology/tables/${id}.json${query}`)).json()) as { origin: object; rows: object[] };
      expect(json).toMatchObject({ table: id, vintage: table.vintage, origin: { producer, licence, url: urlMain } });
      expect(json.rows).toEqual(records.map(({ key, confidence, cells }) => ({ key, ...cells, confidence })));
    }
  });

  it('returns the edition in force when none is named', async () => {
    const json = (await (await get('/methodology/tables/compliance-questions.json')).json()) as { vintage: string };
    expect(json.vintage).toBe(vintagesOf('compliance-questions').at(-1)?.vintage);
  });
});
