import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The files that pages link to: our own style, script and icon, each under an address that changes with its content. */
export interface StaticFiles {
  addressOf(name: StaticName): string;
  /** The answer to a path under /static/; null where there is no such file. */
  respond(path: string): Response | null;
}

export type StaticName = 'style.css' | 'keys.js' | 'icon.svg';

interface Asset {
  readonly type: string;
  /** The files that it is put together from, in this order. */
  readonly parts: readonly string[];
}

/** One style sheet, whose parts are files by subject: a page asks for one file. */
const ASSETS: Readonly<Record<StaticName, Asset>> = {
  'style.css': {
    type: 'text/css; charset=utf-8',
    parts: ['base', 'frame', 'parts', 'charts', 'pages', 'narrow', 'print'].map((subject) => `style/${subject}.css`),
  },
  'keys.js': { type: 'text/javascript; charset=utf-8', parts: ['keys.js'] },
  'icon.svg': { type: 'image/svg+xml', parts: ['icon.svg'] },
};

/** Reads the files of this folder once. They lie beside the source, for the built program as well. */
export function openStaticFiles(): StaticFiles {
  const names = Object.keys(ASSETS) as readonly StaticName[];
  const files = names.map((name) => {
    const bytes = Buffer.concat(ASSETS[name].parts.map((part) => readFileSync(new URL(`../../src/web/assets/${part}`, import.meta.url))));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    const [stem = '', ending = ''] = name.split('.');
    return { name, bytes, address: `/static/${stem}.${hash}.${ending}` };
  });
  const addresses = new Map(files.map((file) => [file.name, file.address]));
  const byAddress = new Map(files.map((file) => [file.address, file]));
  return {
    addressOf: (name) => addresses.get(name) ?? '',
    respond(path) {
      const file = byAddress.get(path);
      if (file === undefined) return null;
      return new Response(new Uint8Array(file.bytes), {
        headers: { 'Content-Type': ASSETS[file.name].type, 'Cache-Control': 'public, max-age=31536000, immutable' },
      });
    },
  };
}
