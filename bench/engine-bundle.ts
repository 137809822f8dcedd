import { join } from 'node:path';
import { build } from 'esbuild';

/** What a web page or a worker does with the engine: fetches the models, reads one article, and tells. */
const PAGE = `
import { createEnglish, makeArticle, readArticle } from 'onrecord/engine';

const bytes = async (name) => new Uint8Array(await (await fetch('/' + name)).arrayBuffer());

export async function read(text) {
  const [attribution, tagger] = await Promise.all([bytes('english-attribution.bin'), bytes('english-tagger.bin')]);
  const reading = readArticle(makeArticle({ text, published: '2031-03-14' }), createEnglish({ attribution, tagger }));
  return JSON.parse(JSON.stringify(reading.statements));
}
`;

const WORKER = `${PAGE}
onmessage = async ({ data }) => postMessage(await read(data));
`;

/** The engine as a bundler packs it for browsers: no Node module may be left in it. */
export async function bundleEngine(root: string, where: 'page' | 'worker'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: where === 'page' ? PAGE : WORKER, resolveDir: root, sourcefile: join(root, `${where}.js`) },
    bundle: true,
    minify: true,
    format: where === 'page' ? 'esm' : 'iife',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
