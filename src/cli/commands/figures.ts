import { type Claim, type Conflict, figuresLedger, type Matter, readQuery } from '../../answers/index.js';
import type { LookedAt, RecordedStatement } from '../../record/index.js';
import { dayText } from '../../web/days.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import { withRecord } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';
import { formatLookedAt, INDENT } from '../words/statements.js';

/** So many statements with figures are compared at most. */
const MOST = 50_000;

/** Shows who claims how many of what, over which period, and where claims differ. */
export const showFigures: Run = (context, words, options) =>
  withRecord(context, options, 'read', async (record) => {
    const filter = { kind: 'and', of: [{ kind: 'figures' }, readQuery(words.join(' '))] } as const;
    const statements: RecordedStatement[] = [];
    for await (const statement of record.iterate({ filter })) if (statements.push(statement) >= MOST) break;
    const matters = figuresLedger(statements).filter(
      (matter) => options.all === true || matter.conflicts.length + matter.changes.length > 0,
    );
    const lookedAt = await record.lookedAt(filter);
    if (options.json) await context.out.line(JSON.stringify({ matters, lookedAt }));
    else await describe(context, matters, lookedAt);
    return matters.length > 0 ? 'ok' : 'nothing-found';
  });

async function describe(context: Context, matters: readonly Matter[], lookedAt: LookedAt): Promise<void> {
  for (const matter of matters) await context.out.line(`${describeMatter(context, matter)}\n`);
  await context.out.line(`${plural(matters.length, 'matter')}. ${formatLookedAt(lookedAt)}`);
}

function describeMatter({ style }: Context, { name, claims, firsts, conflicts, changes }: Matter): string {
  const width = Math.max(...claims.map((claim) => claimantOf(claim).length));
  const lines = claims.map((claim, index) => {
    const about = [firsts.includes(index) ? null : 'repeated', ...toldOf(index, conflicts, changes, claims)].filter(
      (part) => part !== null,
    );
    const day = `${dayText(claim.day ?? '') || 'day not given'}${claim.dayIs === 'printed' ? ' (printed)' : ''}`;
    return `${INDENT}${claimantOf(claim).padEnd(width)}  ${[claim.qualifier, formatValue(claim)].filter((part) => part !== null).join(' ')}  ${style.quiet([day, claim.outlet, claim.statement.slice(0, 8), ...about].filter((part) => part !== null).join(' · '))}`;
  });
  return [style.strong(name), ...lines].join('\n');
}

const claimantOf = (claim: Claim): string => claim.claimant ?? 'speaker not resolved';

const formatValue = ({ value }: Claim): string => (Number.isInteger(value) ? formatCount(value) : String(value));

/** What a claim's number is to those before it: "cannot both be right: Varnia", "was 1,150". */
function toldOf(index: number, conflicts: readonly Conflict[], changes: readonly Conflict[], claims: readonly Claim[]): readonly string[] {
  const against = (kind: Conflict['kind']): string =>
    [
      ...new Set(
        conflicts.flatMap((conflict) =>
          conflict.right === index && conflict.kind === kind ? claimantOf(claims[conflict.left] as Claim) : [],
        ),
      ),
    ].join(', ');
  const before = changes.filter(({ right }) => right === index).at(-1);
  const earlier = before === undefined ? undefined : claims[before.left];
  return [
    ...(against('exclude') === '' ? [] : [`cannot both be right with ${against('exclude')}`]),
    ...(against('differ') === '' ? [] : [`differs from ${against('differ')}`]),
    ...(earlier === undefined ? [] : [`was ${formatValue(earlier)}`]),
  ];
}
