import { useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Skeleton } from '~/ui/pending-bar';
import { GraphCanvas } from './graph-canvas';
import { graphAddress, useGraph } from './use-graph';

/** Fetches the graph of the address and draws it; says so while it comes, and what to do when it does not. */
export function LargeGraph({ base }: { base: string }) {
  const [params] = useSearchParams();
  const load = useGraph(graphAddress(base, params));
  switch (load.status) {
    case 'loading':
      return (
        <div role="status">
          <span className="sr-only">{m.map_graph_loading()}</span>
          <Skeleton lines={8} />
        </div>
      );
    case 'failed':
      return (
        <Notice
          tone="warning"
          title={m.map_graph_failed()}
          actions={
            <Button type="button" size="sm" onClick={load.retry}>
              {m.map_graph_retry()}
            </Button>
          }
        >
          {m.map_graph_failed_text()}
        </Notice>
      );
    case 'ready':
      return <GraphCanvas graph={load.graph} />;
  }
}
