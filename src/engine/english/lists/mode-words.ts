import { wordList } from './word-list.js';

/** Words in a cue that put something into words, a medium or an occasion: they decide for speech wherever they stand. */
export const SPEECH_WORDS = wordList(`
  according accusation accusations accuse accused accuses accusing acknowledge acknowledged acknowledges acknowledging added
  adding address addressed adds admit admits admitted advice advised advocated affirmed allegation allegations alleged alleges
  alleging announce announced announcement announces announcing answer answered apologies apologize apologized apologizes argue
  argued argues arguing argument ask asked asking asks assailed assailing assert asserted asserting assertion asserts assured
  assuring attack attacked attacking attacks attested bemoaned bemoans blame blamed blames blaming blast blasted blasting blasts
  boast boasted boasting branded call called calling calls cautioned celebrated celebrating challenged challenging champion
  championed chanted chanting chants charged charges charging cheer cheered chided chiding cite cited cites citing claim claimed
  claiming claims clarified commended comment commented commenting comments compared complain complained complaining complaint
  complaints concede conceded conclude concluded concludes concluding condemn condemned condemning condemns confessed confirmed
  confirming congratulated contended contends contention continued counseled countered credited crediting cried criticism
  criticisms criticize criticized criticizes criticizing critique debate debated declaration declare declared declares declaring
  declined decried decrying defended defending delivered delivering demand demanded demanding demands denied denies denounce
  denounced denouncing deny denying derided derides describe described describes describing detailed detailing disavow disavowed
  disclose disclosed disclosing discuss discussed discusses discussing discussion dismissed dismisses dismissing disputed disputes
  disputing document documented downplayed dubbed echo echoed echoing elaborated emailed emphasize emphasized emphasizes
  emphasizing encourage encouraged encouraging estimate estimated estimates exclaimed explain explained explaining explains
  exposed express expressed expresses expressing faulted finds floated footage forecast found framed hailed hailing hammered
  headline highlight highlighted highlighting highlights hinted hinting hints hit hits hitting identified identify implied
  implored implying indicate indicated indicates informed informing insinuate insinuated insist insisted insistence insisting
  insists instructed insulted interject interjected interjecting interview interviewed introduced introducing invited invoked
  invoking issue issued joked jokes joking labeled labeling lambasted lament lamented lamenting laments lashed lauded laughed
  lectured letter likened list listed listing lists lobbied maintained maintains mention mentioned mentioning mentions message
  mock mocked mocking mocks mused name named naming narrated note noted notes noting objected observed offered offering offers
  opined outlined outlining outspoken paint painting paints pitched pitches pleaded pleas pledge pledged pledges pledging point
  pointed pointing points portray portrayed portraying post posted posts praise praised praises praising preached preaches predict
  predicted predicting predicts presented press pressed pressing proclaimed proclaims projected projects promise promised promises
  promising promote promoting proposal proposals propose proposed proposes proposing protest protested protesting push pushed
  pushing put question questioned questioning questions quip quipped quips quote quoted quotes quoting raged railed railing rails
  raise raised raising rant ranted reacted reaction read reads reaffirmed reaffirming rebuffed rebuked rebut recall recalled
  recite recited recites recommended recounted recounts refer reference referenced references referencing referred referring
  refers refuted reiterated reiterating rejected rejecting rejects remark remarked remarking remarks remind reminded reminding
  reminds repeat repeated repeating replied reply report reported reportedly reporting reports reprimanded reproached request
  requested requests respond responded responding response retorted retweeted reveal revealed revealing reveals ridicule ridiculed
  ripped rips said savaging say saying says scolded shot shouted shouting show showed showing shows signaled singled slam slammed
  slamming slams snapped sparred speak speaking speaks speculate speculated speculation speech speeches spoke spoken stated
  statement states stating stories story stress stressed stressing stumped suggest suggested suggesting suggestion suggestions
  suggests swipe swipes takedown talk talked talking talks targets taunted tell telling tells testified testimony thanked thanking
  thanks threaten threatened threatening threatens toasted told tout touted touting touts trumpeting tweet tweeted tweeting tweets
  underscore underscored underscores urge urged urges urging uttered vented vocal voice voiced vouched vouching vow vowed vowing
  vows warn warned warning warnings warns weigh weighed whispered word words write writes writing written wrote yelled
`);

