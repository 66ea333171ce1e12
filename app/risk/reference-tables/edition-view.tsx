import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { KeyValueList, type Pair } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { EditionRead } from './read-edition.server';
import { movesText, stateText } from './labels';

export type EditionShown = SerializeFrom<Omit<EditionRead, 'run'>>;

const day = (moment: Date) => formatDate(moment);

/** What an edition is, who loaded it, and what became of it. */
export function EditionFacts({ edition }: { edition: EditionShown }) {
  const {
    kind,
    kindName,
    moves,
    producer,
    licence,
    publishedOn,
    fileName,
    sha256,
    hash,
    readRows,
    refusedRows,
    state,
    loaded,
    confirmed,
    withdrawn,
  } = edition;
  const by = ({ by: name, at }: { by: string | null; at: Date }) => m.reference_tables_loaded_value({ name: name ?? '—', date: day(at) });
  const pairs: Pair[] = [
    { key: 'state', label: m.reference_tables_state(), value: <strong>{stateText(state)}</strong> },
    { key: 'kind', label: m.reference_tables_kind(), value: kindName, note: movesText(moves) },
    { key: 'producer', label: m.reference_tables_field_producer(), value: producer },
    { key: 'published', label: m.reference_tables_field_published(), value: publishedOn ?? '—' },
    { key: 'licence', label: m.reference_tables_field_licence(), value: licence },
    {
      key: 'rows',
      label: m.reference_tables_rows(),
      value: m.reference_tables_rows_value({ read: formatNumber(readRows), refused: formatNumber(refusedRows) }),
    },
    { key: 'file', label: m.reference_tables_field_file(), value: fileName },
    { key: 'loaded', label: m.reference_tables_loaded_by(), value: by(loaded) },
    ...(confirmed ? [{ key: 'confirmed', label: m.reference_tables_confirmed_by(), value: by(confirmed) }] : []),
    ...(withdrawn ? [{ key: 'withdrawn', label: m.reference_tables_withdrawn_by(), value: by(withdrawn), note: withdrawn.reason }] : []),
    { key: 'sha256', label: m.reference_tables_sha256(), value: <code className="break-all text-xs">{sha256}</code> },
    ...(hash ? [{ key: 'hash', label: m.reference_tables_hash(), value: <code className="break-all text-xs">{hash}</code> }] : []),
  ];
  return (
    <>
      {kind === 'slavery-index' && <Notice>{m.reference_tables_index_note()}</Notice>}
      <KeyValueList columns={2} pairs={pairs} />
    </>
  );
}

/** Puts an edition in force or discards it, once it has been seen what it changes. A plain form: it works without script. */
export function Confirmation({ edition, isCompared, here }: { edition: EditionShown; isCompared: boolean; here: string }) {
  const { replaces } = edition;
  return (
    <Form method="post" className="grid max-w-prose gap-3" data-print="none">
      {replaces && (
        <p>
          <Link to={`${here}/${replaces.id}`}>{m.reference_tables_confirm_replaces({ title: replaces.title })}</Link>
        </p>
      )}
      <p className="text-muted">{isCompared ? m.reference_tables_confirm_note() : m.reference_tables_wait()}</p>
      <div className="flex flex-wrap gap-2">
        {isCompared && (
          <Button name="intent" value="confirm" variant="primary" icon="check">
            {m.reference_tables_confirm()}
          </Button>
        )}
        <Button name="intent" value="compare">
          {m.reference_tables_effect_again()}
        </Button>
        <Button name="intent" value="cancel">
          {m.reference_tables_cancel()}
        </Button>
      </div>
    </Form>
  );
}

/** Takes an edition back that is in force, or was, with a reason. */
export function Withdrawal({ problem }: { problem: string | null }) {
  return (
    <Section title={m.reference_tables_withdraw()} lead={m.reference_tables_withdraw_note()} id="withdraw">
      <Form method="post" className="grid max-w-prose gap-3" data-print="none">
        <TextArea
          name="reason"
          label={m.reference_tables_withdraw_reason()}
          rows={2}
          maxLength={1000}
          required
          error={problem ?? undefined}
        />
        <div>
          <Button name="intent" value="withdraw" variant="danger">
            {m.reference_tables_withdraw()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
