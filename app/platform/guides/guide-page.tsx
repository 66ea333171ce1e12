import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { PublicFrame } from '~/ui/public-frame';
import { GuideText } from './guide-text';
import type { Guide } from './read-guide.server';

/** A page of the guides, with the way to the guide of its role. */
export function GuidePage({ guide, role, isSignedIn }: { guide: Guide; role?: string; isSignedIn: boolean }) {
  const way = [
    { label: m.shell_guides(), to: '/guides' },
    ...(role === undefined ? [] : [{ label: roleName(role), to: `/guides/${role}` }]),
  ];
  return (
    <PublicFrame isSignedIn={isSignedIn}>
      <PageHeader title={<span lang="en">{guide.title}</span>} breadcrumbs={guide.folder === '' && role === undefined ? [] : way} />
      <GuideText blocks={guide.blocks} folder={guide.folder} />
    </PublicFrame>
  );
}

function roleName(role: string): string {
  if (role === 'auditor') return m.shell_guides_auditor();
  return role === 'lender' ? m.shell_guides_lender() : m.shell_guides_manager();
}
