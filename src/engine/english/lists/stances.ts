import { wordList } from './word-list.js';

/*
 * Predicates that put their holder for or against a course of action, as base forms; inflections are made of them. A low
 * line stands for a blank. Each list is one class: its members take the same complements and behave alike when negated.
 */

/** Somebody is for what the object names: "backed the truce". Negated: against. */
export const SUPPORTING_VERBS = wordList(`
  abide_by accept adhere_to advise advocate agree_on agree_to agree_with approve approve_of back believe_in bless champion
  cling_to co-sponsor come_out_for come_out_in_favor_of come_out_in_favour_of commit_to consent_to double_down_on embrace
  endorse favor favour fight_for get_behind give_the_green_light_to go_along_with go_for greenlight hail lend_support_to
  line_up_behind opt_for pledge_support_for prefer rally_around rally_behind root_for rule_in_favor_of rule_in_favour_of
  side_with sign_off_on sign_on_to speak_in_favor_of speak_in_favour_of speak_out_for speak_up_for stand_by stand_up_for
  stump_for subscribe_to support swing_behind sympathize_with take_up throw_support_behind tolerate vote_for vote_yes_on
  welcome
`);

/** Somebody puts forward what the object, gerund or clause names: "proposed a summit". Negated: no side. */
export const PROPOSING_VERBS = wordList(`
  agitate_for appeal_for argue_for ask_for beg_for call_for campaign_for chant_for clamor_for clamour_for cry_out_for demand
  float fund insist_on insist_upon lobby_for make_a_case_for make_the_case_for negotiate_for petition_for plead_for plump_for
  press_for propose push_for push_through put_forward recommend seek stress_the_need_for strive_for suggest table work_for
  work_toward work_towards
`);

/** Somebody makes known a course that is his own: "announced a boycott", "declared her candidacy". Negated: no side. */
export const ANNOUNCING_VERBS = wordList(`
  announce declare launch unveil
`);

/** Somebody wants another to act: "urged Tarvia to withdraw", "called on both sides to stop". Negated: no side. */
export const URGING_VERBS = wordList(`
  admonish appeal_to ask beg beseech call call_on call_upon challenge command compel counsel direct encourage enjoin exhort
  implore instruct invite lean_on lobby order persuade plead plead_with press pressure prod push request require tell urge
  warn
`);

/** Own intention with an infinitive: "plans to sign". Negated: against. */
export const INTENDING_VERBS = wordList(`
  aim choose decide elect hope intend look mean opt plan plot prepare resolve strive undertake vote
`);

/** A wish, for oneself or for another: "wants a truce", "wants Tarvia to withdraw", "would love to see". Negated: against. */
export const WANTING_VERBS = wordList(`
  'd_like 'd_love 'd_rather 'd_welcome crave desire hope_for prefer seek want wish would_like would_love would_rather
  would_welcome
`);

/** Own commitment with an infinitive: "vowed to resign". Negated: no side. */
export const COMMITTING_VERBS = wordList(`
  agree commit_itself commit_themselves offer pledge promise swear threaten volunteer vow
`);

/** Somebody is against what the object names: "rejected the plan". Negated: for. */
export const OPPOSING_VERBS = wordList(`
  argue_against balk_at block campaign_against close_the_door_on close_the_door_to come_out_against disapprove_of exclude
  fight_against have_none_of lobby_against nix object_to oppose push_back_on rebuff reject resist rule_against rule_out
  say_no_to shoot_down shut_the_door_on side_against speak_against speak_out_against spurn stand_against take_issue_with
  take_off_the_table turn_down veto vote_against vote_down vote_no_on walk_away_from warn_against
`);

/** Acts against a thing that are courses of action themselves: "banned the march", but "wants to ban the march" is for a ban. */
export const BANNING_VERBS = wordList(`
  abandon ban boycott cancel disavow forbid forswear halt pivot_from preclude prohibit pull_out_of push_back_against renounce
  repudiate scrap shelve stonewall suspend walk_out_of withdraw_from
`);

/** Formal acts that put a course into force; in a cue alone, where somebody does it. Negated: against. */
export const ENACTING_VERBS = wordList(`
  adopt allow appoint authorise authorize certify enact grant implement impose introduce legalise legalize nominate pass
  permit ratify reinstate restore run_for sign sign_into_law uphold
`);

/** Formal acts that end one or keep it from coming. Negated: for. */
export const ANNULLING_VERBS = wordList(`
  annul defeat invalidate nullify outlaw overrule overturn postpone put_off quash repeal rescind reverse revoke roll_back
  scuttle strike_down throw_out void
`);

/** What somebody is doing by own choice when he says that he is: "we are leaving the talks". Negated: against. */
export const CHOSEN_VERBS = wordList(`
  boycott cancel drop drop_out join leave pull pull_out quit resign retire return stay step_aside step_down stick_with suspend
  vote walk_away withdraw
`);

