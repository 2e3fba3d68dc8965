"""Given names and whom they are usually given to, written down from many countries; what both bear is in neither.

They only tell *he* from *she* where an article says nothing else about a person, and a person's name from a company's.
"""

from claims.lexicon.words import word_set

FEMALE_NAMES = word_set(
    """
    abigail abimbola achieng ada adaeze adanna adelaide adele adriana adwoa afua agatha agnes agnieszka aicha aida
    aiko aileen ailish ailsa aimee aina ainhoa aisha aishwarya aisling akiko akinyi akosua akua alana alba
    alejandra alena alessandra alexandra alice alicia alina alison alma amaka amal amalia amanda amara amber amelia
    amelie amina aminah aminata amira amy amélie ana anabel anastasia anaïs andrea andreea aneta anette angela
    angelica angelina angie anika anisha anita anja anjali anke ann anna annabel annalena anne anneke anneliese
    annelise annette annie anouk antoinette antonella antonia anuradha anushka anya aoife april araceli ariadne
    ariana arlene asha ashley asma asta astrid asunta atieno aud audrey aurelie aurora awa ayanda ayelet ayesha
    ayse aysel barbara beata beatrice beatriz becky belen belinda berit bernadette bernice bertha bessie beth
    bethan bethany betty beverley beverly bianca birgit birgitta birgitte bisi blanca blessing bolanle bonnie
    brenda bridget bridie brigid brigitte britta bronagh bronte bronwen bronwyn bríd bukola busisiwe camila camilla
    candace candice caoimhe carla carly carmel carmen carol carole carolina caroline carolyn carrie catalina
    catarina caterina catherine cathy catrin catriona cecilia celeste celia celine chandra chandrika chantal
    charlene charlotte chelsea cheryl chiamaka chiara chidinma chimamanda chinwe chioma chloe chloë christa
    christel christiana christina christine ciara cindy claire clara clare clarissa claudia claudine clodagh
    colette colleen concepción concepta condoleezza consuelo cora coral corinne cornelia courtney cristina cynthia
    dagmar daisy dalia dana daniela danielle daphne dawn debbie deborah debra dede deepa deepika deirdre delia
    delphine delyth denisa denise devi diana diane dina dineo divya dolores dominika donna dora dorcas doreen doris
    dorit dorota dorothea dorothy dot durga ebba ebele edie edith edna effie eileen eimear eira eirlys ekaterina
    ekua elaine eleanor elena eleni eleri elfriede elif elin elina elisa elisabeth elise elizabeth elke ella ellen
    elma elodie eloise elsa elsbeth elsie elspeth elvira emilia emilie emily emma enid erica erika erin erna
    ernestine esi esme esperanza estella esther ethel etta ettie eugenia eunice eva eve evelina eveline evelyn evie
    fadila fadimata faith fanny farah farida fatima fatimah fatma fatou fatoumata fay felicia felicity femke
    fenella fidelma filippa fiona fionnuala firoza flavia flora florence folake folasade frances francesca
    francisca francoise françoise freda frederica freya frida frieda funke funmilayo gabriela gabriella gabrielle
    gail geeta gemma genevieve georgia georgina geraldine gerda germaine gertrude ghislaine gillian gina giorgia
    giovanna gisela gita gitte giulia gladys glenda glenys gloria gobnait grace graciela grainne greta gretchen
    grete griselda gro gráinne guadalupe gudrun gulnara gulnora gulsen gunilla gunnel guro gwen gwendolyn gwenno
    gwyneth hadiza hadja haifa hajara hala halima halina halle halyna hana hanan hanna hannah hanne hanneke hansine
    harriet haruka hatice hauwa hawa hazel heather hedda hedwig heidi heike helen helena helene helga heloise hema
    hemalatha hendrikje henrietta hermione hester hettie hilary hilda hilde hildegard hillary holly hortense huda
    hui hélène ida ifeoma ifeyinwa ilaria ileana ilinca ilona ilse imelda imogen ina indira ines inga inge ingeborg
    inger ingrid inés ioana iolanda iratxe irena irene irina iris irma irène isabel isabella isabelle isadora isha
    isobel ita ivana ivanka ivonne ivy iwona jacinda jacinta jackie jacqueline jacqui jade jadwiga jamila jana jane
    janelle janet janice janina jasmin jasmine jaya jayne jean jeanette jeanne jelena jemima jenna jennifer jenny
    jessica jessie jhumpa jill jillian jitka jo joan joana joann joanna joanne jocelyn johanna jolanta jolene
    josefina josephine josie joséphine joy joyce juana juanita judith judy julia juliana juliane julie juliet
    juliette june justine jutta jyoti kaisa kalpana kamala kamla karen karin karina karla karolina kasia katarina
    katarzyna kate katherine kathleen kathrin kathryn kathy katia katie katja katrin katrina katya kavita kavitha
    kay kayla keisha kelly kemi kendra kerrie kerry kerstin khadija khadijah kim kimberly kinga kirsten kirsti
    kirstie kirsty klara kristen kristin kristina kristine krystyna kusum lakeisha lakshmi lalita lara larissa lata
    laura lauren lavinia layla lea leah leanne lebogang leila lena lene leni leona leonie leonor leonora lerato
    lesedi leslie leticia letitia li-na liesbeth lila lilian liliana lilly lily lina linda lindiwe line lisa
    lisbeth lise liv livia liz liza lizzie loes lola lorena loreta lorna lorraine lotte lottie louisa louise
    lourdes lubna lucia luciana lucie lucille lucinda lucy lucía ludmila luisa luz lydia lyn lynda lynette lynn
    lynne mabel madeleine madeline madhuri madina mae maeve magali magda magdalena magdalene maggie maha maia maike
    mairead mairi mairéad maisie maja makena malala malan malena malin malini mamta manal mandy manon manuela mara
    marcela marcella marcia mareike margaret margareta margarida margarita margot margrethe marguerite maria mariam
    mariama mariamu mariana marianne marie mariella marielle marilyn marina marion marisa marisol marit marita
    marjorie marlene marta martha martina martine mary maryam maría masha matilda matilde maud maudie maureen mavis
    maxine meena meenakshi meera meghan mei mei-ling melania melanie melinda melissa mercedes mercy meredith merete
    mette mia michaela michele michelle mihaela mildred milena millie mina minerva minnie mira miranda mireille
    miriam mirjam modupe moira molly mona monica monika monique morag moya muna muriel myfanwy myra myriam myrtle
    mónica nabila nada nadia nadine nafisa naima nakato nandini nanette nansubuga naomi nasreen natalia natalie
    natalya natasha nazneen neema neha nell nella nellie nerys nesrin nettie ngozi niamh nicola nicole nicoletta
    nida nigar nina ning nirmala nisha nita nitya njeri nkechi nneka nnenna noelle noemi nokuthula nomonde nomsa
    nomvula noor nora norah noreen norhayati norma noémie nthabiseng nuala nur nuria nóra octavia odette odile
    ojone olena olga olive olivia olwen omolara oona ophelia ottilie oyinkan padma palesa pallavi paloma pam pamela
    pandora paola parvati parveen patience patricia patrizia patty paula paulina pauline pearl penelope penny perla
    petra petrina petronella philippa philomena phoebe phyllis pia pilar piroska polly pooja poonam poppy portia
    pranita prasanna pratibha precious preeti priscilla priti priya priyanka prudence pushpa rabia rachel rachelle
    radha radhika rafaela ragnhild raisa rajani rani rania raquel rasha rashida rebecca rebekah refilwe regina
    reina reka rekha rekiya remya rena renata renate rene renee renuka renée retno rhiannon rhoda rhona ria rikke
    rima rina risten rita ritu riya roberta robyn roisin rokiah romana ronda rosa rosalia rosalie rosalind
    rosalinda rosamund rosanna rosaria rosario rosaura rose roseline rosemarie rosemary rosie rosita rosnah rowena
    roxana roxanne rukayat rukhsana rukmini ruth ruxandra róisín sabina sabine sabrina sadaf sade sadia saffron
    safiya saima sally salma salome samantha samira sana sandra sangeeta sanna saoirse sara sarah sarita saskia
    savitri seema selina selma senta sereana serena shabana shabnam shahida shakira shalini shamima shanice shannon
    shanta shanti sharon shauna shazia sheena sheila shelley sheryl shilpa shirin shirley shobha shonda shreya sian
    sibongile sibylle sidonie siew sigrid silvia simona simone sinead sinéad siobhan siobhán siri sita siti sneha
    sofia sofía soledad solveig sonia sonja sophia sophie soraya sorcha stacey stacy stefania stella stephanie sue
    sujata sukanya sunita sunniva surekha susan susana susanna susanne sushma suzanne suzette svetlana swantje
    sybil sylvia sylvie tabitha tadeja talia tamar tamara tammy tania tanja tanya tara tasneem tatiana tatyana
    temitope teresa teresita tess tessa thandeka thandi thandiwe thea thelma theodora theresa therese thuli thuy
    thérèse tilda tillie tilly tina titilayo tiziana toni tonia torunn tove tracey tracy trina trine trish trisha
    trudi trudy tuva ulla ulrike uma una unni ursula usha ute valentina valeria valerie vandana vanessa vanja
    vasudha veena vera verena verity veronica veronika veronique verónica vesna vibeke vicki vicky victoria vida
    vidya vigdis vilma vimala viola violet violeta virginia vivien vivienne wambui wanda wanjiku wanjiru wendy
    whitney wilhelmina wilma winfred winifred winnie xiomara xiu yaa yamini yan-ling yasmin yasmine yelena yetunde
    yoko yolanda yolande yui yuki yulia yvette yvonne zahra zainab zainabu zandile zanele zara zeinab zelda zena
    zeynep zita zodwa zoe zofia zora zoë zubaida zubeida zulaihat zuleika zuzana ángela
    """
)
MALE_NAMES = word_set(
    """
    aaron abbas abdallah abdel abdoulaye abdul abdullah abdulrahman abel abhishek abraham abu achim achmad adam
    adama adamu adebayo adekunle adel adem ademola adil aditya adnan adolfo adrian agustín ahmad ahmed aidan aivar
    ajay akash akhil akin akinwale akira alain alan alasdair alastair albert alberto aldo alec alejandro aleksandar
    aleksander alessandro alexander alexandre alexei alf alfie alfonso alfred alfredo alhassan ali alistair aliyu
    allan allen aloysius alphonse alun alvaro alvin amadou amar amin amir amit amos amrit anand anatol anatoli
    anatolii anatoly anders andre andreas andrei andres andrew andrzej andrés andy angelo angus anil anselm anselmo
    anthony anton antonio antony anwar apostolos archie ari arif aristide arjun armand armando armin arnaud arne
    arnel arnold aron arshad arthur arturo arun arvind asbjorn ashok ashraf ashwin aslak atif attila augustin
    augustine aurel austin avi axel ayo ayodele ayub azamat aziz babajide babatunde balaji baptiste barack barry
    bart bartosz bashir basil bassey beat bello ben benedict benedikt benito benjamin bennett benny benoit berat
    bernard bernardo bernd bert bertil bertram bharat bhaskar bilal bill billy birger bjarne bjorn björn bo bob
    bobby bogdan bohuslav boitumelo boris boubacar brad bradley brendan brent bret brett brian brodie bruce bruno
    bryan budi byron caleb callan callum calum calvin cameron carl carlo carlos carlton cathal cecil cedric cesar
    chandrashekhar charles charlie chen chester chetan chidi chidiebere chijioke chris christian christof christoph
    christophe christopher christos chukwuemeka ciaran clarence claude claudio claus clayton clement cliff clifford
    clint clive clyde cole colin colm con conor conrad corey cormac cornelius craig crispin curt curtis custodio
    cuthbert cyril dafydd dag dale damian damien damon dan daniel danny dante dara darius darko darrell darren
    daryl dave david davide davor declan deepak dele delroy demba denis dennis denys derek dermot derrick des
    desmond dev devendra dhruv didier diego dieter dietmar dilip dimitri dimitris dinesh dirk dmitri dmytro
    domenico domingo dominic dominik don donal donald douglas drew duncan dusan dustin dušan dwayne dwight dylan
    eamon ebenezer ebrahim ed eddie edgar edmond edmund eduard eduardo edward edwin efraim egil einar eirik eitan
    ejike elias elijah elliot ellis elmer elvis emeka emil emilio emmanuel emre enrico enrique enzo eoin eric erich
    erik erling ernest ernesto ernst erol errol erwin espen esteban ethan etienne eugene evan evaristo everton
    ewart ezekiel ezra fabian fabio fabrice faisal farhad farid farokh farouk faruk fazal federico felipe felix
    femi ferdinand fergal fergus fernando ferran festus fidel filip finbarr finlay fintan floyd fortunato francesco
    francis francisco franco frank frankie frans franz fraser fred freddie frederic frederick frederik friedrich
    fritz fyodor gabor gabriel garba gareth garrett garry garth gary gaspard gaston gaurav gavin gavril gbenga
    gearoid gearóid geir gene geoff geoffrey georg george georges georgi geraint gerald gerard gerardo gerhard
    germán gernot gerry gert ghassan giacomo gianluca gianni gideon gil gilbert gilberto giles gilles giorgio
    giovanni giulio giuseppe glen glenn glyn godfrey godwin gonzalo gopal gopalan goran gordon graeme graham grant
    greg gregor gregory grigori guido guillaume guillermo gunnar gunther gus gustav gustavo guus guy gwilym györgy
    günter günther habib hakan hakim hal halvard hamid hamish hamza hank hannes hans hansjorg harald hari harish
    harold haroon harpal harry hartwig harvey hasan hassan hauke hector heinrich heinz helge helmut hemant hendrik
    henk henri henrik henrique henry herbert herman hermann hernan hernán hicham hideo hiroshi hosea howard hubert
    hugh hugo hussain hussein håkan håkon héctor ian ibrahim ibrahima iddrisu idris idriss ifeanyi ignacio ignatius
    igor ilhan ilias ilya imad iman imran inderjit ioan ioannis irfan isaac isaiah ishaan ishmael ismael ismail
    issa issaka itamar ivan ivar ivo jabril jack jacob jacques jagdish jaime jaimie jair jake jakob jakub jalal
    jamal james jamie jan-erik janez janos jared jarek jaroslav jasper javed javier jayesh jaylen jeb jed jeff
    jeffrey jens jeremiah jeremy jerome jerry jesper jesus jesús jim jimmy jiri joachim joao joaquim joaquin
    joaquín joe joel johan johann johannes john johnny jon jonas jonathan jordi jorg jorge joris jorn jose josef
    joseph josh joshua jostein josue josé joão juan jude juergen juha jukka julian julien julio julius juma junaid
    jurgen justin jörg jürgen kabir kai kaleb kalle kamal kamau kamil kareem karel karim karl karol karsten karthik
    kaspar kasper keith kelechi kelvin ken kenji kenneth kenny keshav kevin khaled khalid kian kieran kipchoge kirk
    kishore kjell klaus knut kofi kojo kola konrad konstantin kostas krishna kristian kristof krzysztof kumar kunal
    kunle kurt kwabena kwaku kwame kwasi kwesi kyle lachie lachlan lalit lambert lameck lamont lance larry lars
    lasse laszlo laurence laurent laurie lawrence lazar leandro lee leif len lennart leo leon leonard leonardo
    leonid leopold leroy les leszek levi lewis liam lionel lloyd lorenzo lothar lou louis luc luca lucas lucian
    luciano lucien ludovic ludwig luigi luis luiz lukas luke lutz lwazi lyle lászló maarten mads magnus mahesh
    mahmoud mahmud maksim malachy malcolm malick mamadou manfred mani manish manoj manuel marc marcel marcello
    marcelo marcin marco marcos marcus marek mariano mario marius mark marko markus marlon marshall martin martín
    marvin matej mateo mateus mateusz mathias mathieu matias matjaz matjaž mats matt matteo matthew matthias
    matthieu maurice mauricio mauro max maxim maximilian maxwell mehdi mehmet mel melvin merv mervyn michael michal
    michel mick miguel mihai mikael mike mikhail mikkel mikko milan miles milos milton mircea miroslav mitchell
    mitt mohamed mohammad mohammed mohan mohit mohsin mordechai morgan moritz morten moses moshe mostafa moussa
    muhammad muhammadu mukesh murali murat murray murugan musa mustafa mustapha mwai mícheál nabil nadeem nadim
    namdeorao narayan narendra naresh nasir nasser nathan nathaniel naveed naveen ned neil nelson nestor newt niall
    nicholas nick nicolas niels nigel nihal nikhil nikolai nikolaos nikolas nikos nilesh nils nitin noah noel
    norbert norman nuno nurlan néstor obinna octavio odhiambo ola olaf olav oldrich ole oleg oleh oleksandr oliver
    olivier ollie olu olumuyiwa oluwaseun omar omari omer orlando oscar oskar osman oswald otavio otis otto otávio
    oumar ousmane owain owen pablo paddy pankaj paolo paresh pascal patrick patrik patryk paul paulo paulus pavel
    pavlo pavol pawel pedro pekka per percy pete peter petr petros petter phil philip philipp philippe pierce
    pierre piers piet pieter pietro piotr pitambar prabhat prafulla prakash pramod prasad pratap praveen prem
    przemyslaw puneet quentin quincy quinton radek radim radoslav radu rafael rafal raghav raghavendra raghu
    raghunandan rahul rainer raj rajan rajat rajeev rajendra rajesh rajinder rajiv rakesh ralf ralph ram raman
    ramesh ramiro ramon ramón randall randy ranjan ranjit raoul rashid rasmus raul ravi ray raymond raúl reagan reg
    reggie reginald reince reinhard remi rex reza rhodri rhys ricardo riccardo richard rick ricky rizwan rob robert
    roberto robin rocco rod roderick rodney rodrigo roel roger rohan rohit roland rolf roman romeo ron ronald ronan
    ronnie rory ross roy royce ruairi ruairí ruaraidh ruaridh ruben rubén rudi rudolf rufus rui rupert russ russell
    rustam ryan rémy sachin said saleem salim salman salvador salvatore sam sameer sami samir sammy samson samuel
    sandeep sandro sani sanjay sanjeev santiago santosh saravanan satish saul scott seamus sean sebastian sebastien
    sebastián segun sekou selwyn semi senthil serge sergei sergey sergio seth seán shahid shane shankar shaun shawn
    shayne shehu shoaib siddharth sidney sigurd silvio simon sindre siphiwo sipho slavko slobodan sohan solomon
    soren souleymane spencer sridhar srinivas stan stanislav stanislaw stanley stefan stefano steffen sten stephan
    stephane stephen steve steven stewart stig stuart subhash sudhakar sudhir sugata sulaiman suleiman sultan sunil
    suraj suresh sven swapnil sylvain sylvester séamus sékou sílvio sören søren tadeusz tadhg taha takashi takeshi
    tam tanko tarek tariq tariro taro tayo ted teddy tendai teofilo terence terje terrence terry thabo theo theodor
    theodore thiago thierry thomas thor thorbjorn thorsten tiago tibor tim timo timothy titus tjeerd tobias tobías
    tochukwu todd toivo tom tomas tomasz tommaso tommy tomás tony tor torben torbjörn torbjørn torgeir torsten
    travis trevor tristan troy tshepo tudor tunde tyrone uche uday udo ulf ulises ulrich umar umberto urmas uwe
    vaclav vadim valentin valery varun vasile vasily venkat venkatesh victor vidar vijay vikas vikram viktor ville
    vinay vince vincent vincenzo vinod virgil vishal vitali vito vivek vlad vladimir vlastimil volker volodymyr
    víctor wade waldo walid wallace walt walter wanyama waqar warren wasim wayne wendell werner wesley wilbur
    wilfred wilfredo wilhelm will willem william willie wilson wim winston witold wladyslaw wojciech wolfgang
    xavier yakov yakubu yan yann yannick yash yassine yaw yevgeny yitzhak yohanes yosef yoshio youssef youssouf
    yuri yusuf yves zac zachary zaheer zahid zbigniew zdenek zoltan zubair álvaro ángel åge óscar øyvind
    """
)
