import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Checkbox } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';

/** Shows the site the current text of a finding corrected since it was shared. */
export function RewordPart({
  findingId,
  correctedAt,
  proposed,
  mayReword,
  failure,
}: {
  findingId: string;
  correctedAt: Date | string | null;
  /** What the site would read, as it is proposed. */
  proposed: string;
  mayReword: boolean;
  failure: FormFailure | undefined;
}) {
  return (
    <>
      {correctedAt && <Notice tone="warning">{m.auditpapers_corrected({ date: formatDate(correctedAt) })}</Notice>}
      {mayReword && (
        <details open={failure !== undefined || correctedAt !== null || undefined}>
          <summary className="min-h-11 cursor-pointer py-3 text-accent">{m.auditpapers_reword()}</summary>
          <Form method="post" noValidate className="grid gap-3" action={`#finding-${findingId}`}>
            <ErrorSummary errors={failure?.errors} />
            <input type="hidden" name="findingId" value={findingId} />
            <FreeText
              {...fieldOf(failure, 'text', proposed)}
              id={`text-${findingId}`}
              label={m.site_sharing_share_words()}
              hint={m.auditpapers_reword_hint()}
              rows={4}
              maxLength={4000}
            />
            <Checkbox {...checkboxOf(failure, 'screened')} id={`screened-${findingId}`} label={m.site_sharing_share_checked()} />
            <div>
              <Button name="intent" value="reword">
                {m.auditpapers_reword_do()}
              </Button>
            </div>
          </Form>
        </details>
      )}
    </>
  );
}
