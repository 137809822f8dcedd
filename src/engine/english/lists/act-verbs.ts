import type { Act } from '../../model.js';

/**
 * Verbs by what somebody does by them, in their base form. A verb that does several things stands where it mostly does;
 * what its next word changes ("call for", "ask whether") is in {@link PHRASES}.
 */
export const ACT_VERBS: Readonly<Partial<Record<Act, string>>> = {
  threatens: 'menace threaten',
  rejects:
    'balk block boycott breach disavow dismiss flout object oppose protest rebuff reject renege renounce repudiate resist scrap scuttle shun snub spurn thwart veto violate',
  demands:
    'advise beg beseech command compel counsel demand direct encourage exhort force implore instruct lobby mandate order petition plead press pressure prod recommend request require urge',
  offers: 'dangle float invite offer pitch propose volunteer',
  promises: 'assure commit guarantee pledge promise swear vow',
  accuses:
    'accuse allege assail attack bash belittle bemoan berate blame blast castigate censure charge chastise chide complain condemn criticise criticize decry demonize denigrate denounce deplore deride disparage excoriate fault flay fume hammer impugn indict insult knock lambast lambaste lament lampoon malign mock pan pillory pummel rail rebuke reprimand reproach ridicule rip savage scold scorn shame skewer slam smear sneer target taunt trash vilify',
  denies: 'contest contradict debunk deny dispute rebut refute',
  agrees: 'accept advocate agree approve back champion concur embrace endorse favor favour nominate ratify sign support welcome',
  asks: 'inquire ponder query wonder',
};

/** Past forms and participles that do not end in "-ed". */
export const IRREGULAR_ACT_FORMS: Readonly<Record<string, Act>> = {
  forbade: 'rejects',
  forbid: 'rejects',
  forbidden: 'rejects',
  forbids: 'rejects',
  swore: 'promises',
  sworn: 'promises',
};

/** Nouns that carry an act in a cue: "her vow to go", "his proposal for". */
export const ACT_NOUNS: Readonly<Record<string, Act>> = {
  accusation: 'accuses',
  accusations: 'accuses',
  allegation: 'accuses',
  allegations: 'accuses',
  acceptance: 'agrees',
  approval: 'agrees',
  attacks: 'accuses',
  backer: 'agrees',
  backers: 'agrees',
  complaint: 'accuses',
  complaints: 'accuses',
  condemnation: 'accuses',
  critic: 'accuses',
  critical: 'accuses',
  criticism: 'accuses',
  criticisms: 'accuses',
  critique: 'accuses',
  critiques: 'accuses',
  denial: 'denies',
  denials: 'denies',
  endorsement: 'agrees',
  endorsements: 'agrees',
  jab: 'accuses',
  objection: 'rejects',
  objections: 'rejects',
  opponent: 'rejects',
  opponents: 'rejects',
  opposition: 'rejects',
  pleas: 'demands',
  proposal: 'offers',
  proposals: 'offers',
  refusal: 'rejects',
  rejection: 'rejects',
  supporter: 'agrees',
  supporters: 'agrees',
  supportive: 'agrees',
  swipe: 'accuses',
  swipes: 'accuses',
  threat: 'threatens',
  threats: 'threatens',
  ultimatum: 'threatens',
};

/** What a verb does by the word behind it; forms of the verb by their beginning. */
export const PHRASES: readonly (readonly [verb: string, next: string, act: Act])[] = [
  ['appeal', 'for', 'demands'],
  ['appeal', 'to', 'demands'],
  ['call', 'for', 'demands'],
  ['call', 'on', 'demands'],
  ['call', 'upon', 'demands'],
  ['call', 'to', 'demands'],
  ['fire', 'back', 'accuses'],
  ['hit', 'out', 'accuses'],
  ['lash', 'out', 'accuses'],
  ['open', 'to', 'offers'],
  ['prepared', 'to', 'offers'],
  ['push', 'for', 'demands'],
  ['ready', 'to', 'offers'],
  ['rul', 'out', 'rejects'],
  ['rule', 'out', 'rejects'],
  ['stump', 'for', 'agrees'],
  ['go', 'after', 'accuses'],
  ['side', 'with', 'agrees'],
  ['singl', 'out', 'accuses'],
  ['take', 'issue', 'denies'],
  ['took', 'issue', 'denies'],
  ['turn', 'down', 'rejects'],
  ['vote', 'against', 'rejects'],
  ['vote', 'for', 'agrees'],
  ['vot', 'against', 'rejects'],
  ['vot', 'for', 'agrees'],
  ['went', 'after', 'accuses'],
  ['willing', 'to', 'offers'],
];

/** Verbs of praise: whoever praises a course of action agrees to it; whoever praises a person does not. */
export const PRAISE_VERBS = 'applaud bless celebrate cheer commend congratulate hail laud praise salute tout';

/** Nouns that make "offer" a way of speaking: "offered his opinion". */
export const SPOKEN_OFFERS =
  'account advice answer apology approach approaches argument assessment comment criticism detail details explanation glimpse hints insight opinion perspective praise prayers reason remarks response statement support thanks tribute version view views words';

/** Verbs of harm: what somebody says to do by one of them is a threat. */
export const HOSTILE_VERBS =
  'abandon annihilate arrest attack ban bar bomb boycott blockade break cancel carpet-bomb crush cut deport destroy eject end eradicate expel fight fire freeze halt impose indict invade jail kill oust overthrow pull punish quit recall retaliate revenge sever shut shoot stop strike sue suspend topple torpedo veto withdraw withhold';

/** Verbs of answering: who does not do it, or refuses to, declines. */
export const ANSWER_VERBS =
  'address answer comment confirm disclose discuss divulge elaborate identify reply respond reveal say specify speak';

/** Words that find fault. */
export const HARSH_WORDS =
  'absurd abuse abusive anti-american appalling arrogant awful bad bigot bigoted bombastic broken bully cannot careless catastrophe chaos cheat cheating clown confused conned corrupt corruption coward cowardly cover-up crazy criminal criminals crisis crook crooked cruel cynical damage damaging danger dangerous deceitful deceive deceived deceptive defeated demagogue despicable destroy destroyed destroying disaster disastrous disgrace disgraceful disgusting dishonest disingenuous disqualified divisive divisiveness dumb embarrassing embarrassment evil fail failed fails failing failure failures fake fanatic fans fear-mongering flawed flip-flopper foolish fraud harm harmful hate hateful horrible horrific hypocrisy hypocrite hypocritical idiot ignorant ignore ignored ignores illegal incompetent incompetence inept insane insanity irresponsible jerk joke lack lacks liar liars lie lied lies loser losing lunatic lying manipulate manipulated mess misguided misleading mistake mistaken mistakes monster nasty nonsense offensive outrage outrageous pandering pathetic patronizing phony poor racism racist radical rapist rapists reckless recklessness rhetoric ridiculous rigged sad scandal scandals scary scheme selfish sexist shame shameful sick sleaze smear stupid terrible terrorist terrorists toast toxic tragedy treason troubling ugly unacceptable undermine undermined unfair unfit unhinged unqualified untrustworthy unwilling untrue violate violated violating violation weak weakest worried worry worrying worse worst wrong';

/** Words that approve. */
export const KIND_WORDS =
  'admirable amazing applaud approve best brilliant congratulate courage deserve deserves endorse excellent extraordinary fantastic fine glad good grateful great happy heroic honor hope honored important improvement impressive incredible like love outstanding perfect pleased praise prefer progress proud qualified respect right smart strong strongly success successful super support supports supported terrific thank thrilled tremendous trust welcome wise wonderful';
