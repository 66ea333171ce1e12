import '@remix-run/node';

/** What the server hands to every loader and action. */
export type LoadContext = {
  /** Nonce of this response's Content-Security-Policy. */
  cspNonce: string;
  /** Address of the caller as far as TRUST_PROXY lets us know it; for rate limits only. */
  clientAddress: string;
};

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}
