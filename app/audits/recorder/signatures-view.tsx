import { useState } from 'react';
import type { EntryValue } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { signingPartyLabel } from '~/audits/gate/labels';
import { signingParties } from '~/audits/planning/states';
import { Checkbox, Field } from '~/ui/field';
import { Select } from '~/ui/select';
import { SignatureDrawing, type Strokes } from '~/ui/signature';
import { padRatio, SignaturePad } from './signature-pad';
import { type Read, RecordList, textOf } from './record-list';

/** Signatures by function, never by name; drawn, or given on paper. */
export function SignaturesView() {
  return (
    <RecordList
      kind="signature"
      title={m.audits_kind_signature()}
      lead={m.recorder_signatures_lead()}
      none={m.recorder_signatures_none()}
      add={m.recorder_signature_add()}
      line={({ value }) => (
        <>
          <p className="font-semibold">
            <bdi>{value.by}</bdi>
          </p>
          {value.party && <p className="text-muted">{signingPartyLabel(value.party)}</p>}
          {value.says && <p>{value.says}</p>}
          {value.strokes.length === 0 ? (
            <p className="text-muted">{m.recorder_signed_on_paper()}</p>
          ) : (
            <SignatureDrawing
              {...{ strokes: value.strokes, ratio: value.ratio, label: m.recorder_signature_of({ by: value.by }) }}
              className="w-full max-w-xs rounded border border-line"
            />
          )}
        </>
      )}
      fields={(_value, errors) => <SignatureFields errors={errors} />}
      read={readSignature}
    />
  );
}

function SignatureFields({ errors }: { errors: Readonly<Record<string, string>> }) {
  const [strokes, setStrokes] = useState<Strokes>([]);
  return (
    <>
      <Field
        {...{ name: 'by', error: errors.by, maxLength: 200, autoComplete: 'off' }}
        label={m.recorder_signature_by()}
        hint={m.recorder_signature_by_hint()}
      />
      <Select
        {...{ name: 'party', error: errors.party, empty: '' }}
        label={m.gate_sign_party()}
        options={signingParties.map((party) => ({ value: party, label: signingPartyLabel(party) }))}
      />
      <Field {...{ name: 'says', maxLength: 500 }} optional label={m.recorder_signature_says()} hint={m.recorder_signature_says_hint()} />
      <SignaturePad strokes={strokes} onChange={setStrokes} />
      <input type="hidden" name="strokes" value={JSON.stringify(strokes)} />
      <Checkbox name="onPaper" label={m.recorder_sign_on_paper()} error={errors.onPaper} />
    </>
  );
}

function readSignature(form: FormData): Read<'signature'> {
  const by = textOf(form, 'by');
  const strokes: EntryValue<'signature'>['strokes'] = form.get('onPaper') === 'on' ? [] : JSON.parse(textOf(form, 'strokes') || '[]');
  const errors: Record<string, string> = {};
  const party = signingParties.find((each) => each === textOf(form, 'party'));
  if (by === '') errors.by = m.recorder_signature_by_missing();
  if (!party) errors.party = m.gate_sign_missing();
  if (strokes.length === 0 && form.get('onPaper') !== 'on') errors.onPaper = m.recorder_signature_missing();
  if (Object.keys(errors).length > 0 || !party) return { errors };
  return { value: { by, party, says: textOf(form, 'says'), ratio: padRatio, strokes, isWithdrawn: false } };
}
