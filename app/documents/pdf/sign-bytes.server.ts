import { webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });

const oids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

export type Signer = { certificate: Uint8Array; privateKey: CryptoKey };

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const digest = (bytes: ArrayBuffer) => webcrypto.subtle.digest('SHA-256', bytes);

/**
 * A detached CMS signature over bytes, in DER, as PAdES B-B requires (ETSI EN 319 142-1 clause 6.3): SHA-256, the signer's certificate inside and bound by its
 * hash (signing-certificate-v2, RFC 5035), no signing time, which is in the document's dictionary.
 */
export async function signBytes(bytes: Uint8Array, { certificate, privateKey }: Signer): Promise<Uint8Array> {
  const parsed = Certificate.fromBER(bufferOf(certificate));
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: parsed.issuer, serialNumber: parsed.serialNumber }),
  });
  signer.signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: oids.contentType, values: [new asn1.ObjectIdentifier({ value: oids.data })] }),
      new Attribute({ type: oids.messageDigest, values: [new asn1.OctetString({ valueHex: await digest(bufferOf(bytes)) })] }),
      new Attribute({ type: oids.signingCertificateV2, values: [await certificateBinding(certificate)] }),
    ],
  });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    signerInfos: [signer],
    certificates: [parsed],
  });
  await signed.sign(privateKey, 0, 'SHA-256', bufferOf(bytes), engine);
  const content = new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER(false));
}

/** SigningCertificateV2 with the one certificate; SHA-256 is its default and left out. */
async function certificateBinding(certificate: Uint8Array): Promise<asn1.Sequence> {
  const hash = new asn1.OctetString({ valueHex: await digest(bufferOf(certificate)) });
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [new asn1.Sequence({ value: [hash] })] })] });
}

/**
 * Whether a detached CMS signature is valid for these bytes, and by which certificate (its SHA-256 in hex). Trust in that certificate is a separate question:
 * the reader compares its fingerprint with the one the organization publishes.
 */
export async function verifyBytes(
  bytes: Uint8Array,
  cms: Uint8Array,
): Promise<{ isValid: boolean; fingerprint: string | null; name: string | null }> {
  try {
    const content = ContentInfo.fromBER(bufferOf(cms));
    const signed = new SignedData({ schema: content.content });
    const [certificate] = signed.certificates ?? [];
    if (!(certificate instanceof Certificate)) return { isValid: false, fingerprint: null, name: null };
    const isValid = await signed.verify({ signer: 0, data: bufferOf(bytes), checkChain: false }, engine);
    const der = certificate.toSchema(true).toBER(false);
    return { isValid, fingerprint: Buffer.from(await digest(der)).toString('hex'), name: commonName(certificate) };
  } catch {
    return { isValid: false, fingerprint: null, name: null };
  }
}

function commonName(certificate: Certificate): string | null {
  const found = certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3');
  return found ? String(found.value.valueBlock.value) : null;
}
