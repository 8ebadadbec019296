extension MessageRule {
    /// Phrases of languages that SABnzbd 3.7.1 has no translation for, and shorter ones that later versions may use.
    static let furtherLanguages: [MessageRule] =
        rules(
            .releaseIncomplete,
            """
            non puo essere completato | articoli mancanti | articoli erano mancanti | non presente sul |
            non sui tuoi server | tamamlanamaz | tamamlanamıyor | makaleler eksik | makale eksik |
            sunucunuzda yok | sunucularınızda yok | nao pode ser concluido | nao pode ser completado |
            nem fejezheto be | hianyzo cikk | δεν μπορει να ολοκληρωθει | λειπουν αρθρα |
            неможливо завершити | статеи бракує | статті відсутні | 完了できません | 記事が見つかりません | 완료할 수 없 |
            기사가 누락 | no se puede completar | faltan articulos | articles sont manquants | artikel fehlen |
            artikels ontbreken | не может быть завершено | статьи отсутствуют | لا يمكن إكمال
            """
        )
        + rules(
            .releaseDamaged,
            """
            blocchi di riparazione | blocchi di ripristino | riparazione fallita |
            riparazione non riuscita | errore crc | file rar corrotto | archivio danneggiato |
            onarım başarısız | onarma başarısız | onarım bloğu | yeterli onarım | bozuk rar | crc hatası |
            archivo danado | archivo corrupto | archive corrompue | archiv beschadigt |
            archief beschadigd | javitas sikertelen | ремонт не вдався | пошкоджени архів |
            архив поврежден | 修復に失敗 | crcエラー | 복구 실패 | crc 오류 | 修復失敗 | 压缩文件已损坏
            """
        )
        + rules(
            .releaseEncrypted,
            """
            richiede una password | password necessaria | crittografia rilevata | cifratura rilevata |
            file cifrato | parola gerekiyor | sifre gerekiyor | parola gerektiriyor |
            sifreleme algılandı | sifreleme tespit | sifreli arsiv | requiere contrasena |
            requiere una contrasena | protegido por contrasena | necesita contrasena |
            mot de passe requis | protege par mot de passe | passwort erforderlich | passwortgeschutzt |
            wachtwoord vereist | jelszo szukseges | требуется пароль | потрібен пароль | パスワードが必要 | 暗号化 |
            암호가 필요 | 암호화 | 需要密码 | 需要密碼
            """
        )
        + rules(
            .releaseUnwanted,
            """
            estensione indesiderata | estensione non voluta | istenmeyen uzantı | istenmeyen dosya |
            extension no deseada | extensao indesejada | unerwunschte dateiendung | unerwunschte datei |
            nemkivanatos kiterjesztes | нежелательное расширение | небажане розширення | 不要な拡張子 |
            원하지 않는 확장자
            """
        )
        + rules(
            .diskFull,
            """
            disco pieno | spazio su disco | spazio insufficiente | disk dolu | diskte yer yok |
            yetersiz disk | disk alanı | espacio insuficiente | sin espacio | no queda espacio |
            no hay espacio | espaco insuficiente | sem espaco | espace insuffisant | espace disque |
            plus d'espace | plus de place | nicht genug speicher | nicht genugend speicher |
            kein speicherplatz | auf dem gerat ist kein | kein platz mehr | zu wenig speicherplatz |
            onvoldoende schijfruimte | geen ruimte | niet genoeg ruimte | schijf vol | brak miejsca |
            za mało miejsca | nedostatek mista | neni dost mista | ikke nok plass | ikke nok plads |
            inte tillrackligt med utrymme | slut pa utrymme | levytila | nincs eleg hely |
            a lemez megtelt | нет места | недостаточно места | недостаточно свободного | диск заполнен |
            немає місця | диск переповнени | ディスクがいっぱい | 空き容量 | 디스크 공간 | 디스크가 가득 | 磁盘空间不足 | 磁碟空間不足 |
            空间不足
            """
        )
        + rules(
            .pathOrPermission,
            """
            permesso negato | autorizzazione negata | accesso negato | spostare i file |
            spostamento dei file | percorso troppo lungo | izin reddedildi | erisim engellendi |
            dosyalar tasınamadı | permiso denegado | acceso denegado | permissao negada | acesso negado |
            permission refusee | permission non accordee | acces refuse | keine berechtigung |
            zugriff verweigert | nur lesbar | schreibgeschutzt | toegang geweigerd | geen toestemming |
            odmowa dostepu | brak dostepu | pristup odepren | opravneni | adgang nægtet | tilgang nektet |
            atkomst nekad | kayttooikeus | hozzaferes megtagadva | отказано в доступе | доступ запрещен |
            доступ заборонено | アクセスが拒否 | 권한이 없 | 拒绝访问 | 权限不足 | 权限
            """
        )
        + rules(
            .account,
            """
            accesso non riuscito | accesso al server | troppe connessioni | account scaduto |
            giris basarısız | cok fazla baglantı | demasiadas conexiones | muitas conexoes |
            trop de connexions | zu viele verbindungen | te veel verbindingen | zbyt wiele połaczen |
            konto abgelaufen | konto ist abgelaufen | cuenta caducada | cuenta ha caducado |
            conta expirou | compte expire | compte a expire | account verlopen | konto wygasło |
            identifiants incorrects | benutzername oder passwort | nombre de usuario o contrasena |
            prihlaseni se nezdarilo | срок деиствия учетнои записи | ошибка авторизации |
            неверное имя пользователя | слишком много подключении | забагато з'єднань | 接続が多すぎ | ログインに失敗 |
            로그인 실패 | 连接过多 | 登录失败
            """
        )
        + rules(
            .providerUnreachable,
            """
            impossibile connettersi al server | sunucuya baglanılamıyor | sunucuya baglanılamadı |
            no se puede conectar | impossible de se connecter au serveur | verbindung zum server |
            kan geen verbinding maken met server | не удается подключиться | не вдається підключитися |
            サーバーに接続でき | 서버에 연결할 수 없 | 无法连接
            """
        )
        + rules(
            .duplicate,
            "nzb duplicato | duplicato | yinelenen nzb | cift nzb | kopya nzb | duplicado | doublon | dublet"
        )
        + rules(
            .script,
            """
            lo script | codice di uscita | codice d'uscita | cıkıs kodu | betik | exit-code |
            code de sortie | ruckgabewert
            """
        )
        + rules(
            .indexerFetch,
            """
            recupero dell'url | recupero url | url getirme | url alınamadı | url konnte nicht |
            telechargement du nzb
            """
        )
        + rules(
            .stoppedByPerson,
            .likely,
            """
            post-elaborazione * interrotta | son isleme | postprocesado * abortado |
            postprocesado * interrumpido | postprocesamiento * cancelado | pos-processamento * abortado |
            postprocessing * afgebroken | efterbehandling * afbrudt | etterbehandling * avbrutt |
            efterbehandling * avbrots | jalkikasittely * keskeytettiin |
            przetwarzanie koncowe * przerwane | nasledne zpracovani * preruseno |
            постобработка * прервана
            """
        )
}
