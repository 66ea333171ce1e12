import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatList } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { MovedItem, Proposal } from './apply-file.server';
import type { FileCompared } from './compare-file';
import { FieldChanges } from './version-difference';
import { plannedFields } from './plan-lists';
import { rowRefusalLabel, reportedFields } from './labels';

export type ImportReply =
  | { kind: 'problem'; message: string }
  | { kind: 'compared'; compared: FileCompared; proposal: Proposal }
  | { kind: 'stale'; moved: MovedItem[]; proposal: Proposal };

/** Import of a returned plan file: upload, comparison with the current plan, then confirmation. Works without script. */
export function ImportSection({ reply }: { reply: ImportReply | null }) {
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-6">
      {reply?.kind === 'problem' && <Notice tone="danger">{reply.message}</Notice>}
      {reply?.kind === 'stale' && <Stale moved={reply.moved} proposal={reply.proposal} />}
      {reply?.kind === 'compared' && <Preview compared={reply.compared} proposal={reply.proposal} />}
      <Section title={m.esap_import_title()} lead={m.esap_import_lead()} id="file">
        <Form method="post" encType="multipart/form-data" reloadDocument className="grid max-w-prose gap-3">
          <FileField name="file" label={m.esap_import_file()} hint={m.esap_import_hint()} accept=".xlsx,.csv" required />
          <div>
            <Button type="submit" variant={reply ? 'secondary' : 'primary'}>
              {m.esap_import_compare()}
            </Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}

function Stale({ moved, proposal }: { moved: readonly MovedItem[]; proposal: Proposal }) {
  return (
    <Section title={m.esap_stale_title()} id="stale">
      <Notice tone="warning" isLive>
        {m.esap_stale_lead()}
      </Notice>
      <ul className="my-4 grid gap-3">
        {moved.map(({ number, fields, before, now, isOpen }) => (
          <li key={number} className="border-s-4 border-line ps-3">
            <strong>{m.esap_line_changed({ number })}</strong>
            {!isOpen && <p className="text-muted">{m.esap_row_not_open()}</p>}
            <FieldChanges fields={reportedFields(fields)} before={before} after={now} />
          </li>
        ))}
      </ul>
      <Confirm proposal={proposal} unticked={new Set()} />
    </Section>
  );
}

function Preview({ compared, proposal }: { compared: FileCompared; proposal: Proposal }) {
  const { refused, kept, untaken, changes, unchanged } = compared;
  return (
    <Section title={m.esap_preview_title()} id="preview">
      <p className="mb-3 text-muted">{m.esap_preview_unchanged({ lines: unchanged })}</p>
      <div className="grid gap-4">
        {compared.otherVersion !== null && <Notice tone="warning">{m.esap_preview_version({ version: compared.otherVersion })}</Notice>}
        {compared.currencies.length > 0 && (
          <Notice tone="warning">{m.esap_preview_currencies({ currencies: formatList(compared.currencies) })}</Notice>
        )}
        {compared.beforeSigning.length > 0 && (
          <Notice tone="warning" title={m.esap_preview_before_signing()}>
            <ul>
              {compared.beforeSigning.map(({ row, dueOn }) => (
                <li key={row}>
                  {m.esap_row({ row })} · {formatDate(dueOn)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {refused.length > 0 && (
          <Notice tone="danger" title={m.esap_preview_refused({ rows: refused.length })}>
            <ul className="grid gap-1">
              {refused.map(({ row, code, name, cells }) => (
                <li key={`${row}-${code}`}>
                  <strong>{m.esap_row({ row })}</strong> {rowRefusalLabel(code)}{' '}
                  {cells.map(({ column, said }) => m.shell_named({ name: column, text: said })).join(' · ')}
                  <bdi className="block text-muted">{name}</bdi>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {kept.length > 0 && (
          <Notice tone="info" title={m.esap_preview_kept({ lines: kept.length })}>
            <ul>
              {kept.map(({ number, action }) => (
                <li key={number}>
                  {m.esap_line_named({ number })} <bdi className="text-muted">{action.slice(0, 120)}</bdi>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {untaken.length > 0 && (
          <Notice tone="info" title={m.esap_preview_untaken()}>
            <ul>
              {untaken.map(({ row, column, said }) => (
                <li key={`${row}-${column}`}>
                  {m.esap_row({ row })} {m.shell_named({ name: column, text: said })}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      <Confirm proposal={proposal} unticked={new Set(changes.filter(({ isStale }) => isStale).map(({ itemId }) => itemId))} />
    </Section>
  );
}

/** Each change with its checkbox. One that would undo an edit made since the export is not checked. */
function Confirm({ proposal, unticked }: { proposal: Proposal; unticked: ReadonlySet<string> }) {
  const { changes, added } = proposal;
  if (changes.length + added.length === 0) return <p className="mt-4">{m.esap_preview_nothing()}</p>;
  return (
    <Form method="post" reloadDocument className="mt-4 grid gap-4">
      <input type="hidden" name="proposal" value={JSON.stringify(proposal)} />
      <ul className="grid gap-3">
        {changes.map(({ itemId, number, row, before, planned }) => (
          <li key={itemId} className="border-t border-line pt-3">
            <label className="flex min-h-11 items-center gap-2 font-semibold">
              <input type="checkbox" name="take" value={itemId} defaultChecked={!unticked.has(itemId)} className="size-4" />
              {m.esap_line_named({ number })} · {m.esap_row({ row })}
            </label>
            {unticked.has(itemId) && <p className="text-danger">{m.esap_preview_stale()}</p>}
            <FieldChanges
              fields={reportedFields(plannedFields.filter((field) => before[field] !== planned[field]))}
              before={before}
              after={planned}
            />
          </li>
        ))}
        {added.map(({ row, planned }) => (
          <li key={row} className="border-t border-line pt-3">
            <label className="flex min-h-11 items-center gap-2 font-semibold">
              <input type="checkbox" name="add" value={row} defaultChecked className="size-4" />
              {m.esap_preview_new()} · {m.esap_row({ row })}
            </label>
            <bdi>{planned.action}</bdi>
          </li>
        ))}
      </ul>
      <div>
        <Button type="submit" variant="primary">
          {m.esap_preview_confirm()}
        </Button>
      </div>
    </Form>
  );
}
