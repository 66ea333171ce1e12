import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardPaperInput, longestInput } from '../../../tests/reports/board-paper-input';
import { arrangeBoardPaper, type BoardPaperInput, shownTotal, shownWorkers } from './model';
import { atRiskOf, boardPaperContentSchema, suppliersOf } from './schema';
import { stateChanges, stateFinding } from './state-finding';
import { concernedLabel, workersLabel } from './labels';

const en = { locale: 'en' } as const;
const paper = arrangeBoardPaper(boardPaperInput);
const withFigures = (changed: Partial<BoardPaperInput>) => stateFinding(arrangeBoardPaper({ ...boardPaperInput, ...changed }));
/** Suppliers of which none scores high or severe. */
const calm = {
  ...{ actions: { total: 0, shown: [] }, overdue: { questionnaires: 0, findings: 0, actions: 0, tasks: 0 } },
  ...{ riskiest: [], banned: 0, bannedToConfirm: 0, critical: { count: 0, since: null } },
  atRisk: { workers: 0, withoutWorkers: 0, small: 0, expected: null },
  bands: { severe: 0, high: 0, elevated: 0, moderate: 60, low: 0, none: 1 },
};

describe('figures', () => {
  test('agree: bands and tiers add up to the suppliers', () => {
    expect(suppliersOf(paper)).toBe(61);
    expect(atRiskOf(paper)).toBe(9);
    expect(paper.basis.reduce((sum, { suppliers }) => sum + suppliers, 0)).toBe(61);
  });

  test.each([
    ['suppliers by tier', { basis: paper.basis.slice(1) }],
    ['alerts to be confirmed', { figures: { ...paper.figures, bannedToConfirm: 3 } }],
    ['suppliers at severe or high risk', { top: paper.top.slice(1) }],
    ['changes', { changes: { ...paper.changes, total: 2 } }],
    ['critical findings', { figures: { ...paper.figures, critical: 0 } }],
  ])('a paper whose %s do not agree is refused', (name, changed) => {
    const refused = boardPaperContentSchema.safeParse({ ...paper, ...changed });
    expect(refused.error?.issues.map(({ message }) => message)).toContain(`the ${name} do not agree`);
  });

  test('the same input gives the same content, in every language', () => {
    for (const locale of ['en', 'fr', 'es'] as const)
      expect(arrangeBoardPaper(longestInput(locale))).toEqual(arrangeBoardPaper(longestInput(locale)));
  });

  test('gaps without a supplier are left out', () => {
    expect(paper.gaps.map(({ kind }) => kind)).toEqual(['names-to-confirm', 'no-upstream', 'never-audited', 'recruiters-unknown']);
  });
});

describe('small numbers of workers', () => {
  test('one to four are never printed as a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (workers) => {
        const shown = shownWorkers(workers);
        expect(shown).toEqual(workers >= 1 && workers <= 4 ? { kind: 'under-5' } : { kind: 'exact', count: workers });
      }),
    );
    expect(workersLabel(shownWorkers(3), en)).toBe('fewer than 5');
  });

  test('a total beside a small part is rounded to ten', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 50_000 }), (part, others) => {
        const shown = shownTotal({ workers: part + others, withoutWorkers: 0, small: 1 }, 2);
        expect(shown).toEqual({ kind: 'about', count: Math.max(10, Math.round((part + others) / 10) * 10) });
      }),
    );
  });

  test('are unknown where no supplier states them', () => {
    expect(shownTotal({ workers: 0, withoutWorkers: 2, small: 0 }, 2)).toEqual({ kind: 'unknown' });
  });

  test('people concerned are an order of magnitude', () => {
    expect(concernedLabel('one-or-few', en)).toBe('fewer than 10');
    expect(concernedLabel('hundreds', en)).toBe('100 to 999');
    expect(concernedLabel('ten-thousands', en)).toBe('10,000 or more');
  });
});

describe('the sentence of page 1', () => {
  test('states the two most serious figures', () => {
    expect(stateFinding(paper)).toBe('An import-ban alert applies to one supplier; one critical finding is unresolved');
    expect(withFigures({ banned: 1 })).toBe(
      'One critical finding is unresolved; one supplier is under an import-ban alert only by matches to be confirmed',
    );
    expect(withFigures({ banned: 0, bannedToConfirm: 0 })).toBe(
      'One critical finding is unresolved; 9 of 61 suppliers are at severe or high risk',
    );
  });

  test('states what is unknown where no figure is serious, and never that suppliers have no risk', () => {
    expect(withFigures(calm)).toBe('Below tier 1, 28 of 40 scores rest on place and sector at most');
    const checked = { ...calm, bands: { ...calm.bands, moderate: 61, none: 0 }, basis: [{ tier: 1, basis: 'A' as const, suppliers: 61 }] };
    expect(withFigures(checked)).toBe('None of 61 suppliers has a high score or an alert');
  });

  test('is written in each language without words of assurance', () => {
    for (const locale of ['en', 'fr', 'es'] as const)
      for (const input of [boardPaperInput, { ...boardPaperInput, ...calm }, longestInput(locale)]) {
        const made = arrangeBoardPaper({ ...input, locale });
        expect(`${stateFinding(made)} ${stateChanges(made)}`).not.toMatch(/clean|safe|propre|sûr|limpi|segur/i);
      }
  });
});

test('the sentence of page 2 states how much changed, and how much rests on place and sector', () => {
  expect(stateChanges(paper)).toBe('12 scores changed in 30 days; below tier 1, 28 of 40 scores rest on place and sector at most');
  expect(stateChanges(arrangeBoardPaper({ ...boardPaperInput, changes: { total: 0, shown: [] } }))).toMatch(
    /^No score changed in 30 days; /,
  );
});
