import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { Form } from '~/ui/form';
import { Button } from '~/ui/button';
import { formatLanguage, formatList, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { ChangeTable } from '../change-table';
import type { RemarkKind } from '../xls-form/remarks';
import type { ImportPreview } from './import-preview.server';
import { RemarkTable } from './remark-table';

type Shown = { preview: SerializeFrom<ImportPreview>; problem: string | null };

const kinds = {
  refused: m.builder_import_kind_left_out,
  omitted: m.builder_import_kind_left_out,
  changed: m.builder_import_kind_changed,
  minor: m.builder_import_kind_minor,
} satisfies Record<RemarkKind, (inputs: { rows: string }) => string>;

/** A file before it is imported: what it is, what is not taken from it, what it becomes, and what that changes. Plain forms: it works without script. */
export function ImportPreviewView({ preview, problem }: Shown) {
  const { comparison, chosen } = preview;
  const isReady = chosen !== null && comparison?.isSame !== true;
  return (
    <div className="grid grid-cols-1 gap-2">
      {problem && (
        <Notice tone="danger" isLive>
          {problem}
        </Notice>
      )}
      <FileFacts preview={preview} />
      <Differences remarks={preview.remarks} />
      <Section title={m.builder_import_as()} id="as">
        <Choice preview={preview} />
      </Section>
      {comparison && !comparison.isSame && <Changes comparison={comparison} />}
      <Form method="post" className="mt-4 flex flex-wrap gap-2">
        <input type="hidden" name="as" value={chosen ?? ''} />
        <input type="hidden" name="seen" value={comparison?.seen ?? ''} />
        {isReady && (
          <Button name="intent" value="import" variant="primary" icon="import">
            {comparison ? m.builder_import_confirm_version() : m.builder_import_confirm_new()}
          </Button>
        )}
        <Button name="intent" value="cancel">
          {m.builder_import_cancel()}
        </Button>
      </Form>
    </div>
  );
}

function FileFacts({ preview }: { preview: Shown['preview'] }) {
  const { fileName, title, identity, counts, locales, missing } = preview;
  return (
    <Section title={m.builder_import_file()} id="file">
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'file', label: m.builder_import_file(), value: fileName },
          { key: 'title', label: m.builder_field_title(), value: title === '' ? m.builder_none() : title },
          { key: 'id', label: m.builder_import_form_id(), value: identity ?? m.builder_none() },
          { key: 'languages', label: m.builder_column_languages(), value: formatList(locales.map((locale) => formatLanguage(locale))) },
          { key: 'sections', label: m.builder_import_sections(), value: formatNumber(counts.sections) },
          { key: 'questions', label: m.builder_column_questions(), value: formatNumber(counts.questions) },
          {
            key: 'missing',
            label: m.builder_import_still_missing(),
            value: formatNumber(missing),
            ...(missing > 0 ? { note: m.builder_import_still_missing_note() } : {}),
          },
        ]}
      />
    </Section>
  );
}

function Differences({ remarks }: { remarks: Shown['preview']['remarks'] }) {
  if (remarks.length === 0) return <Notice tone="success">{m.builder_import_whole()}</Notice>;
  return (
    <Section title={m.builder_import_differences()} id="differences">
      <div className="grid grid-cols-1 gap-4">
        {remarks.map(({ kind, rows }) => (
          <details key={kind} open={kind !== 'minor'} className="rounded border border-line bg-surface px-4 py-2">
            <summary className="min-h-11 cursor-pointer py-2 font-semibold">{kinds[kind]({ rows: formatNumber(rows.length) })}</summary>
            <RemarkTable caption={kinds[kind]({ rows: formatNumber(rows.length) })} effect={m.builder_import_column_effect()} rows={rows} />
          </details>
        ))}
      </div>
    </Section>
  );
}

/** Why what is chosen was proposed. */
function reason({ identity, known, targets }: Shown['preview']): string | null {
  if (known !== null) return m.builder_import_known_id({ title: known });
  if (targets.length === 0) return null;
  return identity === null ? m.builder_import_no_id() : m.builder_import_new_id({ id: identity });
}

function Choice({ preview }: { preview: Shown['preview'] }) {
  const { targets, chosen, sameTitle, comparison } = preview;
  const why = reason(preview);
  return (
    <div className="grid max-w-prose grid-cols-1 gap-4">
      {why && <p>{why}</p>}
      {sameTitle !== null && <p>{m.builder_import_same_title({ title: sameTitle })}</p>}
      {targets.length > 0 && (
        <Form method="get" preventScrollReset className="grid gap-3" key={chosen}>
          <Select
            name="as"
            label={m.builder_import_as()}
            defaultValue={chosen ?? ''}
            required
            {...(chosen === null ? { empty: m.builder_import_as_empty() } : {})}
            options={[
              { value: 'new', label: m.builder_import_as_new() },
              ...targets.map(({ code, title, version }) => ({
                value: code,
                label: m.builder_import_as_version({ title: title === '' ? m.builder_untitled() : title, version }),
              })),
            ]}
          />
          <div>
            <Button>{m.builder_import_compare()}</Button>
          </div>
        </Form>
      )}
      {comparison?.isSame && <Notice tone="info">{m.builder_import_same({ version: comparison.before })}</Notice>}
      {comparison && !comparison.isSame && <p>{m.builder_import_version_note({ before: comparison.before, after: comparison.after })}</p>}
      {chosen === 'new' && <p>{m.builder_import_new_note()}</p>}
    </div>
  );
}

function Changes({ comparison }: { comparison: NonNullable<Shown['preview']['comparison']> }) {
  const { before, rows } = comparison;
  const count = (kind: (typeof rows)[number]['kind']) => formatNumber(rows.filter((row) => row.kind === kind).length);
  return (
    <Section
      title={m.builder_changes_since({ version: before })}
      lead={m.builder_import_change_counts({ added: count('added'), changed: count('changed'), removed: count('removed') })}
      id="changes"
    >
      <ChangeTable rows={rows} since={before} none={m.builder_import_other_changes()} />
    </Section>
  );
}
