import {
  type DefinitionElement,
  definitionElements,
  type ElementState,
  elementStates,
  legalExceptions,
  readDefinition,
} from '~/audits/entries/definition';
import { definitionReadingLabel, elementStateLabel, elementText, elementTitle, exceptionLabel } from '~/audits/entries/definition-labels';
import type { EntryValue } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { Notice } from '~/ui/notice';
import { Box } from './box';
import { ConflictBox } from './conflict-box';
import { MethodBoxes } from './method-boxes';
import { useRecorder } from './recorder-context';
import { SavedText } from './saved-text';
import { SignsReading } from './signs-reading';
import { useDraft } from './use-draft';
import { ViewTitle } from './view-title';

type Element = EntryValue<'element'>;
const empty: Element = { state: null, speaksFor: '', speaksAgainst: '', exceptions: [], methods: [] };

/** The legal definition of forced labour, element by element, beside the reading of the indicators. The view says that none of it is a proof. */
export function DefinitionView() {
  const { recording } = useRecorder();
  const states = Object.fromEntries(definitionElements.map((key) => [key, recording.valueOf('element', key)?.state ?? null])) as Record<
    DefinitionElement,
    ElementState | null
  >;
  const read = readDefinition(states);
  return (
    <>
      <ViewTitle lead={m.audits_definition_lead()}>{m.audits_definition_title()}</ViewTitle>
      <SignsReading />
      {definitionElements.map((key) => (
        <ElementBox key={key} element={key} />
      ))}
      <div data-definition={read.reading}>
        <Notice tone={read.reading === 'fits' ? 'warning' : 'info'} isLive title={m.audits_definition_comes_to()}>
          {definitionReadingLabel(read)}
        </Notice>
      </div>
    </>
  );
}

function ElementBox({ element }: { element: DefinitionElement }) {
  const { recording, sending } = useRecorder();
  const { value, change } = useDraft<Element>(recording.valueOf('element', element) ?? empty, async (part) => {
    await recording.record('element', element, (now) => ({ ...(now ?? empty), ...part }));
    sending.later();
  });
  const id = `element-${element}`;
  return (
    <section aria-labelledby={id} data-element={element} className="grid gap-4 rounded border border-line bg-surface p-4">
      <div className="grid gap-1">
        <h3 id={id}>{elementTitle(element)}</h3>
        <p className="max-w-prose text-muted">{elementText(element)}</p>
      </div>
      <ConflictBox kind="element" recordKey={element} />
      {element === 'exceptions' && (
        <fieldset>
          <legend className="mb-1 font-semibold">{m.audits_definition_which()}</legend>
          <div className="flex flex-wrap gap-2">
            {legalExceptions.map((each) => (
              <Box
                key={each}
                label={exceptionLabel(each)}
                isChecked={value.exceptions.includes(each)}
                onChange={(isChecked) =>
                  change({ exceptions: isChecked ? [...value.exceptions, each] : value.exceptions.filter((other) => other !== each) })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      <div className="grid items-end gap-4 md:grid-cols-2">
        <SavedText
          id={`${id}-for`}
          label={m.audits_definition_for()}
          hint={m.audits_definition_text_hint()}
          value={value.speaksFor}
          maxLength={4000}
          rows={3}
          onSave={(speaksFor) => change({ speaksFor })}
        />
        <SavedText
          id={`${id}-against`}
          label={m.audits_definition_against()}
          hint={m.audits_definition_against_hint()}
          value={value.speaksAgainst}
          maxLength={4000}
          rows={3}
          onSave={(speaksAgainst) => change({ speaksAgainst })}
        />
      </div>
      <MethodBoxes methods={value.methods} onChange={(methods) => change({ methods })} />
      <fieldset>
        <legend className="mb-1 font-semibold">{m.audits_definition_reading()}</legend>
        <div className="flex flex-wrap gap-2">
          {elementStates.map((state) => (
            <Box
              key={state}
              type="radio"
              name={`${id}-state`}
              label={elementStateLabel(element, state)}
              isChecked={value.state === state}
              onChange={() => change({ state })}
            />
          ))}
        </div>
      </fieldset>
    </section>
  );
}
