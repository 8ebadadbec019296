extension MessageRule {
    /// What SABnzbd says in sixteen languages other than English when the house is.
    ///
    /// Taken from the translations of SABnzbd 3.7.1 (GPL-2.0-or-later), folded as ``MessageText`` folds, the common
    /// start ("Unpacking failed") and the file names taken out.
    static let translatedHouse: [MessageRule] =
        rules(
            .diskFull,
            """
            angehalten wegen zu wenig freiem speicherplatz | bład zapisu lub zapełniony dysk | disc plin |
            disc plin! pauza fortata | disco cheio | disco cheio! forcando pausa | disco lleno |
            disco lleno! pausando la cola | disk fuld | disk je pun! tera pause | disken ar full |
            disken ar full! pausar | disken er fuld! pauser | disken er full! pauser | disque plein |
            disque plein ! pause forcee | dysk pełny | dysk pełny! wstrzymuje pobieranie |
            eroare scriere sau disc plin | erreur d'ecriture ou espace disque insuffisant |
            erro de escrita ou disco cheio |
            error al descomprimir; error de escritura, o tal vez el disco esta lleno |
            espace disque faible, pause forcee | fehler beim schreiben oder volle festplatte |
            festplatte voll | festplatte voll! downloads werden angehalten |
            for lidt diskplads tvinger system i pause | for lite diskplass, nedlasting satt pa pause |
            for lite diskutrymme pausar systemet | harddisken er full | kirjoitusvirhe tai levy taynna |
            levy taynna | levy taynna! pakotetaan keskeytys |
            levytilaa ei ole tarpeeksi, pakotetaan keskeytys |
            muito pouco espaco em disco. forcando pause | muy poco espacio en disco forzando pausa |
            neuspasno raspakivanje, greska u pisanju ili je disk pun | plny disk |
            plny disk! vynucene pozastaveni | prea putin spatiu disc fortez pauza |
            premalo prostora na disku, prisiljena pauza | prilis malo mista na disku, prenos pozastaven |
            rozbalovani selhalo, chyba zapisu nebo plny disk | schijf is vol |
            schijf is vol; gedwongen pauze | schrijffout of schijf vol | skrivefeil eller er disken full |
            skrivefejl eller disken fuld | skrivfel eller disken full |
            te weinig schijfruimte, pauze geforceerd |
            zbyt mało miejsca na dysku, wymuszanie wstrzymania | диск је пун |
            на диске нет места принудительная приостановка | ошибка записи или на диске нет места |
            приостановка из-за нехватки места на диске | דיסק מלא | דיסק מלא! מאלץ השהיה |
            שגיאת כתיבה או דיסק מלא | שטח דיסק קטן מדי, מאלץ השהיה | 写入出错或磁盘已满 | 磁盘已满! 强制暂停 | 磁盘空间已满 |
            磁盘空间过低，强制*暂停
            """
        )
        + rules(
            .pathOrPermission,
            """
            aperture de archivo fallo, la via es muy larga | bestandspad is te lang |
            bład dysku podczas tworzenia pliku | chyba presunu*do | dateien verschieben fehlgeschlagen |
            descompactacao falhou, o caminho e muito extenso | det gick inte att andra rattigheter pa |
            det gick inte att flyta*till | det lykkedes ikke at flytte*til |
            det lykkedes ikke at ændre rettigheder pa | dezarhivare esuata, calea este prea lunga |
            dezarhivare esuata, fisier prea mare pentru sistemul de fisiere |
            diskfeil under opprettelse av fil | diskfejl ved oprettelse af fil |
            diskfel vid skapande av fil | echec lors du deplacement de*vers |
            ei voitu luoda lopullista kansiota |
            entpacken fehlgeschlagen - datei zu groß fur dateisystem (formatierung fat?) |
            entpacken fehlgeschlagen, pfad ist zu lang | eroare disc la crearea fisierului |
            erreur de disque lors de la creation du fichier | erro de disco na criacao do arquivo |
            error al mover ficheros | error al mover*a | error de disco al crear el archivo |
            extraction echoue, le chemin est trop long | falha ao mover arquivos | falha ao mover*para |
            festplattenfehler beim anlegen der datei | greska na disku prilikom kreiranja datoteke |
            imposible crear directorio final | impossible de changer les permissions pour |
            impossible de creer le dossier final | impossible de deplacer les fichiers |
            kan bestemmingsmap*niet maken | kan ikke opprette mappe | kan ikke oprette endelig mappe |
            kan inte skapa slutgiltig mapp | kayttooikeuksien muuttaminen epaonnistui kohteelle |
            klarte ikke a flytte filer | kohteen*siirtaminen kohteeseen*epaonnistui |
            konnte download-ordner*nicht anlegen | kunne ikke endre rettigheter pa |
            kunne ikke flytte filer | kunne ikke flytte*til |
            la decompression a echoue, le fichier est trop volumineux pour le systeme de fichiers |
            la descompresion ha fallado, el archivo es demasiado grande para el sistema de archivos |
            levyvirhe luotaessa tiedostoa | misslyckades med att flytta filer | mutare*in*nereusita |
            nao e possivel alterar permissoes de | nao e possivel criar a pasta final |
            nelze vytvorit slozku dokoncenych souboru | nelze zmenit opravneni adresare |
            neuspesno premestanje*u | nezdarilo se presunout soubory |
            nie mozna utworzyc ostatecznego katalogu | nie mozna zmienic uprawnien |
            nie udało sie przeniesc plikow | nie udało sie przeniesc*do |
            no se puede cambiar los permisos de | nu am putu muta fisier | nu pot crea dosar final |
            nu pot schimba permisiunile lui | polku on liian pitka |
            probem s vytvorenim souboru*na disku | putanja je predugacka |
            rechte von*konnten nicht geandert werden |
            rozbalovani selhalo, cesta k souboru je prilis dlouha |
            rozbalovani selhalo, soubor je prilis velky pro souborovy system |
            schrijffout bij opslaan van bestand | sokvagen ar for lang | tiedostojen siirto epaonnistui |
            toegangsrechten van*niet aan te passen |
            udpakningen fejlede, da filen er for stor til filsystemet |
            udpakningen mislykkedes, stien er for lang |
            uitplakken mislukt, bestand te groot voor het bestandssysteem |
            utpakking feilet, filen er for stor for filsystemet | utpakking feilet, stien er for lang |
            verplaatsen van bestanden mislukt | verplaatsen van*naar*mislukt |
            verschieben von*nach*fehlgeschlagen | zbyt długa sciezka | не може да се промене дозволе од |
            не удается изменить права доступа | не удается создать конечную папку |
            не удалось переместить фаилы | не удалось переместить*в | немогуће креирање фасцикле |
            неуспешно премештање датотека | ошибка диска при создании фаила | לא ניתן ליצור תיקייה סופית |
            לא ניתן לשנות הרשאות של | נכשל בהעברת קבצים | נכשל בהעברת*אל | נתיב ארוך מדי |
            קובץ גדול מדי עבור מערכת הקבצים | שגיאת דיסק ביצירת קובץ | 创建文件*时磁盘出错 | 将*移动到*失败 |
            文件太大文件系统不支持 | 无法创建最终文件夹 | 无法更改*的权限 | 移动文件失败 | 解压失败，路径过长
            """
        )
        + rules(
            .account,
            """
            aanmelden bij server*mislukt | alt for mange forbindelser til serveren |
            alt for mange forbindelser, pause en download eller forsøg igen senere |
            anmelden beim server fehlgeschlagen | autentificare nereusita la serverul |
            bład logowania do serwera | compartiendo de cuenta probable |
            cota epuizata, intrerupem descarcarea | demasiadas conexiones con el servidor |
            demasiadas conexiones; pause las descargas o intentelo de nuevo mas tarde |
            det gick inte att logga in pa server | det lykkedes ikke at logge pa serveren |
            din kvot ar uppnadd, pausar nerladdning | echec de la connexion au serveur |
            el servidor necesita usuario y contrasena | excesso de conexoes ao servidor |
            excesso de conexoes, por favor pause o download ou tente novamente mais tarde |
            falha de logon ao servidor | for manga anslutningar till servern |
            for manga anslutningar, pausa en nedladdning eller forsok igen senare |
            for mange tilkoblinger til server |
            for mange tilkoblinger, sett nedlasting pa pause eller prøv igjen senere |
            het beschikbare quotum voor server*is verbruikt | kirjautuminen palvelimelle*epaonnistui |
            kontingent aufgebraucht, downloads werden angehalten | kunne ikke logge inn pa server |
            kvota presazena, pozastavuji stahovani | kvota utrosena, pauziram preuzimanja |
            kvote brugt, pause downloading | kvote oppbrukt, setter nedlasting pa pause |
            latausrajoitus saavutettu, keskeytetaan lataukset |
            le serveur requiert un identifiant et un mot de passe |
            le serveur*a utilise le quota specifie | le serveur*expirera dans*jour(s) |
            liikaa yhteyksia palvelimelle |
            liikaa yhteyksia, keskeyta lataaminen tai yrita myohemmin uudelleen |
            mahdollinen tilin jakaminen | misstankt kontodelning | mistenkt kontodeling |
            mogelijk delen van account | moglicherweise wird das konto geteilt | moguce deljenje naloga |
            palvelin vaatii kayttajanimen ja salasanan | partage de compte probable |
            partajare cont probabila | pravdepodobne sdileni uctu | prawdopodobne wspołdzielenie konta |
            prea multe conexiuni la serverul |
            prea multe conexiuni, va rugam sa intrerupeti descarcarea sau sa incercati din nou mai tarziu |
            previse konekcija ka serveru | prihlaseni k serveru*se nezdarilo |
            prilis mnoho spojeni k serveru | provavel compartilhamento de conta |
            przekroczono limit, wstrzymywanie pobierania | quota atteint, telechargement mis en pause |
            quota esgotada, pausando o download | quota gastado, pausando cola |
            quotum verbruikt, download is gestopt | registraccion fallo para servidor |
            sandsynligt delt konto | server benotigt ein benutzername und ein passwort |
            server heeft een gebruikersnaam en een wachtwoord nodig |
            server krever brukernavn og passord | server*hat das angegebene kontingent verbraucht |
            server*lauft in*tag(en) ab | server*verloopt over*dag(en) | server*vycerpal nastavenou kvotu |
            server*vyprsi za*dnu | serveren kræver brugernavn og adgangskode |
            servern kraver anvandarnamn och losenord | serverul necesita nume utilizator si parola |
            servidor requer usuario e senha | serwer wymaga podania nazwy uzytkownika i hasła |
            te veel verbindingen met server |
            te veel verbindingen, onderbreek het downloaden of probeer later nog eens |
            trop de connexions au serveur |
            trop de connexions, veuillez mettre en pause le telechargement ou essayer plus tard |
            zbyt wiele połaczen do serwera |
            zbyt wiele połaczen, prosze wstrzymac pobieranie lub sprobowac ponownie pozniej |
            zu viele verbindungen zu server |
            zu viele verbindungen. bitte halten sie die downloads an oder versuchen sie es spater erneut |
            возможно, учетная запись используется где-то еще |
            для сервера требуется имя пользователя и пароль | квота исчерпана. загрузка приостановлена |
            неуспешно пријављивање на сервер | ошибка входа на сервер |
            превише конекција, паузирајте преузимање или поновите касније |
            серверу су потребни име и лозинка |
            слишком много подключении. приостановите загрузку или повторите попытку позже |
            השרת דורש שם משתמש וסיסמה | השרת*השתמש במכסה המצויינת | השרת*יפוג עוד*ימים |
            יותר מדי חיבורים לשרת | יותר מדי חיבורים, אנא השהה הורדה או נסה שוב מאוחר יותר |
            מכסה נוצלה, משהה הורדה | נכשל בכניסה אל השרת | שיתוף סביר של חשבון | 可能存在账号共享 | 无法登录服务器 |
            服务器*连接数过多 | 服务器需要用户名与密码 | 连接数过多，请先暂停下载或稍后再试 | 配额已耗尽，暂停下载
            """
        )
        + rules(
            .providerUnreachable,
            """
            certificaat niet geldig. dit is hoogstwaarschijnlijk een server-probleem |
            certificat invalid. este cel mai probabil o problema de server |
            certifikat neni validni. pravdepodobne chyba serveru | de server stopte tijdens de login |
            el certificado no es valido. probablemente se trate de un problema con el servidor |
            el servidor se ha cerrado durante el login | el servidor*se ignorara por*minutos |
            er zijn geen actieve servers | error en inicio de conexion a servidor |
            es gibt keine aktiven server | il n'y a aucun serveur actif |
            ime servera se ne moze odrediti | impossible de se connecter au serveur |
            kan ej ansluta till server | kan ikke koble til server | kan ikke tilslutte til server |
            konnte servernamen nicht auflosen | kunne ikke finne servernavn |
            le certificat n'est pas valide. c'est probablement un probleme de serveur |
            le serveur a interrompu l'ouverture de session | le serveur*sera ignore pendant*minutes |
            nao e possivel conectar ao servidor | nebylo mozne prelozit jmeno serveru |
            nelze se pripojit k serveru | neuspesno povezivanje na server |
            nie mozna połaczyc sie z serwerem | nie udało sie rozwiazac nazwy serwera |
            no se puede resolver el nombre de servidor | nome de servidor nao encontrado |
            nu ma pot conecta la serverul | numele de server nu se rezolva la dns |
            o servidor*sera ignorado por*minutos | palvelimeen*ei voida yhdistaa |
            palvelimen osoitetta ei voitu selvittaa | palvelin lopetettiin kesken kirjautumisen |
            palvelin*ohitetaan*minuutiksi | resolution du nom de serveur impossible |
            server afslut under login-sekvens | server avbrøt undet innloggingssekvens |
            server*bude ignorovan po dobu*minut | server*ce biti ignorisan*minuta |
            server*kommer att ignoreras i*minuter | server*vil bli ignorert i løpet av*minutter |
            server*vil blive ignoreret for i*minutter | server*wird fur*minuten ignoriert |
            server*wordt gedurende*minuten genegeerd | servern avslutades under inloggning |
            servernaam niet te vinden | servernamn kunde inte lasas | servernavnet løser ikke |
            serverul a renuntat in timpul logarii | serverul*va fi ignorat pentru*minute |
            servidor parou durante a sequencia de login | serwer przerwał połaczenie w trakcie logowania |
            serwer*bedzie ignorowany przez*minut | sever beendet beim anmeldeverlauf |
            verbinding maken met server*niet mogelijk |
            verbindung zum server*kann nicht hergestellt werden |
            zertifikat ist nicht gultig. dies ist wahrscheinlich ein serverproblem |
            во время входа на сервер был выполнен выход | не удается подключиться к серверу |
            сервер се затворио при пријављивање | сервер*будет игнорироваться*мин | אין שרתים פעילים |
            השרת*ייתקל בהתעלמות למשך*דקות | לא ניתן להתחבר אל השרת | שם השרת אינו פותר |
            שרת יצא במהלך רצף כניסות | תעודה בלתי תקפה. קרוב לוודאי שזו סוגית שרת | 无法连接到服务器 |
            服务器*将被忽略*分钟 | 服务器名无法解析 | 登录过程中服务器退出
            """
        )
        + rules(
            .script,
            """
            codigo de saida do script e | codul de iesire a scriptului este |
            das vorwarteschlangen (pre-queue) skript hat die downloadaufgabe als gescheitert markiert |
            el codigo de retorno del script es | exit code van het script is | exit-code des skripts ist |
            før-kø script job markeret som mislykkedet | kod prekida skripte je |
            kod zakonczenia skryptu |
            la secuencia de comandos de la cola preestablecida ha marcado la tarea como fallida |
            la secuencia de comandos ha devuelto el codigo de salida*y ha emitido |
            le code script de sortie est | le script a renvoye le code de sortie*et le resultat |
            le script de pre-file d'attente a marque la tache comme echouee | navratovy kod skriptu je |
            script exit kode er | script gaf code*en resultaat | script returnerede exit kode*og output |
            scriptul a returnat codul de iesire*si rezultatele urmatoare |
            scriptul pre-coada a marcat sarcina ca nereusita | skript gab fehlercode*und ausgabe*zuruck |
            skript vratil navratovy kod*a vystup | skript-avsluttingskode er | skriptets utgangskod ar |
            skripti palautti lopetuskoodin*ja tulosteen | skriptin lopetuskoodi on |
            wachtrij filter script heeft de download afgekeurd | קוד יציאת תסריט הוא |
            תסריט החזיר קוד יציאה*ופלט | תסריט קדם־תור סומן כנכשל | 脚本返回退出代码*及输出内容 | 脚本退出代码为 |
            预队列脚本将任务标记为失败的
            """
        )
        + rules(
            .stoppedByPerson,
            """
            le post-traitement a ete interrompu | nabewerking is afgebroken |
            nachbearbeitung wurde abgebrochen | post-procesarea a fost intrerupta | בתר־עיבוד בוטל
            """
        )
}
