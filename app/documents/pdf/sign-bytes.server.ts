import { webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  createCMSECDSASignature,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { timestampOid, type TimestampRead, readTimestamp } from './timestamp-token.server';

const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto });

const oids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** `chain`: certificates of issuers, which are put beside the signer's own. */
export type Signer = { certificate: Uint8Array; privateKey: CryptoKey; chain?: readonly Uint8Array[] };

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const digest = (bytes: ArrayBuffer) => webcrypto.subtle.digest('SHA-256', bytes);

/** A detached CMS signature over bytes (`signDigest`). */
export async function signBytes(bytes: Uint8Array, signer: Signer): Promise<Uint8Array> {
  return signDigest(new Uint8Array(await digest(bufferOf(bytes))), signer);
}

/**
 * A detached CMS signature over bytes with this SHA-256, in DER, as PAdES B-B requires (ETSI EN 319 142-1 clause 6.3): the signer's certificate inside and bound
 * by its hash (signing-certificate-v2, RFC 5035), no signing time, which is in the document's dictionary.
 */
export async function signDigest(sha256: Uint8Array, { certificate, privateKey, chain = [] }: Signer): Promise<Uint8Array> {
  const signed = await unsigned(sha256, { certificate, chain });
  await signed.sign(privateKey, 0, 'SHA-256', new ArrayBuffer(0), engine);
  return encoded(signed);
}

/** What a key signs for `signDigest`, where it is opened elsewhere: the signed attributes as a SET OF in DER (RFC 5652, 5.4). */
export async function attributesToSign(sha256: Uint8Array, certificate: Uint8Array): Promise<Uint8Array> {
  const { signerInfos } = await unsigned(sha256, { certificate, chain: [] });
  return attributesIn(signerInfos[0]);
}

function attributesIn(signer: SignerInfo | undefined): Uint8Array {
  const attributes = new Uint8Array(signer?.signedAttrs?.toSchema().toBER(false) ?? new ArrayBuffer(0));
  attributes[0] = 0x31;
  return attributes;
}

/** As `signDigest`, with the signature that a key on P-256 made over `attributesToSign`: r and s, 32 bytes each. */
export async function withSignature(
  sha256: Uint8Array,
  { certificate, chain = [], signature }: Omit<Signer, 'privateKey'> & { signature: Uint8Array },
): Promise<Uint8Array> {
  const signed = await unsigned(sha256, { certificate, chain });
  const [signer] = signed.signerInfos;
  if (!signer?.signedAttrs) throw new Error('The signature has no signer.');
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: oids.sha256, algorithmParams: new asn1.Null() });
  signed.digestAlgorithms = [digestAlgorithm];
  signer.digestAlgorithm = digestAlgorithm;
  signer.signatureAlgorithm = new AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 });
  signer.signedAttrs.encodedValue = bufferOf(attributesIn(signer));
  signer.signature = new asn1.OctetString({ valueHex: createCMSECDSASignature(bufferOf(signature)) });
  return encoded(signed);
}

async function unsigned(
  sha256: Uint8Array,
  { certificate, chain }: { certificate: Uint8Array; chain: readonly Uint8Array[] },
): Promise<SignedData> {
  const parsed = Certificate.fromBER(bufferOf(certificate));
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: parsed.issuer, serialNumber: parsed.serialNumber }),
  });
  signer.signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: oids.contentType, values: [new asn1.ObjectIdentifier({ value: oids.data })] }),
      new Attribute({ type: oids.messageDigest, values: [new asn1.OctetString({ valueHex: bufferOf(sha256) })] }),
      new Attribute({ type: oids.signingCertificateV2, values: [await certificateBinding(certificate)] }),
    ],
  });
  return new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    signerInfos: [signer],
    certificates: [parsed, ...chain.map((each) => Certificate.fromBER(bufferOf(each)))],
  });
}

const encoded = (signed: SignedData): Uint8Array =>
  new Uint8Array(new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) }).toSchema().toBER(false));