/** Imperatives that ask for attention, not for a course of action: "Ask the minister what he did." */
export const RHETORICAL_VERBS = wordList(`
  ask call consider excuse explain forgive give guess hear listen listen_to mind note notice picture recall say spare take tell
  thank trust try wait watch
`);

/** A refusal with an infinitive: "refused to sign". Negated: for. */
export const REFUSING_VERBS = wordList(`
  be_no_need be_no_reason decline have_no_reason hesitate make_no_sense refuse see_no_need see_no_point see_no_reason
`);

/** Refusals with a gerund: "avoid giving". Negated: for. */
export const AVOIDING_VERBS = wordList(`
  avoid forgo refrain_from stop_short_of
`);

/** Blame that is a position only where its object names a proposal: "condemned the plan". Negated: no side. */
export const CONDEMNING_VERBS = wordList(`
  assail attack bash blast complain_about condemn criticise criticize decry denounce deplore dismiss lambaste mock protest
  protest_against rail_against rap rip scoff_at slam
`);

/** Praise that is a position only where its object names a proposal: "praised the plan". Negated: no side. */
export const PRAISING_VERBS = wordList(`
  applaud celebrate cheer commend defend extol justify laud praise promote speak_favorably_of spoke_favorably_of think_well_of
  tout
`);

/** The side is open: "is considering a truce". Negated: against. */
export const WEIGHING_VERBS = wordList(`
  consider contemplate entertain give_some_thought_to mull mull_over ponder think_about toy_with weigh
`);

/** Adjectives and prepositional phrases behind a copula that put their holder for: "is ready to". Negated: against. */
export const WILLING_WORDS = wordList(`
  a_believer_in a_fan_of a_supporter_of all_for amenable_to anxious at_ease_with bent_on comfortable_with committed
  committed_to content dedicated_to desirous_of determined devoted_to eager enthusiastic_about fine_with for glad happy
  hell-bent_on in_favor_of in_favour_of in_support_of inclined intent_on interested_in keen minded ok_with okay_with
  on_board_with open pleased prepared ready receptive_to resolved set set_on supportive_of sympathetic_to willing
`);

/** The same against: "is opposed to". Negated: for. */
export const UNWILLING_WORDS = wordList(`
  adamantly_against against an_opponent_of averse_to closed_to dead_set_against disinclined hostile_to opposed_to unprepared
  unready unwilling
`);

/** Adjectives of an open side: "is wary of". Negated: no side. */
export const HESITANT_WORDS = wordList(`
  ambivalent_about cautious_about divided_on divided_over doubtful_about hesitant leery_of lukewarm_about lukewarm_on
  neutral_on noncommittal_about noncommittal_on of_two_minds_about on_the_fence_about reluctant reserved_about sceptical_about
  sceptical_of skeptical_about skeptical_of tepid_about torn_over uncertain_about uncommitted undecided_about undecided_on
  unsure_about wary_of
`);

/** Nouns that name a side for: "his call for a truce", "readiness to talk". Negated: against. */
export const SUPPORTING_NOUNS = wordList(`
  acceptance advocacy aim appeal approval backer backing blueprint call commitment decision demand desire determination duty
  eagerness endorsement hope insistence intention need obligation offer openness petition plan plea pledge preference promise
  proponent proposal push readiness recommendation request resolve support supporter threat ultimatum urging vow willingness
  wish
`);

/** Nouns that name a side against. Negated: for. */
export const OPPOSING_NOUNS = wordList(`
  antipathy aversion condemnation denunciation disagreement disapproval distaste hostility objection opponent opposition
  refusal rejection reluctance resistance unwillingness veto
`);

/** Nouns of an open side: "voiced concerns about the plan". */
export const HESITATING_NOUNS = wordList(`
  concern doubt misgiving qualm question reservation scepticism skepticism unease worry
`);

/** Nouns whose "is to" names a course: "our task is to end the war". */
export const GOAL_NOUNS = wordList(`
  advice aim ambition answer approach choice demand duty goal idea intention job mission objective obligation option plan
  policy position priority proposal purpose recommendation request response responsibility solution strategy suggestion target
  task thing
`);

/** Words of the next two lists that judge any subject but a person, whether or not it is plainly a course of action. */
export const PLAIN_JUDGEMENTS = wordList(`
  a_bad_idea a_good_idea a_good_thing a_great_idea a_great_thing a_mistake a_must a_necessity a_non-starter a_nonstarter
  a_step_in_the_right_direction essential imperative impermissible inadmissible inconceivable indispensable long_overdue
  necessary needed not_an_option not_on_the_agenda not_on_the_table off_the_agenda off_the_table out_of_the_question overdue
  the_only_option the_only_solution the_only_way unacceptable unthinkable
`);

