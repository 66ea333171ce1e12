import { useNonce } from '~/ui/nonce';
import { hintWords } from './hint-words';
import script from './plain-page-script?worker&url';

/** On a page rendered without React: the texts of the hints, and the small script that fills them. */
export function PersonalDataScript() {
  return (
    <>
      <div hidden data-personal-words={JSON.stringify(hintWords())} />
      <script type="module" src={script} nonce={useNonce()} />
    </>
  );
}