/** SigningCertificateV2 with the one certificate; SHA-256 is its default and left out. */
async function certificateBinding(certificate: Uint8Array): Promise<asn1.Sequence> {
  const hash = new asn1.OctetString({ valueHex: await digest(bufferOf(certificate)) });
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [new asn1.Sequence({ value: [hash] })] })] });
}

function parse(cms: Uint8Array): { signed: SignedData; signer: SignerInfo } {
  const signed = new SignedData({ schema: ContentInfo.fromBER(bufferOf(cms)).content });
  const [signer] = signed.signerInfos;
  if (!signer) throw new Error('The signature has no signer.');
  return { signed, signer };
}

/** The octets that a time stamp of a signature is made over (RFC 3161, appendix A). */
export function signatureValue(cms: Uint8Array): Uint8Array {
  return new Uint8Array(parse(cms).signer.signature.valueBlock.valueHexView);
}

/** A signature with a time stamp token as unsigned attribute, in place of any earlier one. What is signed stays the same. */
export function withTimestamp(cms: Uint8Array, token: Uint8Array): Uint8Array {
  const { signed, signer } = parse(cms);
  const stamp = new Attribute({ type: timestampOid, values: [asn1.fromBER(bufferOf(token)).result] });
  const others = signer.unsignedAttrs?.attributes.filter(({ type }) => type !== timestampOid) ?? [];
  signer.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [...others, stamp] });
  return encoded(signed);
}

/** `issuer`: SHA-256 in hex of another certificate in the signature whose key signed the signer's certificate. */
export type BytesVerified = {
  isValid: boolean;
  fingerprint: string | null;
  name: string | null;
  issuer: string | null;
  timestamp: TimestampRead | null;
};

/**
 * Whether a detached CMS signature is valid for these bytes, by which certificate (its SHA-256 in hex), and its time stamp. Trust in that certificate is a
 * separate question: the reader compares its fingerprint with the one the organization publishes.
 */
export async function verifyBytes(bytes: Uint8Array, cms: Uint8Array): Promise<BytesVerified> {
  const invalid = { isValid: false, fingerprint: null, name: null, issuer: null, timestamp: null };
  try {
    const { signed, signer } = parse(cms);
    const certificate = signerCertificate(signed, signer);
    if (!certificate) return invalid;
    const isValid = await signed.verify({ signer: 0, data: bufferOf(bytes), checkChain: false }, engine);
    const der = certificate.toSchema(true).toBER(false);
    const stamp = signer.unsignedAttrs?.attributes.find(({ type }) => type === timestampOid)?.values[0];
    const timestamp =
      stamp instanceof asn1.BaseBlock
        ? await readTimestamp(new Uint8Array(stamp.toBER(false)), signer.signature.valueBlock.valueHexView)
        : null;
    const issuer = await issuerIn(signed, certificate);
    return { isValid, fingerprint: Buffer.from(await digest(der)).toString('hex'), name: commonName(certificate), issuer, timestamp };
  } catch {
    return invalid;
  }
}

/** The certificate that the signer names; others beside it are of its issuers. */
function signerCertificate({ certificates }: SignedData, { sid }: SignerInfo): Certificate | null {
  const found = certificates?.find(
    (each) =>
      each instanceof Certificate &&
      sid instanceof IssuerAndSerialNumber &&
      each.serialNumber.isEqual(sid.serialNumber) &&
      each.issuer.isEqual(sid.issuer),
  );
  return found instanceof Certificate ? found : null;
}

async function issuerIn({ certificates }: SignedData, issued: Certificate): Promise<string | null> {
  for (const each of certificates ?? []) {
    if (!(each instanceof Certificate) || each === issued || !each.subject.isEqual(issued.issuer)) continue;
    if (await issued.verify(each, engine).catch(() => false))
      return Buffer.from(await digest(each.toSchema(true).toBER(false))).toString('hex');
  }
  return null;
}

export function commonName(certificate: Certificate): string | null {
  const found = certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3');
  return found ? String(found.value.valueBlock.value) : null;
}
