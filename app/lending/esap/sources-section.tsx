import { findingGradeSchema } from '#scoring';
import { gradeLabel } from '~/findings/findings/labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { OpenSource } from './read-plan.server';

/** What no line takes up yet: each made into a line by one click, or all at once, or left out for a reason. */
export function SourcesSection({
  sources,
  failure,
  mayEdit,
}: {
  sources: readonly OpenSource[];
  failure: FormFailure | undefined;
  mayEdit: boolean;
}) {
  if (sources.length === 0) return null;
  return (
    <Section
      title={m.esap_sources_title({ sources: sources.length })}
      lead={m.esap_sources_lead()}
      id="sources"
      actions={
        mayEdit && (
          <Form method="post">
            <Button type="submit" name="intent" value="take-up-all" variant="primary">
              {m.esap_take_all()}
            </Button>
          </Form>
        )
      }
    >
      <ErrorSummary errors={failure?.errors} />
      <DataTable
        caption={m.esap_sources_caption()}
        rows={sources}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'source',
            header: m.esap_source(),
            wraps: true,
            cell: (source) => (
              <span className="grid max-w-prose gap-0.5">
                <bdi>{source.words || m.esap_source_hidden()}</bdi>
                <span className="text-xs text-muted">{sourceStatus(source)}</span>
              </span>
            ),
          },
          ...(mayEdit
            ? [
                {
                  key: 'act',
                  header: m.esap_take_head(),
                  cell: (source: OpenSource) => (
                    <SourceActs source={source} failure={failure?.values.key?.[0] === source.key ? failure : undefined} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function sourceStatus(source: OpenSource): string {
  if (source.kind === 'item') return [source.key, source.isPartly ? m.esap_source_partly() : m.esap_source_not_met()].join(' · ');
  const { party, grade, openedOn, reference } = source;
  return [m.esap_source_finding(), gradeLabel(findingGradeSchema.parse(grade)), party, formatDate(openedOn), reference]
    .filter(Boolean)
    .join(' · ');
}

function SourceActs({ source, failure }: { source: OpenSource; failure: FormFailure | undefined }) {
  const name = source.kind === 'item' ? source.key : source.words || source.party;
  return (
    <span className="flex flex-wrap gap-1">
      <Form method="post">
        <input type="hidden" name="intent" value="take-up" />
        <Button type="submit" name="key" value={source.key} size="sm" aria-label={m.esap_take_named({ name })}>
          {m.esap_take()}
        </Button>
      </Form>
      <Dialog
        trigger={m.esap_leave_out()}
        title={m.esap_leave_out_title()}
        size="sm"
        variant="quiet"
        isRefused={failure?.values.intent?.[0] === 'leave-out'}
      >
        <Form method="post" noValidate className="grid gap-4 whitespace-normal">
          <input type="hidden" name="intent" value="leave-out" />
          <input type="hidden" name="key" value={source.key} />
          <FreeText {...fieldOf(failure, 'words')} id={`leave-${source.key}`} label={m.esap_leave_out_why()} rows={3} maxLength={4000} />
          <div>
            <Button type="submit">{m.esap_leave_out()}</Button>
          </div>
        </Form>
      </Dialog>
    </span>
  );
}
