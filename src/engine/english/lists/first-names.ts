import { wordList } from './word-list.js';

/** First names that are, in news in English, nearly always a woman's; lower case, without diacritics. */
export const FEMALE_FIRST_NAMES = wordList(`
  abby abigail ada adele adriana agnes agnieszka aisha alejandra alena alessandra alexandra alice alicia alina alison allison alma alyssa
  amal amanda amber amelia amina amy ana anastasia aneta angela angelica angelina anita anna annabelle anne annegret annette annie antonia
  april arancha ariana arianna arlene asma astrid audrey aung ava ayesha barbara beata beatrice beatriz becky belinda bella benazir
  bernadette bernice bertha beth bethany betsy betty beverly bianca birgit bonnie brenda briana bridget brigitte brittany caitlin camila
  camille candace carla carly carmen carol carole caroline carolyn carrie catalina cate caterina catherine cathy cecilia celeste celia
  charlene charlotte chelsea cheryl chloe chrissy christa christiane christina christine christy chrystia cindy claire clara claudia
  colleen connie constance consuelo corinne cristina crystal cynthia dagmar dalia daniela danielle daphne darya dawn deb debbie deborah
  debra deirdre delia delphine denise diana diane dianne dilma dina dolores donna dora doris dorothy dunja ebony edith edna eileen elaine
  eleanor elena eleni elisa elisabeth elise eliza elizabeth elke ella ellen elsa elsie elvira emilia emily emma erica erika erin ernestine
  esperanza estelle esther ethel eugenia eunice eva evangeline eve evelyn ewa faith fatima fatou federica felicia fernanda fiona florence
  frances francesca francoise frauke freda frida gabriela gabriella gabrielle gail galina gemma genevieve georgina geraldine gertrude
  gillian gina ginny gisela giulia gladys glenda gloria golda grace greta gretchen gudrun gwen gwendolyn hadja hanna hannah harriet hazel
  heather heidi heike helen helena helene helga helle henrietta hilary hilda hillary hope huma ida ilaria ileana inga inge ingrid irena
  irene irina iris isabel isabella isabelle ivana ivanka ivonne jacinda jacqueline jada jana jane janelle janet janice janine janna
  jasmine jeanette jeanine jeanne jen jenna jennie jennifer jenny jessica jill joan joanna joanne jocelyn johanna josefina josephine joy
  joyce juanita judith judy julia juliana julie juliet jung justine kaja kamala karen karin karina karine karla katarina kate katharina
  katharine katherine kathie kathleen kathryn kathy katie katja katrin katrina kayla kayleigh keiko kellyanne kelsey kerstin kimberly kira
  kirsten kirsti kirstjen klara kristalina kristen kristi kristin kristina kristine kyra laila lana lara latoya laura lauren laurie lea
  leah leanne leila lena leni leona leonora leticia leyla lidia liesl lilian liliana lillian lily lina linda lisa liudmila liz liza lizzie
  ljubica lois lola lorena loretta lori lorna lorraine lotte louise lourdes lucia lucille lucinda lucy luisa luise luz lydia lyn lynda
  lynne lyudmila mabel madeleine madeline madison magdalena maggie maia maja makeda malala malgorzata mallory mandy manuela mara marcella
  marcia margaret margarethe margarita margot margrethe maria mariah mariam mariana marianne marie mariela marielle marilyn marina marine
  marisa marissa marjorie marlene marsha marta martha martina mary maryam masha matilda maureen maxine maya megan meghan melania melanie
  melinda melissa mercedes mia michaela michele michelle mildred minna miranda mireille miriam mitzi moira molly mona monica monika
  monique muriel myra myriam nadezhda nadia nadine nan nancy naomi natalia natalie natalya natasha nathalie neema nellie nicola nicole
  nicolette nikki nina noemi nora norma oksana olena olga olivia oona oprah pam pamela paola patricia patsy patti paula paulette paulina
  pauline pearl peggy penelope penny petra phoebe phumzile phyllis pilar polly priscilla priti priyanka rachael rachel ramona raquel
  rebecca regina rena renata renee rhonda rihanna rima rita roberta rochelle romina ronda rosa rosalind rosalynn rose roseanne rosemary
  rosie roxana roxanne ruth sabina sabine sabrina sadie sally salma salome samantha sandra sanna sara sarah savannah selma serena shaheen
  shari sharon shauna sheila shelley sheryl shirley shonda sigrid silvia simone sinead sofia sonia sonja sonya sophia sophie stefanie
  stella stephanie sue sunita susan susana susanna susanne suzanne suzy svetlana sviatlana svitlana sybil sylvia sylvie tabitha tamar
  tamara tammy tanja tanya tara tatiana tatyana teresa terri tess tessa thelma theresa therese tiffany tina toni trina trish trudy tulsi
  tzipi ursula valentina valerie vanessa vera verona veronica vicki vickie victoria vigdis viktoria violeta viviane wanda wendy whitney
  whoopi wilhelmina wilma winifred winnie xenia yael yasmin yolanda yulia yvette yvonne zainab zara zinaida zoe zoya zsuzsanna
`);

