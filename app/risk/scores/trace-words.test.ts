import { afterEach, expect, test } from 'vitest';
import { type AssessInput, explain, type TraceNode } from '#scoring';
import { factLabel } from '~/suppliers/fields/reported/fact-labels';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { paidLabel } from '~/suppliers/registry/gathered-labels';
import { stepUnit } from './trace-units';
import { stepLabel, stepNote, stepUnknown, stepValue } from './trace-words';

const asOf = '2026-11-30';
/** Between them every type of step: a presumed region, a reformed sponsor, corridors, a short form, controls, findings and overrides. */
const inputs: AssessInput[] = [
  { asOf, facts: {} },
  { asOf, facts: { countries: { value: ['BR'] } } },
  {
    asOf,
    facts: {
      countries: { value: ['CN', 'VN'] },
      sector: { value: '1410' },
      products: { value: ['Cotton', 'Garments', 'Bricks', 'Something unheard of'] },
      subdivisions: { value: ['CN-XJ'], source: 'file' },
      workers: { value: 900 },
      agencyShare: { value: 0.35, withdrawn: true },
    },
    instrument: 'ilo-ten-principles@1.0.0',
    answers: [
      { question: 'P5.Q2', value: 3, evidence: 'document-checked', answeredOn: '2026-10-01' },
      { question: 'P5.Q3', value: 'dont-know', evidence: 'self-declared', answeredOn: '2026-10-01' },
    ],
    findings: [{ id: 'f', grade: 'major', status: 'plan-agreed', evidence: 'document-checked' }],
    overrides: [{ id: 'a', code: 'O9', evidence: 'document-checked', since: '2026-11-01', reason: 'A complainant was dismissed.' }],
    liftings: [{ override: 'none', secondReviewer: 'Ben', liftedOn: '2026-11-20', evidence: 'audit-announced' }],
  },
  {
    asOf,
    facts: {
      countries: { value: ['QA'] },
      sector: { value: '41' },
      migrantShare: { value: 0.9 },
      migrantOrigins: { value: ['NP', 'BD'] },
      housing: { value: 'tied' },
    },
  },

  { asOf, facts: { countries: { value: ['TW'] }, migrantOrigins: { value: ['VN'] }, recruitmentCost: { value: 7, source: 'ledger' } } },
  { asOf, facts: { countries: { value: ['TW'] } } },
  { asOf, facts: { countries: { value: ['MY'] }, migrantOrigins: { value: ['BD', 'NP', 'FR'] } } },
  { asOf, facts: { countries: { value: ['SA', 'KR'] }, migrantOrigins: { value: ['PK'] } } },
  { asOf, facts: { countries: { value: ['SA'] }, sector: { value: '14' }, migrantOrigins: { value: ['PK'] } } },
  { asOf, facts: { countries: { value: ['MY'] }, migrantOrigins: { value: ['MY'] } } },
  {
    asOf,
    facts: {
      countries: { value: ['CN'] },
      products: { value: ['solar panels'] },
      subdivisions: {
        value: ['CN-XJ', 'CN-SH'],
        recognisedBy: [
          { code: 'CN-XJ', by: 'postal-code', matched: '830000' },
          { code: 'CN-SH', by: 'name', matched: 'Shanghai' },
        ],
      },
    },
  },
  {
    asOf,
    facts: {
      countries: { value: ['MY'], from: { sites: 1 } },
      migrantShare: {
        ...{ value: 0.48, source: 'site', from: { sites: 2, workers: 530 } },
        setAside: [
          { value: 0.18, source: 'answer', because: 'better-for-workers' },
          { value: 0.3, source: 'list', because: 'weaker-evidence' },
        ],
      },
      migrantOrigins: { value: ['NP'], source: 'row', from: { sites: 1, recruiters: 2 } },
      recruitmentCost: { value: 3.2, source: 'ledger', corridors: ['NP-MY'], ledger: { corridor: 'NP-MY', recruiter: 'Himal, Overseas' } },
    },
  },
];

const nodesOf = (node: TraceNode): TraceNode[] => [node, ...(node.inputs ?? []).flatMap(nodesOf)];
const nodes = inputs.flatMap((input) => nodesOf(explain(input)));
const stepsOf = (at: number) => nodesOf(explain(inputs[at] ?? { asOf, facts: {} }));
const find = (id: string, among: TraceNode[]) => {
  const node = among.find((each) => each.id === id);
  if (!node) throw new Error(`no step ${id}`);
  return node;
};

afterEach(() => overwriteGetLocale(() => 'en'));

/** Answers and findings are named by their own text on the page, numbers of the method by their code. */
const isNamedElsewhere = ({ id, rule, parameter }: TraceNode) =>
  parameter !== undefined || (rule === 'R5' && id.split('/').length === 4 && !id.endsWith('/left-out')) || id.startsWith('score/findings/');

test.each(['fr', 'es'] as const)('every step of the calculation has a label, a unit and a reason in %s', (locale) => {
  overwriteGetLocale(() => locale);
  const inEnglish = nodes.flatMap((node) => {
    if (isNamedElsewhere(node)) return [];
    const unit = stepUnit(node);
    const unknown = node.unknown === undefined || node.id === 'score' || node.id.includes('/ignored-') ? null : stepUnknown(node.unknown);
    const note = node.id.startsWith('score/inherent/') && !node.id.endsWith('/row') ? stepNote(node) : null;
    return [stepLabel(node), unit, unknown, note].flatMap((shown) => (shown?.lang === 'en' ? [`${node.id}: ${shown.text}`] : []));
  });
  expect([...new Set(inEnglish)]).toEqual([]);
});

