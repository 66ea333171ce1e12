import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import type { BatchCounts } from './schema';

/** Of a corrected workbook that came back: how it differs from the import that it corrects. */
export function CorrectionNotice({ counts, continuesId, here }: { counts: BatchCounts; continuesId: string | null; here: string }) {
  const { correction } = counts;
  if (correction === null || continuesId === null) return null;
  const lines = [
    correction.changed > 0 && m.import_cleaning_correction_changed({ count: correction.changed }),
    correction.added > 0 && m.import_cleaning_correction_added({ count: correction.added }),
    correction.missing > 0 && m.import_cleaning_correction_missing({ count: correction.missing }),
  ].filter((line) => line !== false);
  return (
    <Notice
      tone="info"
      title={m.import_cleaning_correction_title()}
      actions={
        <LinkButton to={`${here.replace(/[^/]+$/, '')}${continuesId}`} size="sm">
          {m.import_cleaning_correction_see()}
        </LinkButton>
      }
    >
      {lines.length > 0 ? lines.join(' ') : m.import_cleaning_correction_none()}
    </Notice>
  );
}

/** The way out and back: the list with its problems as a workbook, where there are any. */
export function WorkbookLink({ counts, here }: { counts: BatchCounts; here: string }) {
  if (counts.problems.length === 0) return null;
  return (
    <div className="mt-4 grid gap-2">
      <p className="max-w-prose text-muted">{m.import_cleaning_workbook_lead()}</p>
      <div>
        <LinkButton to={`${here}/annotated.xlsx`} reloadDocument icon="download" size="sm">
          {m.import_cleaning_workbook_download()}
        </LinkButton>
      </div>
    </div>
  );
}
