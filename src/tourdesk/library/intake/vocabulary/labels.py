"""What the fields of a film are called, by field, in the languages of festival pages.

Every label is stored folded (see `folding.fold`). `OTHER` are labels that are known and not ours: their
values must not be taken for something else. `TOTAL` are run-times of a whole programme.
"""

from functools import cache

from tourdesk.library.intake.vocabulary.folding import fold

OTHER = "other"
TOTAL = "total"
# "Country / Language: Romania / English": one label for several fields, told apart by their values.
MIXED = "mixed"

_LABELS: dict[str, str] = {
    "title": """
        títol, title, film title, project title, original film title?, film, name of film, english title, international title, titel, filmtitel,
        englischer titel, titre, titre du film, titre anglais, titre international, título, titulo, título inglés,
        título internacional, titolo, titolo internazionale, titolo inglese, tytuł, tytuł angielski, název, názov,
        naslov, cím, magyar cím, tittel, nimi, elokuva, pealkiri, nosaukums, pavadinimas, τίτλος, film adı, başlık,
        название, название фильма, назва, заглавие, タイトル, 作品名, 题目, 片名, 中文片名, 제목, 작품명, العنوان
        """,
    "original_title": """
        títol original, original title, original film title, original language title, project title (original language), title in original language, aka,
        originaltitel, original titel, titre original, título original, titulo original, titolo originale,
        tytuł oryginalny, originální název, originálny názov, izvirni naslov, izvorni naslov, originalni naslov,
        eredeti cím, originaltittel, alkuperäinen nimi, originaalpealkiri, oriģinālnosaukums, originalus pavadinimas,
        πρωτότυπος τίτλος, orijinal adı, özgün adı, оригинальное название, оригінальна назва, оригинално заглавие,
        原題, 原名, 外文片名, 英文片名, 英題, 원제, originele titel, oorspronkelijke titel, original, orig. title, o.t
        """,
    "year": """
        any, any de producció, completed, tuotantovuosi, year, release year, year of release, year of production, production year, completion date, completion year,
        year completed, released, release date, date of completion, date, jahr, produktionsjahr, erscheinungsjahr, baujahr, année,
        année de production, année de sortie, sortie, año, año de producción, año de estreno, ano, ano de produção,
        anno, anno di produzione, jaar, productiejaar, bouwjaar, rok, rok produkcji, rok výroby, rok produkce,
        leto, leto produkcije, leto nastanka, godina, godina proizvodnje, godina produkcije, év, gyártási év,
        gyártás éve, år, produktionsår, produksjonsår, vuosi, valmistumisvuosi, aasta, tootmisaasta, gads, metai,
        έτος, έτος παραγωγής, yıl, yapım yılı, год, год производства, год выпуска, рік, рік виробництва, година,
        制作年, 製作年, 年份, 年代, 出品年份, 제작연도, 제작년도, 연도, سنة الإنتاج, السنة, an, yr
        """,
    "runtime": """
        durada, runtime, run time, run-time, running time, running-time, length, duration, film length, film duration, time,
        trt, laufzeit, länge, dauer, spieldauer, filmlänge, spielzeit, minuten, durée, duree, duración, duracion,
        minutaje, metraje, duração, duracao, durata, duur, speelduur, lengte, czas trwania, czas, czas projekcji,
        délka, stopáž, délka filmu, dĺžka, minutáž, dolžina, trajanje, dolžina filma, duljina, hossz, játékidő,
        időtartam, hossza, längd, längd i minuter, speltid, lengde, spilletid, varighet, længde, varighed, kesto, pituus, kestus,
        pikkus, ilgums, garums, trukmė, διάρκεια, süre, süresi, продолжительность, хронометраж, длительность,
        тривалість, трајање, хронометраж, времетраене, продължителност, 上映時間, 時間, 尺, 片长, 片長, 时长, 時長, 분량,
        상영시간, 러닝타임, 길이, المدة, مدة العرض, מסך זמן, min, mins, minutes, 분, run, rt, durée totale, durée du film
        """,
    "directors": """
        b&r, b & r, director, directors, direction, directed by, film director, film directors, co-director, co-directors, dir, dirs, co-dir, co-dirs,
        director(s), direktor, direktorin, dir por, film de, téléfilm de, documentaire de, film by, film di, a documentary film by, a documentary by, a short film by, a film by, film by, by, dir by, dir/prod?, helmer, director name, director's name, directors name, directors names, director(s) name, regie, regisseur, regisseurin,
        regisseur*in, regisseur:in, regisseure, regisseurinnen, regisseur/in, ein film von, film von, buch & regie,
        buch und regie, regie & buch, drehbuch & regie, drehbuch und regie, regie und drehbuch, regie/buch,
        regie und buch, réalisation, réalisateur, réalisatrice, réalisateurs, réalisatrices, réalisé par,
        réalisateur.trice, réalisateur·rice, réal, un film de, mise en scène, de, director/a, directora, directores,
        directoras, dirección, dirigida por, dirigido por, realización, realizador, realizadora, realização,
        realizado por, direção, dirigido por, diretor, diretora, regia, regia di, regista, registi, un film di,
        diretto da, regie van, geregisseerd door, een film van, reżyseria, reżyser, reżyserka, reż, reżyserzy,
        scenariusz i reżyseria, reżyseria i scenariusz, režie, režisér, režisérka, režiséři, réžia, režisér,
        režija, scenarij in režija, režija in scenarij, režiser, režiserka, režiserji, redatelj, redateljica, redatelji,
        režija i scenarij, scenarij i režija, rendező, rendezte, rendezők, írta és rendezte, regi, regissör,
        regissörer, regi & manus, regi och manus, manus och regi, regissør, regissører, instruktør, instruktører,
        instrueret af, ohjaaja, ohjaus, ohjaajat, ohjannut, režissöör, lavastaja, režissöörid, režisors, režisore,
        režisori, režija, režisierius, režisierė, režisieriai, σκηνοθεσία, σκηνοθέτης, σκηνοθέτις, σκηνοθέτες,
        yönetmen, yönetmenler, yöneten, режиссер, режиссёр, режиссеры, режиссёры, режиссура, постановка, режисер,
        режисерка, режисери, режисура, режија, редитељ, редитељка, режисьор, режисьори, режисьорка, 監督, 監督・脚本, 導演, 导演, 감독, 연출,
        إخراج, المخرج, המאי, במאי, במאית, בימוי, regizor, regia, скреж, regizori, director & writer,
        director and producer?, written and directed by, writer/director, director/writer, writer & director,
        writer and director, writer-director, directed and written by, filmmaker, filmmakers, film maker, film makers,
        film-maker, film-makers, filmemacher, filmemacherin, filmemacher*in, cinéaste, cinéastes, cineasta,
        leikstjóri, regizor, regi av, regie en scenario, zuzendaria, direcció
        """,
    "producers": """
        producció, producer, producers, produced by, producer's name, producers name, producer(s), executive producer?, production, production company,
        production companies, production co, prod, prods, film producer, produktion, produzent, produzentin,
        produzenten, produzent*in, produzent:in, produziert von, produktionsfirma, producteur, productrice,
        producteurs, productrices, produit par, société de production, maison de production, producción, productor,
        productora, productores, casa productora, compañía productora, producida por, producido por, produção,
        produtor, produtora, produtores, produzione, produttore, produttori, produttrice, prodotto da,
        casa di produzione, productie, producent, producenten, geproduceerd door, productiemaatschappij,
        produkcja, producenci, producentka, produkce, produkcia, producenti, produkcija, producentka, producenta,
        producentje, producenti, gyártó, producer, gyártás, producerek, produktionsbolag, produktionsfirma, producenter,
        produksjon, produsent, produsenter, produksjonsselskap, producere, produktionsselskab, tuottaja, tuotanto,
        tuottajat, tuotantoyhtiö, produtsent, produtsendid, tootja, tootmine, producents, producenti, studija,
        prodiuseris, prodiuseriai, prodiuserė, gamyba, παραγωγή, παραγωγός, παραγωγοί, εταιρεία παραγωγής, yapım,
        yapımcı, yapımcılar, yapım şirketi, продюсер, продюсеры, производство, производитель, продюсери, виробництво,
        продуцент, продуценти, продукция, 製作, プロデューサー, 制作, 製作会社, 制作会社, 制片人, 制片, 監製, 监制,
        出品, 出品公司, 製片, 제작, 프로듀서, 제작사, إنتاج, المنتج, הפקה, מפיק, producător, producători, producție,
        co-producer, co-producers, coproducer, coproducers, coproduction, co-production, koproduktion,
        koprodukcja, koprodukce, koprodukcija
        """,
    "languages": """
        idiomes, language, languages, dialogues, dialog, dialogspråk, spoken language, spoken languages, original language, dialogue language, language(s),
        dialogue, audio language, audio, sprache, sprachen, originalsprache, sprachfassung, originalfassung, fassung,
        langue, langues, langue originale, version, idioma, idiomas, idioma original, lengua, lenguas, língua, línguas,
        lingua, lingue, lingua originale, taal, talen, gesproken taal, język, języki, język filmu, jazyk, jazyky,
        jezik, jeziki, jezici, nyelv, nyelve, eredeti nyelv, språk, sprog, kieli, kielet, puhuttu kieli, keel, keeled,
        valoda, valodas, kalba, kalbos, γλώσσα, γλώσσες, dil, dili, diller, язык, языки, язык оригинала, мова, мови,
        език, езици, 言語, 语言, 語言, 对白语言, 언어, اللغة, שפה, limba, limbi, original version
        """,
    "countries": """
        país de producció, països, co-producing country(ies), co-producing countries, co-producing country, country, countries, country of origin, countries of origin, country of production, production country,
        production countries, countries of production, cty, ctry, country/countries, country(ies), country/ies, country(s),
        origin, nationality, made in, land, länder, herkunftsland, produktionsland, produktionsländer, herkunft,
        ursprungsland, entstehungsland, pays, pays d'origine, pays de production, pays d’origine, origine, nationalité,
        país, países, país de origen, países de origen, país de producción, nacionalidad, país de origem,
        país de produção, paese, paesi, paese di origine, paese d'origine, paese d’origine, paese di produzione,
        nazione, provenienza, nazionalità, land van herkomst, landen, kraj, kraje, kraj produkcji, kraj pochodzenia,
        země, země původu, země výroby, krajina, krajina pôvodu, krajina výroby, država, države, država produkcije,
        država porekla, država podrijetla, zemlja, zemlja porijekla, ország, országok, gyártó ország, származási ország,
        land, produktionsland, opprinnelsesland, opphavsland, oprindelsesland, maa, maat, tuotantomaa, valmistusmaa,
        alkuperämaa, riik, riigid, päritoluriik, tootjariik, valsts, valstis, izcelsmes valsts, šalis, šalys,
        kilmės šalis, χώρα, χώρες, χώρα παραγωγής, χώρα προέλευσης, ülke, ülkeler, ülkesi, yapım ülkesi,
        земља, држава, страна, страны, страна производства, країна, країни, країна виробництва, държава, държави, страна, страни,
        製作国, 制作国, 国, 生産国, 国家, 國家, 地区, 国家/地区, 国家地区, 制片国家/地区, 출품국, 제작국가, 국가, 나라,
        البلد, بلد الإنتاج, בלד, מדינה, ארץ, țara, țară
        """,
    "section": """
        section, festival section, category, strand, programme strand, program strand, sidebar, competition section,
        programme section, theme, sektion, kategorie, reihe, programmreihe, filmreihe, catégorie, sélection, sección,
        categoría, seção, secção, categoria, sezione, rassegna, sectie, categorie, sekcja, kategoria, pasmo, sekce,
        kategorie, sekcia, kategória, sekcija, sklop, kategorija, szekció, kategória, kategori, seksjon, seksjon,
        sarja, kategooria, programm?, sekcija, kategorija, skiltis, ενότητα, κατηγορία, τμήμα, bölüm, kategori,
        секция, категория, раздел, секція, категорія, рубрика, 部門, セクション, カテゴリー, 单元, 單元, 섹션, 부문,
        القسم, secțiune
        """,
    "tags": """
        gènere, tag, tags, keyword, keywords, genre, genres, filmtyp, tipologia, project type, film type, type, type of film, topics, topic,
        schlagwort, schlagworte, schlagwörter, stichworte, gattung, filmart, genre(s), mots-clés, mots clés, thèmes,
        étiquettes, género, géneros, género(s), palabras clave, etiquetas, gênero, gêneros, palavras-chave, genere,
        generi, parole chiave, trefwoorden, gatunek, tagi, słowa kluczowe, žánr, žánry, klíčová slova, žáner,
        žanr, žanri, zvrst, ključne besede, műfaj, címkék, genrer, sjanger, sjangre, stikord, lajityyppi, genre,
        avainsanat, žanr, žanrid, žanrs, žanras, είδος, λέξεις-κλειδιά, tür, türü, etiketler, жанр, жанры, теги, жанри,
        ジャンル, タグ, 类型, 類型, 标签, 장르, 태그, النوع, gen
        """,
    "logline": """
        logline, log line, tagline, tag line, slogan, accroche, kurz gesagt, in a nutshell, in short, one line, log-line
        """,
    "synopsis": """
        sinopsi, synopsis, short synopsis, long synopsis, brief synopsis, summary, description, plot, plot summary, story,
        film description, description of the film, about, about the film, about this film, storyline, the story, film synopsis, project synopsis,
        inhalt, kurzinhalt, beschreibung, zum film, handlung, filmbeschreibung, über den film, resümee, résumé,
        resume, à propos, à propos du film, sinopsis, sinopsis corta, argumento, descripción, sinopse, descrição,
        sinossi, trama, descrizione, samenvatting, beschrijving, inhoud, korte inhoud, opis, opis filmu, o filmie,
        streszczenie, obsah, popis, o filmu, o filme, anotace, anotácia, vsebina, kratka vsebina, sinopsis, o filmu,
        sadržaj, opis filma, kratki sadržaj, tartalom, ismertető, szinopszis, leírás, a filmről, handling, beskrivning,
        om filmen, beskrivelse, synopsis, resumé, kuvaus, juoni, tiivistelmä, sisu, kirjeldus, sünopsis, lühikokkuvõte,
        anotācija, apraksts, sižets, aprašymas, anotacija, siužetas, σύνοψη, υπόθεση, περιγραφή, özet, konu, konusu,
        sinopsis, hakkında, синопсис, описание, о фильме, сюжет, аннотация, опис, про фільм, анотація, синопсис,
        резюме, あらすじ, ストーリー, 作品紹介, 解説, 剧情简介, 劇情簡介, 简介, 簡介, 影片简介, 故事梗概, 剧情,
        줄거리, 시놉시스, 작품소개, 소개, ملخص, القصة, نبذة, תקציר, sinopsis, descriere
        """,
    TOTAL: """
        program approx, programme approx, total size, program running time, programme running time, total running time, total runtime, total run time, total,
        program runtime, programme runtime, total duration, total length, total time, total trt, programme length,
        program length, programme duration, program duration, event duration, show length, evening, block length,
        gesamtlaufzeit, gesamtlänge, gesamtdauer, dauer der veranstaltung, veranstaltungsdauer, programmlänge, programmdauer, durée totale, durée du programme,
        duración total, durata totale, duração total, totale duur, łączny czas, łączny czas trwania, celková délka,
        celková stopáž, celková dĺžka, skupno trajanje, skupna dolžina, ukupno trajanje, teljes hossz, total längd,
        samlet varighet, samlet varighed, kokonaiskesto, συνολική διάρκεια, toplam süre,
        общая продолжительность, загальна тривалість, 合計, 総上映時間, 总时长, 總時長, running time of programme,
        running time of the programme, running time of the program, gesamt, event length,
        block running time, total program time, total programme time, combined running time, gesamtspielzeit
        """,
}
# Labels that stand before other matters of a film page.
_OTHER = """
    subtítols, esport, guió, muntatge, intèrprets, wri, writ, co-wri, writer, writers, co-writer, co-writers, writer's name, writers name, written by, screenplay, screenwriter, screenwriters, screenwriting, screenplay by, script, story by, based on, cinematography,
    cinematographer, cinematographers, director of photography, dop, dp, camera, camera operator, photography, editor,
    editors, editing, edited by, edit, music, original music, composer, music by, score, sound, sound design,
    sound recordist, sound mix, sound designer, mix, cast, key cast, starring, stars, featuring, with, actors,
    translation, translated by, translator, subtitling by, narrator, narration, narrated by, voice, voices, animation, animator, animators, drawings, art direction,
    art director, technique, graphic design, visual effects, production/school, project manager, production design, production designer, costume, costumes, assistant director, first assistant director,
    1st assistant director, casting director, production manager, line producer, executive producer,
    executive producers, associate producer, associate producers, exec producer, exec. producer, exec producers, exec. producers, exec prod, exec. prod, exec.prod, exec prods, exec. prods,
    musical director, technical director, festival director, artistic director, programme director, creative director,
    managing director, drone, drone operator, vfx, colorist, colourist, color grading, grading, crew, credits,
    distributor, distribution, world sales, sales, sales agent, international sales, print source, source, contact, rights,
    format, shooting format, screening format, aspect ratio, ratio, film color, film colour, color, colour, sound format,
    camera format, resolution, production budget, budget, country of filming, filming location, filming locations,
    filmed in, shot in, shot on, shot on location in, location, locations, filming country, place, region, area, city, set in, venue, where,
    when, day, dates, screening, screenings, screening time, screening times, showtimes, showing, showtime, shows,
    doors, doors open, start, starts, start time, premiere, premiere status, world premiere, status, first-time filmmaker,
    student project, film student, rating, age rating, age, ages, certificate, cert, classification, advisory, guidance,
    content advisory, content warning, content warnings, warning, recommended age, audience, parental guidance,
    subtitles, subtitles in, subtitled, subtitle language, subs, subtitling, accessibility, awards, award, prizes, prize, prizes won, festivals,
    festival history, selected festivals, official selection, selections, screened at, nominations, website, web, web site,
    film website, site, url, link, trailer, watch trailer, watch, facebook, instagram, twitter, youtube, vimeo, imdb, social, phone, tel,
    telephone, fax, email, e-mail, mail, mobile, address, press, press contact, price, prices, tickets, ticket, admission, cost, entry,
    buy tickets, buy tickets online, book, booking, more info, info, information, more information, note, notes, nb, guests,
    guest, in attendance, q&a, speaker, speakers, moderator, host, hosted by, presented by, sponsored by, sponsor, sponsors,
    partner, partners, distance, elevation, athlete, athletes, runner, runners, featured athletes, sport, activity, activities,
    subject, subjects, photo, photos, photo credit, photo by, image, images, stills, share, share this, next, previous, next post, previous post,
    posted, posted in, posted by, filed under, tagged, category events, tagged with, tagged as, written on, published, updated, by line, comments, tagged under, related,
    director bio, director biography, director's statement, director statement, director’s statement, biography, bio, filmography,
    previous films, past work, id, film id, no, number, isan, eidr, stars?, likes, views, size, file, speed, altitude, height,
    drehbuch, buch, kamera, schnitt, musik, ton, hauptdarsteller, hauptdarstellerin, hauptdarstellerinnen, hauptrollen, darsteller, besetzung, mit, erzähler, sprecher, verleih, vertrieb, weltvertrieb,
    untertitel, altersfreigabe, fsk, alter, ab, freigabe, drehort, drehorte, ort, datum, uhrzeit, beginn, einlass, eintritt,
    alternative titles, alternative title, also known as, weitere titel, studios, studio,
    preis, karten, tickets?, webseite, webseiten, protagonisten, protagonist, athleten, animation?, regieassistenz, produktionsleitung,
    scénario, scenario, image, montage, musique, son, avec, interprétation, interprètes, acteurs, distribution, sous-titres,
    version originale, lieu, lieux, lieu de tournage, date de sortie, âge, public, tarif, tarifs, prix, récompenses, photographie,
    directeur de la photographie, directrice de la photographie, dessins, décors, costumes?, narration?, voix, site web,
    guion, guión, fotografía, montaje, edición, música, sonido, reparto, intérpretes, elenco, subtítulos, distribuidora, lugar,
    local de produção, lugar de producción, luogo di produzione, date of birth, family name, first name, fecha, hora, edad, precio, entradas, premios, dirección de fotografía, director de fotografía, dirección de arte, web oficial,
    roteiro, argumento e roteiro, fotografia, montagem, edição, som, legendas, classificação, local, data, horário, prémios, prêmios,
    direção de fotografia, diretor de fotografia, directora de fotografía,
    sceneggiatura, soggetto, montaggio, musica, musiche, suono, interpreti, cast?, sottotitoli, distribuzione, luogo, ora, età, premi,
    biglietti, direttore della fotografia, camera?, montage?, muziek, geluid, met, ondertiteling, ondertitels, leeftijd, kijkwijzer, locatie,
    scenariusz, zdjęcia, montaż, muzyka, dźwięk, obsada, występują, napisy, dystrybucja, dystrybutor, miejsce, data premiery, wiek, cena, bilety, nagrody,
    scénář, námět, kamera?, střih, hudba, zvuk, hrají, účinkují, titulky, distribuce, místo, cena?, vstupné, ceny, přístupnost,
    strih, hrajú, účinkujú, titulky?, distribúcia, miesto, vstupné?, ocenenia,
    scenarij, scenarist, fotografija, direktor fotografije, montaža, glasba, zvok, igrajo, nastopajo, podnapisi, animacija, distribucija, kraj snemanja,
    kraj projekcije, nagrade, glazba, zvuk?, snimatelj, kamera?, glume, uloge, titlovi, mjesto,
    forgatókönyv, író, operatőr, fényképezte, vágó, vágás, zene, zeneszerző, hang, szereplők, főszereplők, felirat, forgalmazó, korhatár, helyszín, díjak, jegyár,
    manus, manuskript, foto, fotografi, klippning, klipp, musikk, ljud, lyd, medverkande, skådespelare, roller, medvirkende, undertexter, tekstet,
    undertekster, aldersgrense, åldersgräns, plats, sted, pris, priser, distributør, distributör, klip, klippere,
    käsikirjoitus, kuvaus ja leikkaus, leikkaus, kuvaaja, leikkaaja, musiikki, ääni, äänisuunnittelu, näyttelijät, pääosissa, tekstitys, ikäraja, paikka, levittäjä,
    stsenaarium, stsenarist, operaator, montaaž, muusika, heli, osades, subtiitrid, koht, scenārijs, operators, montāža, mūzika, skaņa, lomās, subtitri,
    scenarijus, operatorius, montažas, muzika, garsas, vaidina, subtitrai, vieta,
    σενάριο, φωτογραφία, διεύθυνση φωτογραφίας, μοντάζ, μουσική, ήχος, ηθοποιοί, παίζουν, υπότιτλοι, τόπος, βραβεία, διανομή,
    senaryo, görüntü yönetmeni, kurgu, müzik, ses, oyuncular, altyazı, yer, tarih, ödüller, dağıtım, kamera,
    сценарий, сценарист, оператор, монтаж, музыка, композитор, звук, в ролях, актеры, субтитры, место, возраст, награды, дата, цена,
    сценарио, монтажа, улоге, сценарій, музика, у ролях, субтитри, місце, оператор-постановник, художник, награди, участват, в ролите,
    脚本, 撮影, 編集, 音楽, 音響, 出演, キャスト, 字幕, 配給, 会場, 日時, 料金, 场地, 编剧, 編劇, 摄影, 攝影, 剪辑, 剪輯, 音乐, 音樂, 主演, 演员,
    放映格式, 片源, 발행, 각본, 촬영, 편집, 음악, 출연, 자막, 배급, 장소, 일시, 관람등급, 등급, سيناريو, تصوير, مونتاج, موسيقى, تمثيل, بطولة, ترجمة
    """
