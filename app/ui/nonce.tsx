import { createContext, useContext } from 'react';

/** The nonce of this response's Content-Security-Policy; undefined where no policy is set (tests). */
const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
