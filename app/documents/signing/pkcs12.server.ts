import { webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  type AuthenticatedSafe,
  BasicConstraints,
  CertBag,
  Certificate,
  CryptoEngine,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  type SafeBag,
} from 'pkijs';
import { commonName, type Signer, signDigest } from '~/documents/pdf/sign-bytes.server';
import type { OwnCertificateRefusal } from './own-certificate';

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const dataOid = '1.2.840.113549.1.7.1';
const keyUsageOid = '2.5.29.15';
const basicConstraintsOid = '2.5.29.19';
const rsaOid = '1.2.840.113549.1.1.1';
const ecOid = '1.2.840.10045.2.1';
const curves: Readonly<Record<string, string>> = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384', '1.3.132.0.35': 'P-521' };
/** Shortest RSA key that is taken (ETSI TS 119 312). */
const fewestBits = 2048;

export class CertificateRefused extends Error {
  constructor(readonly code: OwnCertificateRefusal) {
    super(code);
    this.name = 'CertificateRefused';
  }
}

export type Opened = { signer: Signer; name: string; expiresAt: Date };

/**
 * Opens a PKCS #12 file: the one key that has a certificate, for signatures and in force at `now`. The bytes are of a stranger: for a reader process alone.
 * @throws CertificateRefused for what cannot be signed with
 */
export async function openPkcs12(bytes: Uint8Array, { password, now }: { password: string; now: Date }): Promise<Opened> {
  const bags = await bagsOf(bytes, password);
  const certificates = bags.flatMap(({ bagValue }) =>
    bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate ? [bagValue.parsedValue] : [],
  );
  const keys = bags.flatMap(({ bagValue }) => {
    const key = bagValue instanceof PKCS8ShroudedKeyBag ? bagValue.parsedValue : bagValue;
    return key instanceof PrivateKeyInfo ? [key] : [];
  });
  const [key] = keys;
  if (keys.length !== 1 || !key) throw new CertificateRefused('no-key');
  const privateKey = await importKey(key);
  const own = await certificateOf(privateKey, certificates);
  requireUsable(own, now);
  const der = (certificate: Certificate) => new Uint8Array(certificate.toSchema(true).toBER(false));
  return {
    signer: { certificate: der(own), privateKey, chain: certificates.filter((each) => each !== own).map(der) },
    name: commonName(own)?.slice(0, 200) || '',
    expiresAt: own.notAfter.value,
  };
}

async function bagsOf(bytes: Uint8Array, given: string): Promise<SafeBag[]> {
  const password = bufferOf(new TextEncoder().encode(given));
  let file: PFX;
  try {
    file = PFX.fromBER(bufferOf(bytes));
  } catch {
    throw new CertificateRefused('not-readable');
  }
  try {
    await file.parseInternalValues({ password, checkIntegrity: true }, engine);
  } catch (error) {
    throw new CertificateRefused(/integrity/i.test(String(error)) ? 'wrong-password' : 'not-readable');
  }
  const safe: AuthenticatedSafe | undefined = file.parsedValue?.authenticatedSafe;
  if (!safe) throw new CertificateRefused('not-readable');
  try {
    await safe.parseInternalValues(
      { safeContents: safe.safeContents.map(({ contentType }) => (contentType === dataOid ? {} : { password })) },
      engine,
    );
    const bags: SafeBag[] = safe.parsedValue.safeContents.flatMap(({ value }: { value: { safeBags: SafeBag[] } }) => value.safeBags);
    for (const { bagValue } of bags)
      if (bagValue instanceof PKCS8ShroudedKeyBag) {
        // Declared as protected, though it is how a bag is opened.
        const opening = bagValue as unknown as {
          parseInternalValues: (given: { password: ArrayBuffer }, by: CryptoEngine) => Promise<void>;
        };
        await opening.parseInternalValues({ password }, engine);
      }
    return bags;
  } catch {
    // The password fits, as the integrity of the file showed: it is encrypted in a way of before AES.
    throw new CertificateRefused('old-encryption');
  }
}

async function importKey(key: PrivateKeyInfo): Promise<CryptoKey> {
  const pkcs8 = new Uint8Array(key.toSchema().toBER(false));
  const { algorithmId, algorithmParams } = key.privateKeyAlgorithm;
  const curve = algorithmParams instanceof asn1.ObjectIdentifier ? curves[algorithmParams.valueBlock.toString()] : undefined;
  const algorithm =
    algorithmId === rsaOid
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : algorithmId === ecOid && curve !== undefined
        ? { name: 'ECDSA', namedCurve: curve }
        : null;
  if (!algorithm) throw new CertificateRefused('unknown-key');
  try {
    const imported = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
    const bits = 'modulusLength' in imported.algorithm ? Number(imported.algorithm.modulusLength) : fewestBits;
    if (bits < fewestBits) throw new CertificateRefused('weak-key');
    return imported as unknown as CryptoKey;
  } catch (error) {
    throw error instanceof CertificateRefused ? error : new CertificateRefused('unknown-key');
  }
}

/** The certificate whose public key verifies what the key signs. */
async function certificateOf(privateKey: CryptoKey, certificates: readonly Certificate[]): Promise<Certificate> {
  const algorithm = { ...privateKey.algorithm, hash: 'SHA-256' };
  const probe = new TextEncoder().encode('manumit');
  const signature = await webcrypto.subtle.sign(algorithm, privateKey as never, probe);
  for (const certificate of certificates) {
    try {
      const spki = certificate.subjectPublicKeyInfo.toSchema().toBER(false);
      const publicKey = await webcrypto.subtle.importKey('spki', spki, algorithm as never, false, ['verify']);
      if (await webcrypto.subtle.verify(algorithm, publicKey, signature, probe)) return certificate;
    } catch {
      // A key of another kind: not this certificate.
    }
  }
  throw new CertificateRefused('no-key');
}

function requireUsable(certificate: Certificate, now: Date): void {
  if (now > certificate.notAfter.value) throw new CertificateRefused('expired');
  if (now < certificate.notBefore.value) throw new CertificateRefused('not-yet-valid');
  const usage = certificate.extensions?.find(({ extnID }) => extnID === keyUsageOid)?.parsedValue;
  // digitalSignature is the first bit, nonRepudiation the second.
  const bits = usage instanceof asn1.BitString ? (usage.valueBlock.valueHexView[0] ?? 0) : 0xc0;
  const constraints = certificate.extensions?.find(({ extnID }) => extnID === basicConstraintsOid)?.parsedValue;
  const isAuthority = constraints instanceof BasicConstraints && constraints.cA;
  if ((bits & 0xc0) === 0 || isAuthority) throw new CertificateRefused('not-for-signing');
}

/** Signs digests with the key of a PKCS #12 file, and forgets it: what a reader process answers contains no key. */
export async function signWithPkcs12(
  bytes: Uint8Array,
  { password, digests, now }: { password: string; digests: readonly string[]; now: Date },
) {
  try {
    const { signer, name } = await openPkcs12(bytes, { password, now });
    const signatures: string[] = [];
    for (const each of digests) signatures.push(Buffer.from(await signDigest(Buffer.from(each, 'hex'), signer)).toString('base64'));
    const fingerprint = Buffer.from(await webcrypto.subtle.digest('SHA-256', bufferOf(signer.certificate))).toString('hex');
    return { kind: 'signed' as const, name, fingerprint, signatures };
  } catch (error) {
    if (error instanceof CertificateRefused) return { kind: 'refused' as const, code: error.code };
    throw error;
  }
}
