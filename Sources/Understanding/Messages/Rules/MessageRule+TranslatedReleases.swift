extension MessageRule {
    /// What SABnzbd says in sixteen languages other than English when the release is at fault.
    ///
    /// Taken from the translations of SABnzbd 3.7.1 (GPL-2.0-or-later), folded as ``MessageText`` folds, the common
    /// start ("Unpacking failed") and the file names taken out.
    static let translatedReleases: [MessageRule] =
        rules(
            .releaseIncomplete,
            """
            abortado, no puede ser completado | anulat nu poate fi finalizat | articles manquants |
            articolele au fost lipsa | articulos no encontrados | artigos estavam faltando |
            artikel fehlten | artikelen ontbreken | artikkelia puuttui | artiklar saknades |
            artikler manglede | artikler manglet | avbrutet, kan inte slutforas |
            avbrutt, kan ikke fullføres | brakowało*artykułow |
            descarcare euata, - nu este pe serverul(ele) dumneavoastra |
            descarga fallida - no esta en tu(s) servidor(es) |
            download fehlgeschlagen - nicht auf deinem/n server/n vorhanden |
            download mislukt - niet meer op je server(s) | download mislykkedes - ikke pa din server (e) |
            ei voi valmistua | kan ikke afsluttes | kan niet voltooid worden |
            kann nicht fertiggestellt werden | lataus epaonnistui - ei ole palvelimilla |
            le telechargement a echoue - absent de vos serveur(s) | nao e possivel concluir |
            ne peut etre acheve | nedlastning feilet - finnes ikke pa din(e) server(e) |
            nerladdning misslyckades - inte pa din server eller servrar | nie mozna ukonczyc |
            o download falhou - nao esta em seu(s) servidor(s) |
            pobieranie nieudane - dane niedostepne na skonfigurowanych serwerach |
            zruseno, nelze dokoncit | артикла недостају | неуспешно преузимање - није на вашем серверу |
            поништено, не може да се заврши | статеи отсутствует | הורדה נכשלה - לא בשרת(ים) שלך |
            לא יכול להיות שלם | מאמרים היו חסרים | 下载失败 - 不在该服务器上 | 已中止，无法完成 | 篇文章缺失
            """
        )
        + rules(
            .releaseDamaged,
            """
            archivo rar inutilizable |
            archivos par2 no validos o parametros par2 no validos, no se puede verificar ni reparar |
            arquivo rar inutilizavel | articles malformes | articolele au fost incorecte |
            articulos estaban mal formados | artigos estavam malformados |
            artikel hatten ein ungultiges format | artikelen zijn misvormd |
            artikkelia oli vaarin muotoiltuja | artiklar var felaktiga | artikler misdannede |
            artikler var korrupte | artykułow było uszkodzonych | beschadigd rar-bestand |
            bezuzyteczny plik rar | blocuri reparare insuficiente |
            brak wystarczajacej ilosci blokow naprawczych | bład crc | crc greska | crc virhe | crc 错误 |
            crc-fehler | crc-feil | crc-fejl | crc-fel | crc-fout | defekte rar datei |
            echec lors de la verification des fichiers rar | eroare crc | erreur crc | erro de crc |
            error al descomprimir; imposible encontrar | error de crc al descomprimir |
            fichero rar corrupto | fichier rar corrompu | fichier rar inutilisable |
            fisier rar ce poate fi folosit | fisier rar corupt |
            fisiere par2 invalide sau parametri par2 invalizi, nu pot verifica sau repara |
            ha fallado la reparacion, no existen bloques de reparacion suficientes |
            ikke nok reparation blokke |
            invalide par2 filer eller invalide par2 parametre, kan ikke bekræfte eller reparere |
            kayttokelvoton rar arkisto | korjaaminen epaonnistui, ei tarpeeksi korjauslohkoja |
            korruptoitunut rar arkisto | mislykket reparasjon, finner ikke nødvendige reparasjonsblokker |
            misslyckad reparation, finns ej tillrackligt med reparationsblock | nepouzitelny rar soubor |
            nespravne par2 soubory nebo nespravne parametry par2, nelze zkontrolovat ani opravit |
            neupotrebljiva rar datoteka | nicht genug reparatur-blocke vorhanden |
            no se han podido verificar los archivos rar | oanvandbar rar-fil | onbruikbaar rar-bestand |
            ongeldige par2 bestanden of ongeldige par2 parameters, kan niet verifieren en repareren |
            oprava se nezdarila, nedostatek bloku k oprave |
            parametres ou fichiers par2 non valides, impossible de verifier ou reparer |
            pas assez de blocs de reparation | poruseny rar soubor | rar arkistoja ei voitu varmentaa |
            rar bestanden zijn niet verifieerbaar | rar filer kunne ikke bekræfte | rar 文件验证失败 |
            rar-datei beschadigt | rar-datei konnten nicht uberpruft werden |
            reparacao falhou. blocos de reparacao insuficientes | rozbalovani selhalo, crc chyba |
            rozbalovani selhalo, nezdarilo se najit | te weinig herstelblokken | ubrugelig rar fil |
            ubrukelig rar-fil |
            ungultige par2-dateien oder ungultige par2-parameter, auftrag konnte nicht uberpruft oder repariert werden |
            verificarea fisierelor rar a esuat | ødelagt rar fil | артикла нису добро формирани |
            ошибка crc | ошибка исправления: недостаточно блоков восстановления |
            ошибка распаковки: не удается наити | погрешна поправка, нема довољно блокова за поправку |
            погрешно распакивање, не може да се нађе | статеи с ошибками | אין מספיק גושי תיקון |
            מאמרים עוותו | קבצי par2 בלתי תקפים או פרמטרי par2 בלתי תקפים, לא ניתן לוודא או לתקן |
            קבצי rar נכשלו בוידוא | קובץ rar בלתי שמיש | קובץ rar פגום | שגיאת crc | 修复块不足 | 损坏的 rar 文件 |
            无法使用的 rar 文件 | 篇文章损坏
            """
        )
        + rules(
            .releaseEncrypted,
            """
            abortado, detectamos cifrados | afbrudt job*pa grund af krypterede rar fil |
            archief vereist wachtwoord | archiv benotigt ein passwort | archiv vyzaduje heslo |
            archiwum wymaga podania hasła | arhiva necesita o parola | arhiva zahteva lozinku |
            arkisto vaatii salasanan | arkivet kraver losenord | arkivet krever passord |
            arkivet kræver adgangskode |
            aufgabe*ist wahrscheinlich verschlusselt, rar hat den gleichen namen wie das gepackte rar-archiv |
            avbruten, kryptering detekterad | avbrutt, kryptering funnet | criptografia detectada |
            cryptage detecte | download*is afgebroken vanwege een versleuteld rar bestand |
            download*is gepauzeerd vanwege een versleuteld rar bestand |
            download*is waarschijnlijk versleuteld omdat en een rar met dezelfde naam in de hoofd rar zit |
            error al descomprimir; el archivo esta protegido por contrasena | kryptering registreret |
            l'archive necessite un mot de passe |
            la tache*a ete abandonnee a cause d'un fichier rar chiffre |
            la tache*a ete mise en pause a cause d'un fichier rar chiffre |
            la tache*est probablement chiffree en raison d'un rar ayant le meme nom a l'interieur de ce rar |
            la tarea*esta codificada probablemente debido al rar con el mismo nombre dentro de este rar |
            o arquivo exige uma senha | pauset job*pa grund af krypterede rar fil |
            pozastaveny ukol*z duvodu zaheslovaneho rar souboru | prekinuto, detektovana enkripcija |
            salattu arkisto tunnistettu | sarcina* a fost anulata din cauza fisierului rar criptat |
            sarcina* a fost intrerupta din cauza fisierului rar criptat |
            sarcina* este probabil criptata din cauza unui rar cu acelasi nume in acest rar |
            se ha cancelado la tarea*debido al archivo codificado rar |
            se ha pausado la tarea*debido al archivo codificado rar | terminat, encriptare detectata |
            ukonceno, detekovano sifrovani | ukonceny ukol*z duvodu zaheslovaneho rar souboru |
            versleuteling ontdekt | wurde abgebrochen, da es ein verschlusseltes rar archiv enthalt |
            wurde angehalten, da es ein verschlusseltes rar archiv enthalt | wykryto szyfrowanie |
            ошибка распаковки: архив защищен паролем | ארכיון דורש סיסמה |
            העבודה*בוטלה בגלל קובץ rar מוצפן | העבודה*הושהתה בגלל קובץ rar מוצפן |
            העבודה*כנראה מוצפנת עקב rar עם אותו השם בתוך rar זה | הצפנה התגלתה |
            任务*可能受加密保护，rar 文件中存在相同名称的 rar 文件 | 任务已暂停，因其包含加密 rar 文件 | 任务已终止，因其包含加密 rar 文件 | 压缩文件需要密码 |
            发现加密文件 | verschlusselung vorhanden
            """
        )
        + rules(
            .releaseUnwanted,
            """
            a extensao indesejada esta no arquivo rar | avbruten, oonskad filandelse detekterad |
            avbryt, uønsket forlenging oppdaget | de ongewenste extensie zit in rar-bestand |
            ei toivottu tiedostopaate havaittu | ei toivottu tiedostopaate on rar arkistossa |
            extensao indesejada detectada | extensie nedorita in fisierul rar al*. fisierul nedorit este |
            extensie nedorita in fisierul | extensii fisier nedorite in fisierul rar |
            extension indesirable detectee | extension no deseada en el archivo |
            extension non souhaitee dans le fichier | uønsket extension i rar fil. uønsket fil er |
            l'extension indesirable est dans le fichier rar |
            le fichier rar*contient une extension indesirable. le fichier indesirable est |
            nechtena pripona v souboru | neocekavana pripona v rar souboru |
            nezeljena ekstenzija je u rar datoteci | niepozadane rozszerzenie w pliku rar |
            ongewenste extensie gevonden in | ongewenste extensie ontdekt |
            ongewenste extensie ontdekt in*. het ongewenste bestand is | oonskad filandelse i rar-fil |
            oprit, extensii nedorite detectate | prekinuto, detektovana nezeljena ekstenzija |
            preruseno, nalezena neocekavana pripona | rar 文件*中出现不需要的扩展名。不需要的文件名为 | rar 文件中出现不需要的扩展名 |
            se ha encontrado una extension desconocida en el fichero rar |
            se ha encontrado una extension no deseada en el fichero rar*. el fichero no deseado es |
            se interrumpio la accion porque se detecto una extension no deseada |
            unerwunschte dateieindung gefunden | unerwunschter dateityp im rar-archiv |
            unerwunschter typ*in rar datei. unerwunschte datei ist | ungewollte dateiendung in der datei |
            uønsket extension fundet | uønsket extension i rar fil | uønsket forlenging finnes i rar fil |
            wykryto niepozadane rozszerzenie |
            בעבודה*יש סיומת בלתי רצויה בתוך קובץ rar. הקובץ הבלתי רצוי הוא | סיומת בלתי רצויה בקובץ rar |
            סיומת בלתי רצויה בקובץ | סיומת בלתי רצויה התגלתה | 侦测到不需要的扩展名
            """
        )
        + rules(
            .duplicate,
            """
            doppelt vorhandene nzb*angehalten | doppelte nzb | doppelte nzb*wird ignoriert |
            doublon nzb ignore | download*geweigerd omdat het een dubbele is | dubbele download |
            dubbele download*gepauzeerd | dubbele download*overgeslagen | dublet nzb | duplikatni nzb |
            echec de duplication du nzb | esuare duplicat nzb | fallo al duplicar nzb |
            fejler dublet nzb | ignoram duplicat nzb | ignorando nzb duplicado |
            ignorerar dubblett for nzb | ignorerer duplikatfil | ignorerer identiske nzb |
            ignoruje zduplikowany nzb | ignoruji duplikatni nzb | intrerupem duplicat nzb |
            keskeytetaan kaksoiskappale nzb | kopieren der nzb*fehlgeschlagen |
            mise en pause du doublon nzb | nezdarilo se duplikovat nzb | nzb duplicat | nzb כפול |
            ohitetaan kaksoiskappale nzb | pausando nzb duplicado | pausando nzb duplicados |
            pausar dubblett for nzb | pause duplikeret nzb | pozastavuji duplikatni nzb |
            stanser duplikatfil | wstrzymuje zduplikowany nzb | игнорисање дуплог nzb-а |
            паузирам због дуплог nzb-а | приостановлен повторяющиися nzb-фаил |
            пропущен повторяющиися nzb-фаил | מכשיל nzb כפול | משהה nzb כפול | מתעלם מן nzb כפול |
            失败于重复的 nzb 文件 | 正在忽略重复 nzb | 正在暂停重复 nzb | 重复的 nzb 文件
            """
        )
        + rules(
            .indexerFetch,
            """
            a busca da url falhou | abrufen der url fehlgeschlagen | archivo nzb inusable |
            arquivo nzb inutilizavel | bestand bestaat niet op de server | bezuzyteczny plik nzb |
            datei nicht auf dem server | descarcare url nereusita | echec de recuperation de l'url |
            el fichero no se encuentra en el servidor | error al recuperar la url |
            feil, ubrukelig akrivfil | fejl, ubrugelig arkivfil | fichier introuvable sur le serveur |
            fichier nzb inutilisable | fil ikke pa server | fisier nzb inutilizabil |
            fisierul nu este pe server | nzb tiedostoa ei voida kayttaa | nzb датотека неупотребљива |
            oanvandbar nzb fil | onbruikbaar nzb-bestand | osoitteen nouto epaonnistui |
            pobieranie url nie powiodło sie | tiedostoa ei ole palvelimella | ungultige nzb-datei |
            url hamtning misslyckades | url henting mislyktes | url hentning mislykkedes |
            url ophalen mislukt | url 装取失败 | не удалось загрузить url | погрешно учитавање урл-а |
            пустои nzb-фаил | משיכת כתובת נכשלה | קובץ nzb בלתי שמיש | קובץ לא על השרת | 不可用的 nzb 文件 |
            服务器上无此文件
            """
        )
}
