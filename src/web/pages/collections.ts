import type { Collection } from '../../people/index.js';
import type { RecordedStatement } from '../../record/index.js';
import { counted, type Html, html, isolated } from '../html.js';
import { statementItem, statementRows } from '../statement-view.js';
import type { View } from '../view.js';
import { clipped } from '../words.js';

export interface CollectionsData {
  readonly person: string;
  readonly collections: readonly Collection[];
}

/** The lists of whoever is signed in, and those that others share. */
export const collectionsView: View<CollectionsData> = {
  async read({ collections }, { person }) {
    return collections === null || person === null ? null : { person, collections: await collections.seenBy(person) };
  },
  title: () => 'Collections',
  body: ({ person, collections }) => html`<h1>Collections</h1>
<p class="lead">Lists of statements for a piece of work. Only you see yours, until you share one with everybody who may read here.</p>
${collections.length === 0 ? html`<div class="empty"><p>There is none yet. Make one, then open a statement and put it in.</p></div>` : html`<ul class="plain">${collections.map((one) => lineOf(one, person))}</ul>`}
<form class="correct" action="/collections" method="post"><input type="hidden" name="do" value="make">
<div class="choices"><label>Title <input type="text" name="title" required maxlength="200"></label><button class="quiet">Make a collection</button></div></form>`,
  rows: ({ collections }) => ({
    columns: ['id', 'owner', 'title', 'shared', 'statements'],
    rows: collections.map(({ id, owner, title, shared, statements }) => [id, owner, title, shared ? 1 : 0, statements]),
  }),
};

const lineOf = ({ id, owner, title, shared, statements }: Collection, person: string): Html =>
  html`<li><a href="/collections/${id}">${isolated(clipped(title, 200).text)}</a> <span class="printed">${counted(statements, 'statement')}${
    owner !== person && [', by ', isolated(owner)]
  }${shared && owner === person && ', shared'}</span></li>`;

interface CollectedStatement {
  readonly recorded: RecordedStatement;
  readonly note: string | null;
}

export interface CollectionData {
  readonly collection: Collection;
  readonly own: boolean;
  readonly statements: readonly CollectedStatement[];
  /** Statements that the record no longer has, or that were withdrawn. */
  readonly gone: readonly string[];
}

/** One list, in the order in which statements were put in. */
export const collectionView: View<CollectionData> = {
  async read({ collections, record }, { person, part }) {
    if (collections === null || person === null) return null;
    const id = part('id');
    const collection = (await collections.seenBy(person)).find((one) => one.id === id);
    if (collection === undefined) return null;
    const found = await Promise.all(
      (await collections.items(id, person)).map(async ({ statement, note }) => ({
        statement,
        note,
        recorded: await record.statement(statement),
      })),
    );
    return {
      collection,
      own: collection.owner === person,
      statements: found.flatMap(({ recorded, note }) => (recorded === null ? [] : [{ recorded, note }])),
      gone: found.filter(({ recorded }) => recorded === null).map(({ statement }) => statement),
    };
  },
  title: ({ collection }) => collection.title,
  body: ({ collection, own, statements, gone }) => html`<h1>${isolated(clipped(collection.title, 200).text)}</h1>
<p class="lead">${own ? (collection.shared ? 'Yours, shared with everybody who may read here.' : 'Only you see this.') : ['By ', isolated(collection.owner), '.']}</p>
${statements.length === 0 ? html`<div class="empty"><p>Nothing is in it. Open a statement and put it in.</p></div>` : null}
${statements.map(
  ({ recorded, note }) => html`<section class="collected">${note !== null && html`<p class="by">${isolated(clipped(note, 600).text)}</p>`}
<ol class="statements">${statementItem(recorded)}</ol>${own && takeForm(collection.id, recorded.id)}</section>`,
)}
${gone.length > 0 && html`<p class="aside">${counted(gone.length, 'statement')} in it ${gone.length === 1 ? 'is' : 'are'} no longer in the record.</p>`}
${own && ownerForms(collection)}`,
  rows: ({ statements }) => statementRows(statements.map(({ recorded }) => recorded)),
};

const takeForm = (id: string, statement: string): Html =>
  html`<form action="/collections" method="post"><input type="hidden" name="do" value="take"><input type="hidden" name="id" value="${id}"><input type="hidden" name="statement" value="${statement}"><button class="quiet">Take out</button></form>`;

const ownerForms = ({ id, shared }: Collection): Html => html`<div class="choices">
<form action="/collections" method="post"><input type="hidden" name="do" value="${shared ? 'keep' : 'share'}"><input type="hidden" name="id" value="${id}"><button class="quiet">${shared ? 'Keep it to myself' : 'Share it'}</button></form>
<form action="/collections" method="post"><input type="hidden" name="do" value="remove"><input type="hidden" name="id" value="${id}"><button class="quiet">Throw it away</button></form></div>`;

/** On a statement's page: puts it into a list. */
export const collectForm = (
  statement: string,
  own: readonly Collection[],
): Html => html`<details class="editing"><summary>Put into a collection</summary>
${
  own.length === 0
    ? html`<p><a href="/collections">Make a collection</a> first.</p>`
    : html`<form class="correct" action="/collections" method="post"><input type="hidden" name="do" value="put"><input type="hidden" name="statement" value="${statement}">
<div class="choices"><label>Collection <select name="id">${own.map(({ id, title }) => html`<option value="${id}">${clipped(title, 80).text}</option>`)}</select></label>
<label>Note <input type="text" name="note" maxlength="2000"></label><button class="quiet">Put it in</button></div></form>`
}</details>`;