/** First names that are, in news in English, nearly always a man's; lower case, without diacritics. */
export const MALE_FIRST_NAMES = wordList(`
  aaron abdel abdul abdullah abel abraham adam adnan adolf adrian ahmad ahmed aidan akira al alain alan albert alberto aldo alec alejandro
  aleksandar aleksander aleksandr aleksey alessandro alexander alexandre alexei alexey alfonso alfred alfredo ali alistair allan allen
  alois alonso alvaro alvin amadou amir amit anders andre andreas andrei andrej andres andrew andrey andrii andriy andrzej andy angelo
  anthony antoine anton antonin antonio antony anwar archie ari arkady armando armin arnaud arne arnold arseniy arthur arturo arun asad
  asher ashraf asif aslan atiku augusto austin avigdor aziz barack barney barry bart bartosz bashar basil bastian ben benedict benito
  benjamin benny bernard bernardo bernd bernie bert bertrand bill billy bjorn bo bob bobby bogdan boris borut boyko brad bradley brandon
  branko brendan brent bret brett brian bronislaw bruce bruno bryan burt byron calvin camilo carl carlo carlos carlton carsten cecil
  cedric cesar charles charlie christian christoph christophe christopher chuck clarence claudio clayton clement cliff clifford clint
  clive clyde colin conor corey cornelius cory craig curt curtis cyril cyrus dale damian damien dan daniel danilo danny dante dariusz
  darrell darren daryl dave david dean dejan denis dennis denys derek dermot derrick dexter diego dieter dietmar dimitri dimitris dirk
  dmitri dmitriy dmitry dmytro domenico dominic don donald doug douglas duane duncan dustin dwayne dwight dylan earl ed eddie edgar edmond
  edmund eduard eduardo edward edwin egon ehud eli elias elijah elliot elliott elmer elon emanuel emil emilio emmanuel emmerson enda
  enrico enrique eric erich erik ernest ernesto ernie ernst erwin esteban ethan eugene evan evgeny evo fabian fabio fabrice faisal farid
  federico felipe felix ferdinand fernando fidel filip florian floyd francesco francisco franco francois frank franklin franz fred freddie
  frederic frederick fredrik friedrich fritz fyodor gabor gabriel gareth garrett garth gary gavin gene geoff geoffrey georg george georges
  georgi gerald gerard gerardo gerd gerhard gerry gianni gilbert gilles giorgio giovanni giuseppe glen glenn gordon graham grant greg
  gregor gregory grigory grover guido guillaume guillermo gunter gunther gus gustav gustavo guy haim hakan hamid hank hans harald harold
  harrison harry harsh hartmut harvey hasan hashim hassan haydar hector heiko heiner heinrich heinz helmut hendrik henri henrik henry
  herbert herman hermann herve hiroshi horace horst hosni howard hubert hugh hugo hussein ian ibrahim igor ilan ilham ilya imran ingo
  ioannis ion isaac isaiah ismail ivan ivica ivo jacek jack jacob jacques jaime jair jake jakob jamal james janez jaroslaw jason javier
  jay jeb jed jeff jeffrey jens jeremy jerome jerry jesper jesse jesus jim jimmy joachim joao joaquin joe joel joerg johan johann johannes
  john johnny jon jonas jonathan jordi jorge jose josef joseph josh joshua juan judd julian julien julio julius jurgen justin kai kamal
  karel karim karl karsten kaspar keith kemal ken kenneth kent kevin khaled khalid kiriakos kiril kirill kofi konrad konstantin krzysztof
  kurt kwame kyle lamar lance larry lars lasse laurent lawrence lech leo leon leonard leonardo leonid leopold leroy leszek lev lewis liam
  lionel lloyd lorenzo lou louis luc luca lucas lucien ludwig luigi luis luiz lukas lukasz luke luther lyle lyndon maciej magnus mahmoud
  malcolm manfred manmohan manuel marat marc marcel marcello marcelo marcin marco marcos marcus marek mariano mario marius mark marko
  markus marlon marshall martin martti marty marvin massimo mateo mateusz matt matteo matthew matthias maurice mauricio mauro max maxim
  maxime maximilian mehdi mehmet mel melvin micah michael michal miguel mihai mike mikhail miklos milan milorad milos miloslav milton
  mircea mitch mitchell mitt mohamed mohammad mohammed moritz morris moshe muhammad murat murray mustafa mykhailo mykola naftali narendra
  nasser nathan nathaniel ned neil nelson nestor nicholas nick nicolai nicolas nicolaus niels nigel niklas nikola nikolai nikolas nikolaus
  nikolay nils noah noam noel norbert norm norman olaf ole oleg oleh oleksandr oleksii oleksiy oliver olivier omar orlando orrin osama
  oscar osman oswald otto owen pablo paddy paolo pascal patrice patrick patrik paul paulo pavel pavlo pawel pedro percy pervez pete peter
  petr petro petteri phil philip philipp philippe phillip pierre pieter piotr preet quentin quincy rafael rafal rahm rahul raj rajiv ralf
  ralph ramon ramzan rand randall randy raphael rashid raul ray raymond recep reinhard reinhold rex reza ricardo rich richard rick ricky
  rinat rob robert roberto rod roderick rodney rodolfo rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf
  rudolph rudy rupert russ russell rustem ryan saad sadiq salim sami samir samuel sandro sanjay santiago saul scott sean sebastian serge
  sergei sergey sergio serhii serhiy seth seymour shane shawn shimon shinzo sid sidney sigmar silvio simon slobodan solomon spencer stan
  stanislav stanislaw stanley stefan stefano steffen stephan stephane stephen stephon steve steven stewart stuart suleiman sven sviatoslav
  tad tariq taro ted terence terrence thaddeus theo theodor theodore thierry thomas thorsten tiger tim timo timothy tobias toby todd tom
  tomas tomasz tommy tony torsten travis trent trevor trey trygve tucker tyler tyrone udo ulf ulrich umberto uwe vaclav vadim valentin
  valery vance vasily vern vernon viacheslav victor vijay viktor vince vincent vincenzo vitali vitaliy vitaly vito vlad vladimir vladislav
  volker volodymyr vyacheslav wade waldemar walt walter warren wayne wendell werner wes wesley wilbur wilfried wilhelm will willem william
  willie willy winston wladimir wojciech wolf wolfgang woodrow xavier yair yannis yasser yegor yevgeny yitzhak yoshihide yuri yuriy yusuf
  yves zach zachary zbigniew zeljko zoltan zoran
`);

/** First names that women and men bear: they mark a name and say nothing of gender. */
export const EITHER_FIRST_NAMES = wordList(`
  alex alexis andrea ashley aubrey blair carey casey chris claude dana darcy devin dominique drew francis harper hayden ilhan ira jackie
  jamie jan jean jodi jody jordan jules kay kelly kerry kim kit laurence lee lesley leslie lindsay lindsey loren lynn marion michel morgan
  nat nikita noa noor pat quinn reese rene riley robin rosario rowan sam sandy sasha shannon shaun shay stacey stacy stevie sunny tatum
  taylor terry tory tracey tracy val vivian
`);
