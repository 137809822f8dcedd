import { readFile } from 'node:fs/promises';
import { type ComparedText, type Families, findOrigins, type Origin, parseFamilies, textsAround } from '../../answers/index.js';
import type { StatementRecord } from '../../record/index.js';
import type { Run } from '../commands.js';
import { type Context, optionText } from '../context.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatSource, INDENT } from '../words/statements.js';

/** Shows which articles of the record go back to one source, as trees: all of them, or those around one article. */
export const showOrigins: Run = (context, [given], options) =>
  withRecord(context, options, 'read', async (record) => {
    const families = await readFamilies(optionText(options, 'families'));
    const texts = given === undefined ? await allTexts(record) : await around(record, given);
    const { origins } = findOrigins(texts, families);
    const several = origins.filter(({ members }) => members.length > 1 && (given === undefined || members.some(({ text }) => text === 0)));
    if (options.json)
      await context.out.line(
        JSON.stringify({
          articles: texts.length,
          origins: origins.length,
          groups: several.map((origin) => ({
            ...origin,
            members: origin.members.map((member) => ({ ...member, article: texts[member.text]?.head })),
          })),
        }),
      );
    else await describe(context, texts, several, origins.length);
    return several.length > 0 ? 'ok' : 'nothing-found';
  });

async function allTexts(record: StatementRecord): Promise<readonly ComparedText[]> {
  const texts: ComparedText[] = [];
  for await (const head of record.articles()) {
    const held = await record.article(head.sha256);
    if (held !== null) texts.push({ head, text: held.article.text, blocks: held.article.blocks });
  }
  return texts;
}

async function around(record: StatementRecord, given: string): Promise<readonly ComparedText[]> {
  const held = await record.article(given);
  if (held === null) throw problem('article-unknown', given);
  return textsAround(record, held.head.sha256);
}

async function readFamilies(path: string | undefined): Promise<Families> {
  if (path === undefined) return new Map();
  try {
    return parseFamilies(await readFile(path, 'utf8'));
  } catch (error) {
    throw problem('families-wrong', path, error instanceof Error ? error.message : String(error));
  }
}

async function describe({ out, style }: Context, texts: readonly ComparedText[], several: readonly Origin[], count: number): Promise<void> {
  for (const { agency, members, families } of several) {
    await out.line(style.strong(agency ?? 'One source'));
    for (const member of members) {
      const head = texts[member.text]?.head;
      if (head === undefined) continue;
      const relation = member.relation === null ? '' : `${member.relation}, ${Math.round((member.share ?? 0) * 100)} % of the words; `;
      await out.line(
        `${INDENT}${formatSource(head)}  ${style.quiet(`${relation}${member.because}${member.direction === 'known' ? '' : '; who copied whom is not known'}`)}`,
      );
    }
    if (families.length > 0) await out.line(`${INDENT}${style.quiet(`one publisher: ${families.join(', ')}`)}`);
    await out.line('');
  }
  await out.line(`${plural(texts.length, 'article')}, ${plural(count, 'origin')}.`);
}
