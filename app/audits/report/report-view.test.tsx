import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Block } from '~/documents/pdf/block';
import { ReportView } from './report-view';

const blank = { title: 'Report', subtitle: 'Of a project', head: '', foot: '', maker: '', watermark: null, cover: [] };

function drawn(columns: Extract<Block, { kind: 'table' }>['columns'], rows: string[][]): string {
  const blocks: Block[] = [{ kind: 'table', title: 'Table', columns, rows }];
  const report = { ...blank, parts: [{ key: 'part', title: 'Part', blocks }] };
  return renderToStaticMarkup(<ReportView report={report} locale="en" photoAt={(sha256) => sha256} />);
}

describe('a table of a report on a page', () => {
  it('stacks a list under its column headings, and stays a table for screen readers', () => {
    const html = drawn(
      [
        { label: 'Rank', share: 10, align: 'end' },
        { label: 'Issue', share: 60 },
        { label: 'Severity', share: 30, align: 'end' },
      ],
      [['1', 'Fees are taken', '4']],
    );
    expect(html).toMatch(/<table class="[^"]*stacked-table" role="table">/);
    expect(html).toMatch(/<th [^>]*role="rowheader" data-head="Rank"/);
    expect(html).toMatch(/<td role="cell" data-head="Issue" data-wide=""/);
  });

  it('repeats no heading for a name, and leaves a table of numbers unchanged', () => {
    const name = drawn(
      [
        { label: 'Company', share: 50 },
        { label: 'Country', share: 50 },
      ],
      [['Weaver', 'India']],
    );
    expect(name).not.toContain('data-head="Company"');
    expect(name).toContain('data-head="Country"');
    const numbers = drawn(
      [{ label: 'Sector', share: 50 }, ...['A', 'B'].map((label) => ({ label, share: 25, align: 'end' as const }))],
      [['Power', '1', '2']],
    );
    expect(numbers).not.toMatch(/stacked-table|role=|data-head/);
  });
});
