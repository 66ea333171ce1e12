import { useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatDate, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import { lawTopicLabel, lawTopics, limitLabel } from './labels';
import type { EnteredRequirementRow } from './read-entered.server';
import type { ShownRequirement } from './requirement';
import { RequirementFields } from './requirement-fields';
import { RequirementList } from './requirement-list';

export type CountryLawProps = {
  entered: EnteredRequirementRow[];
  released: ShownRequirement[];
  mayEnter: boolean;
  userId: string;
  today: string;
  reply: { problem: string | null; errors: Record<string, string> } | null;
};

/** The requirements of a country: those that members of the organization entered, with who confirmed each, then those of the released table. */
export function CountryLawPage({ entered, released, mayEnter, userId, today, reply }: CountryLawProps) {
  const current = entered.filter(({ withdrawnAt, isCorrected }) => withdrawnAt === null && !isCorrected);
  const earlier = entered.filter((row) => !current.includes(row));
  const topics = [...new Set(released.map(({ topic }) => topic))];
  return (
    <>
      {reply?.problem && (
        <Notice tone="danger" isLive>
          {reply.problem}
        </Notice>
      )}
      <Section id="entered" title={m.national_law_entered()} lead={m.national_law_entered_lead()}>
        {current.length === 0 && <p className="max-w-prose text-muted">{m.national_law_entered_none()}</p>}
        <ul className="grid max-w-4xl gap-4">
          {current.map((row) => (
            <li key={row.id} className="grid gap-3 rounded border border-line bg-surface p-4">
              <Entered row={row} />
              {mayEnter && <Decisions row={row} isOwn={row.enteredById === userId} today={today} errors={reply?.errors ?? {}} />}
            </li>
          ))}
        </ul>
        {mayEnter && (
          <details className="mt-4 max-w-4xl" open={reply !== null && Object.keys(reply.errors).length > 0}>
            <summary className="min-h-11 cursor-pointer py-3 text-accent">{m.national_law_add()}</summary>
            <Form method="post" className="grid gap-4 rounded border border-line bg-surface p-4">
              <Select
                name="topic"
                label={m.national_law_topic()}
                options={lawTopics.map((topic) => ({ value: topic, label: lawTopicLabel(topic) }))}
              />
              <RequirementFields prefix="new" value={null} errors={reply?.errors ?? {}} today={today} />
              <div>
                <Button type="submit" name="intent" value="enter" variant="primary">
                  {m.national_law_save()}
                </Button>
              </div>
            </Form>
          </details>
        )}
        {earlier.length > 0 && (
          <details className="mt-4 max-w-4xl">
            <summary className="min-h-11 cursor-pointer py-3">{m.national_law_earlier({ count: earlier.length })}</summary>
            <ul className="grid gap-3">
              {earlier.map((row) => (
                <li key={row.id} className="border-s-4 border-line ps-3">
                  <Entered row={row} />
                  <p className="text-sm">
                    {row.withdrawnAt === null
                      ? m.national_law_corrected()
                      : m.national_law_withdrawn_by({ name: row.withdrawnBy ?? m.shell_unknown(), date: formatDate(row.withdrawnAt) })}
                    {row.withdrawnReason !== '' && (
                      <>
                        {' '}
                        <bdi>{row.withdrawnReason}</bdi>
                      </>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
      <Section id="released" title={m.national_law_released()} lead={m.national_law_lead()}>
        {topics.length === 0 ? (
          <p className="max-w-prose">{m.national_law_none()}</p>
        ) : (
          <KeyValueList
            pairs={topics.map((topic) => ({
              key: topic,
              label: lawTopicLabel(topic),
              value: <RequirementList requirements={released.filter((each) => each.topic === topic)} />,
            }))}
          />
        )}
      </Section>
    </>
  );
}

function Entered({ row }: { row: EnteredRequirementRow }) {
  const { text, law, article, url, readOn, validFrom, limit, topic, question } = row;
  return (
    <div>
      <p className="font-semibold">
        <bdi>{text}</bdi>
      </p>
      <p className="text-sm text-muted">
        <bdi>{[law, article].filter(Boolean).join(', ')}</bdi>
        {url !== '' && (
          <>
            {' · '}
            <a href={url} rel="noreferrer">
              {m.national_law_source_link()}
            </a>
          </>
        )}
        {` · ${m.national_law_checked({ date: formatDate(readOn) })}`}
        {validFrom !== null && ` ${m.national_law_since({ date: formatDate(validFrom) })}`}
      </p>
      <p className="text-sm text-muted">
        {[lawTopicLabel(topic), question].filter(Boolean).join(' · ')}
        {limit &&
          ` · ${m.shell_named({ name: limitLabel(limit.kind), text: [formatNumber(limit.value, { digits: 2 }), limit.currency].filter(Boolean).join(' ') })}`}
      </p>
      <p className="text-sm text-muted">
        {m.national_law_entered_by({ name: row.enteredBy ?? m.shell_unknown(), date: formatDate(row.enteredAt) })}
        {' · '}
        {row.confirmedAt === null ? (
          <strong>{m.national_law_second_hand()}</strong>
        ) : (
          m.national_law_confirmed_by({ name: row.confirmedBy ?? m.shell_unknown() })
        )}
      </p>
    </div>
  );
}

function Decisions({
  row,
  isOwn,
  today,
  errors,
}: {
  row: EnteredRequirementRow;
  isOwn: boolean;
  today: string;
  errors: Readonly<Record<string, string>>;
}) {
  const [isCorrecting, setCorrecting] = useState(false);
  const id = <input type="hidden" name="id" value={row.id} />;
  return (
    <div className="grid gap-3">
      {row.confirmedAt === null &&
        (isOwn ? (
          <p className="text-sm text-muted">{m.national_law_other_confirms()}</p>
        ) : (
          <Form method="post">
            {id}
            <Button type="submit" name="intent" value="confirm" variant="primary">
              {m.national_law_confirm()}
            </Button>
          </Form>
        ))}
      <details>
        <summary className="min-h-11 cursor-pointer py-3 text-accent">{m.national_law_withdraw()}</summary>
        <Form method="post" className="flex flex-wrap items-end gap-3">
          {id}
          <Field
            {...{ name: 'reason', id: `reason-${row.id}`, maxLength: 500, required: true, className: 'min-w-60 grow' }}
            label={m.national_law_withdraw_reason()}
          />
          <Button type="submit" name="intent" value="withdraw">
            {m.national_law_withdraw()}
          </Button>
        </Form>
      </details>
      <details onToggle={(event) => setCorrecting(event.currentTarget.open)}>
        <summary className="min-h-11 cursor-pointer py-3 text-accent">{m.national_law_correct()}</summary>
        <Form method="post" className="grid gap-4">
          {id}
          <input type="hidden" name="topic" value={row.topic} />
          <RequirementFields prefix={row.id} value={row} errors={isCorrecting ? errors : {}} today={today} />
          <div>
            <Button type="submit" name="intent" value="correct">
              {m.national_law_save_correction()}
            </Button>
          </div>
        </Form>
      </details>
    </div>
  );
}
