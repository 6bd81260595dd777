"""Kinds of film, and what films of mountains, seas and roads are about, in the languages of festival pages."""

KINDS_OF_FILM = """
    documentary, short documentary, documentary short, feature documentary, documentary feature, doc, docu, doc short, short doc, animation, animated,
    animated short, short animation, fiction, short fiction, drama, comedy, short, short film, shorts, feature, feature film, experimental, experimental film,
    mountaineering, cycling, running, fell running, ultra running, ultrarunning, alpinism, alpine climbing, bouldering, ice climbing, ski mountaineering, ski
    touring, freeride, freeriding, base jumping, slacklining, caving, sailing, rowing, hiking, walking, swimming, paragliding, bikepacking, exploration,
    narrative, narrative short, narrative feature, music video, adventure, climbing, skiing, snowboarding, mountain biking, kayaking, paddling, environment,
    environmental, mountain culture, culture, biography, horror, thriller, essay, essay film, docudrama, docu-drama, drama short, dramatic short, comedy
    short, horror short, sci-fi, science fiction, family, western, romance, musical, action, sport, sports, nature, wildlife, trail running, surfing, student
    film, dokumentarfilm, kurzfilm, spielfilm, animationsfilm, trickfilm, dokumentation, doku, dok, kurzdokumentarfilm, experimentalfilm, spielfilm kurz,
    kurzspielfilm, essayfilm, dokfilm, komödie, documentaire, court métrage, court-métrage, long métrage, long-métrage, film d'animation, animation, fiction,
    court métrage documentaire, expérimental, drame, comédie, documental, cortometraje, largometraje, animación, ficción, corto documental, documentário,
    curta-metragem, longa-metragem, animação, ficção, curta, documentario, cortometraggio, lungometraggio, animazione, finzione, corto, commedia, drammatico,
    documentaire, korte film, animatie, speelfilm, kortfilm, film dokumentalny, dokument, dokumentalny, krótkometrażowy, krótki metraż, film krótkometrażowy,
    animowany, film animowany, animacja, fabularny, fabuła, film fabularny, dokumentární, dokumentární film, krátký film, animovaný, animovaný film, hraný,
    hraný film, dokumentárny, dokumentárny film, krátky film, animacija, dokumentarni, dokumentarni film, animirani, animirani film, igrani, igrani film,
    kratki film, kratki, kratkometražni, eksperimentalni, celovečerni, drama, komedija, dokumentumfilm, rövidfilm, animációs, animáció, játékfilm,
    kisjátékfilm, dokumentumfilm, animációs film, dokumentär, kortfilm, spelfilm, animerad, animasjon, dokumentar, spillefilm, dokumentarfilm, novellefilm,
    dokumentti, dokumenttielokuva, lyhytelokuva, animaatio, fiktio, dokumentaal, dokumentaalfilm, lühifilm, mängufilm, animafilm, dokumentālā filma, īsfilma,
    animācija, spēlfilma, dokumentinis, dokumentinis filmas, trumpametražis, animacinis, vaidybinis, ντοκιμαντέρ, ταινία μικρού μήκους, μικρού μήκους,
    κινούμενα σχέδια, μυθοπλασία, belgesel, kısa film, animasyon, kurmaca, canlandırma, документальный, документальный фильм, короткометражный,
    короткометражный фильм, анимация, анимационный, игровой, документальний, анімація, ігровий, короткометражний, комедія, драма, комедия, документален,
    документален филм, късометражен, анимационен, игрален, ドキュメンタリー, 紀錄, 劇情, 動畫, 實驗, 实验, 短編, 短編映画, アニメーション, 長編, 纪录片, 紀錄片, 短片, 动画, 動畫, 剧情片, 劇情片, 剧情, 다큐멘터리, 단편,
    애니메이션, 극영화, وثائقي, فيلم قصير, روائي, documentar, scurtmetraj, animație, ficțiune, doc., dok., anim., exp., fic., dokumentumf., animl, animl., exper,
    exper., fic, fic., fictie, fiktion, biographical, biopic, biographic, crime, mystery, fantasy, war film, historical, historical drama, period drama,
    concert film, dance film, road movie, coming-of-age, coming of age, satire, black comedy, dark comedy, tragicomedy, romantic comedy, comedy drama,
    comedy-drama, dramedy, mockumentary, noir, film noir, neo-noir, anime, short animation film, animated film, animated feature, animated documentary,
    animadoc, hybrid, hybrid documentary, docufiction, docu-fiction, documentary film, documentary series, tv     documentary, tv movie, tv film, web series,
    mini-series, video art, art film, avant-garde, cinema essay, video essay, visual essay, poetry film, travelogue, extreme sports, action sports, sports
    film, sport film, mountain film, ski film, surf film, adventure film, nature film, wildlife film, nature     documentary, sports documentary,
    environmental documentary, music documentary, children's film, lgbtq, lgbtq+, lgbt, human interest, social issues, social     issue, medium-length,
    mid-length, feature-length, short narrative, short subject, student short, experimental short, narrative feature film, fiction film, fiction short,
    feature fiction, one-shot, horror film, action film, comedy film, drama film, thriller film, family film, psychological thriller, psychological drama,
    social drama, family drama, melodrama, melodram, suspense, heist, gangster, martial arts, superhero, dystopia, mumblecore, kinderfilm, jugendfilm,
    familienfilm, heimatfilm, bergfilm, skifilm, sportfilm, naturfilm, tierfilm, abenteuer, abenteuerfilm, reisefilm, reisedokumentation, reisedoku,
    musikfilm, tanzfilm, liebesfilm, liebeskomödie, tragikomödie, krimi, kriminalfilm, actionfilm, horrorfilm, historienfilm, kriegsfilm, biografie,
    mittellanger film, langfilm, kurzfilmprogramm, kurzanimation, animationskurzfilm, dokumentarischer kurzfilm, kurzdoku, kurzdokumentation, musikvideo,
    videokunst, puppentrickfilm, zeichentrick, zeichentrickfilm, dokudrama, doku-drama, dokufiktion, fantastik, porträt, hybridfilm, coming-of-age-film,
    roadmovie, dokumentarfilm lang, dokumentarfilm kurz, spielfilm lang, langer dokumentarfilm, kurzer dokumentarfilm, abenteuerdoku, expeditionsfilm,
    kletterfilm, radfilm, lauffilm, bergsport, klettern, bergsteigen, skifahren, film documentaire, documentaire de création, long métrage documentaire, court
    métrage d'animation, court-métrage documentaire, court-métrage d'animation, court métrage de fiction, court-métrage de     fiction, moyen métrage,
    moyen-métrage, aventure, aventures, comédie dramatique, comédie musicale, comédie romantique, drame social, policier, polar, fantastique, épouvante,
    horreur, historique, biographie, biographique, film historique, guerre, science-fiction, jeunesse, film de famille, jeune public, film expérimental,
    essai, essai documentaire, film musical, danse, film de montagne, alpinisme, escalade, ski, série, clip musical, dessin animé, mélodrame, cortometraje
    documental, cortometraje de ficción, cortometraje de animación, documental corto, largometraje documental, mediometraje, comedia, comedia dramática,
    comedia romántica, terror, suspenso, aventura, aventuras, acción, ciencia ficción, fantástico, histórico, histórica, biográfico, biografía, bélico,
    policiaco, infantil, familiar, animado, documental animado, alpinismo, escalada, esquí, deporte, deportes, deportivo, naturaleza, medio ambiente,
    videoclip, tragicomedia, documentário curta, curta documental, curta-metragem     documental, curta-metragem de animação, curta-metragem de ficção,
    média-metragem, média metragem, longa metragem, curta metragem, comédia dramática, comédia romântica, ação, acção, ficção científica, biografia, policial,
    ensaio, montanha, desporto, esporte, natureza, cortometraggio documentario, cortometraggio di animazione, cortometraggio d'animazione, documentario breve,
    mediometraggio, commedia drammatica, commedia romantica, dramma, avventura, azione, fantascienza, storico, biografico, giallo, poliziesco, orrore,
    sperimentale, animato, film d'animazione, film documentario, docufilm, docu-film, arrampicata, viaggio, musicale, per ragazzi, sentimentale,
    tragicommedia, melodramma, documentaire kort, korte documentaire, korte animatie, korte     animatiefilm, animatiefilm, korte speelfilm, tragikomedie,
    komedie, avontuur, actie, familiefilm, jeugdfilm, experimenteel, experimentele film, muziekfilm, biografisch, historisch drama, misdaad, romantiek,
    natuurfilm, reisfilm, klimmen, muziek, krótkometrażowy dokument, dokument     krótkometrażowy, dokumentalny krótkometrażowy, fabularny krótkometrażowy,
    pełnometrażowy, film pełnometrażowy, średniometrażowy, komediodramat, komedia, dramat, dramat obyczajowy, komedia romantyczna, przygodowy, film
    przygodowy, akcja, familijny, film familijny, dla dzieci, biograficzny, historyczny, kryminał, kryminalny, melodramat, romans, eksperymentalny, film
    eksperymentalny, film górski, górski, podróżniczy, sportowy, przyrodniczy, muzyczny, wojenny, animacja krótkometrażowa, etiuda, film animowany
    krótkometrażowy, satyra, tragikomedia, wspinaczka, narciarstwo, krátkometrážní film, celovečerní     film, krátký dokument, krátká animace, animace,
    dobrodružný, dobrodružný film, akční, horor, rodinný, rodinný film, dětský, pro děti, životopisný, historický, kriminální, romantický, romantická komedie,
    experimentální, experimentální film, horský film, cestopis, cestopisný, sportovní, přírodopisný, hudební, válečný, pohádka, studentský film, lezení,
    horolezectví, lyžování, cestování, muzikál, mysteriózní, povídkový, psychologický, krátkometrážny, celovečerný, celovečerný film, krátky dokument,
    animácia, akčný, experimentálny, experimentálny film, športový, prírodopisný, hudobný, rozprávka, študentský film, lezenie, horolezectvo, kratki
    dokumentarni film, kratki dokumentarni, kratki igrani film, kratki igrani, kratki animirani film, kratki     animirani, celovečerni dokumentarni film,
    celovečerni igrani film, celovečerni film, celovečerec, srednjemetražni, srednjemetražni film, eksperimentalni     film, dokumentarec, igrana,
    dokumentarna, animirana, komična drama, romantična komedija, pustolovski, pustolovski film, akcijski, grozljivka, družinski, družinski film, mladinski,
    mladinski film, otroški, biografski, biografija, zgodovinski, kriminalka, glasbeni, glasbeni film, gorniški film, gorniški, alpinistični, plezanje,
    alpinizem, športni, naravoslovni, potopisni, študijski film, študentski film, filmski esej, triler, srhljivka, fantazijski, vojni, dugometražni,
    dugometražni film, dugometražni igrani film, dugometražni dokumentarni film, kratkometražni film, kratkometražni igrani film, kratkometražni
    dokumentarni film, obiteljski, povijesni, glazbeni, avanturistički, planinarski, planinarski film, sportski, ratni, studentski film, animirani kratki
    film, hibridni film, kísérleti film, kísérleti, vígjáték, akciófilm, családi, családi film, életrajzi, történelmi, romantikus, rövid animáció, animációs
    rövidfilm, rövid dokumentumfilm, egész estés, nagyjátékfilm, esszéfilm, hegyi film, természetfilm, zenés, zenei, zenei film, mesefilm, rajzfilm,
    portréfilm, ismeretterjesztő, útifilm, vizsgafilm, kortdokumentär, kort dokumentär, kortdokumentar, kort dokumentar, animerad kortfilm, animasjonsfilm,
    animert, animeret, tecknad, komedi, dramakomedi, äventyr, eventyr, skräck, skrekk, gyser, barnfilm, barnefilm, børnefilm, ungdomsfilm, familjefilm,
    biografi, historiskt drama, romantik, romantisk komedi, experimentell, experimentfilm, eksperimentell, eksperimentelt, eksperimentalfilm, essä, fjellfilm,
    friluftsfilm, helaftensfilm, novellfilm, musikkvideo, satir, fiksjon, kokeellinen, kokeellinen elokuva, draama, jännitys, seikkailu, toiminta, kauhu,
    lastenelokuva, perhe-elokuva, nuortenelokuva, elämäkerta, rikos, romantiikka, lyhytdokumentti, animaatioelokuva, luontoelokuva, urheiluelokuva,
    näytelmäelokuva, pitkä elokuva, musiikki, komöödia, põnevik, seiklus, märul, õudus, lastefilm, perefilm, eksperimentaalfilm, lühidokumentaal,
    lühianimatsioon, animatsioon, loodusfilm, trilleris, piedzīvojumu, bērnu filma, ģimenes filma, animācijas filma, dokumentālā īsfilma, eksperimentāla,
    trileris, nuotykių, dokumentika, trumpametražis filmas, ilgametražis, eksperimentinis, δράμα, κωμωδία, θρίλερ, περιπέτεια, τρόμου, πειραματική,
    πειραματικό, βιογραφία, ιστορική, κοινωνική, μουσική, μικρού μήκους μυθοπλασίας, μικρού μήκους ντοκιμαντέρ, μεγάλου μήκους, οικογενειακή, αισθηματική,
    επιστημονικής φαντασίας, dram, gerilim, macera, aksiyon, korku, çocuk, biyografi, tarihi, deneysel, deneysel film, kısa belgesel, kısa animasyon, kısa
    kurmaca, uzun metraj, kısa metraj, müzikal, bilim kurgu, canlandırma film, belgesel film, kısa kurmaca film, триллер, приключения, боевик, ужасы,
    семейный, детский, биография, исторический, экспериментальный, эксперимент, мелодрама, трагикомедия, фантастика, фэнтези, спорт, спортивный,
    документальный короткометражный, анимационный фильм, мультфильм, полнометражный, полный метр, короткий метр, короткометражка, игровой фильм, музыкальный,
    военный, детектив, криминал, научно-популярный, видовой, роуд-муви, трилер, пригоди, бойовик, жахи, сімейний, дитячий, біографія, історичний,
    експериментальний, пригодницький, анімаційний, анімаційний фільм, документальний фільм, короткометражний фільм, повнометражний, ігровий фільм,
    приключенски, екшън, ужаси, семеен, детски, биографичен, исторически, експериментален, анимационен филм, игрален филм, късометражен филм, пълнометражен,
    криминален, романтичен, научна фантастика, dramă istorică, acțiune, groază, biografic, istoric, animat, documentar scurt, scurtmetraj de animație,
    scurtmetraj de ficțiune, lungmetraj, mediumetraj, film documentar, film de ficțiune, muzical, polițist, eseu, ドラマ, コメディ, コメディー, サスペンス, スリラー, アドベンチャー,
    アクション, ホラー, ファミリー, 伝記, 実験映画, アニメ, ミュージカル, ラブストーリー, ミステリー, 短編アニメーション, 短編ドキュメンタリー, 長編映画, 中編, ファンタジー, スポーツ, 青春, 時代劇, ヒューマンドラマ, 人間ドラマ, 劇映画, 剧情短片, 動畫短片, 动画短片,
    紀錄短片, 纪录短片, 實驗短片, 实验短片, 實驗片, 实验片, 喜剧, 喜劇, 驚悚, 惊悚, 冒险, 冒險, 动作, 動作, 恐怖, 家庭, 傳記, 传记, 爱情, 愛情, 科幻, 奇幻, 悬疑, 懸疑, 犯罪, 长片, 長片, 劇情長片, 剧情长片, 動畫長片, 公路电影, 드라마, 코미디,
    스릴러, 액션, 공포, 호러, 전기, 실험, 실험영화, 단편영화, 장편, 장편영화, 다큐, 단편 다큐멘터리, 단편 애니메이션, 로맨스, 멜로, 판타지, 미스터리, 뮤지컬, 스포츠, 픽션, دراما, كوميديا, كوميدي, مغامرة, تجريبي, تحريك,
    رسوم متحركة, فيلم وثائقي, روائي قصير, روائي طويل, وثائقي قصير, وثائقي طويل, דרמה, קומדיה, תיעודי, דוקומנטרי, אנימציה, עלילתי, סרט קצר, מותחן, ניסיוני,
    rock climbing, sport climbing, trad climbing, big wall climbing, free climbing, mixed climbing, biking, mtb, gravel, road cycling, ski-mountaineering,
    backcountry skiing, freeride skiing, splitboarding, snowkiting, kitesurfing, windsurfing, stand up paddle, packrafting, rafting, whitewater, canoeing,
    open water swimming, cold water swimming, free diving, freediving, scuba diving, highlining, wingsuit, base jump, speedflying, canyoning, mountain
    running, skyrunning, ultramarathon, triathlon, cross-country skiing, ice skating, dog sledding, polar exploration, climate change, human powered, adaptive
    sports, humour, humor, wildlife conservation, klettersteig, sportklettern, eisklettern, mountainbike, mountainbiken, skitouren, skibergsteigen,
    höhenbergsteigen, kajak, wildwasser, gleitschirm, trailrunning, radreise, abenteuersport, klimawandel, escalade sur glace, ski de randonnée,
    ski-alpinisme, vtt, parapente, plongée, ultra-trail, course à pied, randonnée, spéléologie, base-jump, cyclisme, himalayisme, écologie, escalada en hielo,
    esquí de montaña, bicicleta, btt, ciclismo, buceo, carrera de montaña, carreras de montaña, senderismo, espeleología, himalayismo, ecología, arrampicata
    su ghiaccio, scialpinismo, sci alpinismo, mountain bike, bicicletta, parapendio, immersione, corsa in montagna, trekking, escursionismo, speleologia,
    himalaysmo, umorismo, esplorazione, wspinaczka skałkowa, wspinaczka lodowa, himalaizm, alpinizm, taternictwo, skitury, skialpinizm, kolarstwo,
    paralotniarstwo, kajakarstwo, nurkowanie, żeglarstwo, biegi górskie, bieganie, turystyka, ekologia, skalní lezení, ledolezení, horolezení, skialpinismus,
    skialp, horská kola, cyklistika, potápění, jachting, horský běh, turistika, ekologie, dobrodružství, skalné lezenie, horské lezenie, skialpinizmus,
    potápanie, jaskyniarstvo, dobrodružstvo, športno plezanje, ledno plezanje, turno smučanje, smučanje, gorsko kolesarstvo, kolesarstvo, jadralno padalstvo,
    kajakaštvo, potapljanje, jadranje, gorski tek, pohodništvo, jamarstvo, pustolovščina, ekologija, penjanje, alpinizam, skijanje, turno skijanje,
    biciklizam, brdski biciklizam, padobransko jedrenje, jedrenje, trčanje, planinarenje, speleologija, pustolovina, катерене, алпинизъм, ски, планинско
    колоездене, колоездене, каяк, парапланеризъм, гмуркане, бягане, планинско бягане, приключение, околна среда, култура, хумор, сноуборд, свободен ски,
    экология, альпинизм, скалолазание, горные лыжи, лыжи, велосипед, каякинг, путешествия, hegymászás, sziklamászás, síelés, kerékpár, terepfutás, klatring,
    klättring, fjällklättring, skidåkning, cykling, sykling, sykkel, padling, löpning, løping, friluftsliv, äventyrsfilm, kiipeily, hiihto, pyöräily, juoksu,
    seikkailufilmi, romantični, romantičen, romantická, romantický film, romantyczny, romantikus film, romantisch, romantique, romántica, romántico, romantico, romântico, musicvideo
"""
