import type { SpeakerKind } from '../../engine/index.js';
import { EVERYTHING, type LookedAt, type SpeakerSummary } from '../../record/index.js';
import { searchAddress } from '../addresses.js';
import { spanText } from '../days.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html } from '../html.js';
import { speakerLink } from '../statement-view.js';
import type { View } from '../view.js';

export interface SpeakersData {
  readonly name: string | null;
  readonly speakers: readonly SpeakerSummary[];
  readonly lookedAt: LookedAt;
}

const MOST_SPEAKERS = 300;

const NAMED: readonly SpeakerKind[] = ['person', 'organization', 'group', 'document'];

const GROUPS: readonly (readonly [string, SpeakerKind])[] = [
  ['People', 'person'],
  ['Bodies', 'organization'],
  ['Groups', 'group'],
  ['Papers, polls, laws', 'document'],
];

export const speakersView: View<SpeakersData> = {
  async read({ record }, asked) {
    const name = asked.value('name');
    return {
      name,
      speakers: await record.speakers({ name, kinds: NAMED, limit: MOST_SPEAKERS }),
      lookedAt: await record.lookedAt(EVERYTHING),
    };
  },
  title: () => 'Speakers',
  body: (data) => html`<h1>Speakers</h1>
<p class="lead">Everybody whom the record names, with most statements first.</p>
<form class="choices" action="/speakers"><label>Name <input type="text" name="name" value="${data.name}"></label><button class="quiet">Find</button></form>
${data.speakers.length === 0 && html`<div class="empty"><p>Nobody of that name speaks in this record.</p><p>Try the family name alone, or <a href="${searchAddress(data.name ?? '')}">search the words</a>.</p></div>`}
<div class="columns">${GROUPS.map(([title, kind]) =>
    group(
      title,
      data.speakers.filter((speaker) => speaker.kind === kind),
    ),
  )}</div>
${lookedAtLine(data.lookedAt, data.speakers.length === MOST_SPEAKERS && `; the first ${MOST_SPEAKERS} are shown`)}`,
  rows: ({ speakers }) => ({
    columns: ['key', 'kind', 'name', 'statements', 'from', 'to', 'variants'],
    rows: speakers.map((speaker) => [
      speaker.key,
      speaker.kind,
      speaker.name,
      speaker.statements,
      speaker.from,
      speaker.to,
      speaker.variants.join('; '),
    ]),
  }),
};

const group = (title: string, speakers: readonly SpeakerSummary[]): Html | null =>
  speakers.length === 0 ? null : html`<section><h2>${title}</h2><ul class="index">${speakers.map(speakerRow)}</ul></section>`;

export const speakerRow = (speaker: SpeakerSummary): Html =>
  html`<li>${speakerLink(speaker, 100)}<span>${counted(speaker.statements, 'statement')}${speaker.from !== null && `, ${spanText(speaker.from, speaker.to)}`}</span></li>`;
