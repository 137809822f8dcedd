import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The files that pages link to: our own style, script and icon, each under an address that changes with its content. */
export interface StaticFiles {
  addressOf(name: StaticName): string;
  /** The answer to a path under /static/; null where there is no such file. */
  respond(path: string): Response | null;
}

export type StaticName = 'style.css' | 'keys.js' | 'icon.svg';

const TYPES: Readonly<Record<StaticName, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'keys.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** Reads the files of this folder once. They lie beside the source, for the built program as well. */
export function openStaticFiles(): StaticFiles {
  const names = Object.keys(TYPES) as readonly StaticName[];
  const files = names.map((name) => {
    const bytes = readFileSync(new URL(`../../src/web/assets/${name}`, import.meta.url));
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
        headers: { 'Content-Type': TYPES[file.name], 'Cache-Control': 'public, max-age=31536000, immutable' },
      });
    },
  };
}
