import { type CellObject, read, type WorkBook, write } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { takeWorkbook } from './take-workbook.server';
import { saveSection } from '~/questionnaires/responses/save-section.server';
import { readQuestionnaire } from './read-questionnaire.server';
import { sheetName, writeQuestionnaire } from './write-questionnaire.server';

const now = new Date('2026-11-26T10:00:00Z');
const key = 'ilo-ten-principles@1.0.0';
let member: MadeMember;

beforeAll(async () => {
  member = await makeMember();
});

async function open(name: string, instrumentKey = key): Promise<string> {
  const { publicId } = await makeSupplier(member, { name });
  const opened = await member.inOrganization((db) =>
    openResponse(db, { supplierPublicId: publicId, instrumentKey, dueOn: null, userId: member.user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  return opened.responseId;
}

async function stored(responseId: string) {
  const found = await member.inOrganization((db) => readResponse(db, responseId));
  if (!found) throw new Error('none');
  return found;
}

const answer = (responseId: string, question: string, value: unknown, at = now) =>
  member.inOrganization((db) => answerQuestion(db, { responseId, question, value, userId: member.user.id, now: at }));

/** A workbook of the current response, with some cells written by code. */
async function filled(responseId: string, cells: Record<string, string | number>, locale = 'en'): Promise<WorkBook> {
  const response = await stored(responseId);
  const book = read(writeQuestionnaire({ response, shown: localizedInstrument(key, locale), madeAt: now }), { cellFormula: true });
  const sheet = book.Sheets[sheetName] ?? {};
  for (const [code, said] of Object.entries(cells)) put(sheet, placeOf(sheet, code), said);
  return book;
}

function placeOf(sheet: Record<string, unknown>, code: string): string {
  const at = Object.keys(sheet).find((place) => place.startsWith('A') && (sheet[place] as CellObject).v === code);
  if (!at) throw new Error(`no ${code}`);
  return `C${at.slice(1)}`;
}

function put(sheet: Record<string, unknown>, place: string, said: string | number): void {
  sheet[place] = { t: typeof said === 'number' ? 'n' : 's', v: said };
}

const bytesOf = (book: WorkBook): Uint8Array => write(book, { type: 'buffer', bookType: 'xlsx' });
const compare = async (responseId: string, book: WorkBook) =>
  readQuestionnaire(bytesOf(book), {
    response: await stored(responseId),
    shownIn: (locale) => localizedInstrument(key, locale),
    owner: member.organization.id,
  });

describe('a workbook', () => {
  it('that is returned unchanged changes nothing, in any language', async () => {
    const responseId = await open('Mill of no change');
    await answer(responseId, 'P1.Q1', 3);
    await answer(responseId, 'P1.Q4', 42);
    await answer(responseId, 'P5.Q1', { migrantShare: 25 });
    for (const locale of ['en', 'fr', 'ar'])
      expect(await compare(responseId, await filled(responseId, {}, locale)), locale).toMatchObject({
        kind: 'read',
        changes: [],
        invalid: [],
      });
  });

  it('completed offline and imported equals answering online', async () => {
    const [offline, online] = [await open('Mill offline'), await open('Mill online')];
    const shown = localizedInstrument(key, 'en');
    const label = (type: 'YNP' | 'G4', value: string | number) =>
      shown.scales[type].find((choice) => choice.value === value)?.text.text ?? '';
    for (const responseId of [offline, online]) await answer(responseId, 'P1.Q1', 1);
    await answer(online, 'P1.Q1', 4);
    await answer(online, 'P1.Q2', 'partial');
    await answer(online, 'P1.Q4', 80);
    await answer(online, 'P5.Q1', { migrantShare: 25, agencyShare: 10 });
    const book = await filled(offline, {
      'P1.Q1': label('G4', 4),
      'P1.Q2': label('YNP', 'partial'),
      'P1.Q4': '80 %',
      'P1.Q3': 'perhaps',
      'P5.Q1:migrantShare': 25,
      'P5.Q1:agencyShare': 10,
    });
    const compared = await compare(offline, book);
    if (compared.kind !== 'read') throw new Error(compared.kind);
    expect(compared.changes.map(({ question, state }) => [question, state])).toEqual([
      ['P1.Q1', 'changed'],
      ['P1.Q2', 'new'],
      ['P1.Q4', 'new'],
      ['P5.Q1', 'new'],
    ]);
    expect(compared.invalid).toMatchObject([{ said: 'perhaps', cell: expect.stringMatching(/^C\d+$/) }]);
    const form = new URLSearchParams([['intent', 'apply'], ...compared.changes.flatMap(({ fields }) => fields)]);
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const cookie = { Cookie: member.cookie };
    const { requireMember } = await import('~/access/require-member.server');
    const caller = await requireMember(
      new Request('http://localhost/', { headers: cookie }),
      { orgSlug: member.organization.slug },
      'answer:response',
    );
    const applied = await takeWorkbook(request, {
      load: () => stored(offline),
      shownIn: localizedInstrument,
      sender: { organizationId: member.organization.id, address: '192.0.2.1' },
      save: async (sectionKey, sent) => {
        const saved = await saveSection(caller, { responseId: offline, sectionKey, form: sent, now });
        return saved.kind === 'section' ? saved.refusals : {};
      },
    });
    expect(applied).toEqual({ kind: 'applied', saved: 4, refusals: [] });
    const plain = async (id: string) =>
      [...(await stored(id)).answers]
        .map(([question, { value, shares, note }]) => ({ question, value, shares, note }))
        .sort((a, b) => (a.question < b.question ? -1 : 1));
    expect(await plain(offline)).toEqual(await plain(online));
  });

  it('shows both answers where one was changed online since the export', async () => {
    const responseId = await open('Mill of two hands');
    const book = await filled(responseId, { 'P1.Q4': 30 });
    await answer(responseId, 'P1.Q4', 60, new Date('2026-11-26T11:00:00Z'));
    expect(await compare(responseId, book)).toMatchObject({
      changes: [{ question: 'P1.Q4', state: 'conflict', cells: [{ said: '30', online: '60' }] }],
    });
  });

  it('is rejected, naming the cell, where a locked cell was altered, or it belongs to another response', async () => {
    const responseId = await open('Mill of tampering');
    await answer(responseId, 'P1.Q1', 2);
    const sheetOf = (book: WorkBook) => book.Sheets[sheetName] ?? {};
    const code = await filled(responseId, {});
    put(sheetOf(code), 'A7', 'P9.Q9');
    expect(await compare(responseId, code)).toEqual({ kind: 'refused', code: 'altered', cell: 'A7' });
    const before = await filled(responseId, {});
    put(sheetOf(before), 'F7', 'something');
    expect(await compare(responseId, before)).toEqual({ kind: 'refused', code: 'altered', cell: 'B3' });
    const other = await open('Mill of another file');
    expect(await compare(other, await filled(responseId, {}))).toEqual({ kind: 'refused', code: 'other-response', cell: 'B3' });
    // The stamp rewritten for this response does not have the right signature.
    const forged = await filled(responseId, {});
    const stamp = String((sheetOf(forged).B3 as CellObject).v).split('.');
    const body = JSON.parse(Buffer.from(stamp[1] ?? '', 'base64url').toString());
    put(
      sheetOf(forged),
      'B3',
      [stamp[0], Buffer.from(JSON.stringify({ ...body, response: other })).toString('base64url'), stamp[2]].join('.'),
    );
    expect(await compare(other, forged)).toMatchObject({ kind: 'refused', code: 'altered' });
    const version = await filled(responseId, {});
    put(
      sheetOf(version),
      'B3',
      [stamp[0], Buffer.from(JSON.stringify({ ...body, instrument: 'short-form@1.0.0' })).toString('base64url'), stamp[2]].join('.'),
    );
    expect(await compare(responseId, version)).toEqual({ kind: 'refused', code: 'other-version', cell: 'B3' });
    const formula = await filled(responseId, {});
    sheetOf(formula).C9 = { t: 'n', v: 3, f: '1+2' };
    expect(await compare(responseId, formula)).toEqual({ kind: 'refused', code: 'formula', cell: 'C9' });
    const gone = await filled(responseId, {});
    delete gone.Sheets[sheetName];
    gone.SheetNames = gone.SheetNames.filter((name) => name !== sheetName);
    expect(await compare(responseId, gone)).toEqual({ kind: 'refused', code: 'no-sheet', cell: sheetName });
    const response = await stored(responseId);
    const shownIn = (locale: string) => localizedInstrument(key, locale);
    expect(await readQuestionnaire(Buffer.from('a,b\n1,2'), { response, shownIn, owner: member.organization.id })).toMatchObject({
      code: 'not-a-workbook',
    });
  });
});
