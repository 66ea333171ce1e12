export type Span = { validFrom: string | null; validTo: string | null };

/** First and last day of a span as ISO dates, which compare as text. An open end lies before or after every day. */
export const endsOf = ({ validFrom, validTo }: Span): [first: string, last: string] => [validFrom ?? '0000-01-01', validTo ?? '9999-12-31'];
