import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { decideStatus, proposeStatus, recordReply } from '~/suppliers/labour-recruiters/change-status.server';
import { protectComplaints } from '~/suppliers/labour-recruiters/protect-complaints';
import { toMinor } from '~/suppliers/labour-recruiters/money';
import { lineKinds, recruiterStatuses, reasonCodes, recordSchemas } from '~/suppliers/facts/recruiter-record';
import { readEntries } from '~/suppliers/labour-recruiters/read-entries.server';
import { recordEntry } from '~/suppliers/labour-recruiters/record-entry.server';
import { readCount } from '~/suppliers/fields/definition/typed-counts';
import { recruitmentServices } from '~/suppliers/fields/recruitment-services';
import { type FactField, type FactValues, isFactValue } from '~/suppliers/facts/fact-fields';
import { recruiterFactLines, recruiterLines, recruiterStatusLines } from './recruiters';

type Options = {
  idOf: (key: string) => string /** Who decides on what `userId` proposed. */;
  deciderId: string;
  userId: string;
  now: Date;
};
const cellsOf = (line: string, by = '|') => line.split(by).map((cell) => cell.trim());
const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/** Facts of the labour recruiters beside those of their line in the chain, by key. */
export function parseRecruiterFacts(): Map<string, FactValues> {
  return new Map(
    linesOf(recruiterFactLines).map((line) => {
      const [key = '', services = '', languages, owner, policy, orientation, topics, spoken] = cellsOf(line);
      return [
        key,
        {
          recruitmentServices: recruitmentServices.filter((service) => services.split(',').includes(service)),
          ...(languages ? { contractLanguages: languages.split(',') } : {}),
          ...(owner ? { parentCompany: owner } : {}),
          ...known('feePolicy', policy),
          ...known('orientation', orientation),
          ...known('orientationTopics', topics?.split(',')),
          ...known('orientationLanguages', spoken?.split(',')),
        },
      ];
    }),
  );
}

/** A field whose cell is filled; one that is no good value of it stops the demonstration. */
function known<Field extends FactField>(field: Field, cell: string | string[] | undefined): FactValues {
  if (!cell || cell[0] === '') return {};
  if (!isFactValue(field, cell)) throw new Error(`The demonstration gives ${field} a value that it cannot have: ${cell}`);
  return { [field]: cell };
}

/** Records licences, certificates, responses, sanctions, complaints, corridors, costs and statuses of the labour recruiters, as a member would. */
export async function fillRecruiters(db: TenantDb, options: Options): Promise<void> {
  const { idOf, userId, now } = options;
  for (const line of linesOf(recruiterLines)) {
    const [key = '', name, cells = '', note] = cellsOf(line);
    const kind = lineKinds.find((each) => each === name);
    if (!kind) throw new Error(`The demonstration names a kind of line that is none: ${line}`);
    const values = recordSchemas[kind].parse(valuesOf[kind](cellsOf(cells, ';'), now));
    await recordEntry(db, { partyId: idOf(key), kind, values, userId, note: note ? `${note} (fictional)` : null });
  }
  for (const line of linesOf(recruiterStatusLines)) await fillStatus(db, { ...options, line });
}

const dayFrom = (days: string | undefined, now: Date) =>
  days ? new Date(now.getTime() + Number(days) * 86_400_000).toISOString().slice(0, 10) : null;
const count = (cell: string | undefined) => readCount(cell ?? '');

/** The cells of a line as the values of its kind; the kind's schema reports errors. */
const valuesOf: Record<(typeof lineKinds)[number], (cells: string[], now: Date) => object> = {
  licence: ([country, licenceNumber, issuer, ends], now) => ({
    country,
    licenceNumber,
    issuer: issuer || null,
    expiresOn: dayFrom(ends, now),
  }),
  certification: ([scheme, certificateNumber, issuer, ends], now) => ({
    scheme,
    certificateNumber,
    issuer: issuer || null,
    expiresOn: dayFrom(ends, now),
  }),
  assessment: ([assessed, assessmentMethod, assessor, evidenceGrade, conclusion], now) => ({
    assessedOn: dayFrom(assessed, now),
    assessmentMethod,
    assessor: assessor || null,
    evidenceGrade,
    conclusion: conclusion || null,
  }),
  sanction: ([country, sanctionKind, authority, subject, began, ended], now) => ({
    country,
    sanctionKind,
    authority: authority || null,
    subject: subject || null,
    beganOn: dayFrom(began, now),
    endedOn: dayFrom(ended, now),
  }),
  complaints: ([from, to, received, upheld, remedied], now) => ({
    periodFrom: dayFrom(from, now),
    periodTo: dayFrom(to, now),
    ...protectComplaints({ received: count(received) ?? 0, upheld: count(upheld), remedied: count(remedied) }),
  }),
  corridor: ([origin, destination, pay, currency = '', placed]) => ({
    origin,
    destination,
    monthlyPay: toMinor(Number(pay), currency),
    currency,
    placedPerYear: Number(placed),
  }),
  fee: ([origin, destination, feeCode, payer, amount, currency = '', allowedByLaw]) => ({
    origin,
    destination,
    feeCode,
    payer,
    amount: toMinor(Number(amount), currency),
    currency,
    allowedByLaw,
  }),
};

async function fillStatus(db: TenantDb, { idOf, userId, deciderId, now, line }: Options & { line: string }): Promise<void> {
  const [key = '', status, reasonCode, reason, notified, reply, inForce] = cellsOf(line);
  const of = { partyId: idOf(key), userId, now };
  await proposeStatus(db, {
    ...of,
    proposal: {
      status: z.enum(recruiterStatuses).parse(status),
      reasonCode: reasonCodes.find((code) => code === reasonCode) ?? null,
      reason: reason || null,
      notifiedOn: notified ? dayFrom(`-${notified}`, now) : null,
      note: 'Compliance team (fictional)',
    },
  });
  const proposal = (await readEntries(db, of)).status.find(({ decidedOn }) => decidedOn === null);
  if (!proposal) return;
  const { entryId } = proposal;
  if (reply)
    await recordReply(db, {
      ...of,
      entryId,
      reply: { repliedOn: dayFrom(`-${Number(notified) - 6}`, now) ?? now.toISOString().slice(0, 10), reply },
    });
  if (inForce !== 'yes') return;
  const done = await decideStatus(db, { ...of, userId: deciderId, entryId, verdict: 'approved', note: '' });
  if (done.kind !== 'done') throw new Error(`The demonstration could not decide the status of ${key}: ${JSON.stringify(done)}`);
}
