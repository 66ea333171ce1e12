import { tableTitle } from '#scoring';
import { m } from '~/paraglide/messages';
import { writeDate } from '~/documents/pdf/labels';
import { drawHeading, drawList, drawParagraph } from '~/documents/pdf/blocks.server';
import type { ListPage } from './page';

/** Until when each list behind the alerts is complete, and how many changes are probably missing; nothing for a report that does not state it. */
export function drawLists({ report, model: { lists = [] }, say }: ListPage): void {
  if (lists.length === 0) return;
  report.beginSection(120);
  drawHeading(report, { level: 2, text: m.supplier_report_list_currency({}, say) });
  drawList(report, {
    items: lists.map(({ list, completeTo, likelyMissed, rhythmDays }) => {
      const complete = m.alerts_lists_complete({ date: writeDate(completeTo, say) }, say);
      const missed =
        likelyMissed > 0 && rhythmDays !== null ? ` ${m.alerts_lists_missed({ count: likelyMissed, days: rhythmDays }, say)}` : '';
      return { lead: m.supplier_report_list_completeness({ list: tableTitle(list, say.locale), complete: `${complete}${missed}` }, say) };
    }),
  });
  if (lists.some(({ likelyMissed }) => likelyMissed > 0)) drawParagraph(report, { text: m.alerts_lists_check({}, say) });
}
