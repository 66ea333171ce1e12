import { shownChoices } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { auditQuestionIndex } from '~/audits/entries/audit-question-index.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { getLocale } from '~/paraglide/runtime';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { StatedHit } from './check-consistency';
import { recorderPlace } from './recorder-place';
import { type ShownHit, showHit } from './show-hit';

/** Hits with their inputs in the reader's language. `recorder`: the address of the recorder, where the reader may open it. One query. */
export async function showHits(
  db: TenantDb,
  audit: FoundAudit,
  { hits, recorder }: { hits: readonly StatedHit[]; recorder: string | null },
): Promise<ShownHit[]> {
  const { instruments } = await auditQuestionIndex(db, audit);
  const shown = instruments.map(({ instrumentKey }) => localizedInstrument(instrumentKey, getLocale()));
  const questions = new Map(
    shown.flatMap((each) =>
      each.sections.flatMap((section) =>
        section.questions.map((question) => [question.key, { question, section: section.key, instrument: each }] as const),
      ),
    ),
  );
  return hits.map((hit) =>
    showHit(hit, {
      questionOf: (key) => {
        const found = questions.get(key);
        if (!found) return null;
        const choices = shownChoices(found.instrument, found.question).map(({ value, text }) => ({ value, label: text.text }));
        return { text: found.question.text.text, choices };
      },
      hrefOf: (key) => {
        const place = recorder === null ? null : recorderPlace(key, questions.get(key)?.section ?? null);
        return place && `${recorder}#/${place.map(encodeURIComponent).join('/')}`;
      },
    }),
  );
}
