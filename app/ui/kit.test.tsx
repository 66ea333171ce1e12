import { readFileSync } from 'node:fs';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { describe, expect, it } from 'vitest';
import { bands } from '#scoring';
import { Chip } from './alert-chip';
import { BandBadge } from './band-badge';
import { BasisMark } from './basis-mark';
import { CursorPager } from './cursor-pager';
import { type Column, DataTable, mostStacked } from './data-table';
import { Field, TextArea } from './field';
import { limitText } from './wire-limit';
import { FilterBar } from './filter-bar';
import { ErrorSummary } from './form-errors';
import { type Run, RunProgress } from './progress';
import { RadioGroup } from './select';
import { ScoreTile } from './score-tile';
import { NumberText } from './values';

async function render(element: ReactElement, address = '/'): Promise<string> {
  const routes = [
    { path: '/', element },
    { path: '/run', loader: () => null },
  ];
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(`http://localhost${address}`));
  if (context instanceof Response) throw context;
  return renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />,
  );
}

type Row = { id: string; name: string; workers: number | null };
const rows: Row[] = [
  { id: 'a', name: 'Delta <Textiles>', workers: 1250 },
  { id: 'b', name: 'Công ty', workers: null },
];
const columns: Column<Row>[] = [
  { key: 'name', header: 'Supplier', sortKey: 'name', cell: ({ name }) => name },
  { key: 'workers', header: 'Workers', sortKey: 'workers', align: 'end', cell: ({ workers }) => <NumberText value={workers} /> },
];

describe('the limit of a text', () => {
  const words = { most: 2000, left: 'Characters left: {count}', over: 'Too many now: {over}.' };

  it('cuts nothing: the field takes more, and says where its limit is', async () => {
    const area = await render(<TextArea name="message" label="Message" maxLength={2000} />);
    expect(area).not.toMatch(/maxlength/i);
    expect(area).toContain('data-text-limit="2000"');
    expect(area).toContain('aria-describedby="field-message-limit"');
    const name = await render(<Field name="organizationName" label="Name" maxLength={120} />);
    expect(name).not.toMatch(/maxlength/i);
    expect(name).toContain('data-text-limit="120"');
  });

  it('leaves the form of a code as it is', async () => {
    expect(await render(<Field name="currency" label="Currency" maxLength={3} />)).toMatch(/maxlength="3"/i);
  });

  it('keeps a refused text whole, and says without a script how much is too many', async () => {
    const area = await render(<TextArea name="message" label="Message" maxLength={2000} defaultValue={'x'.repeat(6000)} />);
    expect(area).toContain('x'.repeat(6000));
    expect(area).toContain('Shorten this text to 2000 characters. Too many now: 4000.');
  });

  it('speaks from nine tenths on, and counts line ends as they are sent', () => {
    expect(limitText('x'.repeat(1799), words)).toEqual({ said: '', isOver: false });
    expect(limitText('x'.repeat(1800), words)).toEqual({ said: 'Characters left: 200', isOver: false });
    expect(limitText(`${'x'.repeat(1998)}\n`, words)).toEqual({ said: 'Characters left: 0', isOver: false });
    expect(limitText(`${'x'.repeat(1999)}\n`, words)).toEqual({ said: 'Too many now: 1.', isOver: true });
  });
});