/** Words in a cue that tell what somebody believes, wants, fears, likes, intends, expects or perceives. */
export const THOUGHT_WORDS = wordList(`
  accept accepts acclaimed adamant admiration admire admired admires adore adored adores afraid agitated agonized agonizing aim
  aimed aiming aims alarmed alienated aligned amazed ambition ambitions ambivalent amused anger angered angry annoyed anticipate
  anticipated anticipates anticipating anxieties anxiety anxious appalled apparently appeal appear appeared appearing appears
  appetite appreciate appreciated appreciates approve aspire aspired aspires aspiring assess assessed assessing assume assumed
  assumes assuming assumption attempt attempted attempting attempts attention attitude attitudes aware back backed backing backs
  bank banking belief believe believed believes believing bet betting bewildered bored bothered bristled calculate calculated
  calculating care cared cares certain chafe chafed comfortable conceive conceived concern concerned concerns confidence confident
  consider considered considering considers contemplate contemplated contemplating content conventional convinced count counting
  covet crave craved craving curious dare dared dedicated delighted depend depended depends desire desired despair desperate
  despise despised despises determination determine determined determining devastated disagree disappointed dislike disliked
  dismayed dissatisfied distrust divided doubt doubted doubtful doubts dread dreamed dreaming dreams eager embarrassed embrace
  embraced embraces embracing enamored enjoy enjoyed enjoys enraged enthusiasm enthusiastic envied envision envisioned envy esteem
  evaluating exasperated excited expect expectation expectations expected expecting expects experience experienced eyeing eyes
  faith familiar fascinated favor favored favoring favorite favors fear feared fearful fearing fears fed feel feeling feelings
  feels felt focus focuses fond fondness foresaw foresee foresees forget forgot forgotten fret fretted fretting frustrated
  frustration fun furious glad goal grapple grappling grieve guess guessed guessing hankering happier happy harbor harbored
  harboring hate hated hates hear heard hearing hesitant hope hoped hopeful hopes hoping hostility hunger hungry idea ideas
  idolize idolized idolizes ignore ignored ignores ignoring imagine imagined imagines impatient impressed inability incensed
  inclination inclined indifferent intend intended intending intends intent intention interest interested interpret interpreted
  intrigued irked irritated itching jealous judge judged judging keen knew know knowing known knows leaning leans learned learning
  leery like liked likes loath loathe loathed loathes loathing looked looking looks love loved loves loving loyal mad meant memory
  mind mistrust misunderstand misunderstood mourn mourned mulling mystified need needed needs nervous noticed noticing obsessed
  offended opinion opinions oppose opposed opposes opposing opposition optimistic outlook outraged overlook overlooked overlooking
  paranoid passion passionate perceive perceived perceives perception perceptions perturbed pining plan planned planning plans
  pleased plot plotting ponder pondered pondering posture prefer preference preferred prefers preoccupied prepared preparing
  pretend priority prize prized propensity proponent proud purpose pursue pursuing puzzled rallying rattled ready realize realized
  realizes realizing reckon reckoned recognize recognized recognizing recollection regard regarded regards regret regrets relied
  relies relish relished relishes relishing reluctance reluctant rely relying remember remembered remembering remembers resent
  resents resist resistance resisted resisting resolve resolved respect respected respects revere revered revile reviled rooting
  satisfied saw scared see seeing seek seeking seeks seem seemed seeming seems seen sees seize sense sensed sentiment shocked sick
  sided sides skeptic skeptical skepticism skeptics sought split stake stance standing startled strategize strategy strive
  striving struggle struggled struggling stunned support supported supporter supporters supporting supportive supports supposed
  supposedly sure surmised surprise surprised suspect suspected suspects suspicious sympathetic sympathize sympathizes sympathy
  targeting taste tempted tend tends terrified think thinking thinks thirst thought thoughts thrilled tired tolerate tolerated
  torn treasure tried trust trusted trusts try trying unaware uncertain unclear uncomfortable undecided understand understanding
  understands understood uneasy unfazed unhappy unified united unmoved unnerved unsure untroubled unwilling unwillingness uphold
  upset value valued values view viewed viewing views vision visualize vying wait waiting want wanted wanting wants warmed wary
  watched watching weary weighing willing willingness wish wished wishes witness witnessed witnessing wonder wondered wondering
  wonders worried worries worry worrying worship worshiped would-be yearn yearned yearning yearns zeal
`);

/** Words in a cue for decisions and formal acts, which carry their content by themselves. */
export const ACT_WORDS = wordList(`
  abandon abandoned abandoning abandons abolished accepted acquitted adopted adopting adopts allocated allow allowed allows
  amended appointed appointment appoints apprehended apprehensions approval approved approves approving arrested assigned attached
  authorized awarded ban banned banning bans barred blocked bought boycott boycotted build built bulldozed campaigned canceled
  cancelled censored censured certified charged chartered choose chose chosen closed closing co-sponsored codified commissioned
  committed confirmed confiscated convicted created cut cutting decide decided decides deciding decision decisions decree decreed
  deemed deployed deported deposed designated detained devoted disbanded dismissed dispatched disqualified drop dropped drops
  elected enacted ended endorse endorsed endorsement endorsements endorses endorsing ends enlisted established establishes evicted
  exonerated expanded expelled extended extending extradited filed fined fired forbade forbids founded freed froze gave granted
  granting halted halting handed hauled hired honored implemented implements imposed indict indicted inducted initiated installed
  instituted intervened invested investigate investigated investigating issued joined killed laid launched lays left legalized
  lifted mandated mandates marched merged moved negotiated nominate nominated nominates nominating nullified opened opens opted
  order ordered orders organized ousted outlaw outlawed overruled overturned paid pardoned pardoning passed passing pause paused
  permitted pick picked picks placed probe prohibit prohibits promoted prosecuted prosecuting pulled pulling purchased quit raised
  ratified ratify recognized recused redrew reinstated reject released removed reopened repealed replaced replaces require
  required requires requiring rescinded resign resigned resigns restored restricting retired reversed reviewed reviewing revoked
  rule ruled rules ruling sacked sanctioned scheduled scrapped searched seated seized selected sent sentenced set settled settling
  shelved shut shuttered signed skipped slashed spared spending spent sponsor sponsored sponsoring stopped stops strike stripped
  struck subpoenaed sued suspended suspends switch switched tapped terminated tightened took transferred unveiled upheld vacated
  vetoed vetoes vote voted votes voting waived win wins withdraw withdrawing withdraws withdrew won
`);
