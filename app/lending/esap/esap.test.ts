import { instrument, questionsOf } from '#scoring';
import { memberLocales } from '~/locales/member-locales';
import { measureOf, measures } from './measure-of';
import { describe, expect, it } from 'vitest';
import { readAmount, writeAmount } from './amount';
import { compareFile, milestoneReader } from './compare-file';
import { comparePlans, type FrozenItem, type PlanContent } from './plan-content';
import type { Planned } from './plan-lists';
import { isAsFrozen, isOverdue, lacksOf, planFactsOf, totalsOf } from './plan-rules';
import type { PlanItem, PlanRead } from './read-plan.server';
import { sortItems } from './sort-items';

const ids = [1, 2, 3].map((at) => `00000000-0000-4000-8000-00000000000${at}`);
const planned: Planned = {
  ...{ action: 'Repay fees', reason: 'Fees were paid', reference: 'PS2-22.1', deliverable: 'Receipts', owner: 'HR head' },
  ...{ dueOn: '2027-03-01', costMinor: 12_500_000, currency: 'USD', milestone: 'cp-disbursement', indicator: 'Every worker repaid' },
};
const line = (at: number, more: Partial<PlanItem> = {}): PlanItem => ({
  ...{ id: ids[at - 1] ?? '', number: at, ...planned, status: 'open', statusReason: '', itemKey: null, findingId: null, revision: 1 },
  ...{ doneOn: null, doneNote: '', verifiedOn: null, verifiedSeen: '', comments: 0, isLate: false, lacks: [], ...more },
});
const frozen = (...lines: PlanItem[]): PlanContent => ({
  ...{ format: 'action-plan/1', deal: 'D-2026-0001', project: 'Park', client: 'Client', lender: 'Bank', version: 1 },
  frozenAt: '2026-12-01T00:00:00.000Z',
  lines: lines.map(({ id, number, status, ...rest }): FrozenItem => {
    const { action, reason, reference, deliverable, owner, dueOn, costMinor, currency, milestone, indicator } = rest;
    return { id, number, status, action, reason, reference, deliverable, owner, dueOn, costMinor, currency, milestone, indicator };
  }),
});

describe('what a plan requires for the next stages', () => {
  const facts = (lines: PlanItem[], more: Partial<Parameters<typeof planFactsOf>[1]> = {}) =>
    planFactsOf(lines, { unmet: [], agreed: null, today: '2027-02-01', ...more });

  it('counts the unmet items without an ESAP item; a dropped one has a reason', () => {
    const lines = [line(1, { itemKey: 'PS2-22.1' }), line(2, { itemKey: 'EQ6.2', status: 'dropped' })];
    expect(facts(lines, { unmet: ['PS2-22.1', 'EQ6.2', 'PS2-9.5'] })).toMatchObject({ unplannedItems: 1, planItems: 1 });
  });

  it('an agreement is valid as long as the planned content is the same; progress changes nothing, a dropped or new ESAP item does', () => {
    const agreed = frozen(line(1), line(2));
    const isAgreed = (...lines: PlanItem[]) => facts(lines, { agreed }).isPlanAgreed;
    expect(isAgreed(line(1), line(2))).toBe(true);
    expect(isAgreed(line(1, { status: 'verified' }), line(2, { status: 'done' }))).toBe(true);
    expect(isAgreed(line(1, { owner: 'Somebody else' }), line(2))).toBe(false);
    expect(isAgreed(line(1, { costMinor: null, currency: null }), line(2))).toBe(false);
    expect(isAgreed(line(1), line(2, { status: 'dropped' }))).toBe(false);
    expect(isAgreed(line(1), line(2), line(3))).toBe(false);
    expect(isAgreed(line(1), line(2), line(3, { status: 'dropped' }))).toBe(true);
    expect(facts([line(1), line(2)]).isPlanAgreed).toBe(false);
  });

  it('counts conditions that are not verified, and overdue ones', () => {
    const lines = [
      line(1, { milestone: 'cp-signing', status: 'done', dueOn: '2027-01-31' }),
      line(2, { milestone: 'cp-disbursement', status: 'verified', dueOn: '2027-01-01' }),
      line(3, { milestone: 'construction', dueOn: '2027-01-01' }),
    ];
    expect(facts(lines)).toMatchObject({ openSigningConditions: 1, openDisbursementConditions: 0, overdueConditions: 1 });
    expect(facts(lines, { today: '2027-01-31' }).overdueConditions).toBe(0);
  });

  it('an ESAP item is overdue from the next day; a completed one is late only as a condition; an unknown date is not', () => {
    const late = (more: Partial<PlanItem>, today = '2027-03-02') => isOverdue(line(1, more), today);
    expect([late({}, '2027-03-01'), late({})]).toEqual([false, true]);
    expect([late({ status: 'done', milestone: 'operation' }), late({ status: 'done' })]).toEqual([false, true]);
    expect([late({ dueOn: null }), late({ status: 'verified' }), late({ status: 'dropped' })]).toEqual([false, false, false]);
  });

  it('lists what an ESAP item lacks, and adds costs by currency only', () => {
    expect(lacksOf({ ...planned, owner: '', milestone: null })).toEqual(['owner', 'milestone']);
    expect(lacksOf(planned)).toEqual([]);
    const lines = [line(1), line(2, { currency: 'CLP', costMinor: 5 }), line(3, { currency: null, costMinor: null })];
    expect(totalsOf([...lines, line(3), line(3, { status: 'dropped' })])).toEqual({
      sums: [
        { currency: 'CLP', minor: 5 },
        { currency: 'USD', minor: 25_000_000 },
      ],
      unknown: 1,
    });
  });
});

