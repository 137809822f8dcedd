const VOWELS = 'aeiou';

/** Irregular verbs of the lists: base form → its other forms. */
const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map([
  ['be', ['is', 'are', 'was', 'were', 'been', 'being']],
  ['beg', ['begs', 'begged', 'begging']],
  ['beseech', ['beseeches', 'besought', 'beseeched', 'beseeching']],
  ['cling', ['clings', 'clung', 'clinging']],
  ['come', ['comes', 'came', 'coming']],
  ['choose', ['chooses', 'chose', 'chosen', 'choosing']],
  ['fight', ['fights', 'fought', 'fighting']],
  ['forbid', ['forbids', 'forbade', 'forbidden', 'forbidding']],
  ['forgo', ['forgoes', 'forwent', 'forgone', 'forgoing']],
  ['forswear', ['forswears', 'forswore', 'forsworn', 'forswearing']],
  ['give', ['gives', 'gave', 'given', 'giving']],
  ['have', ['has', 'had', 'having']],
  ['go', ['goes', 'went', 'gone', 'going']],
  ['leave', ['leaves', 'left', 'leaving']],
  ['lend', ['lends', 'lent', 'lending']],
  ['make', ['makes', 'made', 'making']],
  ['mean', ['means', 'meant', 'meaning']],
  ['plead', ['pleads', 'pleaded', 'pled', 'pleading']],
  ['quit', ['quits', 'quitting']],
  ['put', ['puts', 'putting']],
  ['rule', ['rules', 'ruled', 'ruling']],
  ['run', ['runs', 'ran', 'running']],
  ['say', ['says', 'said', 'saying']],
  ['see', ['sees', 'saw', 'seen', 'seeing']],
  ['seek', ['seeks', 'sought', 'seeking']],
  ['get', ['gets', 'got', 'gotten', 'getting']],
  ['shoot', ['shoots', 'shot', 'shooting']],
  ['shut', ['shuts', 'shutting']],
  ['speak', ['speaks', 'spoke', 'spoken', 'speaking']],
  ['stand', ['stands', 'stood', 'standing']],
  ['stick', ['sticks', 'stuck', 'sticking']],
  ['strike', ['strikes', 'struck', 'stricken', 'striking']],
  ['strive', ['strives', 'strove', 'striven', 'striving']],
  ['swear', ['swears', 'swore', 'sworn', 'swearing']],
  ['swing', ['swings', 'swung', 'swinging']],
  ['take', ['takes', 'took', 'taken', 'taking']],
  ['tell', ['tells', 'told', 'telling']],
  ['throw', ['throws', 'threw', 'thrown', 'throwing']],
  ['think', ['thinks', 'thought', 'thinking']],
  ['undertake', ['undertakes', 'undertook', 'undertaken', 'undertaking']],
  ['uphold', ['upholds', 'upheld', 'upholding']],
  ['withdraw', ['withdraws', 'withdrew', 'withdrawn', 'withdrawing']],
]);

/** Verbs that double their last letter before "-ed" and "-ing". */
const DOUBLING: ReadonlySet<string> = new Set([
  'annul',
  'ban',
  'commit',
  'drop',
  'permit',
  'plan',
  'plot',
  'prod',
  'rap',
  'rip',
  'scrap',
  'slam',
  'step',
  'stop',
]);

/** A verb's forms, the base form first: "reject" → reject, rejects, rejected, rejecting. */
export function verbForms(base: string): readonly string[] {
  const irregular = IRREGULAR.get(base);
  if (irregular !== undefined) return [base, ...irregular];
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (endsInConsonantY(base)) return [base, plural(base), `${base.slice(0, -1)}ied`, `${base}ing`];
  const stem = DOUBLING.has(base) ? base + base.slice(-1) : base;
  return [base, plural(base), `${stem}ed`, `${stem}ing`];
}

/** A noun's plural, and a regular verb's third person. */
export function plural(base: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`;
  return endsInConsonantY(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

const endsInConsonantY = (base: string): boolean => base.endsWith('y') && !VOWELS.includes(base.at(-2) ?? '');
