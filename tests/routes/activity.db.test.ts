import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { type ActivityPage, listActivity, listActivityFilters } from '~/activity-log/list-activity.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { rootDb } from '~/access/root-db.server';
import { followRequestLocale, runInLocale } from '~/platform/http/locale.server';
import { makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';

test('one event records who, when, and each field before and after', async () => {
  const { inOrganization, user } = await makeMember();
  const party = await inOrganization(async (db) => {
    const made = await db.party.create({ data: { kind: 'supplier', publicId: '0000000001X', name: 'Công ty Nguyễn', nameKey: 'n' } });
    const before = { workers: 120, country: 'VN', sector: null };
    const after = { workers: 140, country: 'VN', sector: '14' };
    await recordActivity(db, { recordKind: 'supplier', recordId: made.id, act: 'edit', userId: user.id, before, after });
    return made;
  });
  const page = await inOrganization((db) => listActivity(db, { recordKind: 'supplier', recordId: party.id }));
  expect(page).toMatchObject({
    before: null,
    after: null,
    events: [
      {
        act: 'edit',
        at: expect.any(Date),
        record: { name: 'Công ty Nguyễn', path: 'suppliers/0000000001X' },
        person: { id: user.id, name: user.name },
        changes: [
          { field: 'sector', before: null, after: '14' },
          { field: 'workers', before: 120, after: 140 },
        ],
      },
    ],
  });
});

test('keyset paging shows every event once, in both directions, even where many share a millisecond', async () => {
  const { inOrganization, organization } = await makeMember();
  const at = new Date();
  await inOrganization((db) =>
    db.activity.createMany({
      data: Array.from({ length: 23 }, (_, count) => ({
        recordKind: 'score',
        recordId: randomUUID(),
        act: 'score',
        at: new Date(at.getTime() + Math.floor(count / 10)),
      })),
    }),
  );
  const seen: string[] = [];
  const pages: string[][] = [];
  let cursor: { after: string } | null = null;
  let last: ActivityPage | undefined;
  for (;;) {
    const page: ActivityPage = await inOrganization((db) => listActivity(db, { cursor, limit: 5 }));
    pages.push(page.events.map(({ id }) => id));
    seen.push(...page.events.map(({ id }) => id));
    last = page;
    if (page.after === null) break;
    cursor = { after: page.after };
  }
  expect(new Set(seen).size).toBe(23);
  expect(pages.map(({ length }) => length)).toEqual([5, 5, 5, 5, 3]);
  for (let back = pages.length - 2; back >= 0; back--) {
    const before: string = last?.before ?? '';
    const page: ActivityPage = await inOrganization((db) => listActivity(db, { cursor: { before }, limit: 5 }));
    expect(page.events.map(({ id }) => id)).toEqual(pages[back]);
    last = page;
  }
  expect(last?.before).toBeNull();
  expect(await rootDb().organization.count({ where: { id: organization.id } })).toBe(1);
});

test('an invalid cursor shows the first page; filters list the types and users that occur', async () => {
  const { inOrganization, user } = await makeMember();
  await inOrganization((db) => recordActivity(db, { recordKind: 'member', recordId: user.id, act: 'join', userId: user.id }));
  await inOrganization((db) => recordActivity(db, { recordKind: 'score', recordId: randomUUID(), act: 'score' }));
  const list = (options: Parameters<typeof listActivity>[1]) => inOrganization((db) => listActivity(db, options));
  for (const after of ['', 'x', "2026-01-01T00:00:00.000Z_'; DROP TABLE", '_'])
    expect((await list({ cursor: { after } })).events).toHaveLength(2);
  expect((await list({ userId: user.id })).events).toMatchObject([{ act: 'join', record: { name: user.name } }]);
  expect((await list({ recordKind: 'score' })).events).toMatchObject([{ person: null }]);
  expect(await inOrganization(listActivityFilters)).toEqual({
    recordKinds: ['member', 'score'],
    people: [{ id: user.id, name: user.name }],
  });
});

test('events in the activity log can be neither changed nor deleted', async () => {
  const { inOrganization, user } = await makeMember();
  await inOrganization((db) => recordActivity(db, { recordKind: 'member', recordId: user.id, act: 'join', userId: user.id }));
  await expect(inOrganization((db) => db.activity.updateMany({ data: { act: 'other' } }))).rejects.toThrow(/permission denied/);
  await expect(inOrganization((db) => db.activity.deleteMany({}))).rejects.toThrow(/permission denied/);
});

test('shows answers and questionnaires in the reader’s language, with the wording of the template', async () => {
  followRequestLocale();
  const member = await makeMember();
  const { inOrganization, user } = member;
  const supplier = await makeSupplier(member);
  const instrumentKey = 'ilo-ten-principles@1.0.0';
  const opened = await inOrganization((db) =>
    openResponse(db, { supplierPublicId: supplier.publicId, instrumentKey, dueOn: null, userId: user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  const { responseId } = opened;
  const answers: [string, unknown][] = [
    ['P1.Q1', 3],
    ['P1.Q1', 'dont-know'],
    ['P1.Q2', 'partial'],
    ['P1.Q4', 85],
    ['P5.Q1', { migrantShare: 25 }],
  ];
  for (const [question, value] of answers)
    await inOrganization((db) => answerQuestion(db, { responseId, question, value, userId: user.id, now: new Date() }));
  await inOrganization((db) => answerQuestion(db, { responseId, question: 'P1.Q2', value: null, userId: user.id, now: new Date() }));
  const said = async (locale: 'en' | 'fr') => {
    const { events } = await runInLocale(locale, () => inOrganization((db) => listActivity(db, { recordId: responseId })));
    return events
      .reverse()
      .flatMap(({ changes }) => changes.filter(({ field }) => !['note', 'supplier'].includes(field)))
      .map(({ before, after }) => [before, after]);
  };
  expect(await said('en')).toEqual([
    [null, 'Self-assessment by the ILO’s ten principles'],
    [null, 'In writing, and it works'],
    ['In writing, and it works', 'I don’t know'],
    [null, 'Partly'],
    [null, '85%'],
    [null, 'Workers from other countries: 25%'],
    ['Partly', null],
  ]);
  const english = new Set((await said('en')).flat());
  const french = (await said('fr')).flat().filter((word) => word !== null);
  expect(french).toHaveLength(8);
  expect(french.filter((word) => english.has(word))).toEqual([]);
});
