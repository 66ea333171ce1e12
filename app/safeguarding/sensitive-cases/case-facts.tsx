import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { classNames } from '~/ui/class-names';
import { TextArea } from '~/ui/field';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { RadioGroup, Select } from '~/ui/select';
import { Timeline } from '~/ui/timeline';
import { DateText, MomentText } from '~/ui/values';
import { FoldedSection } from '~/ui/fold';
import { formatDate, formatList } from '~/ui/format';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { ActForm } from './act-form';
import type { CasePage } from './case-page.server';
import {
  contactOptions,
  contactWords,
  dueWords,
  kindWords,
  outcomeWords,
  statusWords,
  stepWords,
  termWord,
  triggerWords,
  verdictWords,
  visitWords,
} from './labels';
import { contactKeys } from './vocabulary';

type Page = SerializeFrom<CasePage>;
const folders: Readonly<Record<string, string>> = { supplier: 'suppliers', site: 'sites', 'labour-recruiter': 'labour-recruiters' };

/** The subject of the case, or a note that its texts were erased. */
export function AboutSection({ page, base }: { page: Page; base: string }) {
  const { subject, party, outcome, eraseOn, erasedAt } = page;
  return (
    <Section id="about" title={m.sensitive_cases_about_title()}>
      {erasedAt && <p className="mb-3">{m.sensitive_cases_about_erased({ date: formatDate(erasedAt) })}</p>}
      {subject && <p className="mb-3 max-w-prose whitespace-pre-line text-base">{subject.account}</p>}
      <KeyValueList
        columns={2}
        pairs={[
          ...(subject
            ? [
                { key: 'trigger', label: m.sensitive_cases_trigger(), value: triggerWords[subject.trigger]() },
                {
                  key: 'party',
                  label: m.sensitive_cases_party(),
                  value: party ? (
                    <Link to={`${base}/${folders[party.kind] ?? 'suppliers'}/${party.publicId}`}>{party.name}</Link>
                  ) : (
                    m.sensitive_cases_about_gone()
                  ),
                },
              ]
            : []),
          ...(subject?.responseId
            ? [
                {
                  key: 'question',
                  label: m.sensitive_cases_question(),
                  value: <Link to={`${base}/responses/${subject.responseId}`}>{subject.question ?? ''}</Link>,
                },
              ]
            : []),
          {
            key: 'opened',
            label: m.sensitive_cases_col_opened(),
            value: <MomentText value={page.openedAt} />,
            note: page.openedBy ?? undefined,
          },
          ...(outcome ? [{ key: 'outcome', label: m.sensitive_cases_outcome(), value: outcomeWords[outcome]() }] : []),
          ...(eraseOn && !erasedAt
            ? [
                {
                  key: 'erase',
                  label: m.sensitive_cases_erase_on(),
                  value: page.isHeld ? m.sensitive_cases_held() : <DateText value={eraseOn} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** Every deadline with the remaining time, and the form for a follow-up. */
export function TermsSection({ page, failure }: { page: Page; failure: FormFailure | undefined }) {
  const open = page.dues.filter(({ key, state }) => key !== 'authorities' && state !== 'done');
  const field = (name: string) => ({ ...fieldOf(failure, name), id: `field-contact-${name}` });
  return (
    <Section id="terms" title={m.sensitive_cases_terms()}>
      <ul className="grid max-w-prose">
        {page.dues.map((due) => (
          <li key={due.key} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-1.5">
            <span className={due.state === 'done' ? 'text-muted' : undefined}>{dueWords[due.key]()}</span>
            <span className={classNames(due.state === 'over' && 'font-semibold text-danger', due.state === 'done' && 'text-muted')}>
              {page.status === 'erased' && due.state !== 'done' ? <DateText value={due.at} /> : termWord(due)}
            </span>
          </li>
        ))}
      </ul>
      {open.length > 0 && page.status !== 'erased' && (
        <details className="mt-3" open={failure !== undefined}>
          <summary className="cursor-pointer text-accent">{m.sensitive_cases_contact_title()}</summary>
          <ActForm intent="contact" failure={failure} submit={m.sensitive_cases_contact_title()}>
            <Select
              {...field('contact')}
              label={m.sensitive_cases_f_contact()}
              options={contactKeys
                .filter((key) => open.some((due) => due.key === key))
                .map((value) => ({ value, label: dueWords[value]() }))}
            />
            <RadioGroup {...field('outcome')} label={m.sensitive_cases_f_contact_outcome()} options={contactOptions()} />
            <p className="text-muted">{m.sensitive_cases_retaliation_notice()}</p>
            <TextArea
              {...field('note')}
              label={m.sensitive_cases_note()}
              hint={m.sensitive_cases_account_hint()}
              optional
              rows={3}
              maxLength={2000}
            />
          </ActForm>
        </details>
      )}
    </Section>
  );
}

export function PeopleSection({ page }: { page: Page }) {
  return (
    <FoldedSection
      id="people"
      title={m.sensitive_cases_people()}
      status={formatList(page.people.flatMap(({ name, endedAt }) => (endedAt === null ? [name ?? m.shell_unknown()] : [])))}
      isOpen={(page.isShort && page.status !== 'erased') || page.people.some(({ endedAt, isAble }) => endedAt === null && !isAble)}
    >
      {page.isShort && page.status !== 'erased' && (
        <div className="mb-3 max-w-3xl">
          <Notice tone="warning" title={m.sensitive_cases_short_title()}>
            {m.sensitive_cases_short_text()}
          </Notice>
        </div>
      )}
      <ul className="grid max-w-prose">
        {page.people.map(({ userId, name, assignedAt, endedAt, isAble }) => (
          <li key={userId} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5">
            <bdi className={endedAt ? 'text-muted' : undefined}>{name ?? m.shell_unknown()}</bdi>
            <span className="text-muted">
              {endedAt ? m.sensitive_cases_until({ date: formatDate(endedAt) }) : m.sensitive_cases_since({ date: formatDate(assignedAt) })}
              {!endedAt && !isAble && <span className="text-warning"> · {m.sensitive_cases_unable()}</span>}
            </span>
          </li>
        ))}
      </ul>
    </FoldedSection>
  );
}

/** The log, newest entry first, and the form for a note. */
export function LogSection({ page, failure }: { page: Page; failure: FormFailure | undefined }) {
  const [newest] = page.log;
  return (
    <FoldedSection
      id="log"
      title={m.sensitive_cases_log()}
      status={newest && `${formatDate(newest.at)} · ${whatOf(newest)}`}
      lead={m.sensitive_cases_log_lead()}
      isOpen={failure !== undefined}
    >
      {page.status !== 'erased' && (
        <details className="mb-4" open={failure !== undefined}>
          <summary className="cursor-pointer text-accent">{m.sensitive_cases_note_title()}</summary>
          <ActForm intent="note" failure={failure} submit={m.sensitive_cases_note_add()}>
            <TextArea
              {...fieldOf(failure, 'note')}
              id="field-note"
              label={m.sensitive_cases_note()}
              hint={m.sensitive_cases_account_hint()}
              rows={4}
              maxLength={4000}
            />
          </ActForm>
        </details>
      )}
      <Timeline
        events={page.log.map((entry) => ({
          id: String(entry.seq),
          at: entry.at,
          who: entry.isSoftware ? m.sensitive_cases_software() : (entry.by ?? m.shell_unknown()),
          what: (
            <>
              {whatOf(entry)} <span className="text-xs text-muted">{m.sensitive_cases_hash({ hash: entry.hash })}</span>
            </>
          ),
        }))}
      />
    </FoldedSection>
  );
}

function whatOf(entry: Page['log'][number]): string {
  switch (entry.kind) {
    case 'open':
      return m.sensitive_cases_log_open();
    case 'step':
      return entry.content
        ? m.sensitive_cases_log_step({ step: stepWords[entry.content.step].title() })
        : m.sensitive_cases_log_step_erased();
    case 'note':
      return entry.content ? `${m.sensitive_cases_log_note()}: ${entry.content.note}` : m.sensitive_cases_log_note();
    case 'contact':
      return entry.content
        ? [
            `${m.sensitive_cases_log_contact()}: ${dueWords[entry.content.contact]()}`,
            contactWords[entry.content.outcome](),
            entry.content.note,
          ]
            .filter(Boolean)
            .join(' · ')
        : m.sensitive_cases_log_contact();
    case 'visit':
      return entry.content
        ? [m.sensitive_cases_log_visit(), visitWords[entry.content.seen](), entry.content.note].filter(Boolean).join(' · ')
        : m.sensitive_cases_log_visit();
    case 'propose':
      return entry.content
        ? m.sensitive_cases_log_propose({ kind: kindWords[entry.content.kind]() })
        : m.sensitive_cases_log_propose_erased();
    case 'decide':
      return entry.content
        ? m.sensitive_cases_log_decide({ kind: kindWords[entry.content.kind](), verdict: verdictWords[entry.content.verdict]() })
        : m.sensitive_cases_log_decide_erased();
    case 'assign':
      return m.sensitive_cases_log_assign();
    case 'unassign':
      return m.sensitive_cases_log_unassign();
    case 'restore':
      return m.sensitive_cases_log_restore();
    case 'reminder':
      return m.sensitive_cases_log_reminder();
    case 'read':
      return m.sensitive_cases_log_read();
    case 'export':
      return m.sensitive_cases_log_export();
    case 'erase':
      return m.sensitive_cases_log_erase();
  }
}

export { statusWords };
