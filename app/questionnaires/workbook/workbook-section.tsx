import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { FileField } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import type { QuestionChange, ReadQuestionnaire } from './read-questionnaire.server';
import { refusalText, stateText } from './labels';

export type WorkbookReply =
  | { kind: 'problem'; message: string }
  | { kind: 'compared'; read: Exclude<ReadQuestionnaire, { kind: 'unread' }> }
  | { kind: 'applied'; saved: number; refusals: string[] };

/** The questionnaire as a workbook: fetched, sent back, compared with what is kept, and taken over. Plain forms: it works without script. */
export function WorkbookSection({ download, reply, mayAnswer }: { download: string; reply: WorkbookReply | null; mayAnswer: boolean }) {
  const refused = reply?.kind === 'compared' && reply.read.kind === 'refused' ? reply.read : null;
  return (
    <div className="grid max-w-3xl gap-6">
      {reply?.kind === 'problem' && <Notice tone="danger">{reply.message}</Notice>}
      {refused && <Notice tone="danger">{refusalText(refused.code, refused.cell)}</Notice>}
      {reply?.kind === 'applied' && (
        <Notice tone={reply.refusals.length === 0 ? 'success' : 'warning'} title={m.workbook_applied({ answers: reply.saved })}>
          {reply.refusals.length > 0 && (
            <ul>
              {reply.refusals.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {reply?.kind === 'compared' && reply.read.kind === 'read' && <Preview read={reply.read} />}
      <div className="grid gap-3">
        <p>{m.workbook_lead()}</p>
        <div>
          <LinkButton to={download} reloadDocument icon="download" size="lg">
            {m.workbook_download()}
          </LinkButton>
        </div>
      </div>
      {mayAnswer && (
        <Form method="post" encType="multipart/form-data" reloadDocument className="grid gap-3">
          <FileField name="file" label={m.workbook_file()} accept=".xlsx" required />
          <div>
            <Button type="submit" size="lg">
              {m.workbook_compare()}
            </Button>
          </div>
        </Form>
      )}
    </div>
  );
}

function Preview({ read }: { read: Extract<ReadQuestionnaire, { kind: 'read' }> }) {
  const { changes, invalid, unchanged } = read;
  return (
    <section aria-labelledby="workbook-preview" className="grid gap-4 rounded border border-line p-4">
      <h2 id="workbook-preview">{m.workbook_preview()}</h2>
      <p className="text-muted">{m.workbook_unchanged({ answers: unchanged })}</p>
      {invalid.length > 0 && (
        <Notice tone="warning" title={m.workbook_invalid({ answers: invalid.length })}>
          <ul>
            {invalid.map(({ cell, text, said }) => (
              <li key={cell}>
                <strong>{cell}</strong> <bdi>{text}</bdi> <q>{said}</q>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {changes.length === 0 ? (
        <p>{m.workbook_nothing()}</p>
      ) : (
        <Form method="post" reloadDocument className="grid gap-4">
          <input type="hidden" name="intent" value="apply" />
          <ul className="grid gap-3">
            {changes.map((change) => (
              <Change key={change.question} change={change} />
            ))}
          </ul>
          <div>
            <Button type="submit" variant="primary" size="lg">
              {m.workbook_apply()}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}

function Change({ change }: { change: QuestionChange }) {
  const { question, state, cells, fields } = change;
  const said = cells.map((cell) => cell.said || m.workbook_empty()).join(' · ');
  const online = cells.map((cell) => cell.online || m.workbook_empty()).join(' · ');
  return (
    <li className="grid gap-1 border-t border-line pt-3" data-change={question}>
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>
        <span className="text-xs text-muted">{cells.map(({ cell }) => cell).join(', ')}</span> <bdi>{cells[0]?.text}</bdi>
      </p>
      {state === 'conflict' ? (
        <fieldset className="grid gap-1">
          <legend className="font-semibold text-danger">{stateText(state)}</legend>
          <label className="flex min-h-11 items-center gap-2">
            <input type="radio" name={`choose:${question}`} value="online" defaultChecked />{' '}
            <span>{m.workbook_online({ answer: online })}</span>
          </label>
          <label className="flex min-h-11 items-center gap-2">
            <input type="radio" name={`choose:${question}`} value="file" /> <span>{m.workbook_take({ answer: said })}</span>
          </label>
        </fieldset>
      ) : (
        <p>
          <strong>{stateText(state)}</strong> <bdi>{said}</bdi>
          {state === 'changed' && <span className="text-muted"> {m.workbook_before({ answer: online })}</span>}
        </p>
      )}
    </li>
  );
}
