import { instrument, localizedInstrument, questionsOf } from '#scoring';
import { describe, expect, it } from 'vitest';
import { openOnDevice } from '~/access/answer-devices.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { readCarriedDepths } from '~/questionnaires/responses/read-carried-depths.server';
import { askSupplier } from '~/questionnaires/requests/ask-supplier.server';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { progressOf, readOwn, reviewOf } from '~/questionnaires/respondent/read-own.server';
import { saveOwnSection } from '~/questionnaires/respondent/save-own.server';
import { submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { keyOfDepth } from '~/questionnaires/templates/depths';
import { readQuestionnaire } from '~/questionnaires/workbook/read-questionnaire.server';
import { cellsOf, workbookRows } from '~/questionnaires/workbook/workbook-rows.server';
import { firstRow, writeQuestionnaire } from '~/questionnaires/workbook/write-questionnaire.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { wordsOfInstrument } from './instrument-words.server';
import { readResponse } from './read-response.server';
import { sectionView } from './section-view.server';

const core = keyOfDepth('core');
const whole = keyOfDepth('whole');
const now = new Date();
const visit = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/', { headers: { 'User-Agent': 'phone', ...headers } });

async function asked(member: MadeMember, supplierPublicId: string, instrumentKey: string) {
  const made = await member.inOrganization((db) =>
    askSupplier(db, {
      ...{ supplierPublicId, instrumentKey, dueOn: null, locale: 'en', email: null, message: '', userId: member.user.id, now },
    }),
  );
  if (made.kind !== 'asked') throw new Error(made.code);
  const { responseId } = made;
  const device = await openOnDevice(made.token, visit(), openRequest);
  const cookie = device?.setCookie.split(';')[0] ?? '';
  const respondent = () => requireRespondent(visit({ Cookie: cookie }), { responseId });
  const read = async () => {
    const own = await (await respondent()).inResponse((db) => readOwn(db, responseId));
    if (!own) throw new Error('nothing to read');
    return own;
  };
  const save = async (sectionKey: string, fields: [string, string][], at = now) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return saveOwnSection(await respondent(), { sectionKey, form, now: at });
  };
  return { responseId, respondent, read, save };
}
type Asked = Awaited<ReturnType<typeof asked>>;

/** Answers everything with the first choice of each question, as the form of its section does. */
async function answerAll({ read, save, respondent }: Asked, at = now): Promise<void> {
  const { instrumentKey } = await read();
  for (const { key, questions } of instrument(instrumentKey).sections) {
    const fields = questions.flatMap(({ key: question, type, options = [] }): [string, string][] =>
      type === 'FACT' ? [[`${question}:people.all`, '30']] : [[`${question}:value`, options[0]?.value ?? '']],
    );
    expect(await save(key, fields, at)).toMatchObject({ kind: 'section', refusals: {} });
  }
  expect(await submitOwn(await respondent(), { now: at })).toEqual({ kind: 'submitted' });
}

describe('a list to tick', () => {
  it('is kept in the order of its options; ticks win over the answers that exclude them, and not knowing over none', async () => {
    const member = await makeMember();
    const { publicId } = await makeSupplier(member, { name: 'Ticking workshop' });
    const made = await asked(member, publicId, core);
    const [section] = instrument(core).sections.filter(({ questions }) => questions.some(({ key }) => key === 'SIT.1'));
    const saved = async (...ticked: string[]) => {
      await made.save(section?.key ?? '', [['SIT.1:shown', 'en:0'], ...ticked.map((value): [string, string] => ['SIT.1:value', value])]);
      return (await made.read()).answers.get('SIT.1')?.value ?? null;
    };
    expect(await saved('agency', 'housing')).toBe('housing agency');
    expect(await saved('none', 'guards')).toBe('guards');
    expect(await saved('none', 'dont-know')).toBe('dont-know');
    expect(await saved('none')).toBe('none');
    expect(await saved()).toBeNull();
    expect(await made.save(section?.key ?? '', [['SIT.1:value', 'castle']])).toMatchObject({ refusals: { 'SIT.1': expect.any(String) } });
    const view = sectionView(await made.read(), section?.key ?? '', { withUnasked: true });
    const choices = view?.questions.find(({ key }) => key === 'SIT.1')?.choices.map(({ value }) => value) ?? [];
    expect(choices.slice(-2)).toEqual(['none', 'dont-know']);
    expect(wordsOfInstrument(core)?.answer('SIT.1', 'housing agency')).toContain('; ');
    expect(wordsOfInstrument(core)?.answer('SIT.1', 'housing castle')).toBeNull();
  });

  it('decides which questions are asked: what is not ticked is not asked', async () => {
    const member = await makeMember();
    const { publicId } = await makeSupplier(member, { name: 'Workshop with rooms' });
    const made = await asked(member, publicId, core);
    await made.save('W1', [['SIT.1:value', 'housing']]);
    expect(progressOf(await made.read()).unasked).toContain('AGY.1');
    expect(progressOf(await made.read()).unasked).not.toContain('MOV.2');
  });
});

