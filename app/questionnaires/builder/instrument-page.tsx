import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { audienceLabel, kindLabel } from '~/questionnaires/responses/instrument-kinds';
import { mostUnfolded } from '~/questionnaires/responses/point-parts';
import { verificationLabel } from '~/questionnaires/responses/question-marks';
import { timeLabel } from '~/questionnaires/templates/time-label';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Field } from '~/ui/field';
import { FoldedSection } from '~/ui/fold';
import { Form } from '~/ui/form';
import { formatAlternatives, formatLanguage, formatNumber } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { ChangeTable } from './change-table';
import type { InstrumentPage } from './instrument-page.server';
import { stateLabel } from './states';
import { problemLabel, relationLabel, typeLabel } from './labels';

type Page = SerializeFrom<InstrumentPage>;
type Shown = {
  page: Page;
  base: string;
  mayEdit: boolean;
  problem: string | null;
  paper: string;
  downloads: readonly { to: string; label: string }[];
};

/** A questionnaire whole: what it is, its versions, every question as it is asked. */
export function InstrumentPageView({ page, base, mayEdit, problem, paper, downloads }: Shown) {
  const here = `${base}/templates/${page.key}`;
  const isOwn = page.state !== 'released';
  return (
    <>
      <PageHeader
        title={page.title === '' ? m.builder_untitled() : page.title}
        lead={page.summary ?? undefined}
        breadcrumbs={[{ label: m.builder_title(), to: `${base}/templates` }, { label: page.key }]}
        meta={
          <>
            <span>{kindLabel(page.kind)}</span>
            <span>{m.builder_version({ version: page.version })}</span>
            <span>{stateLabel(page.state)}</span>
          </>
        }
        actions={<Acts page={page} here={here} mayEdit={mayEdit} />}
      />
      {problem && <Notice tone="danger">{problem}</Notice>}
      {page.state === 'draft' && page.problems.length > 0 && (
        <Notice tone="warning" title={m.builder_problems({ problems: page.problems.length })}>
          <ul>
            {page.problems.slice(0, 20).map((each) => (
              <li key={`${each.code} ${each.question ?? each.section} ${each.detail}`}>{problemLabel(each)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isOwn && <Notice tone="info">{m.builder_counts({ questions: page.counts.equal })}</Notice>}
      <Section title={m.builder_about()}>
        <KeyValueList
          pairs={[
            { key: 'audience', label: m.builder_field_audience(), value: formatAlternatives(page.audience.map(audienceLabel)) },
            { key: 'questions', label: m.builder_column_questions(), value: formatNumber(page.counts.questions) },
            ...(page.minutes === null
              ? []
              : [{ key: 'minutes', label: timeLabel(page.isEstimate), value: m.responses_about_minutes({ minutes: page.minutes }) }]),
            {
              key: 'languages',
              label: m.builder_column_languages(),
              value: page.locales.map((locale) => formatLanguage(locale)).join(', '),
            },
            { key: 'used', label: m.builder_column_used(), value: formatNumber(page.used) },
            ...(page.owner === '—' ? [] : [{ key: 'owner', label: m.builder_field_owner(), value: page.owner }]),
            ...(page.licence === '—' ? [] : [{ key: 'licence', label: m.builder_field_licence(), value: page.licence }]),
            ...(page.source === '—' ? [] : [{ key: 'source', label: m.builder_field_source(), value: page.source }]),
          ]}
        />
        <p className="mt-4 flex flex-wrap gap-2" data-print="none">
          <LinkButton to={paper} size="sm">
            {m.print_form_link()}
          </LinkButton>
          {downloads.map(({ to, label }) => (
            <LinkButton key={to} to={to} reloadDocument icon="download" size="sm">
              {label}
            </LinkButton>
          ))}
        </p>
      </Section>
      {page.versions.length > 1 && (
        <Section title={m.builder_versions()}>
          <ul className="grid gap-1">
            {page.versions.map((version) => (
              <li key={version.key}>
                <Link to={`${base}/templates/${version.key}`} aria-current={version.key === page.key ? 'page' : undefined}>
                  {m.builder_version({ version: version.version })}
                </Link>{' '}
                <span className="text-muted">{stateLabel(version.state)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page.changes && (
        <FoldedSection
          id="changes"
          title={m.builder_changes_since({ version: page.changes.since })}
          status={page.changes.rows.length === 0 ? m.builder_changes_none() : formatNumber(page.changes.rows.length)}
        >
          <ChangeTable rows={page.changes.rows} since={page.changes.since} />
        </FoldedSection>
      )}
      {page.sections.map((section) => (
        <FoldedSection
          key={section.key}
          id={section.key}
          title={section.title}
          status={<SectionStatus questions={section.questions} />}
          lead={section.summary}
          isOpen={page.counts.questions <= mostUnfolded}
        >
          <ol className="grid gap-5">
            {section.questions.map((question) => (
              <Question key={question.key} question={question} />
            ))}
          </ol>
        </FoldedSection>
      ))}
    </>
  );
}

function SectionStatus({ questions }: Pick<Page['sections'][number], 'questions'>) {
  const severe = questions.filter(({ isZeroTolerance }) => isZeroTolerance).length;
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      <span>{m.shell_named({ name: m.builder_column_questions(), text: formatNumber(questions.length) })}</span>
      {severe > 0 && (
        <span className="text-danger">{m.shell_named({ name: m.templates_zero_tolerance_short(), text: formatNumber(severe) })}</span>
      )}
    </span>
  );
}

function Acts({ page, here, mayEdit }: { page: Page; here: string; mayEdit: boolean }) {
  if (!mayEdit || page.isLent) return null;
  return (
    <>
      {page.state === 'draft' && (
        <>
          <LinkButton to={`${here}/edit`} variant="primary" icon="edit">
            {m.builder_edit()}
          </LinkButton>
          {page.problems.length === 0 && (
            <Form method="post">
              <Button name="intent" value="offer">
                {m.builder_offer()}
              </Button>
            </Form>
          )}
          <Dialog trigger={m.builder_remove_draft()} title={m.builder_remove_draft()} variant="danger">
            <Form method="post" className="grid gap-3">
              <p>{m.builder_remove_draft_lead()}</p>
              <div>
                <Button name="intent" value="remove" variant="danger">
                  {m.builder_remove_draft()}
                </Button>
              </div>
            </Form>
          </Dialog>
        </>
      )}
      {page.state === 'offered' && (
        <Form method="post">
          <Button name="intent" value="withdraw">
            {m.builder_withdraw()}
          </Button>
        </Form>
      )}
      {page.state === 'used' && (
        <Form method="post">
          <Button name="intent" value="new-version" variant="primary">
            {m.builder_new_version()}
          </Button>
        </Form>
      )}
      <Dialog trigger={m.builder_copy()} title={m.builder_copy()}>
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="intent" value="copy" />
          <p className="text-muted">{m.builder_copy_lead()}</p>
          <Field
            name="title"
            label={m.builder_field_title()}
            defaultValue={m.builder_copy_of({ title: page.title })}
            required
            maxLength={200}
          />
          <div>
            <Button variant="primary">{m.builder_copy()}</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}

function Question({ question }: { question: Page['sections'][number]['questions'][number] }) {
  const { key, type, choices, facts, relations } = question;
  const details = [
    typeLabel(type),
    question.condition,
    question.point,
    question.clause ? m.templates_clause({ clause: question.clause }) : null,
    question.verify.length > 0 ? m.templates_verify({ methods: question.verify.map(verificationLabel).join(', ') }) : null,
    ...relations.map(({ relation, target }) => relationLabel(relation, target)),
  ].filter((text) => text !== null);
  return (
    <li id={key} className="max-w-3xl scroll-mt-16">
      <p className="font-semibold">
        <span className="text-xs font-normal text-muted">{key}</span> <span>{question.text}</span>
      </p>
      {question.hint && <p>{question.hint}</p>}
      {(choices.length > 0 || facts.length > 0) && <p className="text-muted">{[...choices, ...facts].join(' · ')}</p>}
      {question.isZeroTolerance && <p className="text-danger">{m.templates_zero_tolerance()}</p>}
      <details className="text-muted">
        <summary className="cursor-pointer py-1">{details[0]}</summary>
        <ul className="list-disc ps-5">
          {details.slice(1).map((text) => (
            <li key={text}>{text}</li>
          ))}
          <li>{question.why}</li>
          <li>{m.shell_named({ name: m.responses_evidence_hint(), text: question.evidence })}</li>
        </ul>
      </details>
    </li>
  );
}
