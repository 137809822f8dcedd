import { wordList } from './word-list.js';

/** Nouns for one person by office, work, part or kinship; their plurals are made by rule. */
export const ROLES = wordList(`
  academic accountant accuser activist actor actress adherent administrator admiral admirer adviser advisor advocate agent aide alderman
  ally ambassador analyst anchor anchorman anchorwoman announcer apologist applicant appointee archbishop architect artist assistant
  associate astronaut athlete attacker attendee attorney auditor aunt author backer banker baron billionaire biographer biologist bishop
  blogger booster boss boy broadcaster broker brother builder businessman businessperson businesswoman buyer campaigner candidate captain
  cardinal caregiver caretaker caucusgoer celebrity ceo chair chairman chairperson chairwoman challenger champion chancellor chaplain chef
  chemist chief child citizen cleric clerk client co-author co-chair co-founder co-host coach colleague collector columnist comedian
  commander commentator commissioner commoner companion competitor composer comrade confidant conservative constituent consultant consumer
  contender contestant contractor contributor convert coordinator coroner correspondent councillor councilman councilwoman counsel
  counselor counterpart cousin creator critic curator customer dad dancer daughter dealer dean defendant defender delegate democrat
  demonstrator dentist deputy designer detective detractor developer dictator diplomat director dissident doctor donor driver economist
  editor editorialist educator elder elector employee employer engineer enthusiast entrepreneur envoy evangelist ex-husband ex-president
  ex-wife executive expert explorer fan farmer father fellow fighter filmmaker firebrand firefighter fisherman foe follower foreigner
  founder friend front-runner frontrunner fundraiser gambler general geologist girl girlfriend governor graduate grandfather grandmother
  guard guest guru guy hairdresser handler hawk head heavyweight heir helper hero historian holder homeowner hopeful host hostess hunter
  husband imam immigrant incumbent independent informant inmate insider inspector instructor insurgent intern interviewer investigator
  investor islamist jihadist journalist judge juror justice keeper kid king kingmaker landlord lawmaker lawyer leader lecturer legislator
  liberal libertarian librarian lieutenant linguist listener lobbyist loyalist magician magistrate magnate maker man manager marine
  marshal mastermind mathematician mayor mechanic mediator medic megadonor member mentor merchant midwife migrant militant millionaire
  minister missionary model moderate moderator mogul mom monarch monk mother mover mp musician narrator nationalist naturalist neighbor
  neighbour neurosurgeon newcomer newsman nominee novelist nun nurse observer occupant officer official operative operator opponent
  opposer organiser organizer outsider owner painter panelist parent parliamentarian participant partner party-goer passenger pastor
  patient patriarch patron performer person pharmacist philanthropist philosopher photographer physician physicist pilot pioneer plaintiff
  player playwright poet policeman policewoman politician pollster pontiff pope porter practitioner preacher predecessor prelate premier
  presenter president president-elect priest prince princess principal prisoner producer professor programmer progressive promoter
  prosecutor protester protestor provost psychiatrist psychologist publicist publisher pundit pupil queen rabbi radical reader realist
  rebel receptionist recipient recruiter referee reformer refugee regulator relative reporter representative republican researcher
  resident retiree reverend reviewer rider rival ruler runner salesman saleswoman scholar scientist screenwriter secretary seeker senator
  separatist sergeant servant serviceman servicewoman shareholder sheriff shopkeeper shopper singer sister skeptic socialist sociologist
  soldier solicitor son songwriter speaker specialist spectator spokesman spokesperson spokeswoman sponsor staffer star statesman
  stepmother strategist striker strongman student successor superdelegate superintendent supervisor supporter surgeon surrogate survivor
  suspect sympathizer taxpayer teacher technician teenager tenant terrorist theorist therapist thinker tourist trader trainer treasurer
  trucker trustee tutor tycoon uncle undersecretary unionist user vendor veteran victim viewer visitor volunteer voter waiter waitress
  warden watcher whip whistleblower widow widower wife winner witness woman worker writer youngster
`);

/** Nouns and pronouns for several people at once that are no plural of a role. */
export const PEOPLE = wordList(`
  all americans attendees audience audiences both bystanders caucus-goers children clergy congregation couple crowd crowds dozens
  electorate elite elites families family few folks half hundreds intelligentsia kids leadership majority many masses men middle-class
  millennials minority most officials others parents people personnel politicians public some staff teens tens thousands troops twins
  women youth
`);
