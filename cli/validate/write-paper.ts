import { scoreMany } from '../../scoring/odds/assess.ts';
import type { Component, HasScore } from '../../scoring/odds/result.ts';
import { countryPoints } from '../../scoring/odds/country-points.ts';
import { numbersAt } from '../../scoring/odds/parameters.ts';
import type { AssessInput } from '../../scoring/types.ts';
import { judge } from '../../scoring/validation/targets/judge.ts';
import type { TargetReport } from '../../scoring/validation/targets/schema.ts';

const one = (value: number) => (Math.round(value * 10) / 10 || 0).toFixed(1).replace('-', '−');
const two = (value: number) => value.toFixed(2).replace('-', '−');
const three = (value: number) => value.toFixed(3).replace('-', '−');
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Suppliers of the paper, from little known to much, low to severe. */
export const paperSuppliers: readonly { title: string; facts: AssessInput['facts'] }[] = [
  { title: 'Software house, Norway', facts: { countries: { value: ['NO'] }, sector: { value: '62' }, migrantShare: { value: 0.15 } } },
  {
    title: 'Garment factory, Viet Nam',
    facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, products: { value: ['Garments'] } },
  },
  {
    title: 'Glove factory, Malaysia, 60 % migrants from Bangladesh, tied housing',
    facts: {
      countries: { value: ['MY'] },
      sector: { value: '2219' },
      products: { value: ['Rubber Gloves'] },
      migrantShare: { value: 0.6 },
      migrantOrigins: { value: ['BD'] },
      housing: { value: 'tied' },
      workerVoice: { value: 'none' },
    },
  },
  { title: 'Brick kiln, Pakistan', facts: { countries: { value: ['PK'] }, sector: { value: '2392' }, products: { value: ['Bricks'] } } },
  {
    title: 'Cotton spinner, Xinjiang',
    facts: {
      countries: { value: ['CN'] },
      subdivisions: { value: ['CN-XJ'] },
      sector: { value: '1311' },
      products: { value: ['Thread/Yarn'] },
    },
  },
];

/** Section 6: the lines of five suppliers, and the country of one from the rows of the tables. */
export function workedSuppliers(asOf: string): string {
  const scored = scoreMany(paperSuppliers.map(({ facts }) => ({ asOf, facts }))).map((result): HasScore => {
    if (result.status !== 'scored') throw new Error('a supplier of the paper has no score');
    return result;
  });
  const lines: Component['id'][] = scored[0]?.components.map(({ id }) => id) ?? [];
  const rows = lines.map((id) => {
    const components = scored.map(({ components }) => components.find((each) => each.id === id));
    return [components[0]?.label ?? id, ...components.map((each) => (each?.known ? one(each.points) : '–'))];
  });
  return [
    `Five suppliers as of ${asOf}, in points; a dash is not known and adds nothing.`,
    '',
    table(
      ['line', ...paperSuppliers.map(({ title }) => title)],
      [
        ['World', ...scored.map(() => '50.0')],
        ...rows,
        ['**Score**', ...scored.map(({ score }) => `**${one(score)}**`)],
        ['90 % interval', ...scored.map(({ low, high }) => `${one(low)} to ${one(high)}`)],
        ['Band', ...scored.map(({ band }) => band)],
        ['One worker in', ...scored.map(({ probability }) => Math.round(1 / probability.point).toLocaleString('en'))],
        ['Rests on', ...scored.map(({ basis }) => basis.grade)],
      ],
    ),
    '',
    workedCountry('VN', asOf),
  ].join('\n');
}

function workedCountry(iso2: string, asOf: string): string {
  const country = countryPoints(asOf).get(iso2);
  if (!country) throw new Error(`${iso2} has no points`);
  const numbers = numbersAt(asOf);
  const held = country.blend.flatMap((line) =>
    line.measure && line.standardised !== null ? [{ ...line, measure: line.measure, standardised: line.standardised }] : [],
  );
  return [
    `Country of the second, ${country.name}, from the rows of the tables:`,
    '',
    table(
      ['measure', 'value', 'mean', 'standard deviation', 'z', 'points'],
      held.map(({ part, measure, standard, standardised, points }) => [
        `${part} (${measure.provenance.table} ${measure.provenance.vintage})`,
        three(measure.value),
        three(standard.mean),
        three(standard.deviation),
        three(standardised),
        `${numbers['R1.slope']} · ${three(standardised)} ÷ ${held.length} = ${two(points)}`,
      ]),
    ),
    '',
    [
      `Usual migrants: 10 · log₂(1 + 2.5 · ${country.migrants.share.toFixed(4)}) = ${two(country.migrants.points)}.`,
      `Calibration for ${country.calibration.region ?? 'the world'}: ${two(country.calibration.points)}.`,
      `Sum: ${two(country.points)}, standard deviation ${two(country.error)}.`,
    ].join(' '),
  ].join('\n');
}

const signed = (percent: number) => `${percent > 0 ? '+' : ''}${percent} %`.replace('-', '−');

const unit = (id: string, value: number | null): string => {
  if (value === null) return '–';
  if (/situations-in-band|pairs-ordered|largest-band|interval-coverage/.test(id)) return `${(100 * value).toFixed(0)} %`;
  if (/total/.test(id)) return signed(Math.round(100 * value) || 0);
  return id === 'deviation' ? one(value) : id === 'situations-two-bands-off' ? String(value) : two(value);
};

/** Section 7: every check, met or missed. */
export function figuresAsMarkdown(report: TargetReport): string {
  const checks = judge(report);
  const met = checks.filter(({ isMet }) => isMet).length;
  return [
    `As of ${report.asOf}, method ${report.engineVersion}, figures \`${report.registered.hash.slice(0, 12)}\` of ${report.registered.on}. ${met} of ${checks.length} checks are met.`,
    '',
    table(
      ['target', 'check', 'asked', 'reached', 'result'],
      checks.map(({ target, id, of, wanted, reached, isMet }) => [
        target,
        of === null ? id : `${id}: ${of}`,
        id === 'interval-coverage' ? '86 to 94 %' : id.startsWith('total') ? 'within 25 %' : unit(id, wanted),
        unit(id, reached),
        isMet === null ? 'not measured' : isMet ? 'met' : '**missed**',
      ]),
    ),
  ].join('\n');
}

/** Puts a text between the two marks of a section. @throws Error where the paper has no such marks */
export function putBetween(paper: string, section: 'worked' | 'figures', text: string): string {
  const [begin, end] = [`<!-- ${section}: begin -->`, `<!-- ${section}: end -->`];
  const [from, to] = [paper.indexOf(begin), paper.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the paper has no section ${section}`);
  return `${paper.slice(0, from + begin.length)}\n${text}\n${paper.slice(to)}`;
}

/** The paper with what the validation command makes. */
export function paperWith(paper: string, report: TargetReport): string {
  return putBetween(putBetween(paper, 'worked', workedSuppliers(report.asOf)), 'figures', figuresAsMarkdown(report));
}
