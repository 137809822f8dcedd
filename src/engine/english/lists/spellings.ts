import { wordList } from './word-list.js';

/** Spellings of one name in several romanisations, each followed by the one that stands for all after an equals sign; lower case, without diacritics. */
export const SPELLINGS = wordList(`
  abdallah=abdullah ahmad=ahmed aleksander=alexander aleksandr=alexander aleksei=alexey aleksey=alexey alexandr=alexander alexei=alexey
  belarussia=belarus byelorussia=belarus dimitri=dmitry dimitry=dmitry dniepropetrovsk=dnipro dnipropetrovsk=dnipro donieck=donetsk
  evgeni=yevgeny evgenii=yevgeny evgeniy=yevgeny evgeny=yevgeny fedor=fyodor feodor=fyodor gadafi=gaddafi ghadafi=gaddafi gruzia=georgia
  hossein=hussein husain=hussein husein=hussein hussain=hussein iouri=yury iulia=yulia iuliia=yulia janukovych=yanukovych
  janukowitsch=yanukovych jevgeni=yevgeny jevgeny=yevgeny julija=yulia juri=yury jurij=yury jury=yury kadafi=gaddafi kharkov=kharkiv
  khomeiny=khomeini kiev=kyiv kiiv=kyiv kijev=kyiv kijew=kyiv lawrow=lavrov lougansk=luhansk loukachenko=lukashenko lugansk=luhansk
  lukaschenko=lukashenko lukashenka=lukashenko lvov=lviv lwow=lviv medvedyev=medvedev medwedew=medvedev micheil=mikheil mihail=mikhail
  mohamad=mohammed mohamed=mohammed mohammad=mohammed moskau=moscow mouhammad=mohammed muhammad=mohammed muhammed=mohammed nawalny=navalny
  nikolaj=nikolay odessa=odesa oleksander=oleksandr olexandr=oleksandr peking=beijing poroschenko=poroshenko poutine=putin qaddafi=gaddafi
  qadhafi=gaddafi rangoon=yangon selenski=zelensky selenskij=zelensky selenskyj=zelensky sergej=sergey serguei=sergey serhij=serhiy
  timochenko=tymoshenko timoschenko=tymoshenko timoshenko=tymoshenko tsarnaev=tsarnayev tymochenko=tymoshenko usama=osama
  viktorija=viktoria vitalij=vitaly volodimir=volodymyr wladimir=vladimir wolodimir=volodymyr wolodymyr=volodymyr yanukovich=yanukovych
  yevgeni=yevgeny yevgenii=yevgeny yevgeniy=yevgeny youri=yury yousef=yusuf youssef=yusuf yuliya=yulia yuri=yury yurii=yury yurij=yury
  yuriy=yury yusef=yusuf zaporizhia=zaporizhzhia zaporozhye=zaporizhzhia zelenski=zelensky
`);
