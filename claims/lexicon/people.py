"""Words that stand before and after people's names, and the nouns that people are called by."""

from claims.lexicon import sources
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
    academic accountant activist actor actress adviser advisor agent aide ambulanceman anaesthetist appellant
    applicant architect artist assistant astronomer athlete auctioneer auditor baker ballerina banker barber
    barista bartender batsman biographer biologist blogger bookseller bowler boxer boy broadcaster broker
    builder bursar businessman businesswoman butcher buyer caretaker carpenter cartographer champion chaplain
    chef chemist choreographer civilian claimant clerk climatologist co-author co-founder co-leader co-owner
    coalman collector columnist comedian composer conductor conservationist consultant contender contractor
    convener convenor cook coordinator copilot counsellor courier crewman critic curator curator-general
    customer dad-of-four dad-of-one dad-of-three dad-of-two dancer dealer dean defender delegate democrat
    dentist designer developer dietician diplomat director-general diver docker don draftsman draughtsman
    drummer ecologist editor-in-chief electrician employee employer entrepreneur epidemiologist examiner
    executive fan farmhand father-of-three father-of-two financier firefighter fireman fisherman fishmonger
    footballer forecaster foreman forester forewoman front-runner frontrunner gardener geographer geophysicist
    girl glaciologist goalkeeper governor-general grandee grocer guard guardian guitarist hairdresser headmaster
    headmistress headteacher herder hiker holder host hotelier housewife hunter hydrologist illustrator
    immunologist incumbent instructor interpreter inventor investigator investor jeweller journalist juror
    keeper labourer landlady landlord landowner lawman lecturer legislator librarian lifeguard linguist lobbyist
    lorry-driver machinist man manager-director mason matron mechanic mediator member meteorologist midwife
    milkman miner missionary monarch monk mother-of-one mother-of-three mother-of-two motorist mum-of-four
    mum-of-one mum-of-three mum-of-two musician naturalist negotiator neurologist nominee novelist nun nurse
    nutritionist oboist observer official oncologist organiser organizer paediatrician painter palaeographer
    palaeontologist paramedic participant passenger pastor pathologist patient patron pediatrician pensioner
    performer perpetrator person petitioner pharmacist philanthropist philosopher photographer physician
    physicist physiotherapist pilot planner player plumber poet policeman policewoman porter postman postmaster
    potter priest printer producer prof programmer promoter proprietor psychiatrist psychologist publican
    publisher pupil radiographer radiologist rancher ranger realtor receptionist recorder referee refugee
    registrar republican restaurateur retiree rider rigger rival ruler runner sailor salesman saleswoman scholar
    schoolteacher screenwriter scriptwriter sculptor seaman secretary-general shepherd shopkeeper singer skipper
    smallholder socialite sociologist soldier sous-chef specialist sportsman sportswoman stallholder statesman
    statistician steward stockbroker storekeeper striker student superior supervisor surgeon surveyor survivor
    swimmer tailor technician teenager tenant therapist toxicologist tracker trader translator trawlerman
    trustee tutor umpire undersecretary undertaker user usher vendor verger vet veterinarian vicar vice-chair
    vice-chancellor vice-president violinist virologist visitor volcanologist volunteer voter waiter waitress
    whistleblower wholesaler wicketkeeper winemaker winner witness woman woodcarver worker writer zoologist
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
