"""Words that tell what stands beside them: titles, roles, endings of companies, heads of institutions."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Lord Lady Dame Baroness Baron Rev Rev. Reverend Rt
    Hon Hon. Sen Sen. Senator Rep Rep. Gov Gov. Gen Gen. Col Col. Capt Capt. Lt Lt. Sgt Sgt. Maj Maj. Cpl President
    Chancellor Pope Cardinal Archbishop Bishop Sheikh Sheik Ayatollah Imam Rabbi Monsieur Madame M. Mme Mlle Herr
    Frau Señor Señora Sr Sr. Sra Sra. Don Doña Signor Signora Dom Dona Presidente Président Presidenta Kanzler
    Kanzlerin Bundeskanzler Bundeskanzlerin Präsident Präsidentin Ministre Ministro Ministra
""")
"""What stands before the name of a person and is no part of it."""

TITLES_OR_NAMES = _words(
    "Premier General King Queen Prince Princess Judge Justice Major Captain Father Brother Sister Saint Duke Earl"
)
"""Titles that begin names of other things as well ("General Motors", "King's Cross")."""

ROLES = _words("""
    Minister Secretary Chairman Chairwoman Director Executive Officer Leader Boss Coach Manager Striker Defender
    Midfielder Goalkeeper Captain Winger Spokesman Spokeswoman Governor Mayor Ambassador Commissioner Treasurer
    Analyst Economist Actor Actress Singer Rapper Author Writer Founder Co-founder Owner Speaker Deputy Senator
    Congressman Congresswoman Editor Producer Chief Inspector Superintendent Attorney Lawyer Designer Comedian
    Presenter Skipper Lock Flanker Hooker Prop Fly-half Scrum-half Replacement Substitute Champion Playwright
    Novelist Vice-president Vice-chairman Frontman Guitarist Drummer Bassist Star Legend Veteran Newcomer Team-mate
    Compatriot Sergeant Commander Admiral Marshal Principal Headmaster Administrator Director-General
    Secretary-General Governor-General Trustee Envoy Representative Negotiator Astronaut MP MEP CEO CFO COO CTO MSP
    QC
""")
"""What somebody is; before a name it is no part of it, and what follows is a person."""

ROLE_BEFORE = _words("""
    Prime Foreign Home Finance Financial Defence Defense Interior Chief Deputy Vice Shadow Trade Health Education
    Transport Environment Energy Agriculture Justice Culture Sports Labor Assistant Acting Former Managing General
    Executive Senior Joint Press Private Economic Economics Operating Attorney Planning Industry Commerce Housing
    Cabinet Lord Crown First Second Co Founding Group Team Club Head Technical Associate
""")
"""What stands before a role and belongs to it ("Prime Minister")."""

OFFICES = _words("State Staff Exchequer Defense Defence Treasury")
"""What follows a role with "of" and belongs to it ("Secretary of State")."""

PERSON_NOUNS = _words("""
    minister secretary chairman chairwoman director executive officer leader boss coach manager striker defender
    midfielder goalkeeper captain winger spokesman spokeswoman governor mayor ambassador commissioner analyst
    economist actor actress singer rapper author writer founder co-founder owner speaker senator editor producer
    president lawyer designer comedian presenter skipper hooker playwright novelist frontman guitarist tycoon
    billionaire entrepreneur politician professor scientist researcher champion footballer colleague wife husband
    son daughter brother sister friend partner magnate preacher star legend hopeful candidate mp regulator-general
    ombudsman strategist trader broker dealer lawmaker congressman judge official consultant head chief
""")
"""Common nouns before or after the name of a person ("director Jackson Wong", "Allen Weiner, an analyst")."""

DIRECTIONS = _words("North South East West Northern Southern Eastern Western")

FAMILY_FIRST = _words("""
    Xi Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Ma Zhu Hu Guo Gao Luo Zheng Liang Xie Feng Deng Cao Peng Zeng
    Xiao Tian Dong Yuan Cai Jiang Wen Hua Cheng Wei Lou Shen Yao Mao Kim Choi Kang Yoon Nguyen Tran Pham
""")
"""Family names that stand first and are hardly words of another kind (Chinese, Korean, Vietnamese)."""

COMPANY_NOUNS = _words("""
    firm company giant group bank broker brokerage retailer carmaker airline maker subsidiary unit insurer publisher
    network broadcaster operator manufacturer supplier agency regulator club watchdog charity union party rival
    start-up startup conglomerate developer
""")

PLACE_NOUNS = _words("city town village state province county suburb island port capital region district")
WORK_NOUNS = _words("""
    newspaper magazine daily weekly film movie album single novel book song musical sitcom comedy drama series
    documentary soap thriller play hit sequel
""")

COMPANY_ENDINGS = _words("""
    Inc Inc. Ltd Ltd. Limited Corp Corp. Corporation Co Co. Company Companies Plc PLC plc LLC LLP LP Holding
    Holdings Group AG GmbH SE SA S.A. SpA S.p.A. NV N.V. BV B.V. AB ASA Oyj KK Bhd Pty Bancorp Bancshares Bros
    Brothers Sons Partners Associates Industries Enterprises Laboratories Technologies Systems Communications
    Airlines Airways Motors Pharmaceuticals Petroleum Stores Records Entertainment Pictures Studios Capital Ventures
    Energy Steel Foods Insurance Telecom Telecommunications Software Electronics Electric Semiconductor Mining Oil Gas
    Resources Pharma Chemicals Aerospace Logistics Properties Motor
""")
SURE_ENDINGS = _words("""
    Inc Inc. Ltd Ltd. Limited Corp Corp. Corporation Co Co. Plc PLC LLC LLP AG GmbH KG KGaA SpA NV N.V. BV Holdings
    Bhd Bancorp Oyj
""")
"""Endings that nothing but a company has, whatever words stand before."""

