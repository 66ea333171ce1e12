import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { PublicFrame } from '~/ui/public-frame';
import { Tabs } from '~/ui/tabs';

/** The frame of the public pages of countries and sectors. */
export function PlacesFrame({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  return (
    <PublicFrame wide isSignedIn={isSignedIn}>
      <Tabs
        label={m.countries_places()}
        tabs={[
          { to: '/countries', label: m.countries_list_title() },
          { to: '/sectors', label: m.sectors_list_title() },
        ]}
      />
      {children}
    </PublicFrame>
  );
}
