import { wordList } from './word-list.js';

/** Role words that tell a walk of life, each followed by it after an equals sign. */
export const WALKS_OF_LIFE = wordList(`
  actor=stage actress=stage ambassador=politics artist=stage astronaut=science athlete=sport baker=trade banker=business biologist=science
  bishop=church broker=business businessman=business businesswoman=business captain=arms cardinal=church carpenter=trade ceo=business
  champion=sport chancellor=politics chef=trade chemist=science coach=sport colonel=arms columnist=press comedian=stage commander=arms
  composer=stage congressman=politics congresswoman=politics correspondent=press councillor=politics councilman=politics cricketer=sport
  dancer=stage defender=sport dentist=medicine diplomat=politics doctor=medicine driver=trade economist=science editor=press
  electrician=trade envoy=politics farmer=trade filmmaker=stage footballer=sport forward=sport general=arms goalkeeper=sport golfer=sport
  governor=politics historian=science imam=church jockey=sport journalist=press lawmaker=politics lieutenant=arms linebacker=sport
  major=arms mathematician=science mayor=politics midfielder=sport minister=politics mp=politics musician=stage neurosurgeon=medicine
  novelist=stage nurse=medicine officer=arms painter=stage parliamentarian=politics pastor=church photographer=press physician=medicine
  physicist=science pitcher=sport player=sport plumber=trade poet=stage politician=politics pope=church premier=politics
  president=politics priest=church psychiatrist=medicine psychologist=medicine quarterback=sport rabbi=church rapper=stage reporter=press
  representative=politics runner=sport sailor=trade scientist=science sculptor=stage secretary=politics senator=politics sergeant=arms
  singer=stage sociologist=science soldier=arms songwriter=stage striker=sport surgeon=medicine swimmer=sport teacher=trade
  trader=business trucker=trade welder=trade
`);
