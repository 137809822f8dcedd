import { type CheckedQuotation, checkDraft } from '../../answers/index.js';
import { readSources, STANDARD_INPUT } from '../../readers/index.js';
import type { Context, Options } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatSpeaker } from '../words/statements.js';
import { HOLDS } from './check.js';

/** Checks every quotation of a file: a line each, with its place in the draft. Ends well only where all of them hold. */
export async function checkDraftFile(context: Context, path: string, options: Options): Promise<Exit> {
  const text = await readDraft(context, path);
  return withRecord<Exit>(context, options, 'read', async (record) => {
    let checked = 0;
    let holding = 0;
    for await (const found of checkDraft(record, text)) {
      checked++;
      if (HOLDS.has(found.check.verdict)) holding++;
      await context.out.line(options.json ? JSON.stringify(found) : describe(context, path, found));
    }
    if (!options.json)
      await context.out.line(
        `${plural(checked, 'quotation')} checked, ${holding === checked ? 'all hold' : `${checked - holding} to look at`}.`,
      );
    return holding === checked ? 'ok' : 'nothing-found';
  });
}

/** The draft's text as any reader gives it; lines count in it. */
async function readDraft(context: Context, path: string): Promise<string> {
  for await (const item of readSources([path], { standardInput: path === STANDARD_INPUT ? context.input : null })) {
    if (item.kind === 'article') return item.article.text;
    if (item.kind === 'failure') throw problem('draft-unreadable', path, item.message);
  }
  throw problem('draft-unreadable', path, 'holds no text');
}

/** "story.md:12  altered  “The guns were ours”  Osip Venn, 3f2a9c41: were not ours" */
function describe({ style }: Context, path: string, { line, words, check }: CheckedQuotation): string {
  const best = check.parts[0]?.matches[0];
  const who =
    best?.statement === null || best === undefined
      ? null
      : formatSpeaker(best.statement.speaker.kind, best.statement.speaker.name, best.head.outlet);
  const source =
    best === undefined
      ? null
      : [who, best.head.outlet, best.head.published, best.statement?.id.slice(0, 8)]
          .filter((part) => part !== null && part !== undefined)
          .join(', ');
  const marked = HOLDS.has(check.verdict) ? check.verdict : style.strong(check.verdict);
  const actual = check.verdict === 'altered' && best !== undefined ? `\n      in the source: ${best.words.join(' … ')}` : '';
  const others =
    check.elsewhere.length === 0
      ? ''
      : `  ${style.strong(`${plural(check.elsewhere.length, 'other rendering')}: onrecord same ${best?.statement?.id.slice(0, 8)}`)}`;
  return `${path}:${line}  ${marked}  “${words.length > 70 ? `${words.slice(0, 69)}…` : words}”${source === null ? '' : `  ${style.quiet(source)}`}${others}${actual}`;
}
