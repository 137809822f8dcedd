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
  agrees: 'accept advocate agree approve back champion concur embrace endorse favor favour nominate prefer ratify sign support welcome',
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
  backing: 'agrees',
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
  plea: 'demands',
  pleas: 'demands',
  preference: 'agrees',
  proposal: 'offers',
  proposals: 'offers',
  recommendation: 'demands',
  recommendations: 'demands',
  refusal: 'rejects',
  rejection: 'rejects',
  support: 'agrees',
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
  ['came', 'against', 'rejects'],
  ['campaign', 'for', 'agrees'],
  ['call', 'on', 'demands'],
  ['call', 'upon', 'demands'],
  ['call', 'to', 'demands'],
  ['fire', 'back', 'accuses'],
  ['hit', 'out', 'accuses'],
  ['laugh', 'off', 'denies'],
  ['lash', 'out', 'accuses'],
  ['open', 'to', 'offers'],
  ['prepared', 'to', 'offers'],
  ['pil', 'on', 'accuses'],
  ['pile', 'on', 'accuses'],
  ['press', 'for', 'demands'],
  ['push', 'for', 'demands'],
  ['ready', 'to', 'offers'],
  ['rul', 'out', 'rejects'],
  ['rule', 'out', 'rejects'],
  ['stump', 'for', 'agrees'],
  ['go', 'after', 'accuses'],
  ['side', 'with', 'agrees'],
  ['stand', 'by', 'agrees'],
  ['stick', 'with', 'agrees'],
  ['stood', 'by', 'agrees'],
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
  'abandoned abnormal absurd abuse abusive abysmal accusing alarming amateur amateurish angry anti-american anti-semitic apathetic appalling arrogance arrogant ashamed atrocious atrocities authoritarian autocrat awful backward bad bankrupt barbaric betray betrayal betrayed betraying betrays biased bigot bigoted bigotry blamed blatant blatantly blind blowhard blunder blunders bogus bombastic bribe bribery broken brutal bullies bully bullying bungled bungling bureaucratic callous cannot careless cartoonish catastrophe catastrophic caved chaos charlatan cheat cheated cheating childish chilling clown clueless coddle coddling collapse collapsed colluded collusion confused conman conned contempt corrupt corrupted corruption costly cover-up coward cowardly cowards crazy crimes criminal criminals crippled crisis crook crooked cruel crumbling cynical damage damaging danger dangerous deceit deceitful deceive deceived deceiving deception deceptive decimated defeated defraud deluded delusional demagogue demeaning demonizing deplorable deranged desperate desperation despicable destroy destroyed destroying detached devastated devastating dictator dictatorial dirty disappointed disappointing disappointment disaster disastrous disastrously discredited discriminate discriminated discrimination disgrace disgraceful disgusting dishonest dishonestly dishonesty disingenuous disloyal dismal disqualified disrespect disrespected disrespectful distort distorted distortion dividing divisive divisiveness dodge dodged dodging doomed double-dealing dubious dumb duped dysfunctional egregious elitist embarrassed embarrassing embarrassment enabled enemies enemy erratic evil exploit exploitation exploited exploiting exploits extremism extremist extremists fabricated fail failed failing fails failure failures fake faker fanatic fans fascism fascist fear-mongering fearmongering feckless flawed flip-flop flip-flopped flip-flopper fool foolish fools fraud fraudulent frightening gall garbage gimmick gimmicks greed greedy guilty gullible half-baked harassed harassment harm harmed harmful harming harms hate hateful hatred heartless hide hides hiding hollow horrendous horrible horribly horrific hostage hostile humiliated humiliating humiliation hypocrisy hypocrite hypocrites hypocritical idiot idiotic idiots ignorance ignorant ignore ignored ignores ignoring illegal illegitimate immature immoral impulsive inaccurate incapable incoherent incompetence incompetent indefensible indifferent ineffective inept inexcusable inexperienced inflammatory inhumane injustice insane insanity insensitive insincere insulted insulting insults intimidate intimidating intolerance intolerant irresponsible islamophobic jerk joke killer kowtow lack lacked lacking lackluster lacks laughable lawless lawlessness laziness lazy liar liars lie lied lies loser losers losing lunacy lunatic lying malicious manipulate manipulated manipulating manipulation manipulative mean-spirited meddling menace mendacious mess messed mindless misguided mishandled mishandling misinformed mislead misleading misled mismanaged mismanagement misogynist misogyny misrepresent misrepresented mistake mistaken mistakes mocked mockery mocking monster murder murdered murderer murderers naive narcissism narcissist narcissistic narrow-minded nasty negligence negligent nightmare nonsense nonsensical obscene obstruct obstructed obstructing obstruction offended offensive opportunist opportunistic oppression out-of-touch outdated outlandish outrage outrageous overreach pander pandering paranoid pathetic pathological patronizing perverse phoney phony poison poisoned poisonous politicize politicized pompous poor poorly posturing power-hungry predatory prejudice prejudiced propaganda provocation provocative puppet racism racist racists radical rampant rapist rapists reckless recklessly recklessness reprehensible repugnant repulsive rhetoric ridiculous rigged rotten ruin ruined ruining ruins ruthless sabotage sabotaged sad sadly scam scandal scandalous scandals scapegoat scapegoating scared scary scheme schemes secretive self-serving selfish senseless sexism sexist shadowy sham shame shameful shamefully shameless shoddy short-sighted sick sickening silly sinister slander slandering slap sleaze sleazy slippery sloppy smear smears spineless squander squandered stain steal stealing stole stolen stooge stubborn stunt stunts stupid stupidity suspicious swamp tainted terrible terribly terrified terrifying terrorist terrorists threat threaten threatens thug thugs toast toxic tragedy traitor trample trampled trampling treason treasonous trick tricks troubled troubling turncoat tyranny tyrant ugly un-american unacceptable unbelievable unconscionable unconstitutional undemocratic underhanded undermine undermined undermines undermining unethical unfair unfairly unfit unforgivable unfortunate unfortunately unhinged unjust unlawful unprepared unqualified unrealistic unreliable unscrupulous unstable untrue untrustworthy untruthful unwilling unworthy useless vicious vile vindictive violate violated violates violating violation violations vulgar vulgarity wannabe warmonger wasted wasteful wasting weak weakened weakening weakest weakness whine whining wicked witch-hunt woeful worried worry worrying worse worst worthless wrecked wrong wrongdoing wrongly xenophobe xenophobia xenophobic';