test('steps are written as text: a component keeps its points although a fact has its name', () => {
  const [china, qatar] = [stepsOf(2), stepsOf(3)];
  const at = (id: string) => {
    const node = find(id, china);
    return { label: stepLabel(node).text, value: stepValue(node), unit: stepUnit(node)?.text };
  };
  expect(stepValue(find('score/inherent/housing', qatar))).toMatch(/^\d\.\d$/);
  expect(stepValue(find('score/inherent/housing/housing', qatar))).toBe('tied to the job');
  expect(stepLabel(find('score/inherent/debt/NP-QA', qatar)).text).toBe('From Nepal to Qatar');
  expect(at('score/inherent/region/subdivisions')).toMatchObject({ label: factLabel('subdivisions'), value: 'CN-XJ' });
  expect(at('score/inherent/region/ratio')).toMatchObject({ label: 'Odds', value: '16', unit: 'times the odds = 2^(points ÷ 10)' });
  expect(stepValue(find('score/basis', stepsOf(5)))).toBe('E: country only');
  expect(at('score/inherent/country/CN/trafficking/mean').label).toMatch(/^Mean of \d+ countries$/);
  expect(china.map((node) => stepLabel(node).text)).toContain('Cotton: listed for forced labour in this country');
  expect(stepNote(find('score/inherent/sector/row', china))?.text).toContain('garments');
  expect(stepNote(find('score/overrides/a', china))?.text).toContain('A complainant was dismissed.');
  expect(stepValue(find('score/interval', china))).toMatch(/^[\d.]+ to [\d.]+$/);
});

test('an unknown fact shows what the calculation used instead, in the reader’s language', () => {
  const [malaysia, gulf, china] = [stepsOf(6), stepsOf(7), stepsOf(10)];
  const unknownOf = (id: string, among: TraceNode[]) => stepUnknown(find(`score/inherent/${id}`, among).unknown ?? '').text;
  expect(unknownOf('debt', malaysia)).toMatch(/^Share of migrants not given\. The usual share of the country, \d+\.\d%, is used/);
  expect(unknownOf('region', malaysia)).toMatch(/^No location is given, or no region under a legal presumption/);
  expect(unknownOf('debt/NP-MY', malaysia)).toBe('The available surveys of this corridor give no months of pay.');
  expect(unknownOf('debt/survey', stepsOf(5))).toBe('Origin of migrant workers not given.');
  const korea = find('score/inherent/debt/PK-KR', gulf);
  expect([stepLabel(korea).text, stepValue(korea), stepUnit(korea)?.text]).toEqual(['From Pakistan to South Korea', '1', 'month of pay']);
  expect(stepNote(korea)?.text).toMatch(/^The survey covers migrants of all origins in this destination/);
  expect(stepNote(find('score/inherent/region/CN-XJ', china))?.text).toBe('Recognized from the postal code 830000');
  expect(stepLabel(find('score/inherent/region/CN-SH', china)).text).toBe('CN-SH is under no legal presumption');
  expect(stepLabel(find('score/inherent/product/0', china)).text).toMatch(
    /^solar panels: Solar Modules: listed .+: Polysilicon$|^solar panels: Solar Modules, listed .+: Polysilicon$/,
  );
});

test('a fact names its sources, the one it was chosen over and why, and whose ledger the debt bondage was read from', () => {
  const steps = stepsOf(11);
  const at = (id: string) => {
    const node = find(`score/inherent/${id}`, steps);
    const note = node.unknown ? stepUnknown(node.unknown) : stepNote(node);
    return [stepLabel(node).text, stepValue(node), stepUnit(node)?.text, note?.text];
  };
  expect(at('migrant/migrantShare')).toEqual([factLabel('migrantShare'), '48%', undefined, 'From 2 sites']);
  expect(at('migrant/migrantShare/set-aside-1')).toEqual([
    `${factLabel('migrantShare')}, set aside`,
    ...['18%', undefined, 'Set aside because the evidence is equal and the other figure is worse for workers'],
  ]);
  expect(at('migrant/migrantShare/set-aside-2')[3]).toBe('Set aside because the other figure has better evidence');
  expect(at('debt/migrantOrigins')).toEqual([factLabel('migrantOrigins'), 'Nepal', undefined, 'From 1 site · From 2 labour recruiters']);
  const paid = ['3.20', 'months of pay', 'Nepal to Malaysia, costs recorded for Himal, Overseas'];
  expect(at('debt/recruitmentCost')).toEqual([factLabel('recruitmentCost'), ...paid]);
  const ledger = { origin: 'NP', destination: 'MY', recruiter: 'Himal', months: 3.2 };
  expect(paidLabel(ledger)).toBe('Nepal to Malaysia, costs recorded for Himal: 3.2 months of pay');
  overwriteGetLocale(() => 'fr');
  expect(paidLabel(ledger)).toBe('Népal vers Malaisie, coûts enregistrés pour Himal\u00a0: 3,2 mois de salaire');
  overwriteGetLocale(() => 'es');
  expect(paidLabel({ ...ledger, months: 1 })).toBe('Nepal a Malasia, gastos registrados de Himal: 1 mes de salario');
});

test('the arithmetic of a step is written with its numbers, so that it can be repeated by hand', () => {
  const units = nodes.map((node) => stepUnit(node)?.text ?? '');
  expect(units).toContain('0 to 1 = value 0.75 × evidence 0.7 × freshness 1; weight in its domain 1.5');
  expect(units).toContainEqual(expect.stringMatching(/^points for weight 20\/100 × effectiveness 0\.[\d]+$/));
  expect(units).toContain('points, its part for 6.72 of 100');
  expect(units.filter((each) => / x /.test(each))).toEqual([]);
});