/** Words that say of their subject, a course of action, that it will not do: "a truce is unacceptable". Negated: for. */
export const BAD_COURSE = wordList(`
  a_bad_deal a_bad_idea a_betrayal a_disaster a_fantasy a_folly a_grave_mistake a_huge_mistake a_mistake a_non-starter
  a_nonstarter a_red_line a_terrible_idea a_terrible_mistake a_trap a_waste absurd appalling bad barbaric capitulation
  catastrophic counter-productive counterproductive criminal cruel dangerous dead detrimental disastrous discriminatory
  disgraceful disgusting dumb excluded foolish harmful horrible ill-advised illegal immoral impermissible impossible
  inadmissible inappropriate inconceivable inhumane insane insanity intolerable irresponsible ludicrous madness meaningless
  misguided mistaken naive non-negotiable nonnegotiable not_an_option not_on_the_agenda not_on_the_cards not_on_the_table
  off_the_agenda off_the_table out_of_the_question outrageous pointless premature reckless ridiculous ruled_out senseless
  shameful short-sighted stupid suicidal suicide surrender terrible un-american unacceptable unconscionable unconstitutional
  undemocratic unfair unjust unjustified unlawful unnecessary unrealistic untenable unthinkable unwise unworkable useless
  wrong
`);

/** Words that say of their subject that it should be: "a truce is urgently needed". Negated: against. */
export const GOOD_COURSE = wordList(`
  a_good_idea a_good_step a_good_thing a_great_idea a_great_thing a_must a_necessity a_positive_step a_priority a_smart_idea
  a_step_forward a_step_in_the_right_direction a_top_priority a_welcome_step a_wise_move acceptable advisable an_imperative
  an_improvement appropriate beneficial best critical crucial desirable essential fundamental helpful high_time imperative
  important in_our_interest indispensable justified key long_overdue necessary needed overdue paramount prudent reasonable
  required right sensible smart steps_forward steps_in_the_right_direction the_answer the_best_option the_best_way
  the_only_option the_only_solution the_only_way the_right_answer the_right_decision the_right_thing the_solution the_time
  the_way_forward time urgent useful vital welcome wise worthwhile
`);

/** Words that leave their subject open, and become a side under a condition: "a truce is possible once". Negated: against. */
export const OPEN_COURSE = wordList(`
  an_option conceivable feasible on_the_agenda on_the_table possible realistic thinkable under_consideration under_discussion
  under_review workable
`);

/** Words that say of a course that it will be hard: the side cannot be told. */
export const HARD_COURSE = wordList(`
  a_complicated_question a_difficult_question complicated difficult easier_said_than_done hard not_easy premature_to_discuss
  problematic tricky unlikely
`);

/** What is denied rather than refused: "rejected the allegation" takes no side on a course. */
export const CLAIM_NOUNS = wordList(`
  accusation allegation assertion assumption characterisation characterization claim comment comparison contention criticism
  critique depiction description finding insinuation interpretation label narrative polling premise report rumor rumour story
  suggestion theory
`);

/** Verbs of telling: "refused to say" declines an answer, not a course. */
export const TELLING_VERBS = wordList(`
  acknowledge admit answer call characterise characterize comment concede confirm deny describe disclose elaborate explain
  identify label name provide respond reveal say speak specify speculate tell
`);

/** Names of things that could be done or not done: an object of blame or praise is a course of action where it is one of these. */
export const COURSE_NOUNS = wordList(`
  abortion accord action adoption agenda agreement aid airstrike amendment amnesty annexation appointment approach armistice
  arrangement assistance attempt bailout ban bid bill blockade bombardment bombing boycott budget campaign candidacy cap
  cease-fire ceasefire censorship charge compromise concession contract corridor crackdown cut deal debate decision decree
  delay delivery deployment deportation detention dialogue directive disarmament dismissal divestment draft drilling effort
  election embargo enlargement escalation evacuation exchange exit expansion expulsion fracking freeze funding guarantee
  hearing hiring idea immigration impeachment increase initiative inquiry inspection internment intervention invasion
  investigation killing law lawsuit legalisation legalization legislation levy lifting loan lockdown mandate march marriage
  measure mediation meeting membership merger mission mobilisation mobilization moratorium move nationalisation
  nationalization negotiation nomination normalisation normalization notion offensive offer operation order overhaul oversight
  package pact pardon partition peace penalty permit pipeline plan pledge policy practice presence privatisation privatization
  probe program programme prohibition project proposal proposition prosecution prospect provision pullout purchase quota
  ratification recall recognition reconstruction recount reduction referendum reform registration regulation release
  relocation removal repatriation repeal requirement rescue resignation resolution restriction restructuring resumption
  retreat reunification revision roadmap rollback rollout rule ruling run sale sanction scheme settlement shipment shutdown
  sit-in spending standard step stimulus strategy strike subsidy summit surge surveillance suspension swap tactic takeover
  talk tariff tax threshold timetable toll torture trade transition treaty trial tribunal truce unification use visit vote
  waiver walkout wall war withdrawal
`);
