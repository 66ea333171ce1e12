import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportHash } from '~/documents/verification/report-hash.server';
import { arrangeBoardPaper, type BoardPaperInput } from '~/supply-chain/board-paper/model';
import { renderBoardPaper, renderBoardPaperDraft, writeBoardPaperJson } from '~/supply-chain/board-paper/render.server';
import type { BoardPaper } from '~/supply-chain/board-paper/schema';
import { boardPaperInput, longestInput } from './board-paper-input';
import { hasTool, hasVeraPdf, runTool, runVeraPdf } from './run-tool';

const folder = mkdtempSync(path.join(tmpdir(), 'manumit-board-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, `${name}.pdf`);

function issue(input: BoardPaperInput): BoardPaper {
  const content = arrangeBoardPaper(input);
  return { ...content, hash: reportHash(content) };
}
const paper = issue(boardPaperInput);
const empty = issue({
  ...boardPaperInput,
  ...{
    decisions: [],
    riskiest: [],
    banned: 0,
    bannedToConfirm: 0,
    overdue: { questionnaires: 0, findings: 0, actions: 0, tasks: 0 },
    matches: { importBan: 0, other: 0 },
    critical: { count: 0, since: null },
    basis: [],
    gaps: [],
  },
  ...{
    changes: { total: 0, shown: [] },
    actions: { total: 0, shown: [] },
    bands: { severe: 0, high: 0, elevated: 0, moderate: 0, low: 0, none: 0 },
  },
  atRisk: { workers: 0, withoutWorkers: 0, small: 0, expected: null },
});
const longest = ['en', 'fr', 'es'] as const;

beforeAll(async () => {
  writeFileSync(file('paper'), await renderBoardPaper(paper));
  writeFileSync(file('empty'), await renderBoardPaper(empty));
  for (const locale of longest) writeFileSync(file(`longest-${locale}`), await renderBoardPaper(issue(longestInput(locale))));
  writeFileSync(file('draft'), await renderBoardPaperDraft(arrangeBoardPaper(boardPaperInput)));
});

test('the same paper gives the same bytes; a paper changed after its hash is drawn from what it states', async () => {
  expect((await renderBoardPaper(paper)).equals(await renderBoardPaper(paper))).toBe(true);
  await expect(renderBoardPaper({ ...paper, basis: [] })).rejects.toThrow('do not agree');
});

describe.skipIf(!hasTool('pdftotext', '-v'))('the text of the PDF (needs poppler: skipped where it is missing)', () => {
  const textOf = (name: string) => runTool('pdftotext', '-layout', file(name), '-').text;

  test.each(['paper', 'empty', 'draft', ...longest.map((locale) => `longest-${locale}`)])('%s has exactly two pages', (name) => {
    expect(runTool('pdfinfo', file(name)).text).toMatch(/Pages:\s+2\b/);
  });

  test('states the finding, decisions, figures, suppliers, gaps, and that sensitive cases are in no report', () => {
    const text = textOf('paper').replace(/\s+/g, ' ');
    for (const words of [
      'An import-ban alert applies to one supplier',
      'Decisions requested',
      '9 of 61',
      'about 3,800',
      'Tarim Basin Fibre Trading',
    ])
      expect(text).toContain(words);
    for (const words of [
      '48 of 61 suppliers have never been audited.',
      '10 days late',
      'Six of 29 scores rest on a site check',
      'fewer than 5',
      'Sensitive cases are not',
    ])
      expect(text).toContain(words);
    expect(text.replace(/ /g, '')).toContain(paper.hash.slice(0, 40));
  });

  test('with the longest texts prints every decision, and how many suppliers are not shown', () => {
    for (const locale of longest) {
      const text = textOf(`longest-${locale}`);
      expect(text.match(/^\s*[123] Shenzhen Xinghua/gm), locale).toHaveLength(3);
      expect(text.replace(/[\s\u202f]/g, ''), locale).toContain('434');
    }
  });

  test('is tagged: one H1, tables with headers, figures with their values', () => {
    const tags = runTool('pdfinfo', '-struct-text', file('paper')).text;
    expect(tags.match(/^\s*H1\b/gm)).toHaveLength(1);
    for (const tag of ['Table', 'THead', 'TH', 'Figure', 'H2', 'H3', 'L']) expect(tags).toMatch(new RegExp(`\\b${tag}\\b`));
  });

  test('carries its data; a draft carries none and is marked', () => {
    const attached = path.join(folder, 'attached.json');
    runTool('pdfdetach', '-save', '1', '-o', attached, file('paper'));
    expect(runTool('cat', attached).text).toBe(writeBoardPaperJson(paper));
    expect(runTool('pdfdetach', '-list', file('draft')).text).toMatch(/^0 embedded files/);
    expect(textOf('draft')).toContain('Draft, not issued');
  });
});

describe('PDF/UA-1 and PDF/A-3a', () => {
  test.skipIf(!hasVeraPdf && process.env.REQUIRE_VERAPDF !== '1')(
    'veraPDF finds nothing (skipped where Java or libjaxb-java is missing)',
    async () => {
      const { text, code } = await runVeraPdf('ua1,3a', file('paper'), file('longest-fr'), file('empty'));
      expect(text.match(/compliant=true/g) ?? [], text).toHaveLength(6);
      expect(code).toBe(0);
    },
    240_000,
  );
});
