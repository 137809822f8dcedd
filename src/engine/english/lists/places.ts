import { wordList } from './word-list.js';

/** Countries whose name is one word, and what stands for one; lower case. */
export const COUNTRIES = wordList(`
  afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus
  belgium belize benin bhutan bolivia botswana brazil britain brunei bulgaria burma burundi cambodia cameroon canada chad chile china
  colombia comoros congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia
  fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india
  indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon
  lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
  moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman
  pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia
  seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo
  tonga tunisia turkey turkiye turkmenistan tuvalu u.k u.k. u.s u.s. u.s.a u.s.a. uganda uk ukraine uruguay us usa ussr uzbekistan vanuatu
  venezuela vietnam wales yemen zambia zimbabwe
`);

/** Capitals, and houses of power, that stand for a government when they speak. */
export const CAPITALS = wordList(`
  abuja accra algiers ankara astana athens baghdad baku bangkok beijing beirut belgrade berlin bern bogota bratislava brussels bucharest
  budapest cairo canberra caracas chisinau copenhagen damascus delhi dhaka doha dublin dushanbe hague hanoi harare havana helsinki
  islamabad jakarta jerusalem kabul kathmandu khartoum kiev kigali kinshasa kremlin kyiv lima lisbon ljubljana london luxembourg madrid
  managua manila minsk moscow nairobi nicosia oslo ottawa paris podgorica prague pretoria pristina pyongyang quito reykjavik riga riyadh
  rome santiago sarajevo seoul skopje sofia stockholm taipei tallinn tashkent tbilisi tehran tirana tokyo tripoli tunis vaduz valletta
  vatican vienna vilnius warsaw washington wellington yerevan zagreb
`);

/** Words for belonging to a country, region or faith, as adjectives and as nouns for a person. */
export const DEMONYMS = wordList(`
  afghan african african-american albanian algerian american arab argentine argentinian armenian asian australian austrian azerbaijani
  bahraini bangladeshi belarusian belgian black bolivian bosnian brazilian british briton bulgarian burmese californian cambodian canadian
  caribbean catalan catholic chechen chilean chinese christian colombian congolese croat croatian cuban czech dane danish dutch ecuadorean
  egyptian english estonian ethiopian european filipino finn finnish floridian french georgian german ghanaian greek guatemalan haitian
  hindu hispanic honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jew jewish jordanian
  kazakh kenyan korean kosovar kurd kurdish kuwaiti latino latvian lebanese liberian libyan lithuanian malaysian maltese mexican moldovan
  mongolian montenegrin mormon moroccan muslim nepali nicaraguan nigerian norwegian ohioan pakistani palestinian panamanian persian
  peruvian pole polish portuguese protestant qatari romanian russian rwandan salvadoran saudi scot scottish senegalese serb serbian shia
  shiite sicilian singaporean slovak slovene slovenian somali spaniard spanish sudanese sunni swede swedish swiss syrian taiwanese tajik
  texan thai tibetan tunisian turk turkish ugandan ukrainian uyghur uzbek venezuelan vietnamese welsh western yemeni zimbabwean
`);

/** Regions and large cities whose name is one word: places that are named far more often than they speak. */
export const STATES = wordList(`
  alabama alaska albany alberta aleppo amsterdam anchorage arizona arkansas asia atlanta auckland austin baltimore barcelona bavaria
  benghazi birmingham bombay boston brisbane brooklyn buffalo calgary california catalonia charleston charlotte chechnya chicago
  cincinnati cleveland colorado columbia columbus connecticut crimea dallas davos delaware denver detroit donbas donetsk dubai edinburgh
  europe florida frankfurt gaza geneva glasgow guam hamburg hawaii houston idaho illinois indiana indianapolis iowa istanbul kansas
  karachi kentucky kharkiv kherson lahore liverpool louisiana luhansk lviv maine manchester manhattan mariupol maryland massachusetts
  melbourne memphis miami michigan milan milwaukee minneapolis minnesota mississippi missouri montana montreal mosul mumbai munich
  nashville nebraska nevada odesa odessa ohio oklahoma ontario oregon orlando osaka oxford palestine pennsylvania philadelphia phoenix
  pittsburgh portland quebec queens raleigh richmond sacramento scotland seattle shanghai siberia strasbourg sydney tampa tennessee texas
  toronto transnistria tucson ulster utah vancouver venice vermont virginia wisconsin wyoming zaporizhzhia zurich
`);

/** Places whose name is two words or more, with low lines for blanks. */
export const TWO_WORD_PLACES = wordList(`
  abu_dhabi baton_rouge beverly_hills bosnia_and_herzegovina buenos_aires burkina_faso cape_town cape_verde cedar_rapids costa_rica
  czech_republic des_moines district_of_columbia dominican_republic east_timor el_paso el_salvador equatorial_guinea european_union
  fort_worth great_britain hong_kong ivory_coast kansas_city kuala_lumpur las_vegas long_beach long_island los_angeles marshall_islands
  middle_east new_caledonia new_delhi new_england new_hampshire new_jersey new_mexico new_orleans new_york new_york_city new_zealand
  north_america north_carolina north_dakota north_korea north_macedonia northern_ireland palm_beach puerto_rico rhode_island
  rio_de_janeiro saint_petersburg salt_lake_city san_antonio san_bernardino san_diego san_francisco san_jose san_juan san_marino sao_paulo
  saudi_arabia sierra_leone silicon_valley solomon_islands south_africa south_america south_bend south_carolina south_dakota south_korea
  south_sudan sri_lanka st_louis tel_aviv trinidad_and_tobago united_arab_emirates united_kingdom united_states united_states_of_america
  virgin_islands washington_dc west_bank west_virginia
`);

/** Words for members of a party or movement. */
export const PARTY_WORDS = wordList(`
  communist communists conservative conservatives democrat democratic democrats gop independent independents islamist islamists labour
  leftist leftists liberal liberals libertarian libertarians nationalist nationalists populist populists progressive progressives
  republican republicans separatist separatists socialist socialists tories tory
`);
