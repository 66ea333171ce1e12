import type { SerializeFrom } from '@remix-run/node';
import { PersonField } from '~/platform/forms/person-field';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ActForm } from './act-form';
import type { CasePage } from './case-page.server';
import { type DecisionKind, decisionKinds } from './vocabulary';
import {
  kindWords,
  outcomeOptions,
  outcomeWords,
  overrideOptions,
  overrideReleaseWords,
  tellOptions,
  tellWords,
  verdictWords,
} from './labels';

type Page = SerializeFrom<CasePage>;
type FailureOf = (form: string) => FormFailure | undefined;

const isKind = (kind: string): kind is DecisionKind => decisionKinds.some((known) => known === kind);
const wordOf = (kind: string): string => (isKind(kind) ? kindWords[kind]() : kind);

/** All decisions except the one on the authorities, which is shown at its step. */
export function DecisionsSection({ page, failureOf }: { page: Page; failureOf: FailureOf }) {
  const kinds: DecisionKind[] =
    page.status === 'erased'
      ? []
      : [
          ...(page.status === 'open' && !page.releasedAt ? (['release'] as const) : []),
          'assign',
          ...(page.people.filter(({ endedAt }) => endedAt === null).length > 2 ? (['unassign'] as const) : []),
          page.status === 'open' ? 'close' : 'reopen',
          page.isHeld ? 'end-hold' : 'hold',
        ];
  return (
    <Section id="decisions" title={m.sensitive_cases_decisions()} lead={m.sensitive_cases_decisions_lead()}>
      <Decisions page={page} kinds={decisionKinds.filter((kind) => kind !== 'authorities')} failureOf={failureOf} />
      <div className="grid gap-2">
        {kinds.map((kind) => (
          <DecisionForm key={kind} kind={kind} page={page} failure={failureOf(`propose:${kind}`)} />
        ))}
      </div>
    </Section>
  );
}

/** Proposals of some kinds, newest first: open ones with the possible actions, others with their outcome. */
export function Decisions({ page, kinds, failureOf }: { page: Page; kinds: readonly DecisionKind[]; failureOf: FailureOf }) {
  const shown = page.decisions.filter(({ kind }) => kinds.some((known) => known === kind));
  if (shown.length === 0) return null;
  const unknown = m.shell_unknown();
  return (
    <ul className="mb-4 grid max-w-prose gap-3">
      {shown.map(({ id, kind, isOwn, proposedBy, proposedAt, verdict, decidedBy, proposal }) => (
        <li key={id} className="grid gap-1 border-s-4 border-line ps-3">
          <p className="font-semibold">
            {[
              wordOf(kind),
              proposal?.tell && tellWords[proposal.tell](),
              proposal?.outcome && outcomeWords[proposal.outcome](),
              proposal?.override && overrideReleaseWords[proposal.override](),
              proposal?.person,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {proposal && <p className="whitespace-pre-line">{proposal.reason}</p>}
          <p className="text-sm text-muted">
            {m.sensitive_cases_proposal_by({ name: proposedBy ?? unknown, date: formatDate(proposedAt) })}
            {verdict && ` · ${verdictWords[verdict as keyof typeof verdictWords]()}: ${decidedBy ?? unknown}`}
          </p>
          {verdict === null && page.status !== 'erased' && (
            <Verdict id={id} kind={kind} isOwn={isOwn} failure={failureOf(`decide:${kind}`)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Verdict({ id, kind, isOwn, failure }: { id: string; kind: string; isOwn: boolean; failure: FormFailure | undefined }) {
  const named = (text: string) => `${text}: ${wordOf(kind)}`;
  return (
    <Form method="post" preventScrollReset className="grid gap-2">
      {failure && <ErrorSummary errors={failure.errors} />}
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="decisionId" value={id} />
      <div className="flex flex-wrap items-center gap-2">
        {isOwn ? (
          <>
            <span className="text-muted">{m.sensitive_cases_waits_for_other()}</span>
            <Button name="verdict" value="withdrawn" variant="quiet" aria-label={named(m.sensitive_cases_withdraw())}>
              {m.sensitive_cases_withdraw()}
            </Button>
          </>
        ) : (
          <>
            <Button name="verdict" value="approved" variant="primary" aria-label={named(m.sensitive_cases_confirm())}>
              {m.sensitive_cases_confirm()}
            </Button>
            <Button name="verdict" value="rejected" aria-label={named(m.sensitive_cases_refuse())}>
              {m.sensitive_cases_refuse()}
            </Button>
          </>
        )}
      </div>
    </Form>
  );
}

/** The form that proposes one kind of decision; nothing while a proposal of this kind is open. */
export function DecisionForm({
  kind,
  page,
  failure,
  isOpen = false,
}: {
  kind: DecisionKind;
  page: Page;
  failure: FormFailure | undefined;
  isOpen?: boolean;
}) {
  if (page.decisions.some((decision) => decision.kind === kind && decision.verdict === null)) return null;
  const field = (name: string) => ({ ...fieldOf(failure, name), id: `field-${kind}-${name}` });
  const people = kind === 'assign' ? page.assignable : page.people.filter(({ endedAt }) => endedAt === null);
  return (
    <details open={isOpen || failure !== undefined}>
      <summary className="cursor-pointer text-accent">
        {m.shell_named({ name: m.sensitive_cases_propose(), text: kindWords[kind]() })}
      </summary>
      <ActForm intent="propose" hidden={{ kind }} failure={failure} submit={m.sensitive_cases_propose()}>
        {kind === 'release' && (
          <>
            <p>{m.sensitive_cases_release_text()}</p>
            <RadioGroup {...fieldOf(failure, 'override', 'O1')} label={m.sensitive_cases_f_override()} options={overrideOptions()} />
          </>
        )}
        {kind === 'authorities' && <RadioGroup {...field('tell')} label={m.sensitive_cases_f_tell()} options={tellOptions()} />}
        {kind === 'close' && <RadioGroup {...field('outcome')} label={m.sensitive_cases_f_outcome()} options={outcomeOptions()} />}
        {(kind === 'assign' || kind === 'unassign') && (
          <PersonField
            {...field('person')}
            label={m.sensitive_cases_f_person()}
            empty={m.sensitive_cases_second_choose()}
            people={people.map(({ userId, name }) => ({ id: userId, name: name ?? m.shell_unknown() }))}
          />
        )}
        <TextArea
          {...field('reason')}
          label={m.sensitive_cases_f_reason()}
          hint={m.sensitive_cases_account_hint()}
          rows={3}
          maxLength={2000}
        />
      </ActForm>
    </details>
  );
}
