import type { Hub } from './hub';

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> };
}

/** What the running server answers to, by method and path. */
export function routesOf(hub: Hub): string[] {
  const { router } = hub.app.getHttpAdapter().getInstance() as { router: { stack: readonly Layer[] } };
  return router.stack.flatMap(({ route }) =>
    route
      ? [route.path].flat().flatMap((path) =>
          Object.keys(route.methods)
            .filter((method) => route.methods[method])
            .map((method) => `${method.toUpperCase()} ${path}`),
        )
      : [],
  );
}

/** Those that people open in a browser and that are not the console's. */
export const portalRoutesOf = (hub: Hub): string[] =>
  routesOf(hub).filter((route) => !/ \/(?:api|health|metrics|open311)(?:\/|$)/.test(route));
