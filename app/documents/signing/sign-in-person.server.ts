import type { InOrganization } from '~/access/tenant-db.server';
import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import { type OwnCertificateRefusal, ownCertificateAnswer } from './own-certificate';
import { keepSignatures, prepareForms, type Signatory, type ToSignInPerson } from './person-signatures.server';

export type SignedInPerson =
  | { kind: 'signed'; isStamped: boolean | null }
  | { kind: 'refused'; code: OwnCertificateRefusal | 'not-signed' | 'signed-already' | 'changed' }
  | { kind: 'unread'; refusal: ReadRefusal };

/**
 * Adds a person's signature to every form of a document that the organization signed, by the certificate in a PKCS #12 file. A reader process opens the file,
 * signs the digests and forgets the key; neither file nor password is stored. All forms are signed, or none.
 */
export async function signInPerson(
  inOrganization: InOrganization,
  toSign: ToSignInPerson,
  who: Signatory,
  { pkcs12, password }: { pkcs12: Uint8Array; password: string },
): Promise<SignedInPerson> {
  const prepared = await prepareForms(inOrganization, toSign, who);
  if (prepared.kind === 'refused') return prepared;
  const { forms } = prepared;
  const read = await readApart(
    'table',
    { bytes: pkcs12 },
    {
      ...{ kind: 'sign-pkcs12', owner: who.organizationId, limits: readLimits.certificate },
      options: { password, digests: forms.map(({ digest }) => digest), now: who.now },
      answer: ownCertificateAnswer,
    },
  );
  if (!read.ok) return { kind: 'unread', refusal: read.refusal };
  if (read.value.kind === 'refused') return { kind: 'refused', code: read.value.code };
  const { name, fingerprint, signatures } = read.value;
  return keepSignatures(inOrganization, { ...toSign, forms, signatures: signatures.map((each) => Buffer.from(each, 'base64')) }, who, {
    name,
    fingerprint,
  });
}
