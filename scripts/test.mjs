// npm test: installs, builds, checks style, and runs every test. Arguments go to vitest.
import { join } from 'node:path';
import { installAndBuild, root, run } from './install.mjs';

installAndBuild();
const tool = (path) => join(root, 'node_modules', path);
run(process.execPath, [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']);
run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);