INSTITUTION_HEADS = _words("""
    Bank Banks University College School Institute Ministry Department Dept Bureau Office Agency Administration
    Commission Committee Council Board Court Parliament Senate Congress House Church Union Association Federation
    League Organisation Organization Society Foundation Trust Fund Authority Service Services Party Assembly Chamber
    Center Centre Exchange Treasury Reserve Army Navy Police Force Corps Academy Confederation Alliance Forum
    Conference Community Cabinet Embassy Museum Gallery Orchestra Ballet Opera Theatre Hospital Laboratory
    Observatory Consortium Group Network Club United FC Team Survey Supporters Tribunal Inspectorate Ombudsman Lords
    Commons Order Guild Coalition Movement Front Campaign Initiative Inquiry Panel Programme Program Project
    Partnership Banque Ministère Université Banco Ministério Ministerio Universidade Universidad Câmara Assembleia
    Supremo Tribunal Assemblée Sénat Conseil Commission Partido Parti Partito Banca
""")
"""Head nouns of institutions; what follows them with "of" or "for" belongs to the name."""

PLACE_HEADS = _words("""
    River Lake Mount Mountain Mountains Sea Ocean Gulf Bay Cape Isle Isles Island Islands Street Road Avenue Square
    Lane Park Stadium Arena Valley Desert Peninsula Strait Straits Canal Bridge Tower Palace Castle Airport Station
    County Province Region District City Town Village Kingdom Republic States Coast Hills Glens Dome Hall Heights
    Port Beach Forest Harbour Harbor Emirates Cathedral Borough Peak Camp
""")
LAW_HEADS = _words(
    "Act Bill Law Laws Treaty Code Constitution Directive Agreement Accord Accords Protocol Convention Amendment"
)
WORK_HEADS = _words(
    "Times Post Journal Tribune Herald Gazette Daily Mail Telegraph Guardian Observer Mirror Express Chronicle Examiner"
)

EVENT_HEADS = _words("""
    Open Cup Championship Championships Games Masters Prix Award Awards Marathon Festival Olympics Derby Trophy Bowl
""")
"""Head nouns of events, before which a country belongs to the name ("US Open")."""

HEADS = COMPANY_ENDINGS | INSTITUTION_HEADS | PLACE_HEADS | LAW_HEADS | WORK_HEADS
"""Every last word that says what a name is the name of."""

NO_NAMES = _words("""
    CEO CFO COO CTO CIO IPO GDP GNP CPI PPI VAT TV TVs DVD DVDs CD CDs PC PCs MP MPs MEP MEPs PhD BA MA AGM EGM IT
    ID IDs HIV AIDS DNA GMT BST EST EDT PST UTC AM PM R&B DJ DJs MP3 MP3s ISP ISPs ATM ATMs USB HD HDTV Wi-Fi WiFi
    SMS MMS PIN PR HR R&D M&A GBP USD EUR JPY CNY Q1 Q2 Q3 Q4 H1 H2 FY NOTE UFO VIP VIPs OK DIY SUV SUVs LCD GPS GSM
    AD BC CE BCE RBI LP EP URL FAQ PDF XML HTML HTTP SQL API CPU RAM VoIP IP QC JP CV O-level A-level Internet Net
    Web Web-based Government Christmas Easter Spring Summer Autumn Winter God Bible Earth Sun Moon Xmas Ramadan
    Thanksgiving Shr Shrs Revs Avg Oper Qtly Qtr Yr Mths Nine Six Prov Div Record Pay Dlrs Mln Bln Pct Cts Stg Mt-a
    Tonnes II III IV T-shirt X-ray TD MD PLC Inc Ltd Corp Co Baa Aaa Aa Provisional Via North South East West
    Northern Southern Eastern Western Atlantic Mediterranean AFTER BY OF THE AND IN TO FOR ON AT SAYS SAID SEES Ibid
    Note LNG LPG NGL 2G 3G 4G 5G 2D 3D SIM DRM P2P CCTV LAN WLAN JPEG Caption Photo Ps PS NB Chapter Figure Table
    Section Page Part Volume No Nos No.
""")
"""Words written with a capital that name nobody: titles of jobs, abbreviations of common nouns, holy days."""

NO_PHRASES = frozenset(
    {"General Election", "Boxing Day", "New Year", "Christmas Day", "Christmas Eve", "World Wide Web", "Prime Minister"}
)
"""The same, of two words and more."""

CALENDAR = _words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays
    Sundays January February April June July September October November December Jan Feb Mar Apr Jun Jul Aug Sep
    Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
""")
MONTHS_OR_NAMES = _words("March May August")

CONNECTORS = _words("""
    de del della di da do dos das du des la le les el al bin ibn van von der den ter ten zu & 'n' 'n ’n ’n’ n'
""")
"""What stands inside names between capitals, whatever the language of the text."""
