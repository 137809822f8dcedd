import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/engine/index.js';
import { detectLanguage, type ReadableArticle, readBytes } from '../../src/readers/index.js';
import { FUNCTION_WORDS } from '../../src/readers/language/function-words.js';
import { english } from '../support/english.js';

/** Short made-up news in many languages. */
const NEWS: Readonly<Record<string, string>> = {
  en: 'Lena Varga said on Friday that she would not sign the treaty, and that nobody had asked her about it.',
  de: 'Die Außenministerin sagte am Freitag, sie werde den Vertrag nicht unterschreiben. Niemand habe mit ihr darüber gesprochen, und das sei auch nicht nötig.',
  fr: 'La ministre a déclaré vendredi qu’elle ne signerait pas le traité et que personne ne lui avait demandé son avis sur cette question.',
  es: 'La ministra dijo el viernes que no firmará el tratado y que nadie le había preguntado por su opinión sobre este asunto.',
  pt: 'A ministra disse na sexta-feira que não vai assinar o tratado e que ninguém lhe perguntou a sua opinião sobre isso.',
  it: 'La ministra ha detto venerdì che non firmerà il trattato e che nessuno le aveva chiesto che cosa ne pensa.',
  nl: 'De minister zei vrijdag dat zij het verdrag niet zal ondertekenen en dat niemand haar naar haar mening heeft gevraagd.',
  sv: 'Ministern sade på fredagen att hon inte kommer att skriva under avtalet och att ingen har frågat henne om det.',
  da: 'Ministeren sagde fredag, at hun ikke vil skrive under på aftalen, og at ingen har spurgt hende om det, siger hun selv.',
  nb: 'Ministeren sa fredag at hun ikke kommer til å skrive under på avtalen, og at ingen har spurt henne om det, sier hun selv etter møtet.',
  fi: 'Ministeri sanoi perjantaina, että hän ei allekirjoita sopimusta ja että kukaan ei ole kysynyt häneltä mitään, vaikka se oli tärkeää.',
  pl: 'Minister powiedziała w piątek, że nie podpisze traktatu i że nikt jej o to nie pytał, a także że to nie jest jej sprawa.',
  cs: 'Ministryně v pátek řekla, že smlouvu nepodepíše a že se jí na to nikdo neptal, i když by to podle ní bylo správné.',
  hu: 'A miniszter pénteken azt mondta, hogy nem írja alá a szerződést, és hogy senki sem kérdezte meg, mert ez nem volt fontos.',
  ro: 'Ministra a spus vineri că nu va semna tratatul și că nimeni nu a întrebat-o despre acest lucru, care este foarte important.',
  hr: 'Ministrica je u petak rekla da neće potpisati ugovor i da je nitko nije pitao što o tome misli, ali će se o tome još govoriti.',
  tr: 'Bakan cuma günü yaptığı açıklamada anlaşmayı imzalamayacağını ve kimsenin ona bu konuda bir şey sormadığını söyledi, ancak daha sonra bunu da ekledi.',
  id: 'Menteri itu mengatakan pada hari Jumat bahwa dia tidak akan menandatangani perjanjian tersebut dan tidak ada yang bertanya kepada dia.',
  vi: 'Hôm thứ sáu, bộ trưởng nói rằng bà sẽ không ký hiệp ước này và không có ai đã hỏi ý kiến của bà về việc đó.',
  ru: 'Министр сказала в пятницу, что не подпишет договор и что никто её об этом не спрашивал, но это ещё не всё.',
  uk: 'Міністерка сказала в п’ятницю, що не підпише договір і що ніхто її про це не питав, але це ще не все.',
  bg: 'Министърката каза в петък, че няма да подпише договора и че никой не я е питал за това, но това не е всичко.',
  sr: 'Министарка је у петак рекла да неће потписати уговор и да је нико није питао шта о томе мисли.',
  el: 'Η υπουργός είπε την Παρασκευή ότι δεν θα υπογράψει τη συνθήκη.',
  he: 'השרה אמרה ביום שישי שלא תחתום על ההסכם.',
  ar: 'قالت الوزيرة يوم الجمعة إنها لن توقع على المعاهدة.',
  fa: 'وزیر روز جمعه گفت که این پیمان را امضا نخواهد کرد و هیچ کس از او چیزی نپرسید.',
  hi: 'मंत्री ने शुक्रवार को कहा कि वह संधि पर हस्ताक्षर नहीं करेंगी।',
  th: 'รัฐมนตรีกล่าวเมื่อวันศุกร์ว่าจะไม่ลงนามในสนธิสัญญา',
  zh: '部长星期五表示，她不会签署该条约，也没有人问过她的意见。',
  ja: '大臣は金曜日、条約に署名しないと述べ、誰にも意見を聞かれなかったと話した。',
  ko: '장관은 금요일에 조약에 서명하지 않을 것이라고 말했다.',
  ka: 'მინისტრმა პარასკევს თქვა, რომ ხელშეკრულებას არ მოაწერს ხელს.',
};

describe('the language of a text', () => {
  test.each(Object.entries(NEWS))('%s', (code, text) => {
    expect(detectLanguage(text)?.code).toBe(code);
  });

  test.each(['', 'Varga', 'Quarry talks fail', '1234 5678', 'Lena Varga, Osterin, Vestnar, Meridian Post, Harbour Wire', '!!! ??? …'])(
    'nothing is said of %j',
    (text) => {
      expect(detectLanguage(text)).toBeNull();
    },
  );

  test('names and a quotation of another language do not make an English text foreign', () => {
    const text = `${NEWS.en} “Nicht mit mir,” she added, quoting the writer Jörg Müller-Lüdenscheidt of Düsseldorf, who had said the same of the treaty with Île-de-France.`;
    expect(detectLanguage(text)).toMatchObject({ code: 'en' });
  });

  test('lists of words hold no word twice', () => {
    for (const [code, words] of Object.entries(FUNCTION_WORDS)) {
      const all = words.split(' ');
      expect([code, all.filter((word, index) => all.indexOf(word) !== index)]).toEqual([code, []]);
      expect(all.every((word) => word === word.toLowerCase())).toBe(true);
    }
  });
});

describe('articles', () => {
  async function* stream(text: string): AsyncIterable<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  async function article(name: string, text: string): Promise<ReadableArticle> {
    for await (const item of readBytes(name, stream(text))) if (item.kind === 'article') return item;
    throw new Error('no article');
  }

  test.each(Object.entries(NEWS).filter(([code]) => code !== 'en'))('in %s is kept whole and never read', async (code, text) => {
    const item = await article('a.txt', `${text}\n\n${text}\n`);
    expect(item.article.language).toBe(code);
    const reading = readArticle(item.article, english());
    expect(reading.statements).toEqual([]);
    expect(reading.notes).toContainEqual(expect.objectContaining({ code: 'language-not-read' }));
  });

  test('what a page says of itself is not believed against its words, and is believed where they are few', async () => {
    const told = (language: string, text: string): string => JSON.stringify({ text, language });
    expect(await article('a.json', told('en', `${NEWS.de} ${NEWS.de}`))).toMatchObject({
      article: { language: 'de' },
      notes: [{ code: 'language-differs' }],
    });
    expect(await article('a.json', told('en-GB', NEWS.en ?? ''))).toMatchObject({ article: { language: 'en-gb' }, notes: [] });
    expect(await article('a.json', told('de', 'Varga sagt nein.'))).toMatchObject({ article: { language: 'de' }, notes: [] });
    expect(await article('a.json', told('no', `${NEWS.nb} ${NEWS.nb}`))).toMatchObject({ article: { language: 'no' }, notes: [] });
  });
});
