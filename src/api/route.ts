import type { Operation } from './operation.js';

/** An address of the API: its operations by method, and the names of its parts. */
export interface Route {
  readonly path: string;
  readonly segments: readonly string[];
  readonly operations: ReadonlyMap<string, Operation>;
}

export interface Found {
  readonly route: Route;
  /** The named parts, as they stand in the address, still encoded. */
  readonly parts: Readonly<Record<string, string>>;
}

/** The operations of a table by their paths. */
export function createRoutes(operations: readonly Operation[]): readonly Route[] {
  const byPath = new Map<string, Map<string, Operation>>();
  for (const operation of operations) {
    const methods = byPath.get(operation.path) ?? new Map<string, Operation>();
    methods.set(operation.method.toUpperCase(), operation);
    byPath.set(operation.path, methods);
  }
  return [...byPath].map(([path, methods]) => ({ path, segments: path.split('/').slice(1), operations: methods }));
}

/** The route of a path behind the API's root; null where there is none. */
export function findRoute(routes: readonly Route[], path: string): Found | null {
  const given = path.split('/').slice(1);
  for (const route of routes) {
    const parts = matchSegments(route.segments, given);
    if (parts !== null) return { route, parts };
  }
  return null;
}

function matchSegments(segments: readonly string[], given: readonly string[]): Record<string, string> | null {
  if (segments.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const actual = given[index] ?? '';
    if (segment.startsWith('{') && actual !== '') parts[segment.slice(1, -1)] = actual;
    else if (segment !== actual) return null;
  }
  return parts;
}
