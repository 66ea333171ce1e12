import { useNonce } from '../nonce';

/**
 * What a form with script sends. Without script the same names are sent by what is in the `noscript` beside it, so these are disabled when the page is drawn and
 * enabled while it is read (`ScriptedValues`): a form may be sent before React has taken over.
 */
export function SentValues({ name, values, isScripted }: { name: string; values: readonly string[]; isScripted: boolean }) {
  return (
    <fieldset hidden disabled={!isScripted} data-scripted="" suppressHydrationWarning>
      {values.map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
    </fieldset>
  );
}

const enable = "for (const each of document.querySelectorAll('fieldset[data-scripted]')) each.disabled = false;";

/** Enables what forms send, at the end of the document. */
export function ScriptedValues() {
  const nonce = useNonce();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant text
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: enable }} />;
}
