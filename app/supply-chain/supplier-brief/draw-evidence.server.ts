import { writeNumber } from '~/documents/charts/numbers';
import { gradeLabel, writeDate } from '~/documents/pdf/labels';
import { m } from '~/paraglide/messages';
import { drawLedger } from '../board-paper/draw-ledger.server';
import { paperStyles, placeSection, placeText } from '../board-paper/page.server';
import { alertsTitle, contactLabel, kindLabel, lateLabel } from './labels';
import { type BriefPage, gap, placeMore, placePair, placeRows } from './page.server';

/** Alerts, what moves the score and what is not known, open findings and overdue actions, whom to ask, and what the page rests on. */
export function drawEvidence(page: BriefPage): void {
  drawAlerts(page);
  drawReasons(page);
  drawOpen(page);
  drawBasis(page);
}

function drawAlerts(page: BriefPage): void {
  const { report, brief, say, limits } = page;
  const { total } = brief.alerts;
  const shown = brief.alerts.shown.slice(0, limits.alerts);
  const title = alertsTitle(total, say);
  placeSection(report, { title, level: 2 });
  if (total === 0) placeText(report, { text: m.supplier_brief_alerts_none({}, say), style: paperStyles.text, most: 2 });
  else
    drawLedger(report, {
      summary: title,
      columns: [
        { label: m.supplier_brief_column_alert({}, say), width: 235 },
        { label: m.supplier_brief_column_source({}, say), width: report.width - 315 },
        { label: m.supplier_brief_column_state({}, say), width: 80 },
      ],
      rows: shown.map(({ title: text, source, state }) => [
        { text, strong: true, most: limits.lines },
        { text: source, most: limits.lines },
        { text: state, most: limits.lines },
      ]),
    });
  placeMore(page, { count: total - shown.length });
  report.y += gap;
}

function drawReasons(page: BriefPage): void {
  const { brief, say } = page;
  const { drivers, unknowns } = brief;
  placePair(page, [
    (column) =>
      placeRows(page, {
        ...{ title: m.supplier_brief_drivers({}, say), column, total: drivers.length, empty: m.supplier_brief_drivers_none({}, say) },
        rows: drivers.map(({ name, points, odds }) => ({
          ...{
            title: name,
            value: writeNumber(points, { ...say, decimals: 1, signed: true }),
            note: odds,
          },
        })),
      }),
    (column) =>
      placeRows(page, {
        ...{ title: m.supplier_brief_unknowns({}, say), column, total: unknowns.length, empty: m.supplier_brief_unknowns_none({}, say) },
        rows: unknowns.map(({ fact, change, how }) => ({ title: fact, ...(change === null ? {} : { value: change }), note: how })),
      }),
  ]);
}

function drawOpen(page: BriefPage): void {
  const { brief, say, limits } = page;
  const { findings, actions, asOf } = brief;
  placePair(page, [
    (column) =>
      placeRows(page, {
        ...{
          title: m.supplier_brief_findings({}, say),
          column,
          total: findings.list.total,
          empty: m.supplier_brief_findings_none({}, say),
        },
        rows: findings.list.shown.slice(0, limits.findings).map(({ title, grade, openedOn }) => ({
          ...{ title, note: m.supplier_brief_finding_note({ grade: gradeLabel(grade, say), date: writeDate(openedOn, say) }, say) },
        })),
      }),
    (column) =>
      placeRows(page, {
        ...{
          title: m.supplier_brief_overdue({}, say),
          column,
          total: actions.overdue.total,
          empty: m.supplier_brief_overdue_none({}, say),
        },
        rows: actions.overdue.shown.slice(0, limits.actions).map(({ title, kind, dueOn }) => ({
          title,
          note: m.supplier_brief_action_note(
            { kind: kindLabel(kind, say), date: writeDate(dueOn, say), late: lateLabel({ dueOn, asOf }, say) },
            say,
          ),
        })),
      }),
  ]);
}

function drawBasis(page: BriefPage): void {
  const { report, brief, say } = page;
  const { owner, score } = brief;
  const note = paperStyles.note;
  placePair(page, [
    (column) => {
      placeSection(report, { title: m.supplier_brief_people({}, say), ...column, level: 2, most: 1 });
      const contact = m.supplier_brief_contact({ contact: contactLabel(brief) }, say);
      placeText(report, { text: contact, style: paperStyles.text, ...column, most: 2 });
      const name = owner ?? m.supplier_brief_owner_none({}, say);
      placeText(report, { text: m.supplier_brief_owner({ owner: name }, say), style: paperStyles.text, ...column, most: 1 });
      const prepared = m.board_paper_prepared({ name: brief.preparedBy, date: writeDate(brief.preparedAt, say) }, say);
      placeText(report, { text: prepared, style: paperStyles.text, ...column, most: 2 });
    },
    (column) => {
      placeSection(report, { title: m.supplier_brief_basis({}, say), ...column, level: 2, most: 1 });
      if (score !== null && score.scoredOn !== null && score.method !== null) {
        const scored = { date: writeDate(score.scoredOn, say), version: score.method };
        placeText(report, { text: m.supplier_brief_basis_score(scored, say), style: note, ...column, most: 2 });
      }
      placeText(report, { text: m.supplier_brief_basis_text({}, say), style: note, ...column, most: 5 });
    },
  ]);
}
