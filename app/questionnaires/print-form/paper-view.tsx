import { m } from '~/paraglide/messages';
import type { PaperForm, PaperQuestion } from '~/questionnaires/print-form/paper-form/schema';
import { LinkButton } from '~/ui/button';
import { PaperBox } from './paper-box';
import { PaperTable } from './paper-table';
import { classNames } from '~/ui/class-names';
import { textDirection } from '~/locales/locale';

/** The same form as the PDF, on one long page that prints well, in its own language and direction. Needs no script. */
export function PaperView({ form }: { form: PaperForm }) {
  return (
    <article lang={form.locale} dir={textDirection(form.locale)} className="grid max-w-3xl gap-6">
      <header className="grid gap-3">
        <h2 className="text-xl font-semibold">{form.title}</h2>
        <p className="text-accent">{form.state}</p>
        {form.summary && <p>{form.summary}</p>}
        <Lines pairs={form.about} />
        {form.notes.map(({ title, texts }) => (
          <div key={title}>
            <p className="font-semibold">{title}</p>
            {texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        ))}
      </header>
      {form.sections.map((section) => (
        <PaperSection key={section.key} section={section} words={form.words} />
      ))}
      {form.closing.length > 0 && <Lines pairs={form.closing.map((label) => ({ label, text: null }))} />}
    </article>
  );
}

/** Names with what they say, or a line to write on. */
function Lines({ pairs }: { pairs: PaperForm['about'] }) {
  return (
    <dl>
      {pairs.map(({ label, text }) => (
        <div key={label} className="flex flex-wrap gap-x-4 border-b border-line py-2">
          <dt className="w-44 text-muted">{label}</dt>
          <dd className="min-w-0 font-semibold break-words">
            <bdi>{text ?? '\u00a0'}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PaperSection({ section, words }: { section: PaperForm['sections'][number]; words: PaperForm['words'] }) {
  return (
    <section aria-labelledby={`section-${section.key}`} className="grid gap-4 border-t-2 border-ink pt-4">
      <h3 id={`section-${section.key}`} className="text-lg font-semibold">
        <bdi>{section.key}</bdi> {section.title}
      </h3>
      <p className="text-muted">{section.summary}</p>
      {section.groups.map(({ title, why, isTable, questions }) => (
        <div key={questions[0]?.key} className="grid gap-4">
          {title && <h4 className="font-semibold">{title}</h4>}
          {why && <p className="text-muted">{why}</p>}
          {isTable ? (
            <PaperTable title={title} questions={questions} words={words} />
          ) : (
            questions.map((question) => (
              <PaperQuestionView key={question.key} question={question} words={words} isUnderPoint={title !== null} />
            ))
          )}
        </div>
      ))}
      {section.leftOut.length > 0 && (
        <div className="grid gap-2">
          <h4 className="font-semibold">{words.leftOut}</h4>
          <ul className="grid gap-2">
            {section.leftOut.map(({ key, text, because }) => (
              <li key={key}>
                <bdi className="text-muted">{key}</bdi> {text}
                <span className="block text-muted">{because}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

type Asked = { question: PaperQuestion; words: PaperForm['words']; isUnderPoint: boolean };

function PaperQuestionView({ question, words, isUnderPoint }: Asked) {
  const Heading = isUnderPoint ? 'h5' : 'h4';
  return (
    <section aria-labelledby={`paper-${question.key}`} data-paper={question.key} className="grid break-inside-avoid gap-2">
      <Heading id={`paper-${question.key}`} className="font-semibold">
        <bdi className="text-sm font-normal text-muted">{question.key}</bdi>{' '}
        <span lang={question.lang} dir={textDirection(question.lang)}>
          {question.text}
        </span>
      </Heading>
      {question.help && <p>{question.help}</p>}
      {question.condition && <p className="text-accent">{question.condition}</p>}
      {question.why && (
        <p className="text-sm text-muted">
          {words.why} – {question.why}
        </p>
      )}
      {question.fields.map((field) => (
        <p key={field.label} className="flex flex-wrap items-center gap-2">
          <span>{field.label}</span>
          <span
            className={classNames(
              'min-h-7 border-line px-2 font-semibold',
              field.room === 'lines' ? 'grow basis-full border-b' : 'min-w-28 border',
            )}
          >
            <bdi>{field.text}</bdi>
          </span>
          {field.unit && <span>{field.unit}</span>}
        </p>
      ))}
      {question.options.length > 0 && <Options question={question} ticked={words.ticked} />}
      {question.missing && <p className="font-semibold">{question.missing}</p>}
      <p className="text-sm text-muted">
        {words.evidence} – {question.evidence}
      </p>
      {question.remark && (
        <p className="border-b border-line pb-1">
          <span className="text-muted">{question.remark.label}</span> <bdi className="font-semibold">{question.remark.text}</bdi>
        </p>
      )}
    </section>
  );
}

function Options({ question, ticked }: { question: PaperQuestion; ticked: string }) {
  return (
    <div className="grid gap-1">
      {question.hint !== '' && <p className="text-sm text-muted">{question.hint}</p>}
      <ul className={question.isInRow ? 'flex flex-wrap gap-x-6 gap-y-1' : 'grid gap-1'}>
        {question.options.map(({ text, isTicked, skips }) => (
          <li key={text} className={classNames('flex items-baseline gap-2', isTicked && 'font-semibold')}>
            <PaperBox isTicked={isTicked} />
            <span>
              {text}
              {isTicked && <span className="sr-only"> ({ticked})</span>}
              {skips && <span className="block text-sm text-accent">{skips}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The ways to the two PDFs, and between the empty form and the one with answers. `here`: the path of the page; `more`: what stays in the address. */
export function PaperLinks({
  here,
  isBlank,
  hasAnswers,
  more = '',
}: {
  here: string;
  isBlank: boolean;
  hasAnswers: boolean;
  more?: string;
}) {
  const address = (path: string, blank: boolean) => {
    const search = [more, blank ? 'answers=none' : ''].filter(Boolean).join('&');
    return search === '' ? path : `${path}?${search}`;
  };
  return (
    <div className="flex flex-wrap gap-3" data-print="none">
      {hasAnswers && (
        <LinkButton to={address(`${here}.pdf`, false)} reloadDocument icon="download" size="lg">
          {m.print_form_pdf_filled()}
        </LinkButton>
      )}
      <LinkButton to={address(`${here}.pdf`, true)} reloadDocument icon="download" size="lg">
        {m.print_form_pdf_blank()}
      </LinkButton>
      {hasAnswers && (
        <LinkButton to={address(here, !isBlank)} size="lg">
          {isBlank ? m.print_form_show_filled() : m.print_form_show_blank()}
        </LinkButton>
      )}
    </div>
  );
}
