import { Link } from '@remix-run/react';
import type { Relation } from '#scoring';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Form } from '~/ui/form';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import type { CarriedSource } from './read-carried.server';

const relationWords = {
  equal: m.carry_over_relation_equal,
  broader: m.carry_over_relation_broader,
  narrower: m.carry_over_relation_narrower,
  related: m.carry_over_relation_related,
} satisfies Record<Relation, () => string>;

/** What one other response would carry over: full answers are chosen, partial ones wait for a person. Works without a script. */
export function CarryForm({ source, mayAnswer, base, here }: { source: CarriedSource; mayAnswer: boolean; base: string; here: string }) {
  const parts = [
    { coverage: 'full', title: m.carry_over_full_title(), lead: m.carry_over_full_lead() },
    { coverage: 'partial', title: m.carry_over_partial_title(), lead: m.carry_over_partial_lead() },
  ] as const;
  return (
    <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <input type="hidden" name="from" value={source.responseId} />
      <p>
        {m.carry_over_from_lead()}{' '}
        <Link to={`${base}/responses/${source.responseId}`} className="text-accent underline">
          {source.title}
        </Link>
      </p>
      {parts.map(({ coverage, title, lead }) => {
        const rows = source.rows.filter((row) => row.coverage === coverage);
        return rows.length === 0 ? null : (
          <Section key={coverage} title={title} lead={lead}>
            <ul className="grid gap-0">
              {rows.map((row) => (
                <li key={row.question} className="border-b border-line py-3">
                  <CarriedRow row={row} isChosen={coverage === 'full'} mayAnswer={mayAnswer} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      <div className="flex flex-wrap gap-2">
        {mayAnswer && (
          <Button type="submit" variant="primary">
            {m.carry_over_do()}
          </Button>
        )}
        <LinkButton to={here}>{m.carry_over_back()}</LinkButton>
      </div>
    </Form>
  );
}

function CarriedRow({ row, isChosen, mayAnswer }: { row: CarriedSource['rows'][number]; isChosen: boolean; mayAnswer: boolean }) {
  const words = (
    <span className="grid gap-1">
      <span>
        <span className="text-muted">{row.question}</span> {row.text}
      </span>
      <strong>{row.answer}</strong>
    </span>
  );
  return (
    <div className="grid max-w-prose gap-1">
      {mayAnswer ? (
        <label className="flex min-h-11 items-start gap-3">
          <input type="checkbox" name="question" value={row.question} defaultChecked={isChosen} className="mt-1 size-4 shrink-0" />
          {words}
        </label>
      ) : (
        words
      )}
      <ul className="ms-7 grid gap-1 text-sm text-muted">
        {row.sources.map(({ question, text, answer, relation }) => (
          <li key={question}>
            {relationWords[relation]()} {question} {text} <span className="text-ink">{answer}</span>
          </li>
        ))}
        <li>
          {m.carry_over_answered_on()} <DateText value={row.answeredAt} />
        </li>
      </ul>
    </div>
  );
}
