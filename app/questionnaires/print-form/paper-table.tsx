import { classNames } from '~/ui/class-names';
import { PaperBox } from './paper-box';
import { rowNotes } from './paper-form/row-notes';
import type { PaperForm, PaperQuestion } from './paper-form/schema';

/** Questions that share their answers, as one table: as wide as paper, its answers are columns; on a narrow screen each row names them again. */
export function PaperTable({
  title,
  questions,
  words,
}: {
  title: string | null;
  questions: readonly PaperQuestion[];
  words: PaperForm['words'];
}) {
  const [first] = questions;
  if (!first) return null;
  const label = questions.flatMap(({ remark }) => (remark?.text === null ? [remark.label] : [])).at(0);
  return (
    <div className="grid gap-2">
      <table className="w-full border-collapse text-start max-sm:block">
        <caption className="sr-only">{title ?? first.text}</caption>
        <thead className="max-sm:hidden">
          <tr className="border-b border-ink">
            <th className="w-1/3 py-1 pe-2 text-start text-sm font-normal text-muted">{first.hint}</th>
            {first.options.map(({ text }) => (
              <th key={text} scope="col" className="px-1 py-1 text-start align-bottom text-sm font-normal">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {questions.map((question) => (
            <tr key={question.key} data-paper={question.key} className="break-inside-avoid border-b border-line max-sm:block max-sm:py-2">
              <th scope="row" className="py-1.5 pe-2 text-start align-top font-semibold max-sm:block">
                {question.text}
                {rowNotes(question, words).map((note) => (
                  <span key={note} className="block text-sm font-normal text-muted">
                    {note}
                  </span>
                ))}
              </th>
              {question.options.map(({ text, isTicked }) => (
                <td
                  key={text}
                  className={classNames(
                    'px-1 py-1.5 align-top max-sm:flex max-sm:items-baseline max-sm:gap-2',
                    isTicked && 'font-semibold',
                  )}
                >
                  <PaperBox isTicked={isTicked} />
                  <span className="sm:sr-only">
                    {text}
                    {isTicked && <span className="sr-only"> ({words.ticked})</span>}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {label !== undefined && <p className="border-b border-line pb-1 text-muted">{label}</p>}
    </div>
  );
}
