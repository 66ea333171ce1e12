/** Where the bytes of files lie: `base`, the id of the evidence, `mark`, and what is wanted of it. */
export type FileBytes = { base: string; mark: '/' | '.' };
type Wanted = 'original' | 'redacted' | 'thumbnail' | 'preview' | 'redacted-thumbnail' | 'redacted-preview';

/** The address of a file, of its redacted copy, or of a picture drawn of either. */
export const bytesOf = ({ base, mark }: FileBytes, id: string, wanted: Wanted): string => `${base}/${id}${mark}${wanted}`;
