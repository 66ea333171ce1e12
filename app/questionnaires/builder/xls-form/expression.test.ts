import { describe, expect, it } from 'vitest';
import { named as v } from '../../../../tests/factories/xls-form';
import { askedWhen, type Parent } from './asked-when';
import { conjunctsOf, isTrue, readExpression } from './expression';
import { readType } from './row-types';

const truth = (text: string, answers: string[]) => {
  const read = readExpression(text);
  return read && answers.map((answer) => isTrue(read, answer));
};

describe('an expression', () => {
  it.each<[string, boolean[] | null]>([
    [`${v('a')} = 'x'`, [true, false, false]],
    [`${v('a')}!='x'`, [false, true, true]],
    [`'x' = ${v('a')}`, [true, false, false]],
    [`selected(${v('a')}, "x") or ${v('a')} = 3`, [true, false, true]],
    [`not(selected(${v('a')}, 'x')) and ${v('a')} != "y"`, [false, false, true]],
    [`not (${v('a')} = 'x' or ${v('a')} = 'y')`, [false, false, true]],
    [`${v('a')} > 2`, [false, false, true]],
    [`${v('a')} = ‘x’`, [true, false, false]],
    ['true()', [true, true, true]],
    [`string-length(${v('a')}) > 2`, null],
    [`${v('a')} + 1 = 2`, null],
    [`../a = 'x'`, null],
    [`${v('a')} = 'x' and`, null],
    [`(${v('a')} = 'x'`, null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(truth(text, ['x', 'y', '3'])).toEqual(expected);
  });

  it('is split where all parts must be true', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `${v(name)} = 'x'`);
    expect(conjunctsOf(`${a} and (${b} and (${c}))`)).toEqual([a, b, c]);
    expect(conjunctsOf(`(${a}) and (${b} or ${c})`)).toEqual([a, `${b} or ${c}`]);
    expect(conjunctsOf(`${a} or ${b} and ${c}`)).toEqual([`${a} or ${b} and ${c}`]);
    expect(conjunctsOf(`${v('land')} = 'sand and stone'`)).toEqual([`${v('land')} = 'sand and stone'`]);
    expect(conjunctsOf('(a) and ((')).toEqual(['(a) and ((']);
    expect(conjunctsOf('('.repeat(500))).toEqual(['('.repeat(500)]);
  });
});

describe('the condition of a question', () => {
  const parent = (key: string, dependsOn: Parent['dependsOn'] = null): Parent => ({
    key,
    answers: ['yes', 'no'].map((value) => ({ name: value, value })),
    dependsOn,
  });
  const all = new Map([parent('A'), parent('B', { question: 'A', unless: ['no'] }), parent('C')].map((each) => [each.key, each]));
  const of = (...texts: string[]) =>
    askedWhen(
      texts.map((text, at) => ({ text, row: at + 2 })),
      { parentNamed: (name) => all.get(name), parentByKey: (key) => all.get(key) },
    );

  it('drops nothing without naming it', () => {
    expect(of(`${v('A')} = 'yes'`, `${v('B')} = 'yes'`)).toEqual({
      dependsOn: { question: 'B', unless: ['no'] },
      dropped: [],
      isNever: false,
    });
    expect(of(`${v('C')} = 'yes'`, `${v('B')} = 'yes'`)).toEqual({
      dependsOn: { question: 'B', unless: ['no'] },
      dropped: [{ text: `${v('C')} = 'yes'`, row: 2 }],
      isNever: false,
    });
    // B depends on the answer yes to A; that A is no is another condition.
    expect(of(`${v('A')} = 'no'`, `${v('B')} = 'yes'`).dropped).toHaveLength(1);
    expect(of(`${v('A')} = 'yes'`, `${v('A')} = 'no'`)).toMatchObject({ dependsOn: null, dropped: [{ row: 2 }] });
    expect(of(`${v('A')} != ''`)).toMatchObject({ dependsOn: null, dropped: [{ row: 2 }] });
    expect(of('yes', 'true()')).toEqual({ dependsOn: null, dropped: [], isNever: false });
    expect(of(`${v('A')} = 'yes'`, 'false()')).toMatchObject({ isNever: true });
  });
});

describe('the type of a row', () => {
  it.each([
    ['select_one yes_no', { kind: 'choice', list: 'yes_no', orOther: false, source: 'choices' }],
    ['Select One from Yes_No or specify other', { kind: 'choice', list: 'Yes_No', orOther: true, source: 'choices' }],
    ['select1 a', { kind: 'choice', list: 'a', orOther: false, source: 'choices' }],
    ['select_one_external towns', { kind: 'choice', list: 'towns', orOther: false, source: 'external' }],
    ['select_one_from_file towns.csv', { kind: 'choice', list: 'towns.csv', orOther: false, source: 'file' }],
    [`select_one ${v('room')}`, { kind: 'choice', list: v('room'), orOther: false, source: 'answers' }],
    ['select all that apply from a or_other', { kind: 'several', list: 'a', orOther: true, source: 'choices' }],
    ['rank a', { kind: 'several', list: 'a', orOther: false, source: 'choices' }],
    ['begin repeat', { kind: 'begin', group: 'repeat', list: undefined }],
    ['begin loop over a', { kind: 'begin', group: 'loop', list: 'a' }],
    ['end_group', { kind: 'end', group: 'group' }],
    ['int', { kind: 'gathered', type: 'NUMBER', isWhole: true, isRange: false }],
    ['dateTime', { kind: 'left-out' }],
    ['start-geopoint', { kind: 'device' }],
    ['set form id', { kind: 'setting', name: 'form_id' }],
    ['select_one', { kind: 'unknown' }],
    ['select_one a b', { kind: 'unknown' }],
    ['constructor', { kind: 'unknown' }],
  ])('%s', (text, type) => {
    expect(readType(text)).toEqual(type);
  });
});
