import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AssessInput, QuestionnaireGiven, TraceNode } from '../types.ts';
import { mergeQuestionnaires } from '../engine/questionnaires/merge.ts';
import { bandSchema } from '../vocabulary-schemas.ts';
import { assess } from './assess.ts';
import { bases } from './score-party.ts';

/** What was read: facts that are missing, editions of tables. */
const readLines = { missing: z.array(z.string()), vintages: z.record(z.string(), z.string()) };

/** Overrides as "O6 80 in-force", and the codes of decisions that lift nothing; none where the case does not say. */
const overrideLines = { overrides: z.array(z.string()).default([]), ignoredLiftings: z.array(z.string()).default([]) };

/** Golden situations, kept as they came out when they were last read through. A change here is a change of the method. */
const caseSchema = z.strictObject({
  name: z.string().min(10),
  asOf: z.iso.date(),
  /** What was submitted, where the answers given are those that count of several questionnaires. */
  questionnaires: z.array(z.custom<QuestionnaireGiven>()).optional(),
  given: z.custom<Omit<AssessInput, 'asOf'>>((value) => typeof value === 'object' && value !== null && 'facts' in value),
  expect: z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('scored'),
      lines: z.strictObject({ inherent: z.number(), controlCredit: z.number(), findingsUplift: z.number(), overrideUplift: z.number() }),
      score: z.number(),
      low: z.number(),
      high: z.number(),
      band: bandSchema,
      basis: z.enum(bases),
      /** Points of each line that is known or not 0. */
      points: z.record(z.string(), z.number()),
      /** Score of child labour with the ends of its interval. */
      child: z.tuple([z.number(), z.number(), z.number()]),
      /** Why it is marked as labour imposed by a state. */
      stateImposed: z.array(z.string()),
      people: z.string().nullable(),
      contradictions: z.array(z.string()),
      /** Points that each domain that was asked takes away, and the share of each finding in the uplift. */
      credits: z.record(z.string(), z.number()),
      findings: z.record(z.string(), z.tuple([z.number(), z.number()])),
      ...readLines,
      ...overrideLines,
    }),
    z.strictObject({
      status: z.literal('not-scored'),
      reasons: z.array(z.string()),
      ...readLines,
      ...overrideLines,
    }),
  ]),
});

const folder = new URL('../cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ file: name, ...caseSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))) }));

/** A calculation as lines: step, rule, words, value and unit, why it is unknown, where it is from. */
function linesOf(node: TraceNode, depth = 0): string[] {
  const { id, rule, label, value, unit = '', unknown, fact, parameter, reference } = node;
  const from = [
    ...(fact ? [`fact ${fact.field}${fact.source === undefined ? '' : ` from ${fact.source}`}`] : []),
    ...(parameter ? [`in force since ${parameter.effectiveFrom}`] : []),
    ...(reference ? [`${reference.table}@${reference.vintage} row ${reference.row}, ${reference.confidence}`] : []),
    ...(unknown === undefined ? [] : [unknown]),
  ];
  const own = `${'  '.repeat(depth)}${id} [${rule}] ${label} = ${value} ${unit}${from.length > 0 ? ` (${from.join('; ')})` : ''}`;
  return [own, ...(node.inputs ?? []).flatMap((each) => linesOf(each, depth + 1))];
}

describe('golden cases', () => {
  it('there are some', () => {
    expect(cases.length).toBeGreaterThanOrEqual(50);
  });

  const fine = (value: number) => Math.round(value * 1e4) / 1e4;
  const shownOf = (result: ReturnType<typeof assess>) => {
    const lines = {
      missing: result.missing,
      vintages: result.vintages,
      overrides: result.overrides.map(({ code, floor, state }) => `${code} ${floor} ${state}`),
      ignoredLiftings: result.ignoredLiftings.map(({ code }) => code),
    };
    return result.status === 'scored'
      ? {
          status: result.status,
          lines: result.lines,
          score: result.score,
          low: result.low,
          high: result.high,
          band: result.band,
          basis: result.basis.grade,
          points: Object.fromEntries(
            result.components.filter((each) => each.known || each.points !== 0).map((each) => [each.id, each.points]),
          ),
          child: [result.child.score, result.child.low, result.child.high],
          stateImposed: result.stateImposed.map(({ reason }) => reason),
          people: result.people?.magnitude ?? null,
          credits: Object.fromEntries(result.domains.filter((each) => each.answered > 0).map((each) => [each.domain, each.credit])),
          findings: Object.fromEntries(result.findings.map((each) => [each.id, [each.points, fine(each.share)]])),
          contradictions: result.contradictions.map((each) => each.code),
          ...lines,
        }
      : { status: result.status, reasons: result.reasons.map((each) => each.code), ...lines };
  };

  it.each(cases.map((each) => [each.file, each] as const))('%s', (_file, { asOf, given, expect: expected }) => {
    expect(shownOf(assess({ asOf, ...given }))).toEqual(expected);
  });

  const merged = cases.flatMap(({ questionnaires, ...each }) => (questionnaires ? [{ ...each, questionnaires }] : []));
  it('there is one of several questionnaires', () => expect(merged).not.toEqual([]));

  it.each(merged.map((each) => [each.file, each] as const))('the answers that count in %s', (_file, { asOf, given, questionnaires }) => {
    const found = mergeQuestionnaires(questionnaires, { asOf, findings: given.findings ?? [] });
    expect({ instrument: found?.instrument, answers: found?.answers }).toEqual({ instrument: given.instrument, answers: given.answers });
  });

  // `npx vitest run scoring/odds/cases.test.ts -u` writes these files again; read what moved.
  it.each(['garment-factory-viet-nam-old-answers', 'lifting-of-one-match-of-two', 'country-unknown', 'xinjiang-cotton-spinner'])(
    'the whole calculation of %s',
    async (name) => {
      const found = cases.find(({ file }) => file === `${name}.json`);
      if (!found) throw new Error(`no case ${name}`);
      const { trace } = assess({ asOf: found.asOf, ...found.given });
      await expect(linesOf(trace).join('\n')).toMatchFileSnapshot(`../cases/calculations/${name}.txt`);
    },
  );
});
