import { responseStatusLabel } from '~/platform/terms/response-status-label';
import { gradeLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { SplitParts } from './read-split-parts.server';
import { Tick } from './tick';

type Shown<Part> = Omit<Part, 'openedAt'> & { openedAt: Date | string };
export type SplitPartsShown = {
  responses: readonly Shown<SplitParts['responses'][number]>[];
  findings: readonly Shown<SplitParts['findings'][number]>[];
};

/** Which responses and findings go with what is split off; the others stay. Nothing where there are none. */
export function SplitPartFields({
  parts: { responses, findings },
  isChosen,
}: {
  parts: SplitPartsShown;
  isChosen: (name: 'response' | 'finding', id: string) => boolean;
}) {
  if (responses.length + findings.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-2 text-lg font-semibold">{m.list_changes_split_title()}</legend>
      <p className="mb-1 max-w-prose text-muted">{m.list_changes_split_lead()}</p>
      {responses.map(({ id, instrumentKey, status, openedAt, findings: own }) => (
        <Tick key={id} name="response" value={id} isChosen={isChosen('response', id)}>
          {instrumentKey}{' '}
          <span className="text-muted">
            {[responseStatusLabel(status), formatDate(openedAt), ...(own > 0 ? [m.list_changes_split_findings({ count: own })] : [])].join(
              ' · ',
            )}
          </span>
        </Tick>
      ))}
      {findings.map(({ id, grade, text, openedAt }) => (
        <Tick key={id} name="finding" value={id} isChosen={isChosen('finding', id)}>
          {m.list_changes_split_finding({ grade: gradeLabel(grade) })} <span className="text-muted">{formatDate(openedAt)}</span>{' '}
          <q>{text}</q>
        </Tick>
      ))}
    </fieldset>
  );
}
