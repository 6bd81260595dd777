"""What the fields of a film are called, by field, in the languages of festival pages.

Every label is stored folded (see `folding.fold`). `OTHER` are labels that are known and not ours: their
values must not be taken for something else. `TOTAL` are run-times of a whole programme.
"""

from functools import cache

from tourdesk.library.intake.vocabulary.folding import fold
from tourdesk.library.intake.vocabulary.other_labels import OTHER_LABELS

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
        название, название фильма, назва, заглавие, タイトル, 作品名, 题目, 片名, 中文片名, 제목, 작품명, العنوان,
        film name, original/english title, english film title, deutscher titel, titel des films, name des films, internationaler titel, verleihtitel, titre
        français, titre de l'oeuvre, titre en français, título en español, título español, título en inglés, título do filme, título em português, título em
        inglês, titolo del film, titolo in italiano, titel film, nederlandse titel, engelse titel, tytuł filmu, tytuł polski, polski tytuł, název filmu, český
        název, anglický název, názov filmu, slovenský názov, naslov filma, slovenski naslov, prijevod naslova, hrvatski naslov, film címe, angol cím, filmens
        titel, svensk titel, engelsk titel, norsk tittel, engelsk tittel, dansk titel, elokuvan nimi, suomenkielinen nimi, englanninkielinen nimi, filmi nimi,
        filmi pealkiri, filmas nosaukums, filmo pavadinimas, τίτλος ταινίας, ελληνικός τίτλος, αγγλικός τίτλος, filmin adı, türkçe adı, название на русском,
        русское название, английское название, назва фільму, заглавие на филма, titlul, titlu, titlul filmului, titulli, titill, 邦題, 日本語タイトル, 作品タイトル, 映画名,
        影片名称, 影片名稱, 片名(中), 中文名, 中文名称, 電影名稱, 电影名称, 영화명, 한국어제목, 작품 제목, عنوان الفيلم, اسم الفيلم, שם הסרט, نام فیلم, tên phim, ชื่อเรื่อง, judul, izenburua
        """,
    "original_title": """
        títol original, original title, original film title, original language title, project title (original language), title in original language, aka,
        originaltitel, original titel, titre original, título original, titulo original, titolo originale,
        tytuł oryginalny, originální název, originálny názov, izvirni naslov, izvorni naslov, originalni naslov,
        eredeti cím, originaltittel, alkuperäinen nimi, originaalpealkiri, oriģinālnosaukums, originalus pavadinimas,
        πρωτότυπος τίτλος, orijinal adı, özgün adı, оригинальное название, оригінальна назва, оригинално заглавие,
        原題, 原名, 外文片名, 英文片名, 英題, 원제, originele titel, oorspronkelijke titel, original, orig. title, o.t,
        originalfilmtitel, originaltitel des films, titre vo, titre v.o, título en v.o, título v.o, título orixinal, izenburu originala, titolo originale del
        film, originele filmtitel, oryginalny tytuł, tytuł oryg, orig. název, originální název filmu, pôvodný názov, pôvodný názov filmu, originalni naziv,
        izvorni naziv, originální titul, eredeti filmcím, alkuperäisnimi, alkukielinen nimi, algpealkiri, originālais nosaukums, originalus filmo pavadinimas,
        πρωτ. τίτλος, τίτλος πρωτότυπου, orijinal başlık, orijinal ismi, orijinal film adı, оригинальный заголовок, ориг. название, название в оригинале,
        назва в оригіналі, titlu original, titlul original, titulli origjinal, frumtitill, 原作名, 原タイトル, 英語タイトル, 英文名, 英文名称, 外文名, 原文片名, 영문제목, 원제목, 영제, العنوان
        الأصلي, שם מקורי, tên gốc
        """,
    "year": """
        any, any de producció, completed, tuotantovuosi, year, release year, year of release, year of production, production year, completion date, completion year,
        year completed, released, release date, date of completion, date, jahr, produktionsjahr, erscheinungsjahr, baujahr, année,
        année de production, année de sortie, sortie, año, año de producción, año de estreno, ano, ano de produção,
        anno, anno di produzione, jaar, productiejaar, bouwjaar, rok, rok produkcji, rok výroby, rok produkce,
        leto, leto produkcije, leto nastanka, godina, godina proizvodnje, godina produkcije, év, gyártási év,
        gyártás éve, år, produktionsår, produksjonsår, vuosi, valmistumisvuosi, aasta, tootmisaasta, gads, metai,
        έτος, έτος παραγωγής, yıl, yapım yılı, год, год производства, год выпуска, рік, рік виробництва, година,
        制作年, 製作年, 年份, 年代, 出品年份, 제작연도, 제작년도, 연도, سنة الإنتاج, السنة, an, yr,
        yr of production, year produced, year made, production date, date of production, date produced, produced in, made in year, film year, copyright year,
        jahrgang, herstellungsjahr, entstehungsjahr, drehjahr, fertigstellung, jahr der fertigstellung, premierenjahr, année de réalisation, date de
        production, date de réalisation, an de producție, año de realización, fecha de producción, fecha de realización, ano de lançamento, ano de realização,
        anno di uscita, anno di realizzazione, anno produzione, jaar van productie, jaartal, rok powstania, rok realizacji, rok premiery, data produkcji, rok
        vzniku, rok natočení, rok vydania, leto izdelave, leto izida, godina izdanja, godina nastanka, godina snimanja, készítés éve, megjelenés éve, készítés
        ideje, inspelningsår, utgivningsår, utgivelsesår, innspillingsår, filmår, udgivelsesår, premiereår, julkaisuvuosi, valmistunut, ilmestymisaasta,
        valmimisaasta, ražošanas gads, izdošanas gads, sukūrimo metai, išleidimo metai, pagaminimo metai, έτος κυκλοφορίας, χρονολογία, χρονιά, çekim yılı,
        vizyon yılı, gösterim yılı, год создания, год производства фильма, год съемки, рік випуску, рік створення, година на производство, година на
        създаване, anul, an producție, framleiðsluár, 製作年度, 公開年, 制作年度, 發行年份, 发行年份, 出品年代, 年度, 製作年份, 制作年份, 完成年份, 首映年份, 상영연도, 제작년, 제작 연도, 개봉연도, سنة, سنة الإصدار,
        عام الإنتاج, تاريخ الإنتاج, שנה, שנת הפקה, שנת ייצור, سال, سال ساخت, năm, năm sản xuất, ปี, tahun, urtea
        """,
    "runtime": """
        tc dur, tc duration, dur, len, lgth, timecode, durada, runtime, run time, run-time, running time, running-time, length, duration, film length, film duration, time,
        trt, laufzeit, länge, dauer, spieldauer, filmlänge, spielzeit, minuten, durée, duree, duración, duracion,
        minutaje, metraje, duração, duracao, durata, duur, speelduur, lengte, czas trwania, czas, czas projekcji,
        délka, stopáž, délka filmu, dĺžka, minutáž, dolžina, trajanje, dolžina filma, duljina, hossz, játékidő,
        időtartam, hossza, längd, längd i minuter, speltid, lengde, spilletid, varighet, længde, varighed, kesto, pituus, kestus,
        pikkus, ilgums, garums, trukmė, διάρκεια, süre, süresi, продолжительность, хронометраж, длительность,
        тривалість, трајање, хронометраж, времетраене, продължителност, 上映時間, 時間, 尺, 片长, 片長, 时长, 時長, 분량,
        상영시간, 러닝타임, 길이, المدة, مدة العرض, מסך זמן, min, mins, minutes, 분, run, rt, durée totale, durée du film,
        longueur, film runtime, film run time, film running time, approx. runtime, approximate runtime, exact runtime, length (min), length in minutes,
        duration (min), duration (minutes), duration in minutes, runtime (min), runtime (minutes), minutes long, running length, playing time, play time,
        screen time, screening length, total film length, dauer in minuten, filmdauer, länge in minuten, laufzeit in minuten, laufzeit (min), länge (min),
        minuti, minuty, durée (min), durée en minutes, duración en minutos, duración (min), minutos, duração em minutos, durata in minuti, durata (min),
        lunghezza, tijdsduur, speeltijd, filmduur, długość filmu, czas trwania filmu, długość trwania, délka v minutách, stopáž v minutách, dĺžka filmu,
        trvanie, trvání, minutaža, dolžina v minutah, čas trajanja, trajanje filma, dužina, dužina trajanja, dužina filma, film hossza, vetítési idő,
        spelllängd, spellängd, filmlängd, filmlengde, spillelengde, filmens længde, spillelængde, elokuvan kesto, kestoaika, filmi pikkus, kestvus, filmas
        garums, filmo trukmė, διάρκεια ταινίας, film süresi, gösterim süresi, длина, длительность фильма, продолжительность фильма, тривалість фільму,
        дължина, времетраене на филма, durata filmului, lungime, gjatësia, kohëzgjatja, iraupena, lengd, ilgums minūtēs, 作品時間, 所要時間, 本編時間, 収録時間, 片長(分鐘), 影片长度,
        影片片长, 时间长度, 放映时长, 長度, 长度, 영화시간, 러닝 타임, zeitdauer, משך, אורך, אורך הסרט, مدة الفيلم, الزمن, thời lượng, ความยาว, durasi, durasi film, khoảng thời gian
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
        leikstjóri, regizor, regi av, regie en scenario, zuzendaria, direcció,
        directed and edited by, directed and filmed by, directed & edited by, written & directed by, written + directed by, written/directed by, writer /
        director, writer-director(s), director + writer, directing, direct by, by director, direction by, film directed by, film-maker(s), filmmaker(s),
        director / editor, director/editor, director and editor, director/cinematographer, director / dop, director of the film, a film from, filmed and
        directed by, created by, regie und kamera, regie / kamera, regie/kamera, regie & kamera, regie und schnitt, autor und regisseur, ein film von und mit,
        regisseur(e), regisseur*innen, regisseur:innen, regisseurs, regisseurinnen und regisseure, inszenierung, réalisateur/trice, réalisateur(s),
        réalisateur/réalisatrice, réalisatrice(s), réalisateur-trice, réalisateur.rice, réalisateur.ices, réalisé et écrit par, écrit et réalisé par,
        mise-en-scène, auteur réalisateur, auteur-réalisateur, scénario et réalisation, réalisation et scénario, réalisation et image, réalisation et montage,
        dirección y guion, guion y dirección, director y guionista, director(es), director/es, directores/as, escrita y dirigida por, realización y guión,
        realizadores, realizadoras, realizador/a, realizadores/as, una película de, un documental de, un cortometraje de, corto de, direção e roteiro, roteiro
        e direção, realização e argumento, diretores, diretor(a), um filme de, direcção, realizador(a), realizador(es), regia e sceneggiatura, sceneggiatura e
        regia, soggetto e regia, regista/i, un documentario di, un cortometraggio di, scritto e diretto da, regisseur(s), regie & scenario, scenario & regie,
        scenario en regie, film van, documentaire van, geregisseerd, reżyseria/scenariusz, reżyseria i zdjęcia, scenariusz i reż, scen. i reż, reż. i scen,
        reżyserował, w reżyserii, film w reżyserii, režie a scénář, scénář a režie, režie a kamera, námět a režie, réžia a scenár, scenár a réžia, režijoval,
        režíroval, námet a réžia, režija/scenarij, scenarij/režija, režiserka in scenaristka, režiser in scenarist, redatelj/ica, redatelj i scenarist,
        režiseriai, reditelj, rediteljka, scenario i režija, režija i scenario, film rendezője, rendező-operatőr, író-rendező, rendező/k, forgatókönyv és
        rendezés, rendezés, regi & foto, regi/manus, manus/regi, regi och foto, manus & regi, regi og manus, manus og regi, manuskript og regi, regi og foto,
        instruktion, instruktør/manuskript, instruktion og manuskript, ohjaus ja käsikirjoitus, käsikirjoitus ja ohjaus, ohjaaja/käsikirjoittaja, ohjaus &
        käsikirjoitus, režissöör ja stsenarist, režii, režisors/-e, scenārija autors un režisors, režisierius/ė, scenarijaus autorius ir režisierius,
        σκηνοθεσία-σενάριο, σκηνοθεσία/σενάριο, σενάριο-σκηνοθεσία, σενάριο/σκηνοθεσία, yazan ve yöneten, senaryo ve yönetmen, yönetmen/senaryo,
        senaryo-yönetmen, yönetmenliği, режиссёр-постановщик, автор сценария и режиссер, автор и режиссер, режиссер и сценарист, режисер-постановник, автор
        сценарію та режисер, режисьор и сценарист, сценарий и режисура, сценарист и режисьор, regia și scenariul, scenariul și regia, regjia, regjisor,
        leikstjórn, 監督/脚本, 脚本・監督, 監督・脚本・編集, 監督・脚本・撮影, 監督・編集, 監督名, 作・監督, 監督/脚本/編集, 監督・撮影, 導演/編劇, 編導, 编导, 編劇/導演, 导演/编剧, 編劇、導演, 导演、编剧, 감독/각본, 각본/감독, 각본·감독,
        감독·각본, 연출/각본, تأليف وإخراج, مخرج, للمخرج, سيناريو وإخراج, תסריט ובימוי, בימאי, בימוי ותסריט, کارگردان, đạo diễn, ผู้กำกับ, sutradara, zuzendaritza,
        zuzendaria eta gidoia, direcció i guió, guió i direcció, director/guionista
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
        koprodukcja, koprodukce, koprodukcija,
        produced and edited by, production company(ies), production company/ies, producing company, producer/s, producer & production company, prod. company,
        prod. co, prod co, prod.co, prod. by, produktionsfirmen, produzent/in, produzent(en), produzenten/innen, produktionsgesellschaft,
        produktionsunternehmen, filmproduktion, film production, produziert durch, producteur(s), producteur/productrice, production déléguée, producteur
        délégué, producteurs délégués, producteur.trice, société(s) de production, sociétés de production, maisons de production, structure de production,
        produit(e) par, production(s), productor/a, productores/as, productor(es), empresa productora, empresas productoras, compañía de producción,
        producido, producida, empresa produtora, companhia produtora, produtora(s), produtor(es), produtor/a, produzido por, case di produzione, società di
        produzione, produttore/i, produttrici, una produzione di, producent(en), productiehuis, productiebedrijf, producent/producenci, producenci filmu,
        firma producencka, produkcja filmu, wyprodukowane przez, vyrobil, výrobce, produkční společnost, produkčná spoločnosť, produkčná firma, producent
        filmu, koproducent, koproducenti, producentska hiša, produkcijska hiša, producentska kuća, produkcijska kuća, producent/ica, gyártó cég, gyártó
        vállalat, gyártó stúdió, produktionsselskab(er), producer(e), produsent(er), tuotantoyhtiöt, tuottaja(t), tootjafirma, tootja(d), ražotājs,
        prodiuseris (-iai), gamintojas, gamybos kompanija, παραγωγή/παραγωγός, εταιρία παραγωγής, yapım firması, yapımcı firma, yapımcısı, кинокомпания,
        студия, студии, кинокомпанія, студія, виробник, продуцентска компания, casă de producție, companie de producție, prodhimi, framleiðandi,
        framleiðslufyrirtæki, 製作者, 製作会社名, プロダクション, 製作公司, 制作公司, 出品人, 製作人, 制作人, 監製/製片, 製片人, 制作单位, 出品单位, 프로덕션, 제작사명, شركة الإنتاج, شركات الإنتاج, منتج, المنتجون,
        חברת הפקה, מפיקים, تهیه کننده, nhà sản xuất, ผู้อำนวยการสร้าง, produser, produktora, ekoiztetxea, companyia productora
        """,
    "languages": """
        idiomes, language, languages, dialogues, dialog, dialogspråk, spoken language, spoken languages, original language, dialogue language, language(s),
        dialogue, audio language, audio, sprache, sprachen, originalsprache, sprachfassung, originalfassung, fassung,
        langue, langues, langue originale, version, idioma, idiomas, idioma original, lengua, lenguas, língua, línguas,
        lingua, lingue, lingua originale, taal, talen, gesproken taal, język, języki, język filmu, jazyk, jazyky,
        jezik, jeziki, jezici, nyelv, nyelve, eredeti nyelv, språk, sprog, kieli, kielet, puhuttu kieli, keel, keeled,
        valoda, valodas, kalba, kalbos, γλώσσα, γλώσσες, dil, dili, diller, язык, языки, язык оригинала, мова, мови,
        език, езици, 言語, 语言, 語言, 对白语言, 언어, اللغة, שפה, limba, limbi, original version,
        film language, language of film, original language(s), languages spoken, spoken in, main language, languages/subtitles, original audio, filmsprache,
        gesprochene sprache, gesprochene sprachen, sprache(n), langue(s), langue parlée, langues parlées, langue originale du film, langue du film, langue vo,
        idioma(s), lengua original, idiomas hablados, versión original, idioma originale, língua original, idioma falado, línguas faladas, lingua/e, lingua
        parlata, lingua del film, versione originale, originele taal, oorspronkelijke taal, taal/talen, wersja językowa, język oryginału, język oryginalny,
        język dialogów, původní jazyk, jazyk filmu, jazyková verze, pôvodný jazyk, jazyková verzia, znenie, jezik filma, izvirni jezik, izvorni jezik,
        originalni jezik, originalspråk, originalsprog, språk(er), alkuperäiskieli, kieli/kielet, algkeel, filmi keel, oriģinālvaloda, originalo kalba, γλώσσα
        ταινίας, πρωτότυπη γλώσσα, orijinal dil, orijinal dili, язык фильма, оригинальный язык, мова оригіналу, мова фільму, език на филма, оригинален език,
        limba originală, limba vorbită, gjuha, tungumál, 使用言語, 原語, 言語・字幕, 對白, 对白, 發音, 发音, 语种, 語種, 사용언어, 대사, لغة الفيلم, لغة, שפת המקור, שפות, زبان, ngôn ngữ,
        ภาษา, bahasa, hizkuntza, llengua, llengües
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
        البلد, بلد الإنتاج, בלד, מדינה, ארץ, țara, țară,
        country / region, country/region, countries/regions, country of origin/production, producing country, producing countries, film country, filmland,
        land der produktion, produktionsland/-länder, pays producteur, pays producteurs, pays d'origine du film, pays de réalisation, pays / region, países
        productores, países de producción, país productor, paese/i, paesi d'origine, produzione/paese, productieland, productielanden, herkomst, kraje
        produkcji, państwo, kraj pochodzenia filmu, země produkce, produkční země, krajina produkcie, krajiny, produkčná krajina, država izvora, države
        produkcije, zemlja produkcije, zemlja podrijetla, zemlje, zemlja proizvodnje, gyártó országok, ország/országok, ursprung, produktionsland/länder,
        produksjonsland, produksjonsland/er, produktionslande, valmistusmaat, tuotantomaat, tootjamaa, tootmisriik, päritolumaa, ražotājvalsts, kūrimo šalis,
        šalis (-ys), gamybos šalis, χώρες παραγωγής, παραγωγή χώρα, yapımcı ülke, yapım ülkeleri, menşei, страна-производитель, страны производства,
        країна-виробник, країни виробництва, държава на производство, държава на произход, страна на производство, țara de origine, țări, țara de producție,
        shteti, 製作国名, 国名, 国・地域, 国/地域, 製作国・地域, 国・年, 出品國, 出品国, 出品國家, 出品国家, 製作國家, 制作国家, 國別, 国别, 國家/地區, 產地, 产地, 제작국, 국적, 제작 국가, البلدان, الدولة, دولة الإنتاج, بلد
        المنشأ, کشور, quốc gia, ประเทศ, negara, herrialdea, país d'origen
        """,
    "section": """
        section, festival section, category, strand, programme strand, program strand, sidebar, competition section,
        programme section, theme, sektion, kategorie, reihe, programmreihe, filmreihe, catégorie, sélection, sección,
        categoría, seção, secção, categoria, sezione, rassegna, sectie, categorie, sekcja, kategoria, pasmo, sekce,
        kategorie, sekcia, kategória, sekcija, sklop, kategorija, szekció, kategória, kategori, seksjon, seksjon,
        sarja, kategooria, programm?, sekcija, kategorija, skiltis, ενότητα, κατηγορία, τμήμα, bölüm, kategori,
        секция, категория, раздел, секція, категорія, рубрика, 部門, セクション, カテゴリー, 单元, 單元, 섹션, 부문,
        القسم, secțiune,
        festival strand, film section, festival programme, sezione del festival, sezione concorso, sección del festival, secció, festivalsektion,
        programmsektion, programmschiene, wettbewerbskategorie, programmkategorie, sekcja konkursowa, sekcja festiwalu, soutěžní sekce, súťažná sekcia,
        programska sekcija, programski sklop, versenyszekció, tävlingskategori, programkategori, programmas sadaļa, festival bölümü, секция фестиваля,
        конкурсна програма, програмна секция, categoria concorso, section du festival, catégorie de compétition, section de compétition, competition category,
        上映部門, コンペ部門, 參賽單元, 单元名称, 影展單元, 상영부문, 상영섹션
        """,
    "tags": """
        gènere, tag, tags, keyword, keywords, genre, genres, filmtyp, tipologia, project type, film type, type, type of film, topics, topic,
        schlagwort, schlagworte, schlagwörter, stichworte, gattung, filmart, genre(s), mots-clés, mots clés, thèmes,
        étiquettes, género, géneros, género(s), palabras clave, etiquetas, gênero, gêneros, palavras-chave, genere,
        generi, parole chiave, trefwoorden, gatunek, tagi, słowa kluczowe, žánr, žánry, klíčová slova, žáner,
        žanr, žanri, zvrst, ključne besede, műfaj, címkék, genrer, sjanger, sjangre, stikord, lajityyppi, genre,
        avainsanat, žanr, žanrid, žanrs, žanras, είδος, λέξεις-κλειδιά, tür, türü, etiketler, жанр, жанры, теги, жанри,
        ジャンル, タグ, 类型, 類型, 标签, 장르, 태그, النوع, gen,
        genre/s, genres/keywords, genre / type, genre & subject, film genre, film genres, film category, type de film, genre du film, tipo, tipo de película,
        tipo de film, tipo di film, tipo de obra, genre:film, soort, soort film, filmgenre, filmkategorie, filmgattung, rodzaj, rodzaj filmu, gatunek filmu,
        gatunki, typ filmu, žánre, žanr/vrsta, vrsta, vrsta filma, film műfaja, típus, műfajok, filmtype, filmsjanger, lajit, genre(t), tüüp, žanras (-ai),
        κατηγορία ταινίας, είδος ταινίας, film türü, türler, тип фильма, вид на филма, жанр фильма, жанр фільму, genul, gen film, zhanri, tegund, 種別, 作品ジャンル,
        片種, 影片类型, 影片類型, 類別, 类别, 題材, 题材, 關鍵字, 关键词, 키워드, 분류, نوع الفيلم, التصنيف, ז'אנר, سبک, ژانر, thể loại, ประเภท, generoa, gèneres
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
        줄거리, 시놉시스, 작품소개, 소개, ملخص, القصة, نبذة, תקציר, sinopsis, descriere,
        film summary, synopsis of the film, synopsis en, synopsis (en), synopsis (english), english synopsis, project description, short description, long
        description, film info, brief description, about film, filminhalt, inhaltsangabe, kurzbeschreibung, zum inhalt, darum geht's, worum geht's, synopse,
        présentation, présentation du film, description du film, le pitch, reseña, sinopsis breve, sinopsis larga, resumen, sobre la película, resumo, sinopse
        curta, sobre o filme, sinossi breve, la trama, descrizione del film, het verhaal, over de film, korte beschrijving, filmbeschrijving, opis fabuły,
        krótki opis, o čem film je, stručný obsah, synopse filmu, synopsa, krátky obsah, popis filmu, opis vsebine, kratek opis, kratka sinopsis, sadržaj
        filma, tartalma, rövid tartalom, rövid leírás, cselekmény, filmen handlar om, kortfattet, innhold, handlingen, elokuvasta, par filmu, apie filmą,
        σχετικά με την ταινία, περίληψη, ιστορία, hikaye, film hakkında, filmin konusu, film özeti, краткое содержание, содержание, описание фильма, сюжет
        фильма, короткий зміст, опис фільму, про стрічку, за филма, кратко съдържание, съдържание, descriere film, despre film, rezumat, përmbledhje, efni,
        概要, 作品概要, 作品解説, 作品内容, 内容紹介, 剧情介绍, 內容簡介, 内容简介, 影片介紹, 影片介绍, 故事大綱, 介紹, 介绍, 本片简介, 줄거리 소개, 작품 소개, 영화소개, 작품설명, عن الفيلم, قصة الفيلم, ملخص الفيلم, על הסרט,
        תקציר הסרט, خلاصه داستان, nội dung, tóm tắt, เรื่องย่อ, sinopsia
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
        "dur, len, p, c, e, m, s, k, b, w, sc, cam, scr, mus, mu, ph, int, ed, ton, mo, ca, film, de, by, di, par, von, van, af, av, od, land, an, date, original, origin, released, version, time, run, rt, min, mins, minutes, total, "
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
    for word in _split(OTHER_LABELS):
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
