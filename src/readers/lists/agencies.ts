import { phraseList } from './phrase-list.js';

/** News agencies as credits write them, lower case. A credit "(…)" in a dateline counts whether or not it stands here. */
export const AGENCIES = phraseList(`
aap
afp
agence france-presse
anadolu
ani
ansa
ap
associated press
deutsche presse-agentur
dpa
efe
ians
interfax
itar-tass
kyodo
lusa
pa media
press association
press trust of india
pti
reuters
tass
the associated press
the canadian press
united press international
upi
xinhua
yonhap
`);
