import { foldText } from '~/suppliers/parties/name-key';

/** A header as it is compared: folded, with percent and number signs spelled out, since a header means something by them. */
export function foldHeader(text: string): string {
  return foldText(
    text
      .replace(/%/g, ' percent ')
      .replace(/#|№|\bN[º°]/g, ' number ')
      .replace(/([a-z])([A-Z])/g, '$1 $2'),
  );
}
