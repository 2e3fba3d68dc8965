"""Words that stand before and after people's names, and the nouns that people are called by."""

from claims.lexicon import sources, words
from claims.lexicon.words import word_set

HONORIFICS = word_set(
    """
    adi adv advocate alhaja alhaji arch archbishop atty ayatollah baron baroness barrister bishop br brother
    canon cardinal count countess dame datin dato dato' datuk deacon dean dom doña dr elder encik engr eze
    father fr frau fräulein haji hajia hajiya hajj hajji herr hon honorable honourable igwe imam justice khun
    kumari lady lord ma madam madame malam mallam mama messrs miss mlle mme monsieur mr mrs ms mullah mx mzee
    naa nana oba okyeame opanyin pa pandit pastor pope prof professor puan rabbi ratu rev revd reverend rt
    senhor senhora señor señora shaikh sheikh sheikha shri shrimati signor signora sir sister smt sr sri tan
    togbe tpl tuan tun ustad ustaz viscount
    """
)
RANKS = word_set(
    """
    acp adm admiral asp brig brigadier capt captain cdr chief col colonel commander commissioner comptroller
    comr con constable corporal cpl dc dci dcop dcp dcs det detective di ds dsi dsp garda gen general insp
    inspector lieutenant lt maj major marshal pc pfc private pte pvt rear-admiral sergeant sgt sheriff spc ssgt
    staff superintendent supt trooper vice-admiral wpc
    """
)
OFFICES = word_set(
    """
    ald alderman alderwoman ambassador assemblyman assemblymember assemblywoman attorney boss ceo cfo chair
    chairman chairperson chairwoman chancellor cllr coach commissioner congressman congressperson congresswoman
    consul coo correspondent coun councillor councilman councilmember councilor councilwoman counsel cr cto
    deputy director duchess duke earl editor emir emperor empress envoy gov governor head judge king leader
    magistrate manager mayor mep minister mla mna mp mpp ms msp officer owner premier president prince princess
    principal prosecutor provost queen rector rep reporter representative secretary selectman sen senator
    speaker spokesman spokesperson spokeswoman sultan td whip
    """
)
KIN = word_set(
    """
    aunt brother brother-in-law child cousin dad daughter eldest ex-husband ex-wife father father-in-law fiancé
    fiancée friend gran grandad granddad granddaughter grandfather grandma grandmother grandpa grandson
    great-grandad great-nephew great-niece husband mam mom mother mother-in-law mum nan nephew niece parent
    partner sister sister-in-law son stepfather stepmother twin uncle widow widower wife youngest
    """
)
_OTHER_ROLES = word_set(
    """
    abbess abbot academic accountant activist actor actress adjudicator adjutant administrator adviser advisor
    agent aide airman alcalde alumnus ambulanceman anaesthetist angler announcer appellant applicant apprentice
    arbiter arborist archer architect artist assayer assessor assistant astronaut astronomer ataman athlete
    attendant auctioneer auditor backbencher bailiff baker ballerina banker barber barista bartender bassist
    batsman beekeeper bellringer beneficiary biographer biologist blogger boatman boatswain bookkeeper
    bookseller botanist bourgmestre bowler boxer boy breeder brewer bricklayer broadcaster broker builder
    burgomaster bursar businessman businesswoman butcher buyer cameraman captive cardiologist carer caretaker
    carpenter cartographer cashier castaway caterer cavalryman ceann-comhairle cellist ceramicist chairmaker
    champion chaplain chauffeur chef chemist chieftain chiropractor choreographer churchwarden cinematographer
    civilian claimant cleaner clerk climatologist climber co-author co-chair co-chairman co-director co-founder
    co-host co-leader co-owner co-pilot co-writer coalman coalminer cobbler codebreaker coder cofounder
    collaborator collector columnist comedian commentator communicator compere composer concierge conductor
    confectioner conscript conservationist conservator consultant contender contractor controller convener
    convenor convict cook coordinator copilot copywriter cosmologist counsellor courier courtier crewman
    cricketer critic crofter crooner curator curator-general custodian customer cyclist dad-of-four dad-of-one
    dad-of-three dad-of-two dairyman dancer dealer dean decorator defenceman defender defenseman delegate
    democrat demographer dentist dermatologist designer detainee developer diarist dietician dietitian diplomat
    director-general dispatcher distiller diver docker dockworker documentarian don draftsman draughtsman
    dressmaker drover drummer ecologist editor-in-chief educator elector electrician employee employer
    endocrinologist enforcer entomologist entrepreneur epidemiologist equestrian escapee essayist ethnographer
    ethnologist evacuee evangelist examiner executive executor explorer exporter fan farmhand father-of-three
    father-of-two ferryman fiddler filmmaker financier firebrand firefighter fireman fisherman fishmonger
    fishwife flanker flautist florist folklorist folksinger footballer forager forecaster foreman forester
    forewoman freelancer front-runner frontman frontrunner fullback fundraiser gaffer gamekeeper gangster
    gardener gastroenterologist genealogist geneticist geochemist geographer geophysicist girl glaciologist
    glassblower glazier goalkeeper goldsmith golfer governess governor-general grandee grandmaster grazier
    greengrocer grocer groundsman guard guardian guerrilla guitar-maker guitarist gymnast gynaecologist
    haematologist hairdresser handyman harbourmaster harpist harvester hawker headman headmaster headmistress
    headteacher healer herbalist herder herpetologist hetman highlander hiker hitman holder homeowner horseman
    host hostage hotelier householder housewife humanist humorist hunter husbandman hydrologist ichthyologist
    illustrator immunologist impresario incumbent innkeeper instructor insurgent intendant intendente
    interpreter interviewer inventor investigator investor islander janitor jeweler jeweller jockey joiner
    journalist jurist juror keeper keyboardist kickboxer laborer labourer lamplighter lancer landlady landlord
    landowner landrat laundress laureate lawman lecturer left-back legislator lehendakari lexicographer
    librarian lieutenant-governor lifeguard lighthouse-keeper limnologist linguist liquidator litigator lobbyist
    locksmith logger longshoreman lorry-driver luthier lyricist machinist maestro magician magnate maid man
    manager-director marksman mason masseur mathematician matriarch matron mechanic mediator medic member mentor
    merchant messenger meteorologist microbiologist midfielder midwife militant milkman millionaire miner
    mineralogist missionary mixologist mogul monarch monk mother-of-one mother-of-three mother-of-two motorist
    mountaineer muezzin mukhtar mum-of-four mum-of-one mum-of-three mum-of-two muralist musician mycologist
    naturalist navigator negotiator neurologist neuroscientist newcomer newsreader nobleman noblewoman nomad
    nominee notary novelist nun nurse nurseryman nutritionist oberbürgermeister oboist observer obstetrician
    oceanographer official oligarch ombudsman oncologist ophthalmologist optician optometrist orchardist orderly
    organiser organist organizer ornithologist orphan orthodontist outfielder outlaw overseer paediatrician
    painter palaeographer palaeontologist panelist panellist paralegal paramedic paratrooper parishioner
    parliamentarian participant passenger passer-by pastor pathologist patient patriarch patron patwari
    peacekeeper pediatrician pediatrist pensioner percussionist performer perpetrator person petitioner
    petty-officer pharmacist philanthropist philologist philosopher phlebotomist photographer physician
    physicist physiotherapist pianist pilot pitcher planner player playwright plumber poet polemicist policeman
    policewoman politician polymath porter postdoc postman postmaster postwoman potter powerlifter preacher
    predecessor prefect prefeito priest primatologist printer prisoner probationer producer prof programmer
    promoter proprietor proprietress prospector protagonist protester psychiatrist psychologist psychotherapist
    publican publisher pupil puppeteer quarterback quartermaster raconteur radiographer radiologist rancher
    ranger rapper ratepayer realtor rebel receptionist recluse recorder recruit referee reformer refugee
    registrar republican respondent restaurateur restorer retailer retiree reviewer revolutionary rider rigger
    right-back rioter rival roofer rower ruler runner sacristan saddler sailor salesman saleswoman sarpanch
    saxophonist scaffolder scholar schoolboy schoolgirl schoolmaster schoolmistress schoolteacher screenwriter
    scriptwriter scrivener scrum-half sculptor seafarer seaman seamstress secretary-general seller semiotician
    serviceman servicewoman settler sexton shareholder shepherd shepherdess shipbuilder shipowner shipwright
    shoemaker shopkeeper shopper shortstop sidekick signaller signatory silversmith singer skater skier skipper
    slalomist smallholder smuggler snowboarder socialite sociologist soldier songwriter soprano sous-chef
    specialist speechwriter spinner sportscaster sportsman sportswoman sprinter squire stable-hand stagehand
    stallholder stallkeeper starlet starosta statesman statistician statistician-general stepchild steward
    stockbroker stockman stonemason storekeeper storyteller stowaway striker student stuntman subeditor
    submariner successor suffragette superior supermodel supervisor supporter surgeon surveyor survivor swimmer
    swordsman tailor tanner taoiseach taxidermist taxpayer teammate technician teenager tehsildar telegraphist
    tenant tenor thatcher theologian therapist thespian toolmaker townsman toxicologist tracker trader trainee
    trainer translator traveler traveller trawlerman trekker triathlete tribesman trombonist trumpeter trustee
    tsar tutor tycoon typist tánaiste umpire undersecretary understudy undertaker urologist user usher
    vaccinologist valet valuer vendor verger vet veteran veterinarian vicar vice-captain vice-chair
    vice-chancellor vice-president vice-principal vice-provost villager vintner violinist violist virologist
    virtuoso visitor viticulturist vocalist voivode volcanologist volunteer voter waiter waitress warden warlord
    watchmaker watchman weaver webmaster welder whaler whistleblower wholesaler wicketkeeper winemaker wing-back
    winger winner witness woman woodcarver woodsman woodworker worker wrestler writer yachtsman yachtswoman
    yeoman youngster zamindar zookeeper zoologist
    """
)
ROLE_NOUNS = (sources.ROLES | OFFICES | RANKS | KIN | _OTHER_ROLES) - word_set("chief con expert garda staff")
"""Nouns for one person, in the singular."""
TITLES = (HONORIFICS | RANKS | OFFICES | ROLE_NOUNS | word_set("const")) - word_set(
    """
    boy cook girl hunter ma mama man mason person porter potter steward tan woman
    """
)
"""Words of a run of capitals that are no part of a person's name, where another follows."""
AMBIGUOUS_TITLES = word_set("col con dean don mama")
"""Titles that are given names too: *Col Pettifer* is as likely a Colin."""
TITLE_TAILS = word_set(
    "affairs commons designate elect general in-chief opposition parliament police pro staff state tem"
)
"""Words that end a title and begin no name: *Minister of State …*, *Mayor Pro Tem …*."""
POST_NOMINALS = sources.SUFFIXES | word_set(
    """
    am ao ba bsc cbe cpa esq frs ias ips iv ma mla msp op ret rn san sc sj td usn
    """
)
COUNSELS = word_set("kc qc sc san")
"""What stands after the names of senior lawyers."""

