/** One cue of a transcript: what is shown at one time. Times in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** Its lines, markup taken out; a voice tag (WebVTT section 3.1) stands in front as "NAME: ". */
  readonly text: string;
}

/** "00:01:02,500 --> 00:01:04,000" (SRT), "01:02.500 --> 01:04.000 align:start" (WebVTT). */
const TIMES = /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;

export const isTranscript = (head: string): boolean => {
  const text = head.replace(/^\ufeff/, '').trimStart();
  if (/^WEBVTT(?:\s|$)/.test(text)) return true;
  const [number = '', times = ''] = text.split(/\r?\n/, 2);
  return /^\d+\s*$/.test(number) && TIMES.test(times);
};

/** The cues of a SubRip or WebVTT file in order; whatever is between them (numbers, notes, styles) is passed over. */
export function readCues(text: string): readonly Cue[] {
  const cues: Cue[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n|\r/);
  for (let at = 0; at < lines.length; at++) {
    const times = TIMES.exec(lines[at] ?? '');
    if (times === null) continue;
    const words: string[] = [];
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '' && !TIMES.test(lines[at + 1] ?? '')) words.push(lines[++at] ?? '');
    // Without an empty line between two cues, the number of the next one stands last.
    if (TIMES.test(lines[at + 1] ?? '') && /^\d+\s*$/.test(words.at(-1) ?? '')) words.pop();
    const shown = plainText(words.join('\n'));
    if (shown !== '') cues.push({ start: seconds(times, 1), end: seconds(times, 5), text: shown });
  }
  return cues;
}

const seconds = (times: RegExpExecArray, from: number): number =>
  Number(times[from] ?? 0) * 3600 + Number(times[from + 1]) * 60 + Number(times[from + 2]) + Number(`0.${times[from + 3]}`);

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', quot: '"', apos: "'" };

function plainText(text: string): string {
  return text
    .replace(/<v(?:\.[\w.-]{1,80})?\s+([^<>]{1,120})>/gi, (_, name: string) => `\n${name.trim()}: `)
    .replace(/<\/?[a-z0-9][^<>]{0,200}>|\{\\[^{}]{1,60}\}/gi, '')
    .replace(/&(\w{2,5});/g, (written, name: string) => NAMED[name] ?? written)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
