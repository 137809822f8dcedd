import type { Api } from '../api/index.js';
import type { McpSite } from '../mcp/index.js';
import type { App, Served } from '../web/index.js';

/** Everything that one server answers: the pages, what other programs ask, and, where that is switched on, what assistants ask. */
export const createSite = (app: App, api: Api, mcp: McpSite | null = null): Served => ({
  fetch(request, address) {
    if (isUnder(request, '/api')) return api.fetch(request, address);
    return mcp !== null && isUnder(request, '/mcp') ? mcp.fetch(request) : app.fetch(request, address);
  },
});

function isUnder(request: Request, root: string): boolean {
  const { pathname } = new URL(request.url);
  return pathname === root || pathname.startsWith(`${root}/`);
}
