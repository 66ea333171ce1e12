import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { AnswerQuestion } from '~/questionnaires/respondent/answer-question';
import { Button, LinkButton } from '~/ui/button';
import { FoldedSection } from '~/ui/fold';
import { Form } from '~/ui/form';
import { formatLanguage, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import type { BuilderPage, BuilderView } from './builder-page.server';
import { BuilderTabs, CrosswalkPanel, InstrumentPanel, RemoveItem, ScalesPanel, SectionPanel } from './other-panels';
import { QuestionPanel } from './question-panel';
import { Structure } from './structure';
import { TranslationPanel } from './translation-panel';
import { problemLabel } from './labels';

type Page = SerializeFrom<BuilderPage>;
type Shown = { page: Page; view: BuilderView; base: string; undone: string; problem: string | null };

/** Where a questionnaire is written: its questions in order beside the form of the one chosen; what it is; its scales, languages, preview. */
export function BuilderPageView({ page, view, base, undone, problem }: Shown) {
  const here = `${base}/templates/${page.key}`;
  const title = page.content.title.en || m.builder_untitled();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[{ label: m.builder_title(), to: `${base}/templates` }, { label: title, to: here }, { label: m.builder_edit() }]}
        meta={
          <>
            <span>{m.builder_version({ version: page.content.version })}</span>
            <span>{page.problems.length === 0 ? m.builder_ready() : m.builder_problems({ problems: page.problems.length })}</span>
          </>
        }
        actions={
          <>
            {page.canUndo && (
              <Form method="post" preventScrollReset>
                <Button name="intent" value="undo">
                  {m.builder_undo()}
                </Button>
              </Form>
            )}
            <LinkButton to={here} variant="primary">
              {m.builder_done()}
            </LinkButton>
          </>
        }
      />
      {problem && <Notice tone="danger">{problem}</Notice>}
      <BuilderTabs view={view} />
      <View key={`${view} ${undone}`} page={page} view={view} undone={undone} />
      {page.problems.length > 0 && view === 'questions' && <Problems problems={page.problems} />}
    </>
  );
}

function View({ page, view, undone }: { page: Page; view: BuilderView; undone: string }) {
  switch (view) {
    case 'about':
      return (
        <div className="max-w-prose">
          <InstrumentPanel content={page.content} />
        </div>
      );
    case 'scales':
      return (
        <div className="max-w-prose">
          <ScalesPanel content={page.content} />
        </div>
      );
    case 'languages':
      return <TranslationPanel languages={page.languages} chosen={page.language} groups={page.groups} />;
    case 'preview':
      return <Preview page={page} />;
    case 'questions':
      return (
        <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <Structure content={page.content} problems={page.problems} at={page.at} />
          <Chosen key={`${page.at} ${undone}`} page={page} />
        </div>
      );
  }
}

function Chosen({ page }: { page: Page }) {
  const { content, at } = page;
  const section = content.sections.find(({ key, questions }) => key === at || questions.some((question) => question.key === at));
  const question = section?.questions.find(({ key }) => key === at);
  if (!section)
    return <p className="max-w-prose text-muted">{content.sections.length === 0 ? m.builder_begin_hint() : m.builder_choose_hint()}</p>;
  return (
    <div className="min-w-0 max-w-prose" data-panel={at}>
      <h2 className="mb-4">
        {question ? m.builder_question_title({ question: question.key }) : m.builder_section_title({ section: section.key })}
      </h2>
      {question ? (
        <>
          <QuestionPanel
            content={content}
            section={section}
            question={question}
            sectors={page.sectors}
            choiceLabel={(_parent, value) => page.choices[String(value)] ?? String(value)}
          />
          <CrosswalkPanel question={question.key} pairs={page.pairs} targets={page.targets} />
          <RemoveItem item={question.key} label={m.builder_remove_question()} />
        </>
      ) : (
        <>
          <SectionPanel section={section} sectors={page.sectors} />
          <RemoveItem item={section.key} label={m.builder_remove_section()} />
        </>
      )}
    </div>
  );
}

function Problems({ problems }: { problems: Page['problems'] }) {
  return (
    <Section title={m.builder_problems({ problems: problems.length })} id="problems">
      <ul className="grid gap-1">
        {problems.map((problem) => {
          const place = problem.question ?? problem.section;
          const text = problemLabel(problem);
          return (
            <li key={`${problem.code} ${place} ${problem.detail}`}>
              {place ? (
                <Link to={`?at=${encodeURIComponent(place)}`}>{text}</Link>
              ) : (
                <Link to={problem.code === 'no-sections' ? '?' : '?view=about'}>{text}</Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** As the respondent sees it; nothing that is chosen here is kept. */
function Preview({ page }: { page: Page }) {
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-muted">{m.builder_preview_lead()}</p>
        {page.languages.map(({ locale }) => (
          <Link key={locale} to={`?view=preview&language=${locale}`}>
            {formatLanguage(locale)}
          </Link>
        ))}
      </div>
      <form
        className="mx-auto w-full max-w-3xl rounded border border-line p-4"
        onSubmit={(event) => event.preventDefault()}
        lang={page.language ?? 'en'}
        dir={page.language === 'ar' || page.language === 'ur' ? 'rtl' : 'ltr'}
      >
        {page.preview.map((section, at) => (
          <FoldedSection
            key={section.key}
            id={`preview-${section.key}`}
            title={section.title}
            status={
              <span lang={getLocale()}>
                {m.shell_named({ name: m.builder_column_questions(), text: formatNumber(section.questions.length) })}
              </span>
            }
            lead={section.summary}
            isOpen={at === 0}
          >
            {section.questions.map((question) => (
              <AnswerQuestion
                key={question.key}
                question={question}
                mayAnswer
                error={undefined}
                files={{ to: '?view=preview', count: 0 }}
              />
            ))}
          </FoldedSection>
        ))}
      </form>
    </div>
  );
}
