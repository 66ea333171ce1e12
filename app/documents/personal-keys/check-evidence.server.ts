import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { challengeOf } from './statement.server';

/** What is stored of a confirmation. */
export const evidenceColumns = {
  ...{ protection: true, statement: true, challenge: true, credentialKey: true },
  ...{ authenticatorData: true, clientData: true, assertion: true, origin: true },
} as const;
export type Evidence = { [Column in keyof typeof evidenceColumns]: string };

/** Whether a passkey confirmed exactly the stored statement, with user verification: from what is stored alone. */
export async function isConfirmed(evidence: Evidence): Promise<boolean> {
  if (challengeOf(evidence.statement) !== evidence.challenge) return false;
  try {
    const id = 'stored';
    const { verified } = await verifyAuthenticationResponse({
      response: {
        ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
        response: { clientDataJSON: evidence.clientData, authenticatorData: evidence.authenticatorData, signature: evidence.assertion },
      },
      ...{ expectedChallenge: evidence.challenge, expectedOrigin: evidence.origin, expectedRPID: new URL(evidence.origin).hostname },
      ...{
        requireUserVerification: true,
        credential: { id, publicKey: new Uint8Array(Buffer.from(evidence.credentialKey, 'base64')), counter: 0 },
      },
    });
    return verified;
  } catch {
    return false;
  }
}
