import { beforeAll, describe, expect, it } from 'vitest';
import { drawnNow } from '~/audits/report/prepare-audit-report.server';
import { receiveEntries } from './receive-entries.server';
import { makeAudit, makeEntry, withAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';

let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
});

const written = (key: string, text: string) => makeEntry('narrative', key, { text, isWithdrawn: false });

describe('narratives', () => {
  it('are received for sections of the audit, the whole and the management systems, and for nothing else', async () => {
    const { auditId } = await makeAudit(owner);
    const entries = [
      await written('BW.FL', 'One.'),
      await written('summary', 'Two.'),
      await written('systems', 'Three.'),
      await written('BW.XX', 'Four.'),
    ];
    const received = await withAudit(owner, auditId, (db, audit) =>
      receiveEntries(db, audit, { deviceId: '0b4cbb4e-5d1c-4f0f-9d46-0d3cf4d9a001', userId: owner.user.id, entries }),
    );
    expect(received).toMatchObject({ kind: 'received', refused: [{ id: entries[3]?.id, code: 'unknown-place' }] });
    const report = await owner.inOrganization((db) =>
      drawnNow(db, {
        ...{ auditId, userId: owner.user.id, role: 'owner', organizationName: 'Buyer', locale: 'en', publicUrl: 'https://example.org' },
        now: new Date('2026-12-02T18:00:00Z'),
      }),
    );
    expect(report?.narratives).toEqual([
      { key: 'summary', text: 'Two.' },
      { key: 'BW.FL', text: 'One.' },
      { key: 'systems', text: 'Three.' },
    ]);
  });
});
