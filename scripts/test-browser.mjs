// npm run test:browser: the pages in a real browser. Says so, and passes, where this machine has none.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './install.mjs';

const browser = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
if (!existsSync(browser)) {
  process.stdout.write(
    `browser tests NOT RUN: no Chromium at ${browser}; install it (Debian: apt-get install chromium) or name one with CHROMIUM_PATH\n`,
  );
} else {
  run(process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'vitest.browser.config.ts',
    ...process.argv.slice(2),
  ]);
}
