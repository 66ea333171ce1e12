import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Fold } from '~/ui/fold';
import { formatList } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { formatDate } from '~/ui/format';
import type { FormFailure } from '~/ui/form-values';
import type { CasePage } from './case-page.server';
import { DecisionForm, Decisions } from './decisions-section';
import { recordedSteps } from './vocabulary';
import { StepForm } from './step-form';
import {
  conditionWords,
  guardianWords,
  harmWords,
  helperWords,
  referralWords,
  remedyWords,
  removalWords,
  riskWords,
  stepWords,
  tellWords,
  triedWords,
  wishWords,
  womanWords,
  yesNoWords,
} from './labels';

type Shown = { page: SerializeFrom<CasePage>; failureOf: (form: string) => FormFailure | undefined };
type Step = SerializeFrom<CasePage>['steps'][number];

/** The protocol in order: what to do and not to do, recorded values, and the form of each step, open at the current one. */
export function StepsSection({ page, failureOf }: Shown) {
  const mayRecord = page.status === 'open';
  return (
    <Section id="steps" title={m.sensitive_cases_steps()}>
      {page.isChild && (
        <div className="mb-4">
          <Notice tone="warning" title={m.sensitive_cases_child_title()}>
            {m.sensitive_cases_child_text()}
          </Notice>
        </div>
      )}
      <ol className="grid">
        {page.steps.map((step) => (
          <li key={step.step} id={`step-${step.step}`} className="grid grid-cols-[2.5rem_1fr] gap-x-2 border-t border-line py-4">
            <span className="font-semibold tabular-nums text-muted">{stepWords[step.step].number}</span>
            <StepFrame step={step} isWaiting={isWaiting(step, page) || failureOf(`step:${step.step}`) !== undefined}>
              <p className="max-w-prose">
                <strong className="font-semibold">{m.sensitive_cases_do()}</strong> {stepWords[step.step].does()}
              </p>
              <p className="max-w-prose text-muted">
                <strong className="font-semibold">{m.sensitive_cases_dont()}</strong> {stepWords[step.step].doesNot()}
              </p>
              <Recorded step={step} />
              <StepBody step={step} page={page} mayRecord={mayRecord} failureOf={failureOf} />
            </StepFrame>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Whether a step has a decision that is not taken. */
const isWaiting = ({ step }: Step, { decisions }: Shown['page']) =>
  step === 'authorities' && decisions.some(({ kind, verdict }) => kind === 'authorities' && verdict === null);

/** A step that is done is folded under its name and by whom it was recorded; one to do, or to decide, is open. */
function StepFrame({ step, isWaiting: waits, children }: { step: Step; isWaiting: boolean; children: ReactNode }) {
  const title = stepWords[step.step].title();
  if (!step.isDone || waits)
    return (
      <div className="grid min-w-0 gap-2">
        <h3 className="text-base font-semibold">
          {title} {step.isDone && <Icon name="check" label={m.shell_step_done()} className="text-success" />}
        </h3>
        {children}
      </div>
    );
  const { recorded } = step;
  return (
    <Fold
      className="min-w-0"
      isPrinted
      summary={
        <>
          <h3 className="inline text-base font-semibold">{title}</h3>{' '}
          <Icon name="check" label={m.shell_step_done()} className="text-success" />
          {recorded && (
            <span className="ms-3 text-muted">
              {m.sensitive_cases_recorded_by({ name: recorded.by ?? m.shell_unknown(), date: formatDate(recorded.at) })}
            </span>
          )}
        </>
      }
    >
      <div className="grid gap-2">{children}</div>
    </Fold>
  );
}

function StepBody({ step: { step, recorded, isDone }, page, mayRecord, failureOf }: Shown & { step: Step; mayRecord: boolean }) {
  if (step === 'track') return null;
  if (step === 'authorities')
    return (
      <>
        {page.authorities && (
          <p className="font-semibold">{`${tellWords[page.authorities.tell]()} · ${formatDate(page.authorities.at)}`}</p>
        )}
        <Decisions page={page} kinds={['authorities']} failureOf={failureOf} />
        {mayRecord && (
          <DecisionForm kind="authorities" page={page} failure={failureOf('propose:authorities')} isOpen={page.next === step} />
        )}
      </>
    );
  const name = recordedSteps.find((known) => known === step);
  if (!name || !mayRecord) return null;
  const failure = failureOf(`step:${name}`);
  return (
    <details open={page.next === step || failure !== undefined}>
      <summary className="cursor-pointer text-accent">{isDone ? m.sensitive_cases_correct() : m.sensitive_cases_record()}</summary>
      <StepForm step={name} isChild={page.isChild} recorded={recorded} failure={failure} />
    </details>
  );
}

/** The values of a step as text. */
function Recorded({ step: { recorded } }: { step: Step }) {
  if (!recorded) return null;
  const { values } = recorded;
  const texts = wordsOf(values);
  return (
    <div className="max-w-prose border-s-4 border-accent ps-3">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {values.note && <p className="whitespace-pre-line">{values.note}</p>}
      <p className="text-sm text-muted">
        {m.sensitive_cases_recorded_by({ name: recorded.by ?? m.shell_unknown(), date: formatDate(recorded.at) })}
      </p>
    </div>
  );
}

const pair = (label: string, text: string) => m.shell_named({ name: label, text });

function wordsOf(values: NonNullable<Step['recorded']>['values']): string[] {
  switch (values.step) {
    case 'danger':
      return [
        pair(m.sensitive_cases_f_danger(), triedWords[values.danger]()),
        pair(m.sensitive_cases_f_helper(), helperWords[values.helper]()),
      ];
    case 'protect':
      return [m.sensitive_cases_f_confront(), m.sensitive_cases_f_tip_off(), m.sensitive_cases_f_expose()];
    case 'wish':
      return [
        pair(m.sensitive_cases_f_wish(), wishWords[values.wish]()),
        ...(values.explained ? [m.sensitive_cases_f_explained()] : []),
        ...(values.adults ? [pair(m.sensitive_cases_f_adults(), yesNoWords[values.adults]())] : []),
        ...(values.woman ? [pair(m.sensitive_cases_f_woman(), womanWords[values.woman]())] : []),
        ...(values.guardian ? [pair(m.sensitive_cases_f_guardian(), guardianWords[values.guardian]())] : []),
      ];
    case 'country':
      return [
        ...(values.risks.length > 0 ? [pair(m.sensitive_cases_f_risks(), formatList(values.risks.map((risk) => riskWords[risk]())))] : []),
        pair(m.sensitive_cases_f_duty(), triedWords[values.duty]()),
        ...(values.law ? [values.law] : []),
      ];
    case 'refer':
      return [
        pair(m.sensitive_cases_f_referral(), referralWords[values.referral]()),
        ...(values.service ? [pair(m.sensitive_cases_f_service(), values.service)] : []),
      ];
    case 'harm':
      return [pair(m.sensitive_cases_f_harm(), harmWords[values.harm]())];
    case 'remedy':
      return values.remedies.length > 0
        ? [pair(m.sensitive_cases_f_remedies(), formatList(values.remedies.map((remedy) => remedyWords[remedy]())))]
        : [];
    case 'alternative':
      return [
        pair(m.sensitive_cases_f_removal(), removalWords[values.removal]()),
        ...values.conditions.map((condition) => conditionWords[condition]()),
      ];
  }
}