describe('two versions', () => {
  it('differ by ESAP items added, removed and changed, field by field', () => {
    const after = frozen(line(1, { owner: 'CFO', dueOn: '2027-04-01' }), line(3));
    expect(comparePlans(frozen(line(1), line(2)), after)).toMatchObject([
      { kind: 'changed', number: 1, fields: ['owner', 'dueOn'] },
      { kind: 'removed', number: 2 },
      { kind: 'added', number: 3 },
    ]);
    expect(comparePlans(after, frozen(line(1, { owner: 'CFO', dueOn: '2027-04-01', status: 'done' }), line(3)))).toEqual([]);
    expect(isAsFrozen(frozen(), [])).toBe(true);
  });
});

describe('amounts', () => {
  it.each([
    ['125 000,50', 'USD', 12_500_050],
    ['125000', 'JPY', 125_000],
    ['0.1', 'KWD', 100],
    ['0.07', 'EUR', 7],
    ['999999999999.99', 'EUR', 99_999_999_999_999],
    ['1,250', 'USD', null],
    ['1.250,00', 'EUR', null],
    ['12.5', 'JPY', null],
    ['-1', 'USD', null],
    ['1', 'XXQ', null],
  ])('%s %s is %s', (text, currency, minor) => {
    expect(readAmount(text, currency)).toBe(minor);
    if (minor !== null) expect(readAmount(writeAmount(minor, currency), currency)).toBe(minor);
  });
});