describe('the workbook of a questionnaire with lists to tick', () => {
  it('has a line for each option, and reads the marks back as one answer', async () => {
    const member = await makeMember();
    const { publicId } = await makeSupplier(member, { name: 'Workshop offline' });
    const made = await asked(member, publicId, core);
    await made.save('W1', [['SIT.1:value', 'guards']]);
    const response = await made.read();
    const shown = localizedInstrument(core, 'en');
    const rows = workbookRows(shown);
    const lines = rows.flatMap(({ code }, at) => (code.startsWith('SIT.1:') ? [{ code, at }] : []));
    expect(lines.map(({ code }) => code)).toEqual([
      ...(questionsOf(instrument(core))
        .find(({ key }) => key === 'SIT.1')
        ?.options?.map(({ value }) => `SIT.1:tick.${value}`) ?? []),
      'SIT.1:value',
    ]);
    const cells = cellsOf(rows, response, shown);
    expect(lines.map(({ at }) => cells[at])).toEqual(['', 'x', '', '', '']);
    expect(rows.filter(({ code }) => code.startsWith('FEE.2.')).every(({ text }) => text.includes('('))).toBe(true);
    const bytes = writeQuestionnaire({ response, shown, madeAt: now });
    const read = await readQuestionnaire(bytes, { response, shownIn: () => shown, owner: 'test' });
    expect(read).toMatchObject({ kind: 'read', changes: [], invalid: [] });
    expect(firstRow).toBeGreaterThan(1);
  });
});

describe('another depth of the self-assessment', () => {
  it('asks nothing again: answers to the core are there with their day, can be changed, and are sent', async () => {
    const member = await makeMember();
    const { publicId } = await makeSupplier(member, { name: 'Workshop asked twice' });
    const lastMonth = new Date(now.getTime() - 30 * 86_400_000);
    await answerAll(await asked(member, publicId, core), lastMonth);
    const second = await asked(member, publicId, whole);
    const own = await second.read();
    const shared = questionsOf(instrument(core)).map(({ key }) => key);
    const carried = await (await second.respondent()).inResponse((db) => readCarriedDepths(db, own));
    expect(Object.keys(carried).sort()).toEqual(shared.filter((key) => own.answers.has(key)).sort());
    expect(own.answers.get('PAY.1')).toMatchObject({ value: 'always', answeredAt: lastMonth });
    expect(carried['PAY.1']).toEqual({ on: lastMonth.toISOString().slice(0, 10), title: localizedInstrument(core, 'en').title.text });
    const section = instrument(whole).sections.find(({ questions }) => questions.some(({ key }) => key === 'PAY.1'))?.key ?? '';
    await second.save(section, [['PAY.1:value', 'mostly']]);
    const changed = await second.read();
    expect(changed.answers.get('PAY.1')?.value).toBe('mostly');
    expect(await (await second.respondent()).inResponse((db) => readCarriedDepths(db, changed))).not.toHaveProperty('PAY.1');
    await answerAll(second);
  });

  it('is asked again where the answer is older than two years', async () => {
    const member = await makeMember();
    const { publicId } = await makeSupplier(member, { name: 'Workshop of long ago' });
    await answerAll(await asked(member, publicId, core), new Date(now.getTime() - 3 * 365 * 86_400_000));
    expect((await (await asked(member, publicId, whole)).read()).answers.size).toBe(0);
  });
});

describe('the answers of a respondent', () => {
  it('are summed up before they are sent without a word of checks, and reach the desk as labels', async () => {
    const member = await makeMember();
    const { publicId } = await makeSupplier(member, { name: 'Workshop that sends' });
    const made = await asked(member, publicId, core);
    await made.save('W1', [
      ['PEO.1:people.all', '30'],
      ['SIT.1:value', 'housing'],
      ['SIT.1:value', 'outwork'],
    ]);
    await made.save('W3', [['FEE.2.travel:value', 'agency']]);
    const summary = reviewOf(await made.read());
    expect(summary).not.toHaveProperty('contradictions');
    expect(summary.given.map(({ key, answers }) => [key, answers.map((answer) => answer.key)])).toEqual([
      ['W1', ['PEO.1', 'SIT.1']],
      ['W3', ['FEE.2.travel']],
    ]);
    expect(summary.given[0]?.answers[0]?.answer).toMatch(/: 30$/);
    // A row of a table is named with the question of its table.
    expect(summary.given[1]?.answers[0]?.text).toMatch(/^Who pays .+\? Travel to the job$/);
    await answerAll(made);
    await reachAsker({ askerOrganizationId: member.organization.id, responseId: made.responseId, now });
    const desk = await member.inOrganization((db) => readDesk(db, { responseId: made.responseId, filter: 'all' }));
    const row = (key: string) => desk?.rows.find((each) => each.key === key);
    expect(row('PAY.1')?.answer).toBe('Always');
    expect(row('FEE.2.travel')?.answer).toBe('We pay');
    expect((await member.inOrganization((db) => readResponse(db, made.responseId)))?.answers.get('SIT.1')?.value).toBe('housing');
  });
});
