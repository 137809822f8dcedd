import { type Address, type ThreadNode, thread } from '../../answers/threads/thread.js';
import type { Filter, LookedAt, RecordedStatement } from '../../record/index.js';
import { threadAddress } from '../addresses.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated } from '../html.js';
import { byLine, nameText, saidText, sourceLine } from '../statement-view.js';
import type { View } from '../view.js';
import { clipped, wordsOf } from '../words.js';

export interface ThreadData {
  /** What was asked: a query, or the statement whose article is read. */
  readonly query: string | null;
  readonly statement: RecordedStatement | null;
  readonly threads: readonly ThreadNode[];
  readonly addresses: readonly Address[];
  readonly articles: number;
  readonly lookedAt: LookedAt;
}

const MOST_THREADS = 15;
const MOST_ADDRESSES = 20;
const DEEPEST = 6;

/** Who answers whom, in the articles in which a query finds statements, or around one statement. */
export const threadView: View<ThreadData> = {
  async read({ record, remember }, asked) {
    const id = asked.part('id');
    const query = asked.value('q');
    const statement = id === '' ? null : await record.statement(id);
    if (id !== '' && statement === null) return null;
    const on: string | Filter = statement === null ? (query ?? 'is:position') : { kind: 'text', sha256: statement.article.sha256 };
    const answer = await remember(`replies ${JSON.stringify(on)}`, () => thread(record, { on }));
    const threads = statement === null ? answer.threads : answer.threads.filter((node) => holds(node, statement.id));
    return {
      query,
      statement,
      threads: threads.length === 0 && statement !== null ? answer.threads : threads,
      addresses: answer.addresses,
      articles: answer.articles,
      lookedAt: answer.lookedAt,
    };
  },
  title: ({ query, statement }) => (statement !== null ? 'Who answers whom' : query === null ? 'Replies' : `Replies on ${query}`),
  body: (data) => html`<h1>Who answers whom</h1>
<p class="lead">Claim, denial, counter-claim: only where an article itself shows that one statement answers another. The words that show it stand above the answer.</p>
${data.statement === null && html`<form class="choices" action="/replies"><label>About <input type="text" name="q" value="${data.query}" placeholder="ceasefire"></label><button class="quiet">Show</button></form>`}
${data.threads.length === 0 && html`<div class="empty"><p>No article here shows that one of these statements answers another.</p></div>`}
${data.threads.slice(0, MOST_THREADS).map((node) => html`<ol class="thread">${nodeView(node, 0)}</ol>`)}
${data.threads.length > MOST_THREADS && html`<p class="by">The first ${MOST_THREADS} of ${data.threads.length}; ask for something narrower, or for the data of this page.</p>`}
${addressed(data.addresses)}
${lookedAtLine(data.lookedAt, `; ${counted(data.articles, 'article')} with such statements read for replies`)}`,
  rows: ({ threads }) => ({
    columns: ['statement', 'speaker', 'words', 'answers', 'how', 'shown_by'],
    rows: threads
      .flatMap((node) => flat(node))
      .map(({ statement, reply, shown }) => [
        statement.id,
        statement.speaker.name,
        statement.statement.words,
        reply?.answers ?? null,
        reply?.kind ?? null,
        shown,
      ]),
  }),
};

const holds = (node: ThreadNode, id: string): boolean => node.statement.id === id || node.answers.some((answer) => holds(answer, id));

const flat = (node: ThreadNode): readonly ThreadNode[] => [node, ...node.answers.flatMap(flat)];

const KINDS = { answers: 'answers', denies: 'denies it', contradicts: 'contradicts it' } as const;

const nodeView = (node: ThreadNode, depth: number): Html =>
  html`<li id="${node.statement.id}">${
    node.reply !== null &&
    html`<p class="about">${KINDS[node.reply.kind]}${node.shown !== null && html` <small>(${isolated(clipped(node.shown, 120).text)})</small>`}</p>`
  }${wordsOf(node.statement, [], 400)}<p class="by">${byLine(node.statement)}, ${saidText(node.statement)} — ${sourceLine(node.statement)}</p>${
    node.answers.length > 0 &&
    (depth < DEEPEST
      ? html`<ol>${node.answers.map((answer) => nodeView(answer, depth + 1))}</ol>`
      : html`<p class="by"><a href="${threadAddress(node.statement.id)}">more answers</a></p>`)
  }</li>`;

/** Accusations, demands, threats and denials, whether or not they are answered. */
const addressed = (addresses: readonly Address[]): Html | null =>
  addresses.length === 0
    ? null
    : html`<h2>Who turns on whom</h2><table class="stack"><thead><tr><th scope="col">Said</th><th scope="col">Speaker</th><th scope="col">Does</th><th scope="col">Whom</th><th scope="col">Words</th></tr></thead><tbody>${addresses
        .slice(0, MOST_ADDRESSES)
        .map(
          ({ statement, act, whom }) =>
            html`<tr><td>${saidText(statement)}</td><td>${byLine(statement)}</td><td>${act}</td><td>${isolated(nameText(whom))}</td><td>${wordsOf(statement, [], 200)}<p class="by">${sourceLine(statement)}</p></td></tr>`,
        )}</tbody></table>`;
