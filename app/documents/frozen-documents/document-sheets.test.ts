import { expect, it } from 'vitest';
import type { LenderDocument } from '~/documents/frozen-documents/lender-report/schema';
import { documentSheets } from './document-sheets';

const document: LenderDocument = {
  ...{ title: 'Park', subtitle: 'Review', head: 'Head' },
  cover: [{ kind: 'pairs', title: 'Facts', rows: [['Client', 'A mill']] }],
  parts: [
    {
      ...{ key: 'gaps', title: '8 Gaps' },
      blocks: [
        { kind: 'heading', level: 2, text: 'Not met' },
        { kind: 'paragraph', text: 'Words' },
        { kind: 'list', items: [{ lead: 'One', text: 'more' }, { lead: 'Two' }] },
        {
          ...{ kind: 'table', title: 'Items' },
          columns: [
            { label: 'Item', share: 70 },
            { label: 'Met', share: 30 },
          ],
          rows: [[{ text: 'PS2-22', note: 'Forced labour' }, '3']],
        },
      ],
    },
  ],
};

it('includes everything that a report prints, one sheet per part, and gives every column a heading', () => {
  expect(documentSheets({ document })).toEqual([
    { name: 'cover', table: { head: ['Park', 'Review'], rows: [['Client', 'A mill']] } },
    {
      name: 'gaps',
      table: {
        head: ['8 Gaps', ''],
        rows: [[], ['Not met'], ['Words'], ['One', 'more'], ['Two'], ['Item', 'Met'], ['PS2-22\nForced labour', '3']],
      },
    },
  ]);
});