describe('an imported file', () => {
  const plan = (lines: PlanItem[], signedOn: string | null = '2027-01-15'): PlanRead => ({
    deal: { id: 't', number: 'D-2026-0001', projectName: 'Park', status: 'reviewed', client: 'Client', signedOn, isClosed: false },
    lines,
    totals: totalsOf(lines),
    version: null,
  });
  const row = (at: number, cells: Record<string, string>) => ({
    row: at + 1,
    cells: {
      ...{ id: ids[at - 1] ?? '', line_number: String(at), action: 'Repay fees', owner: 'HR head', due_on: '2027-03-01' },
      ...{ cost: '125000.00', currency: 'USD', milestone: 'cp-disbursement', revision: '1', deal: 'D-2026-0001', ...cells },
    },
  });
  const compare = (rows: ReturnType<typeof row>[], lines = [line(1), line(2)], signedOn?: string) =>
    compareFile(
      rows,
      plan(lines, signedOn),
      milestoneReader((code) => [`The ${code}`]),
    );

  it('changes nothing where it is the same, and keeps rows and columns that it does not contain', () => {
    expect(compare([row(1, {})])).toMatchObject({ changes: [], unchanged: 1, refused: [], kept: [{ number: 2 }], untaken: [] });
  });

  it('lists each field old and new, reads texts and amounts, and removes the sign that escapes a formula', () => {
    const { changes } = compare([row(1, { owner: "'=HYPERLINK(1)", cost: '99,5', milestone: 'the CP-SIGNING', due_on: '' })]);
    expect(changes).toMatchObject([
      {
        ...{ number: 1, isStale: false, fields: ['owner', 'dueOn', 'costMinor', 'milestone'] },
        planned: { owner: '=HYPERLINK(1)', costMinor: 9_950, milestone: 'cp-signing', dueOn: null, reason: 'Fees were paid' },
      },
    ]);
    const hostile = line(1, { action: '=cmd()', owner: ' padded ' });
    expect(compare([row(1, { action: "'=cmd()", owner: 'padded' })], [hostile])).toMatchObject({ changes: [], unchanged: 1 });
  });

  it('rejects unknown and changed ids, duplicate rows, another plan, closed items and unreadable cells', () => {
    const compared = compare(
      [
        row(1, { id: '00000000-0000-4000-8000-0000000000ff' }),
        row(2, {}),
        row(2, { owner: 'Again' }),
        row(3, { id: 'x', line_number: '77' }),
        row(3, { deal: 'D-2025-0009' }),
      ],
      [line(1), line(2)],
    );
    expect(compared.refused.map(({ code }) => code)).toEqual(['changed-id', 'twice', 'unknown-id', 'other-plan']);
    expect(compared).toMatchObject({ changes: [], kept: [] });
    expect(compare([row(1, { owner: 'X' })], [line(1, { status: 'verified' })]).refused).toMatchObject([{ code: 'not-open' }]);
    const bad = compare([row(1, { due_on: '31/12/2027', cost: '1.250,00', milestone: 'soon', action: '' })], [line(1)]);
    expect(bad.refused[0]?.cells.map(({ column }) => column)).toEqual(['action', 'due_on', 'milestone', 'cost']);
    expect(compare([row(1, { currency: '' })], [line(1)]).refused[0]?.cells).toMatchObject([{ column: 'currency' }]);
    expect(compare([row(1, { due_on: '2027-02-30' })], [line(1)]).refused).toHaveLength(1);
  });

  it('reports an ESAP item that changed since, mixed currencies, dates before signing, another version and progress it cannot change', () => {
    const compared = compare(
      [
        row(1, { owner: 'CFO', revision: '1', currency: 'CLP', cost: '5', status: 'verified', plan_version: '4' }),
        row(2, { due_on: '2027-01-01', milestone: 'operation' }),
      ].map((each) => each),
      [line(1, { revision: 3 }), line(2)],
    );
    expect(compared).toMatchObject({
      changes: [{ isStale: true, revision: 3 }, { isStale: false }],
      currencies: ['CLP', 'USD'],
      beforeSigning: [{ number: 2, dueOn: '2027-01-01' }],
      untaken: [{ column: 'status', said: 'verified' }],
      otherVersion: '4',
    });
    expect(compare([row(1, {})], [line(1)]).currencies).toEqual([]);
  });

  it('accepts a row without id as a new ESAP item', () => {
    const fresh = { row: 9, cells: { id: '', line_number: '', action: 'New', due_on: '2027-05-01' } };
    expect(compareFile([fresh], plan([line(1)]), () => null)).toMatchObject({
      added: [{ row: 9, planned: { action: 'New', costMinor: null } }],
    });
  });
});

describe('the order of ESAP items', () => {
  const lines = [
    line(1, { dueOn: null }),
    line(2, { dueOn: '2027-01-01', isLate: true }),
    line(3, { dueOn: '2028-01-01', status: 'dropped' }),
  ];
  const numbers = (key: string, direction: 'ascending' | 'descending', more = {}) =>
    sortItems(lines, { status: undefined, milestone: undefined, isOverdue: false, search: '', sort: { key, direction }, ...more }).map(
      ({ number }) => number,
    );
  it('lists unknown values last in both directions, and filters', () => {
    expect(numbers('due', 'ascending')).toEqual([2, 3, 1]);
    expect(numbers('due', 'descending')).toEqual([3, 2, 1]);
    expect(numbers('number', 'descending')).toEqual([3, 2, 1]);
    expect(numbers('number', 'ascending', { isOverdue: true })).toEqual([2]);
    expect(numbers('number', 'ascending', { status: 'unsettled' })).toEqual([1, 2]);
    expect(numbers('number', 'ascending', { search: 'nothing like it' })).toEqual([]);
  });
});

describe('the measure proposed for an unmet item', () => {
  const items = new Set(
    ['equator-review@1.0.0', 'ifc-ps2@1.0.0'].flatMap((key) => questionsOf(instrument(key)).map((question) => question.key)),
  );
  const labour = [...items].filter((item) => /^PS2-\d/.test(item));

  it('exists for every labour item in each language of members, and for none that no review asks', () => {
    for (const locale of memberLocales) {
      expect(labour.filter((item) => measureOf(item, locale) === null)).toEqual([]);
      expect(Object.keys(measures[locale]).filter((item) => !items.has(item))).toEqual([]);
      expect(Object.keys(measures[locale])).toEqual(Object.keys(measures.en));
      for (const text of Object.values(measures[locale])) expect(text).not.toMatch(/[?]|[.]$/);
    }
    expect(measureOf('EQZ.3', 'en')).toBeNull();
  });
});
