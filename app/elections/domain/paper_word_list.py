"""The 2048 words that papers are known by: short, plain Norwegian words, spelt alike in bokmål and nynorsk.

Made for this purpose. No two differ by a single letter added, left out, exchanged or moved past its neighbour, so a
slip of the pen or the ear never makes another word. In the order of the alphabet, which decides the number of
each word and is therefore never changed: a word taken out or put in would give every issued paper other words.
"""

_IN_ORDER = """
advokat agurk akkord aksel alfabet alke aluminium ananas ande andeegg andefugl andemat anker antilope apotek appelsin
aprikos april arbeids arbeidsår argon arkitekt armbruk armgang armkrok armring armrom armstol armtak artikkel
artisjokk asketre asparges atlas atoll aubergine august aure avis avisand avishus aviskjede avisside avisår avokado
avsnitt bacon badekar badminton badstue bakdør baker bakgate bakhjul bakkant bakkekam bakketopp baklomme baklys bakrom
bakside bakteppe baktrapp bakvegg bakverk balkong ballbane ballblom ballett ballkjole ballplass ballsal balltre bambus
banan bandy banjo bank bankbok bankbuss bankkort bankline bankskole barber barn barneblad barnebok barnedag barnedikt
barnefest barnefilm barnehage barnekor barnemat barnepark barnerom barneseng barnesko barnestol barnetog barnevakt
barnevogn barneår barometer basalt batteri beinfisk beingrind beinkrok beite bekk bekkeblom berg betong bever
bibliotek biff bilbane bilbelte bilbrev bilbruk bildebok bildebruk bildør bilferje bilhjul bilkart bille billykt
billys bilmerke bilmotor bilpark bilplass bilskilt bilskip bilspor biltak biltur binders bingo bitter bjelke bjørketre
bjørn bjørnebær bjørnekam blokk blom blomkål blomster bluse blyant blåbok blåbær blåfarge blåis blåklokke blåknapp
blålys blårev blåstål blåtøy blåveis bokbil bokbuss bokbåt bokhylle bokkasse bokkveld boklager bokmerke bokmesse
bokrygg bokskap bokstav bokvenn bomolje bomull bomvakt bonde bord borddans bordduk bordflate bordgang bordkant
bordkniv bordkort bordlampe bordvegg borgstue brannmann brasme bratsj bregne bremse brennesle brett brev brevark
brevkasse brevkort brevskole brevvekt brevvenn bringebær brisling brokkoli bronse bror brorskap brosje brun brustein
brygge brød brødfat brødfrukt brødkniv brødtekst brønn bukkehorn bukse bukt buorm burot buss busslinje busslomme
bussreise busstopp busstur butikk bybilde bydag byfjord bygate bygdeblad bygdebok bygdedans bygdefest bygdehus
bygdeliv byggkorn byggsuppe byggverk byggåker bygning byhus bykasse byliv bymark bymur byskole byvekt bærbusk bærfrukt
bærhage bærkart bærsaft bærskog bærtre bærtur bærår bøffel bønnebok bønnebrev bønnemøte børste båthus båtliv båtlue
båtmotor båtplass båtreise båttur cello curling daddel dagblad dagbok dagside dagslys dagstur dagsverk dagtog dagvakt
dalbane dalbu damp dampbåt dampkraft dampskip dans delta desember dikt dill diplomat dirigent diskos dokument domino
drama dress dressur drivhus dronning duett dunkjevle dusj dykke dyne døgn dørmatte dørskilt dørvakt eddik eføy
eggfrukt eggsekk eikeblad eikebord eikenøtt eiketre einer ekorn elefant elghund elgku elvdal elvebakke elvebåt
elvekant elvestrøm engkall enkel eple eplehage eplekake eplekart eplesaft epletre erte ertekrok ertesuppe erteåker
eske eventyr fabel fabrikk fagott fakkel fakkeltog falk fargebruk fargefilm fargekart farkost farse farskap fartøy
fasan februar felg femkant femkrone feriedag feriehus ferieliv ferietur ferieår ferje fersk fersken festbord festdag
festmat festmøte festplass festsal fiken filet film filmkveld filmskole filmtekst filmår filtre filur finbrød finger
finkjole finstue fiol fiolett fiolin fire firetur firfisle fisk fiskand fiskebank fiskebil fiskebruk fiskebu fiskebåt
fiskedisk fiskeelv fiskegarn fiskekake fiskekort fiskekrok fiskeline fiskemat fiskeolje fisketråd fisketur fiskeørn
fjell fjelland fjellbekk fjellbu fjelldal fjellgeit fjellgras fjellkost fjellrev fjellrygg fjellside fjellskog
fjellsmør fjellsti fjellstue fjelltopp fjelltur fjellvegg fjord fjordbåt fjordhest fjordis fjære fjøs flamingo flamme
flammehav flaske flat flatbrød flaum flybåt flymotor flyndre flyplass flyreise flytrapp flytur fløyte flåte folke
folkebil folkeblad folkedans folkefest folkehav folkeliv folkemat folkemøte folkepark folkesky folketog folkevogn form
fosfor foss fotball fotblad fotjern fotlist fotpunkt fotspor fottur fottøy foxtrot frakk fred fredag fredlys fredsdag
fredsmøte fredsskip fredsvenn fredsår frimerke frisør frosk frukt fruktblad fruktfat frukthage fruktis fruktkake
fruktkniv fruktsaft fruktskål frukttre fryse frysebil frysedisk frysemat fryserom fryseskap frysetøy frøblad frøbrød
frøhus fugl fugleberg fugleegg fuglehund fuglemat fuglevenn fuksia furu furubord furukrone furunål fururot furuskog
furutre fyrlykt fyrlys fyrrom fyrstål fyrtårn galakse galleri gammal gang gangbane gangbru gangdag gangdør gangjern
gangsti gangstol gangverk garasje gard gardin garnbruk garnbåt gass gassbruk gassflåte gasskraft gasslampe gasslomme
gasslykt gasslys gassmotor gassolje gassverk gate gatebilde gatedør gatefest gateliv gatelykt gatelys gatemøte gaterom
gateskilt gatestein gaupe geitrams genser gepard girkasse gitar gjerde gjeste gjestebok gjestehus gjesterom glad glans
glatt glidelås globus gneis gnist golfbane golv golvbord golvflate golvklut golvkost golvlampe golvlist golvmatte
golvplass golvteppe golvås gran granfrø granitt granlav granskog grantre granås grasand grasbakke grasbane grasbjørn
grasmark grasmatte grasrot gravlaks greip greve grevling grind grise grisehus grisemat grovbrød grovis grovsand grue
grunnmur grusgang grusjord grusrygg grustak gryte gryteklut grytelokk gryteskap grønkål gråberg gråbjørn gråfarge
gråstein gråverk gull gulland gullberg gullegg gullfarge gullfest gullfisk gullfugl gullglans gullhøne gullkant
gullkjede gullknapp gullkorn gullkrans gullkrone gullmerke gullmynt gullnål gullplate gullregn gullring gullsmed
gullstol gullur gullvekt gulrot gylden gåseblom gåsegang hagebenk hagebok hagebord hagebruk hagebær hagegang hagegrind
hagekniv hageport hageseng hagestol hagestue hagl halm halmhatt halmmatte halmtak halskjede halsklut halsring halvøy
hammar hamster handball handduk hanske hare harehund haremat haremynt hareskinn harespor harmoni hassel hatt hatteske
hauk haust havbakke havbruk havbukt havert havflate havhest havkant havmus havresekk havreåker havstrand havstrøm
havvind havørn hegg hegre hekkeløp helium hertug hest hestehov hesterygg hestesko hete himmel himmelrom hjerte
hjerterom hjort hjul hjulbåt hjulring hjulspor hjørne hofteskål holme honning hoppbakke hoppkant hopptårn horisont
horn hortensia hotell hulder humle hundreår husbank husbruk husbåt husfugl hushjørne huskatt husmus husmøte husrom
husstand hustak hustavle hustre husvegg husvenn husvert husvogn hyasint hydrogen hylle hymne hyse hytte hyttebok
hyttedør hyttetur hyttevegg hæljern høgdehopp høvel hårfarge hårlokk hårnål hårrot iglo ingefær ingeniør innsjø
intervju iris isand isbane isberg isbjørn isbre isdans isfjell isfugl isgang ishall ishav ishockey ishus iskant
iskulde isnål ispose isvind jakthund jakthytte jaktkort jaktmark jaktsti jakttur januar jasmin jeger jernbane
jernglans jerngryte jernhest jernnatt jernplate jernport jernring jernseng jernskap jernteppe jernverk jerv jolle
jordbakke jordbane jordbruk jordbær jorde jordfag jordfest jordhytte jordkule jordliv jordmor jordnøtt jordolje
jordrøyk jordugle jordvarme judo jungel juni kaffe kajakk kakadu kakao kake kakebord kakebu kakedisk kakefat kakespade
kaktus kald kalium kalkstein kalkun kalvedans kamel kamera kanari kanin kantarell kantstein kapell kapittel kaprifol
kaptein karamell karbon kart kartblad kartbok kartverk karve kasse kassebil kassebok kassebord kassevogn kastanje
kasteline kastenot kastevind katedral kaviar kefir kelner kenguru kikkert kino kiosk kirke kirsebær kiste kistelokk
kiwi kjede kjedebrev kjedehjul kjedesag kjeks kjerne kjole kjøkken kjølebil kjøledisk kjølerom kjøleskap kjølevogn
kjøpe kjøpebrød kjøpefest kjøpefilm kjøpekort kjøtt kjøttberg kjøttdisk kjøttkake kjøttkniv kjøttmat kjøttsaus
kjøttside klar klarinett klatre klatremus klatretau klatretur klegg klematis klementin klippe klippfisk klok klokke
kloster klut kløft kløver knapp knebukse knekort kneskål kobolt koffert koie kokkefag kokkelue kokos kolon komedie
komet komfyr komma kommode kompass konduktør konge kongebrev kongehus kongemøte kongepark kongeskip kongestol kongetog
kongeørn konsert konsonant kontinent konvolutt kopplam korall korgstol kornlager kornmat kornsekk kornåker kornår
korps kost kotelett krabbe kraftgate krafttak kraftverk krater kratt krekling kremkake kremle kremtopp kringle krokus
krom krone kronemynt kronikk krus krydder kråke kube kulde kuling kulokk kulp kurv kvartett kvarts kveite kveld
kveldfugl kveldsol kvintett kvistrom kvit kylling kystbank kystbuss kystbåt kystflåte kystlinje kystvakt kystverk
kålblad kålmark kålrot kåpe lager lagerskip lagerskur laken lakris laks lama lampe lampelys lampeolje landbruk landdag
landgang landjord landliv landmerke landnot lands landskap landsmøte landtau landtur langbenk langbord langbukse
langeleik langfilm langhalm langkost langpanne langplate langrenn langside langskip langvegg lapskaus lastebil lauv
lauvblad lauvsag lauvskog lauvtre lauvverk lavendel lefse lege leire leksikon lekter lemen leopard lesebok lesehest
leselampe leseplass lesesal leseverk lettbåt lettkorn lettolje lettvegg lettvekt lilje lime lind linjal list liter
livbåt loft lokomotiv lommebok lotto lovbok lovfest lovord lovtekst lovverk lutefisk lutt lydbok lydbrev lydfilm
lydmur lydord lydside lydspor lydverk lykt lyng lysbilde lysbord lysekrone lysfest lysgass lyskasse lysmast lysmesse
lysolje lyspunkt lyssky lysstrøm lystavle lystre lysår lærebok læredikt lærefag lærestol læreverk læreår lærkule
lærstøvel løkke løksaus løksuppe lønn lønneblad lønnetre løve løvetann mage magebelte magesaft magesekk mageverk
magnesium majones makrell mandarin mandel mandeltre mandolin mango mann mappe maraton mark marked marmor marsipan
marsj marsvin maskinist mast matberg matbok matbord matbu matbutikk matfat matfisk mathus matkart matkorn matkrok
matolje matros matsal matskap matte maur medalje meis meisel melodi melon menuett merke messe messing meteor mett
mikroskop minister minutt mjuk mjødurt moden modig molo molte moped morbær morell morosam morskap mort mose motor
motorbåt motorolje motorrom motorsag motorskip motorvogn munnkorg munntøy munnvik murer murstein musert museum musikk
musikkdag musikkhus musikkliv musikkrom musikkår musling mutter mygg mynte myrhatt myrjord myrull møllebruk møllehjul
mørkerom møte måke målebrev målepunkt månefisk månelys månemørke månestein måneår nabo nabobord nabohage nabohus
naborom naboskap naboskole nakkebær nakkepute nakketak narsiss natrium nattbord nattferje natthus nattkjole nattlys
nattmat nattmøte nattplass nattside nektarin nellik nepe nitrogen nordbu nordflåte nordkyst nordlys nordside novelle
november nøkkel nøkkerose nøtt nøtteolje nøtteskog nøttetre odde offiser okse oksygen oktober oliven olje oljebelte
oljefarge oljefat oljefilm oljefrø oljefyr oljegrus oljekake oljekanne oljekrone oljelager oljelampe oljemesse
oljemøte oljepumpe oljestand oljetre oljetårn onsdag opera operette oransje ordbok ordtak oregano orgel orkan orkester
orrhane oste ostekake ostekniv oter padde pakke palme panda panel panne pannekake panter papaya papegøye papir
papirark papirhatt papirkart papirkniv papirkorg papirpose papirsekk paprika paraply parkbenk parkkveld parklys passer
peanøtt pedal peisbål peiskrok pelikan pennevenn pensel pensjonat peon perle perlegarn perlehøne perleport perleugle
perlevenn perm persille piano piggsvin pilot pingvin pinnsvin pipe planet plank plass plate platina plomme plommetre
politi politibil politibåt politihus polka polonese posenot posesuppe posetur postbrev postbåt postgang posthus
posthylle postkasse postkort postskip postskole postverk potet potetgras potetgull potetkake potetsekk potetåker prins
prinsesse professor propell psykolog pudding pumpe punkt punktum purre pute pære pæretre pølse pølsebu påfugl rabarbra
radiator radio radiobil radiofyr radiohus rakett rapp rask raud refreng regnboge regnfrakk regnjakke regnskog regnskur
regnsky regntøy reinblom reinbruk reinflokk reinkjøtt reinlav reinmerke reinmose reise reisebok reisebrev reisedag
reiseliv reiseside reke rekkehus rektor revekrok reveskinn ring ringbuss ringdans ringfjell ringmerke ringnot ringrev
ringside rips risbolle risgjerde rismark rive robåt rogn rokke roman romskip rosebusk rosehage rosenkål roseolje
rosetre rosin roskap rosmarin rotfest rotfrukt rotord rotur rugbrød rullestol rumba ryggsekk ryggside ryggsøyle
ryggtak ryggtavle ryllik rype rytme rømme rømmesaus røsslyng røye røykhatt røyksky røykstue røykteppe rådhus rådstue
safran saft sagbruk sagskur sagstol saksofon salat saltfisk saltkorn saltmat salvie samba sandal sandkake sandkorn
sandmark sandsekk sandstein sandtak satellitt sauehund sauehus saueull saulam saus savanne sebra seder segl seglbåt
seglduk seglskip seglvind sekstant sekund selje selleri sement seng sennep september serie servitør side sidebane
sidebekk sidebord sidedal sidedør sideelv sidegang sidegate sidekant siderom sideskip sidespor sidestol sidevegg
sidevind sidevogn sild silisium silke silkeduk sink sirup sitron sjakk sjef sjekte sjiraff sjokolade sjukehus sjøbolle
sjøbruk sjøbu sjøbuss sjøbåt sjøfisk sjøfugl sjøgang sjøgras sjøhus sjøis sjøkant sjøkrok sjøliv sjømann sjømerke
sjøreise sjørøyk sjøside sjøtre sjøvakt sjøverk sjøvott sjåfør skap skapdør skapseng skarv skibakke skibukse skidag
skifer skihopp skilt skimerke skinke skinn skinnegg skinnlue skisko skiskole skispor skitur skje skjegglav skjerm
skjold skjorte skjær skjørt skog skogbruk skogdal skogfugl skoggang skogkant skogmus skogsbær skogsti skogtur skogås
skole skolebok skoledag skolehus skolelys skolemat skolerom skoletur skoleår skorstein skotøy skred skrive skrue skuff
skulder skumhatt skumkam skumrøyk skumtopp skur skute skypumpe skytebane skøyte skøyteis skøyteløp skål skålvekt slede
sleiv slepebåt slette slips slott sludd smal smalfilm smalrygg smed smie smør smørberg smørblom smørbrød smørsaus
snill snor snøbil snøbre snøbær snøfjell snøfonn snøklokke snølinje snømus snøsko snøstorm snøugle sofa sokk solbakke
solbær soldat soleie solfest solhatt solhylle solist sollys solmerke solside solsikke solsky soltak solur solvegg
sonate sopp sove sovepose sovepute soverom sovesal sovevogn spade spann speil spett spiker spinat spissmus sprint sprø
spydkast squash stadion stall stamme stang stearin stein steinhus steinrøys steinsopp steintøy steinull steinur stemor
steppe sterk stift stige stille stjerne stol stolpe stolrygg storm stormdag strand strandrug strofe struts stryk strøm
strømpe student stuebord stuedør stueur stup styre styrmann stær støvel ståldør stålis stålkule ståltråd stålull
stålverk sukker sund suppe svamp svane svarbrev svarkort svarord svart sykkel syltetøy symfoni synagoge sypress syrin
sølv sølvfat sølvgrå sølvkrus sølvmynt sølvrev sølvtøy søndag sørside sørvegg søster søyle taiga takhalm takkam
taklampe taklist taklokk takpanne takrygg takrør takstein takstol takt takvarme takås talekor tallerken tange tankskip
tannhjul tannkost tannkrem tannlege tannrot tanntråd tannverk tape tastatur teater teblad tebrød tebusk tefat tehus
teist tekanne tekopp telefon teleskop telle telt tempel tennis tepose terne terning terrasse tesil tidsbruk tidsrom
timeverk timian timotei tinn tippvogn tistel titan tiur tjern toalett togreise tomat tone toppand topphatt topplokk
topplue toppmøte toppår torg torgmøte torsdag torsk torvjord torvtak tragedie traktor travsport tresko triangel trikk
trillebår trollmann trombone tromme trompet trost trøytt tråd tulipan tunfisk tung tungolje tungvekt tunnel turbuss
turdans turkis tykk tyttebær tønne tørke tørkehus tørkeår tørr tørrfisk tøysko tårn tårnugle tårnur ubåt ugle ullbukse
ullgarn ulljakke ullkjole ullmus ullteppe ulltråd ulltøy ulvehund ulvestue undulat ungfisk unggeit unggris unghest
ungsau ungskog vaffel vakker vaktbu vaktbåt vaktel vaktrom vaktskip vaktstue vakttårn valmue valnøtt vals vanilje
varebil varme vase vaskedag vaskefat vaskerom vasketøy vatn veggkart veggskap veggur vekt vektskål venn vennskap veps
veranda verft verk verktøy veterinær vibrafon villa vinanker vinberg vinblad vindal vindkule vindside vindtøy vindvott
vinhus vinkart vinmark vinmerke vinsaus vinstein vinstokk vinter vott vulkan vånd vårbær vårdag vårfest vårkjole
vårnatt vårregn vårside vårsol xylofon yoghurt yrke ølflaske ølstue øredobb øregang øremerke ørering øreverk ørken
østers åker åkerbruk åkerbær åkerert åkergull åkerhøne åkermåne
"""

PAPER_WORDS = tuple(_IN_ORDER.split())
