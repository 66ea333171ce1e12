import { Link } from '@remix-run/react';
import type { OverrideCode } from '#scoring';
import { m } from '~/paraglide/messages';

/** Where the reason of an override is read: a link to the record under `base`, the address of the organization, or the publication that was named. */
export function OverrideSource({ base, source, code }: { base: string; source: string; code: OverrideCode }) {
  const at = source.indexOf(':');
  const [kind, key] = [source.slice(0, at), source.slice(at + 1)];
  if (kind === 'publication')
    return (
      <>
        <bdi>{m.override_waivers_source_publication({ reference: key })}</bdi>{' '}
      </>
    );
  const link = linkOf(kind, key, code);
  if (!link) return null;
  return (
    <>
      <Link to={`${base}/${link.to}`}>{link.text}</Link>
      {'. '}
    </>
  );
}

function linkOf(kind: string, key: string, code: OverrideCode): { to: string; text: string } | null {
  switch (kind) {
    case 'audit':
      return { to: `audits/${key}`, text: code === 'O2' ? m.method_override_audit() : m.override_waivers_source_audit() };
    case 'alert':
      return { to: `alerts/${key}`, text: code === 'O4' ? m.alerts_source() : m.alerts_word() };
    case 'finding':
      return { to: `findings/${key}`, text: m.method_finding_word() };
    case 'recruiter':
      return { to: `labour-recruiters/${key}`, text: m.override_waivers_source_recruiter() };
    default:
      return null;
  }
}

/** Whether a member wrote the reason, in whatever language; every other one is in English. */
export function isWrittenByMember({ source = '', code }: { source?: string | undefined; code: OverrideCode }): boolean {
  const kind = source.slice(0, source.indexOf(':'));
  if (kind === 'audit') return code !== 'O2';
  if (kind === 'alert') return code !== 'O4';
  return kind === 'finding' || kind === 'recruiter' || kind === 'publication';
}
