import { useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { useScripted } from '~/ui/use-scripted';
import type { WorldShown } from '../read-world.server';
import { placesAddress, usePlaces } from './use-places';
import { WorldCanvas } from './world-canvas';

type Given = { base: string; world: Pick<WorldShown, 'fills' | 'corridors'>; title: string; children: ReactNode };

/** The world on a canvas in place of the picture `children`, which remains without script, until the places arrive, and when they do not. */
export function LargeWorld(given: Given) {
  return useScripted() ? <FetchedWorld {...given} /> : given.children;
}

function FetchedWorld({ base, world, title, children }: Given) {
  const [params] = useSearchParams();
  const load = usePlaces(placesAddress(base, params));
  return (
    <>
      {load.status === 'failed' && (
        <Notice
          tone="warning"
          title={m.map_graph_failed()}
          actions={
            <Button type="button" size="sm" onClick={load.retry}>
              {m.map_graph_retry()}
            </Button>
          }
        >
          {m.map_world_failed()}
        </Notice>
      )}
      {load.status === 'loading' && (
        <p role="status" className="sr-only">
          {m.map_world_loading()}
        </p>
      )}
      {load.places === null ? (
        children
      ) : (
        <WorldCanvas places={load.places} far={load.far} fills={world.fills} corridors={world.corridors} title={title} />
      )}
    </>
  );
}
