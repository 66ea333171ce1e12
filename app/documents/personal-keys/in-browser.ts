import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { z } from 'zod';
import { type KeyAnswer, keyBegunSchema, type SignatureAnswer, signatureBegunSchema } from './messages-between';
import { makeWrapped, signWrapped, toBytes, toText } from './wrap';

/** Why there is no answer: `refused` by the server, in words; `cancelled` by the person or the device, `known`: the device has a passkey for this, `address`: passkeys do not work at this address. */
export type PasskeyFailure = 'cancelled' | 'known' | 'address' | 'failed' | { refused: string };
type Outcome<T> = { answer: T } | { failure: PasskeyFailure };

/** What a passkey gives besides its confirmation: a secret of 32 bytes for a salt, the same each time. */
function secretOf(results: unknown): ArrayBuffer | null {
  const prf = fieldOf(results, 'prf');
  const first = fieldOf(fieldOf(prf, 'results'), 'first');
  return first instanceof ArrayBuffer ? first : null;
}
const fieldOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined;
const extensionsFor = (salt: string): object => ({ prf: { eval: { first: toBytes(salt) } } });

async function ask(address: string, form: FormData): Promise<unknown> {
  const response = await fetch(address, { method: 'POST', body: form, headers: { accept: 'application/json' } });
  if (response.ok) return response.json();
  if (response.status === 409) throw new Refused(z.object({ refused: z.string() }).parse(await response.json()).refused);
  throw new Error(`The server answered ${response.status}.`);
}

/** In the person's language. */
class Refused extends Error {}

/** Has the device make a passkey, and a key that only it opens where it can. `form`: checked by the first step at `address`, before the device is asked. */
export async function createInBrowser(address: string, form: FormData): Promise<Outcome<KeyAnswer>> {
  return outcome(async () => {
    const { token, options, salt } = keyBegunSchema.parse(await ask(address, form));
    const optionsJSON = { ...options, extensions: extensionsFor(salt) } as unknown as PublicKeyCredentialCreationOptionsJSON;
    const { id, rawId, type, response, clientExtensionResults } = await startRegistration({ optionsJSON });
    const isCapable = fieldOf(fieldOf(clientExtensionResults, 'prf'), 'enabled') === true;
    // Some devices have the secret only when a passkey is used.
    const secret = secretOf(clientExtensionResults) ?? (isCapable ? await secretByUse(id, { rpId: optionsJSON.rp.id, salt }) : null);
    const { clientDataJSON, attestationObject, transports = [] } = response;
    return {
      ...{ token, own: secret && (await makeWrapped(secret, { salt, challenge: options.challenge })) },
      passkey: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject, transports: transports as KeyAnswer['passkey']['response']['transports'] },
      },
    };
  });
}

async function secretByUse(id: string, { rpId, salt }: { rpId: string | undefined; salt: string }): Promise<ArrayBuffer | null> {
  const challenge = toText(crypto.getRandomValues(new Uint8Array(32)).buffer);
  const optionsJSON = {
    ...{ challenge, ...(rpId === undefined ? {} : { rpId }), userVerification: 'required' as const },
    ...{ allowCredentials: [{ id, type: 'public-key' as const }], extensions: extensionsFor(salt) },
  };
  const { clientExtensionResults } = await startAuthentication({ optionsJSON });
  return secretOf(clientExtensionResults);
}

/** Has the device confirm what is signed, and signs with the key that it opens. `form`: which key, for the first step at `address`. */
export async function signInBrowser(address: string, form: FormData): Promise<Outcome<SignatureAnswer>> {
  return outcome(async () => {
    const { token, options, own, toSign } = signatureBegunSchema.parse(await ask(address, form));
    const extensions = own ? { extensions: extensionsFor(own.salt) } : {};
    const optionsJSON = { ...options, ...extensions } as unknown as PublicKeyCredentialRequestOptionsJSON;
    const { id, rawId, type, response, clientExtensionResults } = await startAuthentication({ optionsJSON });
    const secret = secretOf(clientExtensionResults);
    if (own && !secret) throw new Error('The passkey gave no secret.');
    const { clientDataJSON, authenticatorData, signature } = response;
    return {
      ...{ token, signatures: own && secret ? await signWrapped(secret, own, toSign) : [] },
      passkey: { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature } },
    };
  });
}

async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

function failureOf(error: unknown): PasskeyFailure {
  if (error instanceof Refused) return { refused: error.message };
  const code = error instanceof WebAuthnError ? error.code : null;
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return 'address';
  const name = error instanceof Error ? error.name : '';
  if (name === 'SecurityError') return 'address';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed';
}
