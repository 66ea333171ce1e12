import { m } from '~/paraglide/messages';
import { drawHeading, drawParagraph } from '~/documents/pdf/blocks.server';
import { drawTable } from '~/documents/pdf/draw-table.server';
import type { ReportPage } from './page';
import type { ReportSource } from './parts-schema';
import { countryLabel, isolate, writeDate } from '~/documents/pdf/labels';
import { factLabel, writeFact } from '~/suppliers/fields/reported/fact-text';

/** What is known of the supplier, each fact with the row or answer it was read from. */
export function drawFacts(page: ReportPage): void {
  const { report, model, say } = page;
  report.beginSection(model.facts.length + model.supplier.sites.length > 0 ? 300 : 120);
  drawHeading(report, { level: 1, text: m.supplier_report_section_facts({}, say) });
  if (model.facts.length === 0) drawParagraph(report, { text: m.supplier_report_facts_none({}, say) });
  else {
    drawParagraph(report, { text: m.supplier_report_facts_intro({}, say) });
    drawTable(report, {
      summary: m.supplier_report_table_of({ title: m.supplier_report_section_facts({}, say) }, say),
      columns: [
        { label: m.supplier_report_column_fact({}, say), share: 40 },
        { label: m.supplier_report_column_value({}, say), share: 42 },
        { label: m.supplier_report_column_source({}, say), share: 18, align: 'end' },
      ],
      rows: model.facts.map((fact) => [
        factLabel(fact.field, say) ?? fact.field,
        writeFact(fact.value, say),
        fact.source === null ? m.supplier_report_source_none({}, say) : `[${fact.source}]`,
      ]),
    });
  }
  drawSites(page);
  drawSources(page);
}

function drawSites({ report, model, say }: ReportPage): void {
  const { sites } = model.supplier;
  if (sites.length === 0) return;
  drawHeading(report, { level: 2, text: m.supplier_report_sites({}, say) });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_sites({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_site({}, say), share: 30 },
      { label: m.supplier_report_column_address({}, say), share: 32 },
      { label: m.supplier_report_country({}, say), share: 16 },
      { label: m.supplier_report_column_activity({}, say), share: 22 },
    ],
    rows: sites.map((site) => [
      site.name,
      site.address ?? '–',
      site.country === null ? m.supplier_report_unknown({}, say) : countryLabel(site.country, say),
      site.activity ?? '–',
    ]),
  });
}

function drawSources({ report, model, say }: ReportPage): void {
  if (model.sources.length === 0) return;
  drawHeading(report, { level: 2, text: m.supplier_report_sources({}, say) });
  drawTable(report, {
    summary: m.supplier_report_table_of({ title: m.supplier_report_sources({}, say) }, say),
    columns: [
      { label: m.supplier_report_column_number({}, say), share: 8 },
      { label: m.supplier_report_column_source({}, say), share: 92 },
    ],
    rows: model.sources.map((source, index) => [`[${index + 1}]`, sourceWords(source, say)]),
  });
}

function sourceWords(source: ReportSource, say: ReportPage['say']): { text: string; note?: string } {
  switch (source.kind) {
    case 'file':
      return {
        text: m.supplier_report_source_file({ file: isolate(source.fileName), row: source.rowNumber }, say),
        note: m.supplier_report_source_file_hash({ sha256: source.sha256 }, say),
      };
    case 'entered':
      return { text: m.supplier_report_source_entered({ date: writeDate(source.on, say) }, say) };
    case 'answer':
      return { text: m.supplier_report_source_answer({ question: source.question, instrument: source.instrument }, say) };
  }
}