# One label for two fields.
BOTH_ROLES = frozenset(
    "directed and produced by, directed & produced by, produced and directed by, produced & directed by, director/producer, director & producer, director and producer, "
    "producer/director, producer & director, producer and director, directors/producers, regie & produktion, regie und produktion, realisation et production, direccion y produccion, "
    "regia e produzione, written directed and produced by".split(", ")
)
_SHORT_DIRECTORS = (
    *BOTH_ROLES,
    "του",
    "της",
    "των",
    "di",
    "par",
    "von",
    "van",
    "af",
    "av",
    "od",
    "d",
    "r",
    "reg",
    "rez",
    "režie",
    "rež",
    "r.",
    "dir.",
    "reżyseria",
)
# Before a colon within a line these name the section; at its beginning they are headings of a page.
WITHIN_LINES = frozenset({"programme", "program", "programm"})
# These words also begin sentences and titles: they are labels only before a colon.
NEEDS_COLON = frozenset(
    fold(word)
    for word in (
        "p, c, e, m, s, k, b, w, sc, cam, scr, mus, mu, ph, int, ed, ton, mo, ca, film, de, by, di, par, von, van, af, av, od, land, an, date, original, origin, released, version, time, run, rt, min, mins, minutes, total, "
        "theme, about, story, the story, plot, summary, topic, type, audio, in short, dialogue, d, r, kraj, čas, yapım, "
        "aka, maa, made in, d., konu, tür, dil, production, prod, sisu, evening, sortie, fassung, reihe, original version, "
        "tag, slogan, category, section, description, nimi, nationality, gamyba, 国, 尺, 時間, 制作, time, an, gen, time, "
        "company, studija, name, year, length, language, country, 出品, date, leto, rok, czas"
    ).split(", ")
)


@cache
def label_table() -> dict[str, str]:
    """Folded label → field."""
    table: dict[str, str] = {}
    for word in _split(_OTHER):
        table[word] = OTHER
    for field, words in _LABELS.items():
        for word in _split(words):
            table[word] = field
    for word in "c, e, m, s, k, b, w, sc, cam, scr, mus, mu, ph, int, ed, ton, mo, ca".split(", "):
        table[word] = OTHER
    table["p"] = "producers"
    for word in _SHORT_DIRECTORS:
        table[fold(word)] = "directors"
    for word in ("kraj projekcije", "executive producer", "line producer", "assistant director", "date"):
        table[fold(word)] = OTHER
    return table


def _split(words: str) -> list[str]:
    # A question mark marks a word that another field has the better claim to.
    return [
        fold(word.strip()) for word in words.split(",") if word.strip() and not word.strip().endswith("?")
    ]
