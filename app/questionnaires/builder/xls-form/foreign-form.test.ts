import { describe, expect, it } from 'vitest';
import { named as v, xlsFormFile, yesNo } from '../../../../tests/factories/xls-form';
import { questionsIn } from '../draft';
import { readXlsForm } from './read-xls-form.server';

type Form = Parameters<typeof xlsFormFile>[0];

async function read(form: Form) {
  const found = await readXlsForm(xlsFormFile(form));
  if (found.kind !== 'read') throw new Error(JSON.stringify(found.remarks));
  const questions = questionsIn(found.draft.content);
  return {
    ...found,
    questions,
    sections: found.draft.content.sections,
    translations: found.draft.translations,
    question: (key: string) => questions.find((question) => question.key === key),
    /** The remarks on a row of the survey: codes, and details where requested. */
    at: (row: number, sheet = 'survey') => found.remarks.filter((each) => each.sheet === sheet && each.row === row).map(({ code }) => code),
    detail: (code: string) => found.remarks.filter((each) => each.code === code).map(({ detail }) => detail),
  };
}

const text = (name: string, more: Record<string, string> = {}) => ({ type: 'text', name, label: `About ${name}`, ...more });
const choice = (name: string, more: Record<string, string> = {}) => ({ type: 'select_one yn', name, label: `Is ${name} so?`, ...more });

