import { loadEnglish } from '../src/runtime/load-english.js';
import { readArticle, makeArticle } from '../src/engine/index.js';
import { lowerCaser, weighCandidates } from '../src/engine/positions/find-positions.js';
import { ownSides } from '../src/engine/positions/own-side.js';
import { wordSequence } from '../src/engine/positions/word-sequence.js';
// args: [source] <cue> {content} notation
const english=loadEnglish();
for(const line of process.argv.slice(2)){
 let text='';const source:any[]=[],cue:any[]=[],content:any[]=[];const open:any={};
 for(const ch of line){ if(ch==='['||ch==='<'||ch==='{'){open[ch]=text.length}else if(ch===']'){source.push({start:open['['],end:text.length})}else if(ch==='>'){cue.push({start:open['<'],end:text.length})}else if(ch==='}'){content.push({start:open['{'],end:text.length})}else text+=ch;}
 const attr:any={source,cue,content,manner:'indirect',mode:'speech',within:null,confidence:1,reason:{rule:'x',score:1}};
 const r=readArticle(makeArticle({id:'x',text,published:'2031-01-01'} as any),{...english,attributor:{attribute:()=>[attr]}});
 const s=wordSequence(r,attr,lowerCaser(r));
 console.log(s.words.map((w,i)=>`${w}/${s.parts[i]}${s.quoted[i]?'"':''}`).join(' '));
 for(const w of weighCandidates(s,attr,'states',ownSides(r,lowerCaser(r))(attr,null))) console.log('   ',w.candidate.rule,w.candidate.side,'T:',s.words.slice(w.candidate.target.from,w.candidate.target.to).join(' '),'| E:',s.words.slice(w.candidate.evidence.from,w.candidate.evidence.to).join(' '),w.candidate.holder,w.score.toFixed(2));
 const p=r.statements[0]?.position; console.log('  =>',p&&{s:p.stance,t:text.slice(p.target.start,p.target.end),c:p.condition&&text.slice(p.condition.start,p.condition.end)});
}