FEMALE_NOUNS = word_set(
    """
    actress alderwoman alhaja assemblywoman aunt ballerina baroness businesswoman chairwoman congresswoman
    councilwoman countess dame daughter duchess empress ex-wife fiancée forewoman frau girl gran granddaughter
    grandma grandmother great-niece hajia hajiya headmistress heroine hostess housewife lady landlady madam
    madame mam matron midwife miss mlle mme mom mother mother-in-law mother-of-one mother-of-three mother-of-two
    mrs ms mum mum-of-four mum-of-one mum-of-three mum-of-two nan niece nun policewoman princess puan queen
    saleswoman senhora señora sheikha shrimati signora sister sister-in-law smt spokeswoman sportswoman
    stepdaughter stepmother waitress widow wife woman
    """
)
MALE_NOUNS = word_set(
    """
    alderman alhaji assemblyman baron batsman bishop bloke boy brother brother-in-law businessman chairman
    congressman councilman count dad dad-of-four dad-of-one dad-of-three dad-of-two duke earl emir emperor encik
    ex-husband father father-in-law father-of-three father-of-two fireman fisherman fishmonger fr gentleman
    grandad granddad grandfather grandpa grandson great-grandad great-nephew headmaster herr husband imam king
    lad landlord lord man milkman monk monsieur mr mullah nephew pa policeman pope postman priest prince rabbi
    salesman seaman senhor señor shri signor sir son spokesman sportsman statesman stepfather stepson sultan
    tuan uncle viscount widower
    """
)

_AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman")
_NO_AGENTS = words.DETERMINERS | words.PREPOSITIONS | words.ADVERBS | words.SUBORDINATORS | words.MONTHS
_NO_AGENTS |= word_set("former earlier older elder younger rather together remember summer")


def names_agent(word: str) -> bool:
    """Whether a word in lower case, before a name, is a noun for somebody: a known one, or made as *cottager* is."""
    return word in ROLE_NOUNS or (len(word) > 5 and word.endswith(_AGENT_ENDINGS) and word not in _NO_AGENTS)