/** Words that approve. */
export const KIND_WORDS =
  'accomplished achievement achievements admirable admire admired advantage affection amazing applaud applauded appreciate appreciated appreciation approve awesome backing beautiful beneficial benefit benefits best blessed bold brave bravery bright brilliant capable celebrated celebration champion cheered cheering commended compassion compassionate competent confidence confident congratulate constructive cooperation courage courageous decent dedicated dedication delighted dependable deserve deserves devoted dignity effective efficient encouraged encouraging endorse endorsed endorsement endorsing enthusiasm enthusiastic ethical excellent exceptional excited exciting experienced extraordinary fabulous fair faith faithful fantastic favorable favorite favourable fearless fine formidable friend friends gifted glad good grateful gratitude great greatest happy hard-working hardworking healthy helpful hero heroes heroic historic honesty honor honorable honored hope hopeful humble ideal impeccable important impressed impressive improve improved improvement incredible innovative inspired inspiring integrity intelligent invaluable joy leadership legitimate like love loyal loyalty magnificent marvelous masterful memorable nice noble optimism optimistic outstanding passion passionate patriot patriotic perfect pleased popular positive powerful praise praised praiseworthy prefer principled progress promising prosperity prosperous proud qualified reasonable refreshing reliable remarkable respect respected respectful right sensible sincere skilled smart solid spectacular steady stellar strength strengthen strengthened strengths strong strongly success successful super superb support supported supporter supporters supporting supportive supports talented terrific thank thanked thankful thanks thoughtful thrilled thrive tireless tremendous triumph trust trusted trustworthy unwavering valuable vibrant victory vision visionary welcome welcomed well-respected winner wisdom wise wonderful worthy';
