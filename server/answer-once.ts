import type { ActionFunction, ServerBuild } from '@remix-run/node';

type Wrapper = (action: ActionFunction) => ActionFunction;

function wrapperOf(module: object): Wrapper {
  if ('answerOnce' in module && typeof module.answerOnce === 'function') return module.answerOnce as Wrapper;
  throw new Error('app/entry.server.tsx must export answerOnce.');
}

/** The build with the action of every route answered once for each form that was drawn. The wrapper comes with the build, whose modules it shares. */
export function withFormKeys(build: ServerBuild): ServerBuild {
  const answerOnce = wrapperOf(build.entry.module);
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action;
    return [id, route && action ? { ...route, module: { ...route.module, action: answerOnce(action) } } : route] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}
