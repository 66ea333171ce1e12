/** The caller's network address as the server saw it; all who cannot be told apart share one count. */
export function clientAddressOf(context: { clientAddress?: unknown }): string {
  return typeof context.clientAddress === 'string' ? context.clientAddress : 'unknown';
}