describe('questions', () => {
  it('are read by type, with their help text', async () => {
    const form = await read({
      survey: [
        text('remark', { hint: 'Any remark', guidance_hint: 'Look at the gate' }),
        { type: 'integer', name: 'beds', label: 'How many beds?' },
        { type: 'decimal', name: 'wage', label: 'Wage', constraint: '. >= 0' },
        { type: 'date', name: 'since', label: 'Since when?' },
        choice('housed'),
      ],
      choices: yesNo,
      settings: { form_title: 'Housing', form_id: 'housing_1' },
    });
    expect(form).toMatchObject({ identity: 'housing_1', isOwn: false });
    expect(form.questions.map(({ key, type, dependsOn }) => [key, type, dependsOn])).toEqual([
      ['REMARK', 'TEXT', null],
      ['BEDS', 'NUMBER', null],
      ['WAGE', 'NUMBER', null],
      ['SINCE', 'DATE', null],
      ['HOUSED', 'CHOICE', null],
    ]);
    expect(form.question('REMARK')).toMatchObject({ whyWeAsk: { en: 'Any remark' }, hint: { en: 'Look at the gate' } });
    expect(form.question('HOUSED')?.options?.map(({ value, text: words }) => [value, words.en])).toEqual([
      ['yes', 'Yes'],
      ['no', 'No'],
    ]);
    expect(form.at(3)).toContain('number-range');
    // A constraint that applies to a number anyway is no loss.
    expect(form.at(4)).not.toContain('unsupported-constraint');
  });

  it('with several answers become a list to tick; its own “none” is the one that is always offered', async () => {
    const form = await read({
      survey: [
        { type: 'select_multiple risks', name: 'seen', label: 'What did you see?' },
        text('why', { relevant: `selected(${v('seen')}, 'locks')` }),
      ],
      choices: [
        { list_name: 'risks', name: 'locks', label: 'Locked doors' },
        { list_name: 'risks', name: 'guards', label: 'Guards' },
        { list_name: 'risks', name: 'none', label: 'Nothing' },
      ],
    });
    expect(form.question('SEEN')).toMatchObject({ type: 'TICKS', options: [{ value: 'locks' }, { value: 'guards' }] });
    expect(form.question('WHY')?.dependsOn).toBeNull();
    expect(form.at(3)).toContain('unsupported-condition');
  });

  it('without a counterpart are left out by row', async () => {
    const form = await read({
      survey: [
        { type: 'start', name: 'start' },
        text('kept'),
        { type: 'image', name: 'photo', label: 'Photo' },
        { type: 'rank yn', name: 'many', label: 'Choose' },
        { type: 'select_one_from_file towns.csv', name: 'town', label: 'Town' },
        { type: 'calculate', name: 'sum', calculation: '1 + 1' },
        { type: 'note', name: 'thanks', label: 'Thank you' },
        text('gone', { relevant: 'false()' }),
        text('off', { disabled: 'yes' }),
      ],
      choices: yesNo,
    });
    expect(form.questions.map(({ key }) => key)).toEqual(['KEPT']);
    expect([2, 4, 5, 6, 7, 8, 9, 10].map((row) => form.at(row))).toEqual([
      ['unsupported-type'],
      ['unsupported-type'],
      ['several-answers'],
      ['choices-elsewhere'],
      ['unsupported-calculation'],
      ['note'],
      ['never-asked'],
      ['disabled'],
    ]);
  });

  it('lose required, constraint, default, filter, calculation, media and appearance by row', async () => {
    const form = await read({
      survey: [
        text('a', { required: 'yes' }),
        text('b', { constraint: 'regex(., "[a-z]+")', constraint_message: 'Small letters' }),
        text('c', { default: 'none' }),
        choice('d', { choice_filter: `area = ${v('a')}` }),
        text('e', { calculation: '1 + 1' }),
        text('f', { 'media::image': 'gate.png', appearance: 'multiline' }),
        text('g', { required: 'no' }),
        text('h', { label: `You said ${v('a')}` }),
        text('i', { label: '**Bold**' }),
        { type: 'text', name: 'j' },
      ],
      choices: yesNo,
    });
    expect(form.questions).toHaveLength(10);
    const said = (row: number) => form.at(row).filter((code) => code !== 'name-changed' && code !== 'ungrouped');
    expect([2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(said)).toEqual([
      ['unsupported-required'],
      ['unsupported-constraint', 'unsupported-column'],
      ['unsupported-default'],
      ['unsupported-filter'],
      ['unsupported-calculation'],
      ['unsupported-column', 'unsupported-column'],
      [],
      ['reference-in-words'],
      ['markup'],
      ['no-label'],
    ]);
  });

  it('on the scale yes, partly, no are recognised, in one wording', async () => {
    const scale = (list: string, yes: string) => [
      { list_name: list, name: 'yes', label: yes },
      { list_name: list, name: 'partial', label: 'Partly' },
      { list_name: list, name: 'no', label: 'No' },
    ];
    const form = await read({
      survey: [
        { type: 'select_one one', name: 'a', label: 'A?' },
        { type: 'select_one two', name: 'b', label: 'B?' },
      ],
      choices: [...scale('one', 'Yes'), ...scale('two', 'Always')],
    });
    expect(form.questions.map(({ type }) => type)).toEqual(['YNP', 'CHOICE']);
    expect(form.at(2)).toContain('scale');
    expect(form.question('B')?.options?.[0]?.text.en).toBe('Always');
  });
});

describe('choices', () => {
  it('get different values, and the changed one is listed', async () => {
    const list = ['a_b', 'a-b', 'Ä', '王', '1.5'].map((name) => ({ list_name: 'l', name, label: `Choice ${name}` }));
    const form = await read({
      survey: [{ type: 'select_one l', name: 'q', label: 'Which?' }, text('why', { relevant: `${v('q')} = 'a-b' or ${v('q')} = '1.5'` })],
      choices: list,
    });
    expect(form.question('Q')?.options?.map(({ value }) => value)).toEqual(['a-b', 'a-b-2', 'a', 'option-4', '1-5']);
    expect(form.question('WHY')?.dependsOn).toEqual({ question: 'Q', unless: ['a-b', 'a', 'option-4'] });
    expect([2, 3, 4, 5, 6].map((row) => form.at(row, 'choices'))).toEqual(Array.from({ length: 5 }, () => ['choice-changed']));
  });

  it('repeated on purpose stay separate', async () => {
    const form = await read({
      survey: [{ type: 'select_one town', name: 'town', label: 'Town?' }],
      choices: [
        { list_name: 'town', name: 'king', label: 'King (north)' },
        { list_name: 'town', name: 'king', label: 'King (south)' },
      ],
      settings: { allow_choice_duplicates: 'yes' },
    });
    expect(form.question('TOWN')?.options?.map(({ value, text: words }) => [value, words.en])).toEqual([
      ['king', 'King (north)'],
      ['king-2', 'King (south)'],
    ]);
    expect(form.at(3, 'choices')).toEqual(['ambiguous-choice']);
  });

  it('or_other is a choice and a question after it only, in the languages of the form', async () => {
    const form = await read({
      survey: [
        { type: 'select_one yn or_other', name: 'who', 'label::English': 'Who?', 'label::Français (fr)': 'Qui ?' },
        text('more', { type: 'text', relevant: `selected(${v('who')}, 'other')` }),
      ],
      choices: [
        { list_name: 'yn', name: 'a', 'label::English': 'A', 'label::Français (fr)': 'A' },
        { list_name: 'yn', name: 'b', 'label::English': 'B', 'label::Français (fr)': 'B' },
      ],
    });
    expect(form.question('WHO')?.options?.map(({ value }) => value)).toEqual(['a', 'b', 'other']);
    expect(form.question('WHO-OTHER')).toMatchObject({ type: 'TEXT', dependsOn: { question: 'WHO', unless: ['a', 'b'] } });
    expect(form.translations.fr).toMatchObject({ 'WHO.options.other': 'Autre', 'WHO-OTHER.text': 'Veuillez préciser.' });
  });
});

describe('conditions', () => {
  it('of groups apply to each question in them, nested ones too', async () => {
    const form = await read({
      survey: [
        choice('housed'),
        { type: 'begin group', name: 'dorm', label: 'Dormitory', relevant: `${v('housed')} = 'yes'` },
        text('beds'),
        choice('locked'),
        { type: 'begin group', name: 'lock', label: 'Locks', relevant: `${v('locked')} = 'yes'` },
        text('keys'),
        { type: 'end group' },
        { type: 'end group' },
        text('after'),
      ],
      choices: yesNo,
    });
    const housed = { question: 'HOUSED', unless: ['no'] };
    expect(form.questions.map(({ key, dependsOn }) => [key, dependsOn])).toEqual([
      ['HOUSED', null],
      ['BEDS', housed],
      ['LOCKED', housed],
      // Hidden under LOCKED, which is hidden itself where there is no housing: the condition of the outer group applies.
      ['KEYS', { question: 'LOCKED', unless: ['no'] }],
      ['AFTER', null],
    ]);
    expect(form.detail('unsupported-condition')).toEqual([]);
    expect(form.at(6)).toEqual(['nested-group']);
  });

  it('on one question are joined; of two questions the nearer is kept and the other is listed', async () => {
    const list = ['a', 'b', 'c'].map((name) => ({ list_name: 'l', name, label: name }));
    const form = await read({
      survey: [
        { type: 'select_one l', name: 'x', label: 'X?' },
        { type: 'select_one l', name: 'y', label: 'Y?' },
        { type: 'begin group', name: 'g', label: 'G', relevant: `${v('x')} != 'a'` },
        text('one', { relevant: `${v('x')} != 'b'` }),
        text('two', { relevant: `${v('y')} = 'a'` }),
        text('three', { relevant: `string-length(${v('one')}) > 2` }),
        text('four', { relevant: `${v('later')} = 'a'` }),
        { type: 'end group' },
        { type: 'select_one l', name: 'later', label: 'Later?' },
      ],
      choices: list,
    });
    expect(form.question('ONE')?.dependsOn).toEqual({ question: 'X', unless: ['a', 'b'] });
    expect(form.question('TWO')?.dependsOn).toEqual({ question: 'Y', unless: ['b', 'c'] });
    expect(form.question('THREE')?.dependsOn).toEqual({ question: 'X', unless: ['a'] });
    expect(form.detail('unsupported-condition')).toEqual([`${v('x')} != 'a' (4)`, `string-length(${v('one')}) > 2`, `${v('later')} = 'a'`]);
    expect(form.remarks.at(-1)?.code === 'asked-until' || form.detail('asked-until').length === 1).toBe(true);
  });
});

describe('sections', () => {
  it('are the top-level groups; questions outside have one of their own, at their position', async () => {
    const form = await read({
      survey: [
        text('first'),
        { type: 'begin_group', name: 'gate', label: 'Gate' },
        { type: 'note', name: 'n', label: 'About the gate' },
        text('second'),
        { type: 'end_group' },
        text('third'),
        { type: 'begin_repeat', name: 'room', label: 'Rooms' },
        text('fourth'),
        { type: 'end_repeat' },
        { type: 'begin_group', name: 'empty', label: 'Empty' },
        { type: 'note', name: 'only', label: 'Only a note' },
        { type: 'geopoint', name: 'where', label: 'Where?' },
        { type: 'end_group' },
      ],
      settings: { form_title: 'Rooms and gates' },
    });
    expect(
      form.sections.map(({ key, title, summary, questions }) => [key, title.en, summary.en, questions.map((each) => each.key)]),
    ).toEqual([
      ['A', 'Rooms and gates', '', ['FIRST']],
      ['GATE', 'Gate', 'About the gate', ['SECOND']],
      ['B', 'Rooms and gates', '', ['THIRD']],
      ['ROOM', 'Rooms', '', ['FOURTH']],
    ]);
    expect([8, 11, 12, 13].map((row) => form.at(row))).toEqual([['unsupported-repeat'], ['empty-group'], ['note'], ['unsupported-type']]);
  });

  it('may have one name in two groups, which become two keys', async () => {
    const group = (name: string, inside: Record<string, string>[]) => [
      { type: 'begin group', name, label: name },
      ...inside,
      { type: 'end group', name },
    ];
    const form = await read({
      survey: [...group('north', [choice('open')]), ...group('south', [choice('open'), text('why', { relevant: `${v('open')} = 'no'` })])],
      choices: yesNo,
    });
    expect(form.questions.map(({ key, dependsOn }) => [key, dependsOn])).toEqual([
      ['OPEN', null],
      ['OPEN-2', null],
      ['WHY', null],
    ]);
    expect(form.at(6)).toContain('name-twice');
    expect(form.at(7)).toContain('unsupported-condition');
  });
});

describe('languages', () => {
  it('with a known code become translations; others are left out, and listed', async () => {
    const form = await read({
      survey: [
        { type: 'text', name: 'a', 'label::English (en)': 'A', 'label::Français (fr)': 'Un', 'label::Swahili (sw)': 'Moja' },
        { type: 'text', name: 'b', 'label::English (en)': '', 'label::Français (fr)': 'Deux' },
      ],
    });
    expect(form.translations).toEqual({ fr: { 'A.text': 'Un', 'B.text': 'Deux' } });
    expect(form.detail('unknown-language')).toEqual(['label::Swahili (sw)']);
    expect(form.question('B')?.text.en).toBe('Deux');
    expect(form.at(3)).toContain('other-language');
  });

  it('without English, the first replaces it, an unknown one too', async () => {
    const french = await read({ survey: [{ type: 'text', name: 'a', label: 'Un' }], settings: { default_language: 'French (fr)' } });
    expect(french.question('A')?.text.en).toBe('Un');
    expect(french.translations).toEqual({ fr: { 'A.text': 'Un' } });
    expect(french.detail('no-english')).toHaveLength(1);
    const swahili = await read({ survey: [{ type: 'text', name: 'a', 'label::Kiswahili': 'Moja' }] });
    expect(swahili.question('A')?.text.en).toBe('Moja');
    expect(swahili.translations).toEqual({});
    expect(swahili.detail('no-english')).toEqual(['kiswahili']);
  });

  it('in two columns: the one with a language is used, and this is listed', async () => {
    const form = await read({ survey: [{ type: 'text', name: 'a', label: 'Bare', 'label::English (en)': 'Named' }] });
    expect(form.question('A')?.text.en).toBe('Named');
    expect(form.detail('shadowed-column')).toEqual(['label, label::English (en)']);
  });
});

describe('the file', () => {
  it('is read the same from .xls, and by any spelling of columns and types', async () => {
    const form = {
      survey: [
        { Type: 'select one from yn', 'NAME ': 'Open', Caption: 'Open?', Relevance: '' },
        { Type: 'Integer', 'NAME ': 'beds', Caption: 'Beds?', Relevance: `${v('Open')}='yes'` },
      ],
      choices: [
        { 'list name': 'yn', value: 'yes', caption: 'Yes' },
        { 'list name': 'yn', value: 'no', caption: 'No' },
      ],
    };
    const xlsx = await readXlsForm(xlsFormFile(form));
    const xls = await readXlsForm(xlsFormFile(form, 'biff8'));
    expect(xlsx).toMatchObject({ kind: 'read' });
    expect(xls).toEqual(xlsx);
    expect(xlsx.kind === 'read' && questionsIn(xlsx.draft.content).map(({ key, dependsOn }) => [key, dependsOn])).toEqual([
      ['OPEN', null],
      ['BEDS', { question: 'OPEN', unless: ['no'] }],
    ]);
  });

  it('lists sheets, columns and settings that are not read, and rows after a gap', async () => {
    const form = await read({
      survey: [text('a', { remark: 'mine' }), ...Array.from({ length: 62 }, () => ({ type: '' })), text('far')],
      settings: { form_title: 'T', style: 'pages' },
      more: { entities: [['list_name'], ['people']], notes: [['what'], ['mine']] },
    });
    expect(form.questions.map(({ key }) => key)).toEqual(['A']);
    expect(form.detail('unknown-column')).toEqual(['remark']);
    expect(form.detail('unsupported-setting')).toEqual(['style: pages']);
    expect(form.detail('unsupported-sheet')).toEqual(['entities']);
    expect(form.detail('unknown-sheet')).toEqual(['notes']);
    expect(form.at(65)).toEqual(['beyond-gap']);
  });
});
