"""Nouns that tell what kind of source speaks."""

from claims.lexicon.words import word_set

MEDIA = word_set(
    """Reuters Bloomberg BBC CNN CBS NBC MSNBC ABC AFP Xinhua TASS RIA Interfax Axios Politico POLITICO NPR PBS Fox
     television TV radio newspaper newspapers magazine broadcaster channel agency agencies Times Post Journal
     Guardian Telegraph Mail Herald Tribune Gazette Observer Globe News media tabloid website"""
)
DOCUMENTS = word_set(
    """report reports study studies poll polls survey surveys research paper papers filing filings document documents
    data figures statistics letter memo statement indictment complaint lawsuit affidavit transcript audit review
    analysis bulletin message messages note notes notice notices leaflet
    census findings results ruling judgment emails records email book memoir website article list lists
    editorial census forecast assessment minutes"""
)
CROWD = word_set(
    """analysts experts critics observers economists historians supporters commentators residents witnesses people
    voters investors traders scientists researchers campaigners activists opponents protesters neighbours neighbors
    doctors families parents lawmakers democrats republicans many some others most conservatives liberals users
    academics strategists relatives villagers locals workers unions councillors authors"""
)
ANONYMOUS = word_set(
    """official officials source sources diplomat diplomats aide aides adviser advisers advisor advisors person
    insider insiders executive executives witness resident man woman"""
)
GOVERNMENT = word_set("government administration kremlin cabinet downing whitehall state states")
INSTITUTIONS = word_set(
    """ministry department agency bank company party committee commission council court police army military navy force
    forces union university institute association organisation organization group office service team staff
    parliament senate house congress board authority bureau board foundation charity campaign firm airline club school
    hospital administration command federation society panel tribunal jury trust museum centre center laboratory lab
    observatory survey embassy authorities prosecutors prosecution defence side"""
)
ROLES = word_set(
    """president minister secretary chief chairman chairwoman chair chairperson director governor mayor senator
    spokesman spokeswoman spokesperson officer commander general judge lawyer attorney professor analyst economist
    author researcher scientist manager head leader ceo founder owner coach captain prosecutor detective inspector
    superintendent coroner councillor ambassador envoy commissioner candidate king queen prince princess pope bishop
    doctor engineer seismologist geologist teacher farmer victim defendant plaintiff suspect expert historian
    chancellor treasurer pollster strategist driver neighbour neighbor sister brother mother father wife husband son
    daughter resident congressman congresswoman lawmaker representative deputy premier archivist barrister solicitor
    constable sergeant"""
)
TITLES = word_set(
    """mr mrs ms miss dr prof professor sir dame lord lady baroness president minister secretary chief chairman
    chairwoman chair director general governor mayor senator sen rep gov lt col sgt capt cpl maj adm gen rev
    judge justice king queen prince princess pope archbishop bishop cardinal chancellor ambassador
    commissioner inspector superintendent detective constable officer captain commander councillor cllr
    representative congressman congresswoman speaker premier attorney spokesman spokeswoman spokesperson ceo
    deputy head leader sheikh imam rabbi colonel major lieutenant admiral corporal private marshal cr
    prosecutor correspondent sister brother father sergeant sheriff sheikha treasurer economist analyst
    strategist pollster democrat republican"""
)
PLACES = word_set(
    """afghanistan argentina australia austria azerbaijan bangladesh belarus belgium brazil britain bulgaria canada
    chile china colombia croatia cuba cyprus denmark egypt estonia ethiopia finland france georgia germany greece
    hungary iceland india indonesia iran iraq ireland israel italy japan jordan kenya kosovo latvia lebanon libya
    lithuania malaysia mexico moldova morocco myanmar nepal netherlands nigeria norway pakistan palestine peru
    philippines poland portugal qatar romania russia rwanda serbia singapore slovakia slovenia somalia spain sudan
    sweden switzerland syria taiwan tanzania thailand tunisia turkey turkiye uganda ukraine venezuela vietnam yemen
    zimbabwe scotland wales england america
    albania algeria andorra angola armenia bahamas bahrain barbados belize benin bhutan bolivia botswana brunei burundi
    cambodia cameroon comoros congo djibouti dominica ecuador eritrea eswatini fiji gabon gambia ghana grenada guatemala
    guinea guyana haiti honduras jamaica kazakhstan kiribati kuwait kyrgyzstan laos lesotho liberia liechtenstein
    luxembourg madagascar malawi maldives mali malta mauritania mauritius micronesia monaco mongolia montenegro
    mozambique namibia nauru nicaragua niger oman palau panama paraguay samoa senegal seychelles suriname tajikistan
    togo tonga turkmenistan tuvalu uruguay uzbekistan vanuatu zambia
    moscow kyiv kiev washington london paris berlin brussels beijing tehran ankara rome madrid warsaw tokyo seoul
    pyongyang delhi islamabad riyadh cairo jerusalem damascus minsk vienna stockholm oslo copenhagen helsinki budapest
    kremlin pentagon eu un nato
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada hampshire jersey york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
    wisconsin wyoming chicago boston philadelphia miami houston dallas detroit seattle atlanta ontario quebec alberta
    manitoba queensland victoria tasmania sydney melbourne toronto ottawa canberra lagos nairobi accra mumbai kolkata
    chennai manila jakarta bangkok hanoi dublin belfast edinburgh cardiff manchester liverpool leeds bristol
    africa asia europe american african asian european south north east west new central united latin"""
)
PLACE_NOUNS = word_set(
    """borough canton capital city commune county district hamlet island municipality neighborhood neighbourhood port
    province region resort suburb town township village"""
)
"""What places are said to be."""

BUSINESSES = word_set(
    """maker company operator firm bank retailer union group producer manufacturer insurer airline utility chain startup
    giant developer broker owner publisher broadcaster carrier brewer supplier builder business charity network"""
)
SUFFIXES = word_set("kc qc mp mep jr sr phd md obe mbe ii iii")
