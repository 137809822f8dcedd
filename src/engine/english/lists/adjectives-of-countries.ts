import { wordList } from './word-list.js';

/** Adjectives and names of countries in lower case, each followed by the country after an equals sign; low lines for blanks. */
export const COUNTRY_WORDS = wordList(`
  afghan=afghanistan afghanistan=afghanistan albania=albania albanian=albania america=united_states american=united_states
  argentina=argentina argentine=argentina argentinian=argentina armenia=armenia armenian=armenia australia=australia australian=australia
  austria=austria austrian=austria azerbaijan=azerbaijan azerbaijani=azerbaijan bangladesh=bangladesh bangladeshi=bangladesh
  belarus=belarus belarusian=belarus belgian=belgium belgium=belgium bolivia=bolivia bolivian=bolivia brazil=brazil brazilian=brazil
  britain=united_kingdom british=united_kingdom bulgaria=bulgaria bulgarian=bulgaria canada=canada canadian=canada chile=chile
  chilean=chile china=china chinese=china colombia=colombia colombian=colombia croatia=croatia croatian=croatia cuba=cuba cuban=cuba
  cypriot=cyprus cyprus=cyprus czech=czech_republic czech_republic=czech_republic czechia=czech_republic danish=denmark denmark=denmark
  dutch=netherlands egypt=egypt egyptian=egypt estonia=estonia estonian=estonia ethiopia=ethiopia ethiopian=ethiopia
  european_union=european_union filipino=philippines finland=finland finnish=finland france=france french=france georgia=georgia
  georgian=georgia german=germany germany=germany great_britain=united_kingdom greece=greece greek=greece hungarian=hungary
  hungary=hungary iceland=iceland icelandic=iceland india=india indian=india indonesia=indonesia indonesian=indonesia iran=iran
  iranian=iran iraq=iraq iraqi=iraq ireland=ireland irish=ireland israel=israel israeli=israel italian=italy italy=italy japan=japan
  japanese=japan jordan=jordan jordanian=jordan kazakh=kazakhstan kazakhstan=kazakhstan kenya=kenya kenyan=kenya kosovan=kosovo
  kosovo=kosovo latvia=latvia latvian=latvia lebanese=lebanon lebanon=lebanon libya=libya libyan=libya lithuania=lithuania
  lithuanian=lithuania malaysia=malaysia malaysian=malaysia mexican=mexico mexico=mexico moldova=moldova moldovan=moldova nato=nato
  netherlands=netherlands new_zealand=new_zealand nigeria=nigeria nigerian=nigeria north_korea=north_korea north_korean=north_korea
  norway=norway norwegian=norway pakistan=pakistan pakistani=pakistan palestinian=palestine peru=peru peruvian=peru philippine=philippines
  philippines=philippines poland=poland polish=poland portugal=portugal portuguese=portugal qatar=qatar qatari=qatar romania=romania
  romanian=romania russia=russia russian=russia saudi=saudi_arabia saudi_arabia=saudi_arabia saudi_arabian=saudi_arabia serbia=serbia
  serbian=serbia singapore=singapore singaporean=singapore slovak=slovakia slovakia=slovakia slovenia=slovenia slovenian=slovenia
  south_africa=south_africa south_african=south_africa south_korea=south_korea south_korean=south_korea spain=spain spanish=spain
  sweden=sweden swedish=sweden swiss=switzerland switzerland=switzerland syria=syria syrian=syria taiwan=taiwan taiwanese=taiwan
  thai=thailand thailand=thailand tunisia=tunisia tunisian=tunisia turkey=turkey turkish=turkey u.k.=united_kingdom u.k=united_kingdom
  u.n.=united_nations u.n=united_nations u.s.=united_states u.s=united_states uk=united_kingdom ukraine=ukraine ukrainian=ukraine
  un=united_nations united_kingdom=united_kingdom united_nations=united_nations united_states=united_states us=united_states
  uzbek=uzbekistan uzbekistan=uzbekistan venezuela=venezuela venezuelan=venezuela vietnam=vietnam vietnamese=vietnam
`);
