import { wordList } from './word-list.js';

/** Nouns for what speaks in writing, pictures or numbers. */
export const DOCUMENTS = wordList(`
  account act ad ads advert advertisement advertisements affidavit agenda agreement album amendment analyses analysis annotation
  announcement appendix application article articles assessment autobiography bill biography blog blogpost book books boycott briefing
  broadcast brochure budget bulletin cable cables calendar caption census certificate chapter charge charges chart charter clause clip
  code column columns comment comments commercial communique communiqué complaint conclusion constitution contract correspondence count
  coverage data database decision declaration decree definition dictionary directive disclosure disclosures document documentary documents
  dossier draft e-mail e-mails editorial editorials email emails entry episode essay estimate estimates evaluation evidence exchange
  exhibit experiment figures file files filing filings film findings flyer footage forecast forecasts form graphic guide guideline
  guidelines handbook headline headlines hearing index indictment inquiry inscription insert interview investigation invoice issue journal
  judgment label law laws lawsuit leaflet legend legislation letter letters list log mailing manifesto manual map measure memo memoir
  memorandum memos message messages minutes monograph movie narration narrative newsletter note notes notice notification novel number
  numbers obituary op-ed opinion order ordinance outline pamphlet paragraph passage petition photo photograph phrase picture piece plan
  plaque platform play podcast poem policy poll polling polls post postcard poster posts preamble prediction presentation press-release
  printout probe proclamation profile program programme projection projections proposal proposals prospectus protocol provision quote
  rankings reading recap record recording recordings records referendum regulation regulations release report reporting reports research
  resolution response result results review rule rules ruling satire scenario scene schedule score script scripture search section
  sentence series show sign signs sitcom slogan song speech spot spots spreadsheet stanza statement statements statistic statistics
  statute stories story studies study submission subpoena summary survey surveys syllabus table tape tapes testimony text textbook theory
  thesis thread title tract trailer transcript transcripts translation treaty tweet tweets update verdict verse version video videos
  warrant web-page webpage website wikipedia will wording write-up
`);