describe('the components, rendered on the server', () => {
  it('name every band by text and shape', async () => {
    const drawn = await Promise.all([...bands, null].map((band) => render(<BandBadge band={band} />)));
    expect(new Set(drawn.map((html) => html.replace(/<[^>]*>/g, ''))).size).toBe(6);
    expect(new Set(drawn.map((html) => html.replace(/class="[^"]*"/g, ''))).size).toBe(6);
  });

  it('name the band of a score tile for readers who do not see its colour', async () => {
    const drawn = await Promise.all([12, 30, 50, 70, 90, null].map((score) => render(<ScoreTile score={score} />)));
    const texts = drawn.map((html) => html.replace(/<[^>]*>/g, '').trim());
    expect(texts).toEqual(['12 Low', '30 Moderate', '50 Elevated', '70 High', '90 Severe', '– Not scored']);
  });

  it('tell alerts apart by icon, and those to be confirmed by a dashed border', async () => {
    const looks = ['import-ban', 'critical-finding', 'late', 'neutral'] as const;
    const drawn = await Promise.all(looks.map((look) => render(<Chip look={look}>x</Chip>)));
    expect(new Set(drawn.map((html) => html.replace(/class="[^"]*"/g, ''))).size).toBe(4);
    expect(drawn.join('')).not.toContain('border-dashed');
    expect(
      await render(
        <Chip look="import-ban" isToBeConfirmed>
          x
        </Chip>,
      ),
    ).toContain('border-dashed');
  });

  it('say what a score rests on by letter and in words', async () => {
    const html = await render(<BasisMark basis="D" />);
    expect(html).toContain('aria-label="D: country and sector only"');
    expect(html.replace(/<[^>]*>/g, '')).toBe('D');
  });

  it('render a table whose state is in its links', async () => {
    const html = await render(
      <DataTable
        caption="Suppliers"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        sort={{ key: 'name', direction: 'ascending' }}
      />,
      '/?q=delta&after=k',
    );
    expect(html).toContain('<caption class="sr-only">Suppliers</caption>');
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('href="/?q=delta&amp;sort=-name"');
    expect(html).toContain('href="/?q=delta&amp;sort=workers"');
    expect(html).toContain('scope="row"');
    expect(html).toContain('Delta &lt;Textiles&gt;');
    expect(html).toContain('1,250');
    expect(html).toContain('unknown');
  });

  it('name the headings of stacked rows once for the whole table, and the style sheet has a rule for each column', async () => {
    const html = await render(<DataTable caption="x" columns={columns} rows={rows} rowKey={({ id }) => id} isStacked />);
    expect(html).toContain('--heading-2:&quot;Workers&quot;');
    expect(html).not.toContain('--heading-1:');
    const styles = readFileSync('app/ui/elements.css', 'utf8');
    for (let place = 1; place <= mostStacked; place++)
      expect(styles).toContain(`td:nth-child(${place}) {\n      --heading: var(--heading-${place});`);
  });

  it('show the next step instead of an empty table', async () => {
    expect(await render(<DataTable caption="x" columns={columns} rows={[]} rowKey={({ id }) => id} empty={<p>Import a list</p>} />)).toBe(
      '<p>Import a list</p>',
    );
  });

  it('link a field to its hint and error, and keep the entered value', async () => {
    const html = await render(<Field name="email" label="E-mail" hint="Work address" error="Enter an address." defaultValue="ana@" />);
    expect(html).toContain('for="field-email"');
    expect(html).toContain('aria-describedby="field-email-hint field-email-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="ana@"');
  });

  it('list errors as links to their fields, and nothing when there are none', async () => {
    expect(await render(<ErrorSummary errors={{ email: ['Enter an address.'], '': ['Try again.'] }} />)).toContain('href="#field-email"');
    expect(await render(<ErrorSummary errors={{}} />)).toBe('');
  });

  it('filter by a GET form and show each active filter as a link that removes it', async () => {
    const filters = [{ name: 'country', label: 'Country', options: [{ value: 'VN', label: 'Vietnam' }] }];
    const html = await render(<FilterBar searchLabel="Search" filters={filters} />, '/?country=VN&sort=-name');
    expect(html).toContain('method="get"');
    expect(html).toContain('<input type="hidden" name="sort" value="-name"/>');
    expect(html).toContain('aria-label="Remove filter Country: Vietnam"');
    expect(html).toContain('href="/?sort=-name"');
  });

  it('offer only existing pages', async () => {
    const html = await render(<CursorPager before={null} after="k2" shown={50} total={120} />);
    expect(html).toContain('after=k2');
    expect(html).not.toContain('rel="prev"');
  });

  it('reload a running page where there is no script', async () => {
    const running = { status: 'running', completed: 3, total: 9 } as const;
    expect(await render(<RunProgress url="/run" initial={running} label="Import" />)).toContain('http-equiv="refresh"');
    expect(await render(<RunProgress url="/run" initial={{ ...running, status: 'done' }} label="Import" />)).not.toContain('refresh');
  });

  it('show the next attempt and its time after a first failure, and report a failure only after the last attempt', async () => {
    const run = { completed: 0, total: 9, message: null } as const;
    const tries = { number: 1, of: 3, nextAt: '2026-11-28T14:02:05.000Z' };
    const drawn = async (initial: Run) =>
      (await render(<RunProgress url="/run" initial={initial} label="Import" />)).replace(/<[^>]*>/g, ' ');
    const again = await drawn({ ...run, status: 'waiting', tries });
    expect(again).toContain('Attempt 1 of 3 stopped');
    expect(again).toContain('Attempt 2 of 3 starts automatically at about 14:02:05 UTC');
    expect(again).not.toContain('Waiting to start');
    expect(await drawn({ ...run, status: 'running', tries: { ...tries, number: 2, nextAt: null } })).toContain('Attempt 2 of 3');
    const stopped = await drawn({ ...run, status: 'failed', message: 'Start it again.', tries: { ...tries, number: 3, nextAt: null } });
    expect(stopped).toContain('Stopped');
    expect(stopped).toContain('Start it again.');
    expect(stopped).not.toContain('starts automatically');
  });

  it('write no style attribute', async () => {
    const html = await Promise.all(
      [
        <RadioGroup key="r" name="q" label="Fees?" options={[{ value: 'yes', label: 'Yes' }]} defaultValue="yes" />,
        <RunProgress key="p" url="/run" initial={{ status: 'running', completed: 3, total: 9 }} label="Import" />,
      ].map((element) => render(element)),
    );
    expect(html.join('')).not.toMatch(/\sstyle=/);
  });
});
