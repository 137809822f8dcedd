import { wordList } from './word-list.js';

/** Companies, movements and bodies with a name of one word that is no person's; lower case. */
export const COMPANIES = wordList(`
  accenture adidas adobe aeroflot airbnb airbus alibaba alphabet amazon amnesty apple astrazeneca audi barclays basf bayer biontech
  bitcoin blackrock bmw boeing bp bridgestone bytedance canon caterpillar centcom chevron chrysler cisco citibank citigroup citizens cnooc
  coca-cola congress costco credit-suisse daimler deloitte disney dropbox duma ebay ericsson europol exxon exxonmobil facebook fbi fed
  fedex fema fiat fico fifa ford foxconn frontex gazprom ge gm goldman google greenpeace hamas heineken hezbollah hizbollah honda
  honeywell hp hsbc huawei hyundai ibm ikea instagram intel interpol isil isis jpmorgan kfc knesset kremlin kroger lego lenovo linkedin
  lockheed lufthansa lukoil lyft maersk mastercard mcdonald's mckinsey medicaid merck meta microsoft moderna mossad motorola naftogaz nasa
  nato nestle netflix nike nintendo nissan nokia novartis novavax nvidia opec openai oracle oxfam panasonic paypal pentagon pepsico pfizer
  porsche primark qualcomm raytheon renault roscosmos rosneft ryanair samsung santander sberbank scotus shell siemens skype snapchat sony
  spacex spotify starbucks stripe suzuki taliban target telegram tencent tesla tiktok toyota twitter uber ubs unesco unicef unilever ups
  vatican verizon visa vodafone volkswagen volvo walmart wells-fargo whatsapp wto xiaomi yahoo yandex youtube zoom
`);
