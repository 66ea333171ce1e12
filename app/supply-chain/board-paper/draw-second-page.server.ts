import { bases } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { basisLabel, scoreLabel } from '~/documents/charts/labels';
import type { ReportDocument } from '~/documents/pdf/report-document.server';
import { capital, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { shownScore } from '~/ui/shown-score';
import { drawLedger, type Ledger, type LedgerCell, ledgerHeights } from './draw-ledger.server';
import { clipText, heightOf, type PaperPage, paperStyles, placeSection, placeText } from './page.server';
import { barShapes, basisTones, movementShapes } from './shapes';
import { isLate } from './schema';
import { stateCause, stateOverdue } from './state-figures';
import { stateChanges } from './state-finding';
import { gapLabel, stateLabel, tierLabel } from './labels';

const gap = 11;
/** A heading of a section with the space around it, and the section on the basis with its heading. */
const sectionHeight = 24;
const basisHeight = sectionHeight + 50;

const lowest = (report: ReportDocument) => report.doc.page.height - 54;

/** What changed, what is known and not, what is done, and what follows from yes and no. */
export function drawSecondPage(page: PaperPage): void {
  const { report, model } = page;
  report.y = 54;
  const sentence = stateChanges(model);
  report.note(1, sentence);
  placeText(report, { text: sentence, style: { size: 15, strong: true }, most: 3, tag: 'H2' });
  report.y += 6;
  drawChanges(page);
  drawKnowledge(page);
  const asked = model.decisions.length === 0 ? 14 : (ledgerHeights(report, consequences(page)).at(-1) ?? 0);
  drawActions(page, sectionHeight + asked + gap + basisHeight);
  drawConsequences(page);
  drawBasis(page);
}

function drawChanges({ report, model, say }: PaperPage): void {
  const { total, shown } = model.changes;
  const counts = { shown: writeNumber(shown.length, say), total: writeNumber(total, say) };
  placeSection(report, {
    ...{ title: m.board_paper_changes({}, say), level: 3 },
    ...(total > shown.length ? { aside: m.board_paper_shown_of(counts, say) } : {}),
  });
  if (total === 0)
    placeText(report, { text: m.board_paper_changes_none({ date: writeDate(model.since, say) }, say), style: paperStyles.text, most: 2 });
  else
    drawLedger(report, {
      summary: m.board_paper_changes({}, say),
      columns: [
        { label: m.board_paper_column_supplier({}, say), width: 122 },
        { label: m.board_paper_column_from_to({}, say), width: 54 },
        { label: m.board_paper_column_movement({}, say), width: 96 },
        { label: m.board_paper_column_change({}, say), width: 36, align: 'end' },
        { label: m.board_paper_column_cause({}, say), width: report.width - 308 },
      ],
      rows: shown.map((each): LedgerCell[] => {
        const { name, from, to } = each;
        const words = { from: scoreLabel(from, say.locale), to: scoreLabel(to, say.locale) };
        return [
          { text: name, strong: true },
          { text: m.board_paper_from_to(words, say) },
          {
            picture: {
              shapes: movementShapes({ from, to }, { width: 88, y: 6 }),
              width: 88,
              height: 11,
              alt: m.board_paper_alt_movement(words, say),
            },
          },
          { text: writeNumber(shownScore(to) - shownScore(from), { ...say, signed: true }), strong: true },
          { text: stateCause(each, say.locale), most: 2 },
        ];
      }),
    });
  report.y += gap;
}

function drawKnowledge(page: PaperPage): void {
  const { report, model, say } = page;
  const [top, between] = [report.y, 18];
  const width = (report.width - between) * 0.56;
  const rest = report.width - between - width;
  placeSection(report, { title: m.board_paper_known({}, say), width, level: 3 });
  drawKnown(page, width);
  const known = report.y;
  report.y = top;
  const x = report.left + width + between;
  placeSection(report, { title: m.board_paper_unknown_title({}, say), x, width: rest, level: 3 });
  if (model.gaps.length === 0)
    placeText(report, { text: m.board_paper_unknown_none({}, say), style: paperStyles.text, x, width: rest, most: 2 });
  const list = report.element('L');
  for (const each of model.gaps) {
    report.y += 2;
    const body = report.element('LBody', {}, report.element('LI', {}, list));
    placeText(report, { text: gapLabel(each, model), style: paperStyles.cell, x, width: rest, most: 2, parent: body });
  }
  report.y = Math.max(known, report.y) + gap;
}

function drawKnown({ report, model, say }: PaperPage, width: number): void {
  const tiers = [...new Set(model.basis.map(({ tier }) => tier))];
  const of = (tier: number | null, basis: string | null) =>
    model.basis.find((row) => row.tier === tier && row.basis === basis)?.suppliers ?? 0;
  // Wide numbers take the place of the bar.
  const barWidth = model.basis.some(({ suppliers }) => suppliers > 9_999) ? 0 : 50;
  const tierWidth = 60;
  const column = (width - tierWidth - barWidth - 4) / 6;
  drawLedger(report, {
    summary: m.board_paper_known_table({}, say),
    between: 4,
    columns: [
      { label: m.board_paper_column_tier({}, say), width: tierWidth },
      { label: '', width: barWidth + 4 },
      ...bases.map((label) => ({ label, width: column, align: 'end' as const })),
      { label: '–', width: column, align: 'end' as const },
    ],
    rows: tiers.map((tier): LedgerCell[] => {
      const parts = [...bases, null].map((basis) => ({
        size: of(tier, basis),
        tone: basis === null ? ('ground' as const) : basisTones[basis],
      }));
      const values = [...bases, null].map((basis) => `${basis ?? m.board_paper_not_scored({}, say)} ${writeNumber(of(tier, basis), say)}`);
      return [
        { text: capital(tierLabel(tier, say)), most: 2 },
        {
          picture: {
            ...{ shapes: barShapes(parts, { width: barWidth, height: 10 }), width: barWidth, height: 10 },
            alt: m.board_paper_alt_basis({ tier: tierLabel(tier, say), values: values.join(', ') }, say),
          },
        },
        ...[...bases, null].map((basis) => ({ text: writeNumber(of(tier, basis), say) })),
      ];
    }),
  });
  report.y += 2;
  const grades = bases.map((grade) => basisLabel(grade, say.locale)).join('; ');
  placeText(report, { text: `${grades}; –: ${m.board_paper_not_scored({}, say)}`, style: paperStyles.note, width, most: 4 });
}

function drawActions({ report, model, say }: PaperPage, below: number): void {
  const { total, shown } = model.actions;
  const ledger: Ledger = {
    summary: m.board_paper_actions({}, say),
    columns: [
      { label: m.board_paper_column_action({}, say), width: 208 },
      { label: m.board_paper_column_owner({}, say), width: 84 },
      { label: m.board_paper_column_due({}, say), width: 62 },
      { label: m.board_paper_column_state({}, say), width: report.width - 354 },
    ],
    rows: shown.map((each): LedgerCell[] => [
      { text: each.text, note: each.supplier, strong: true },
      { text: each.owner ?? m.board_paper_no_owner({}, say), most: 2 },
      { text: writeDate(each.dueOn, say) },
      { text: stateLabel(each, { asOf: model.asOf, say }), most: 2, strong: isLate(each, model.asOf) },
    ]),
  };
  const overdue = stateOverdue(model);
  const overdueStyle = { size: 7.5, strong: true };
  const overdueHeight =
    overdue === null
      ? 0
      : 2 + heightOf(clipText(report, { text: overdue, style: overdueStyle, width: report.width, most: 2 }), overdueStyle);
  const room = lowest(report) - below - report.y - sectionHeight - gap - overdueHeight;
  const drawn = Math.max(
    0,
    ledgerHeights(report, ledger).findLastIndex((height) => height <= room),
  );
  const counts = { shown: writeNumber(drawn, say), total: writeNumber(total, say) };
  placeSection(report, {
    ...{ title: m.board_paper_actions({}, say), level: 3 },
    ...(total > drawn ? { aside: m.board_paper_shown_of(counts, say) } : {}),
  });
  if (total === 0) placeText(report, { text: m.board_paper_actions_none({}, say), style: paperStyles.text, most: 2 });
  else drawLedger(report, { ...ledger, rows: ledger.rows.slice(0, drawn) });
  if (overdue !== null) {
    report.y += 2;
    placeText(report, { text: overdue, style: overdueStyle, most: 2 });
  }
  report.y += gap;
}

/** What follows from each decision. */
const consequences = ({ report, model, say }: PaperPage): Ledger => ({
  summary: m.board_paper_asked({}, say),
  columns: [
    { label: m.board_paper_column_decision({}, say), width: 129 },
    { label: m.board_paper_column_yes({}, say), width: 171 },
    { label: m.board_paper_column_no({}, say), width: report.width - 300 },
  ],
  rows: model.decisions.map(({ title, ifYes, ifNo }, index): LedgerCell[] => [
    { text: `${index + 1} ${title}`, strong: true, most: 3 },
    { text: ifYes, most: 4 },
    { text: ifNo, most: 4 },
  ]),
});

function drawConsequences(page: PaperPage): void {
  const { report, model, say } = page;
  placeSection(report, { title: m.board_paper_asked({}, say), level: 3 });
  if (model.decisions.length === 0) placeText(report, { text: m.board_paper_asked_none({}, say), style: paperStyles.text, most: 1 });
  else drawLedger(report, consequences(page));
  report.y += gap;
}

function drawBasis({ report, model, say, hash }: PaperPage): void {
  placeSection(report, { title: m.board_paper_basis({}, say), level: 3 });
  const between = 18;
  const width = (report.width - between) / 2;
  const top = report.y;
  const basis = { date: writeDate(model.asOf, say), version: model.engineVersion };
  placeText(report, { text: m.board_paper_basis_text(basis, say), style: paperStyles.note, width, most: 5 });
  const left = report.y;
  report.y = top;
  const x = report.left + width + between;
  const prepared = m.board_paper_prepared({ name: model.preparedBy, date: writeDate(model.preparedAt, say) }, say);
  placeText(report, { text: prepared, style: paperStyles.note, x, width, most: 2 });
  if (hash !== null) {
    placeText(report, { text: m.board_paper_contents_hash({}, say), style: paperStyles.note, x, width, most: 1 });
    const lines = clipText(report, { text: hash, style: paperStyles.note, width, most: 2 });
    report.write(report.element('P'), lines, { x, y: report.y, width, style: paperStyles.note });
    report.y += heightOf(lines, paperStyles.note);
  }
  report.y = Math.max(left, report.y);
}
