// npm start: installs, builds, files the sample articles into a record of their own, and shows what the program is for.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installAndBuild, root } from './install.mjs';

const record = join('.onrecord', 'samples.sqlite');
const main = join(root, 'dist', 'cli', 'main.js');

installAndBuild();
fileSamples();
tour();
// In a terminal somebody is there to look: the same record in a browser, until Ctrl-C. A script gets its prompt back.
if (process.stdout.isTTY) {
  say('And here it all is in a browser. Ctrl-C ends it.');
  onrecord(['serve']);
}

/** Files the samples afresh, so that what is shown is what this build reads. */
function fileSamples() {
  mkdirSync(join(root, '.onrecord'), { recursive: true });
  for (const ending of ['', '-wal', '-shm']) rmSync(join(root, record + ending), { force: true });
  say(`OnRecord keeps who said what, when, to whom and on what condition, and proves it with the exact characters.
Here are 34 newspaper articles about a war that never took place. Every country and person in them is invented.`);
  const { status } = onrecord(['add', 'samples/articles']);
  if (status !== 0 || !existsSync(join(root, record))) process.exit(status || 1);
}

function tour() {
  say('What has President Kessal of Varnia said about a ceasefire? Each answer is a statement, with the day it was said.');
  onrecord(['search', 'ceasefire speaker:Kessal type:direct', '--limit', '3']);

  say('Where did he change his side, or its condition? Then and now, in his words. Nobody has to remember, and nothing is judged.');
  onrecord(['shifts', 'Dorin Kessal', '--on', 'ceasefire']);

  say('Somebody passes a quotation on. Did he say that?');
  onrecord(['check', 'There will be a ceasefire', '--speaker', 'Kessal']);

  say('And every citation can be checked against the stored articles at any time.');
  onrecord(['verify']);

  say('Go on from here (these read the same record):');
  console.log(`    node dist/cli/main.js search '"without preconditions"' --record ${record}
    node dist/cli/main.js timeline "Mira Solanek" --record ${record}
    node dist/cli/main.js serve --record ${record}          # the same in a browser
    node dist/cli/main.js add FILE FOLDER …                  # your own articles, into a record of your own
    node dist/cli/main.js --help                             # everything else
`);
}

/** Shows a command as a person would type it, and what it answers. */
function onrecord(given) {
  console.log(`$ onrecord ${given.map(quoted).join(' ')}\n`);
  const ran = spawnSync(process.execPath, [main, ...given], {
    cwd: root,
    env: { ...process.env, ONRECORD_RECORD: record },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.log();
  return ran;
}

function say(text) {
  console.log(`\n${text}\n`);
}

function quoted(word) {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word}'`;
}
