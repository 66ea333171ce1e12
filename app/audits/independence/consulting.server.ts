import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { enteredDay, pastDay } from '~/platform/forms/entered-day';
import { serviceKinds } from './limits';

const day = (date: Date) => date.toISOString().slice(0, 10);

/** The form of a service, and of its removal. */
export const serviceActs = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('add-service'),
      supplier: z.string({ error: () => m.audits_supplier_missing() }),
      service: z.enum(serviceKinds, { error: () => m.commissions_service_kind_missing() }),
      description: z.string().trim().max(500).optional().default(''),
      startedOn: pastDay(() => m.audits_day_bad()),
      endedOn: enteredDay(() => m.audits_day_bad()).optional(),
    })
    .refine(({ startedOn, endedOn }) => endedOn === undefined || endedOn >= startedOn, {
      path: ['endedOn'],
      error: () => m.audits_ends_before(),
    }),
  z.object({ intent: z.literal('remove-service'), id: z.guid() }),
]);
type Entry = Extract<z.output<typeof serviceActs>, { intent: 'add-service' }>;

/** Services other than audits, the newest first; at most 200. */
export async function listServices(db: TenantDb) {
  const rows = await db.consultingService.findMany({
    orderBy: [{ startedOn: 'desc' }, { id: 'desc' }],
    take: 200,
    include: { party: { select: { name: true, publicId: true } } },
  });
  return rows.map(({ id, kind, description, startedOn, endedOn, party }) => ({
    ...{ id, kind, description, supplier: party.name, publicId: party.publicId },
    ...{ startedOn: day(startedOn), endedOn: endedOn && day(endedOn) },
  }));
}
export type ServiceRow = Awaited<ReturnType<typeof listServices>>[number];

/** Records a service to a supplier. False for an unknown supplier. */
export async function addService(db: TenantDb, { entry, by, now }: { entry: Entry; by: string; now: Date }): Promise<boolean> {
  const party = await db.party.findFirst({ where: { publicId: entry.supplier, kind: 'supplier' }, select: { id: true } });
  if (!party) return false;
  const { service: kind, description, startedOn, endedOn } = entry;
  await db.consultingService.create({
    data: {
      ...{ partyId: party.id, kind, description, recordedById: by, recordedAt: now },
      ...{ startedOn: new Date(startedOn), endedOn: endedOn === undefined ? null : new Date(endedOn) },
    },
  });
  return true;
}

/** Removes a service that was entered by mistake. False when there is none. */
export async function removeService(db: TenantDb, id: string): Promise<boolean> {
  return (await db.consultingService.deleteMany({ where: { id } })).count > 0;
}
