import { formList } from './word-list.js';

/** Forms of verbs that no rule gives: `lemma form form`. */
export const IRREGULAR_VERBS = formList(`
  agree agreed
  arise arose arisen
  awake awoke awoken
  be am is are was were been being 's 're 'm
  bear bore borne born
  beat beaten
  become became
  befall befell befallen
  begin began begun
  behold beheld
  belie belies belied belying
  bend bent
  bind bound
  bite bit bitten
  bleed bled
  blow blew blown
  break broke broken
  breed bred
  bring brought
  build built
  burn burnt
  buy bought
  can ca
  canvass canvasses
  catch caught
  choose chose chosen
  cling clung
  come came
  creep crept
  deal dealt
  decree decreed
  die dies died dying
  dig dug
  disagree disagreed
  do does did done
  draw drew drawn
  dream dreamt
  drink drank drunk
  drive drove driven
  dye dyed dyeing
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fling flung
  fly flew flown
  focus focuses focused focusing focussed focussing
  forbid forbade forbidden
  foresee foresaw foreseen
  foretell foretold
  forget forgot forgotten
  forgive forgave forgiven
  forgo forwent forgone
  forsake forsook forsaken
  free freed
  freeze froze frozen
  get got gotten
  give gave given
  go goes went gone
  grind ground
  grow grew grown
  guarantee guaranteed
  hang hung
  have has had 've
  hear heard
  hide hid hidden
  hold held
  keep kept
  kneel knelt
  know knew known
  lay laid
  lead led
  lean leant
  leap leapt
  learn learnt
  leave left
  lend lent
  lie lies lay lain lied lying
  light lit
  lose lost
  make made
  mean meant
  meet met
  mimic mimicked mimicking
  mislead misled
  mistake mistook mistaken
  misunderstand misunderstood
  offset offset
  outdo outdid outdone
  overcome overcame
  overdo overdone
  overhear overheard
  override overrode overridden
  oversee oversaw overseen
  overtake overtook overtaken
  overthrow overthrew overthrown
  panic panicked panicking
  partake partook partaken
  pay paid
  plead pled
  prove proven
  quit quit
  rebuild rebuilt
  redo redid redone
  referee refereed
  repay repaid
  retell retold
  rethink rethought
  rewrite rewrote rewritten
  ride rode ridden
  ring rang rung
  rise rose risen
  run ran
  say said
  see saw seen
  seek sought
  sell sold
  send sent
  shake shook shaken
  shall sha
  shine shone
  shoot shot
  show shown
  shrink shrank shrunk
  sing sang sung
  singe singed singeing
  sink sank sunk
  sit sat
  sleep slept
  slide slid
  speak spoke spoken
  spend spent
  spill spilt
  spin spun
  spring sprang sprung
  stand stood
  steal stole stolen
  stick stuck
  sting stung
  stink stank stunk
  strike struck stricken
  strive strove striven
  swear swore sworn
  sweep swept
  swim swam swum
  swing swung
  take took taken
  teach taught
  tear tore torn
  tell told
  think thought
  throw threw thrown
  tie ties tied tying
  traffic trafficked trafficking
  undergo undergoes underwent undergone
  underlie underlay underlain underlying
  understand understood
  undertake undertook undertaken
  undo undid undone
  untie unties untied untying
  uphold upheld
  vie vies vied vying
  wake woke woken
  wear wore worn
  weave wove woven
  weep wept
  will wo 'll
  win won
  wind wound
  withdraw withdrew withdrawn
  withhold withheld
  withstand withstood
  would 'd
  wring wrung
  write wrote written
`);
