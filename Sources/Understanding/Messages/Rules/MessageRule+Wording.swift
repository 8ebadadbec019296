extension MessageRule {
    /// The same troubles in the looser words of plugins, scripts and later versions.
    static let wording: [MessageRule] =
        rules(
            .releaseIncomplete,
            "segments could not be found | pieces of the post are not there | too few articles"
        )
        + rules(
            .releaseIncomplete,
            """
            segments were not found | segments not available | completion would end | health fell |
            articles no longer exist | articles do not exist | articles exist | following a takedown |
            n'existent plus sur | articoli non trovati | статеи не наидено | articles expired |
            post has expired
            """
        )
        + rules(
            .releaseDamaged,
            """
            broken volume | cyclic redundancy | broken rar | rar is broken | archive is broken |
            parity * not enough | could not be repaired | cannot be repaired | beyond repair |
            archivteile beschadigt | reparatur nicht moglich | esta roto | herstel onmogelijk |
            is beschadigd | volume * broken | checksums differ | checksum does not match |
            truncated archive
            """
        )
        + rules(
            .releaseEncrypted,
            """
            locked with a password | wants a password | asks for a password | password nobody |
            passphrase | mot de passe | protetto da password | защищен паролем |
            protected with a password | password-locked
            """
        )
        + rules(
            .releaseUnwanted,
            """
            which is not allowed | block list ( | from your block list | file type from your block |
            sperrliste | ejecutable no permitido | batch file | blocklisted extension |
            contains a program | screensaver file
            """
        )
        + rules(
            .releaseMislabelled,
            """
            is inside although | had been requested in the grab | is not the film of | andere folge als |
            otro episodio distinto | not the episode | is not what the name says | not the film that
            """
        )
        + rules(
            .diskFull,
            """
            ran out of room | no room on | no room left | storage exhausted | are required |
            gb are needed | 空间已用完 | at capacity | out of room | disk has no space | needs more space |
            not enough room
            """
        )
        + rules(
            .pathOrPermission,
            """
            may not write to | cannot see | read only | cannot open * for writing | vanished |
            longer than the file system permits | belongs to root | n'existe pas | n'est pas monte |
            non e scrivibile | нет прав | owner differs | not allowed to write | no write access |
            cannot be written | could not be opened for writing | does not exist on
            """
        )
        + rules(
            .account,
            """
            turned us away | subscription ran out | wrong user | wrong password for server |
            refuse l'identifiant | rifiuta le credenziali | abbonamento scaduto | срок подписки |
            renew your membership | membership expired | credentials rejected |
            credentials were rejected | connections in use
            """
        )
        + rules(
            .providerUnreachable,
            """
            dns lookup of | no route to the usenet | hung up right after | usenet-server antwortet nicht |
            servidor de noticias no responde | nieuwsserver antwoordt niet | usenet host took too long |
            handshake with the usenet | news server cannot be reached | could not reach news
            """
        )
        + rules(
            .clientUnreachable,
            """
            sabnzbd at * gives no answer | testing the download client | transmission rejected |
            queue could not be read | connection to client | client sabnzbd ne repond |
            client di download non risponde | downloader offline | download client * timeout |
            download client * no answer | cannot reach the download client |
            download client does not answer
            """
        )
        + rules(
            .indexerFetch,
            """
            could not get the nzb | fetching the url failed | proxy download from |
            nzb-datei ließ sich nicht | no se pudo obtener el archivo nzb | nzb could not be fetched |
            nzb could not be downloaded
            """
        )
        + rules(
            .indexerLimited,
            """
            no more api calls | too many searches | every indexer is unavailable | query quota |
            quota journalier | daglimiet | hit cap | hits per day | searches per day | api hits |
            grabs per day
            """
        )
        + rules(
            .trackerGone,
            """
            no such torrent here | no longer lists this | ne connait plus ce torrent |
            not a registered info hash | not a registered torrent | tracker * does not know
            """
        )
        + rules(
            .trackerTrouble,
            """
            le tracker repond | malformed reply from | tracker answers with | tracker answered with |
            tracker cannot be reached
            """
        )
        + rules(
            .noPeers,
            """
            waiting for metadata | niemand teilt | nadie comparte | waiting in vain | nobody shares |
            no one shares | without seeds | metadata has not arrived
            """
        )
        + rules(
            .duplicate,
            """
            an identical nzb | is on the list already | has been seen earlier | nzb identique |
            nzb identico | was put in before | identical to
            """
        )
        + rules(
            .script,
            """
            extension script | script utilisateur | import script | script * error | script * killed |
            script * crashed | benutzerskript | script de usuario
            """
        )
        + rules(
            .stoppedByPerson,
            """
            user ended this job | manual deletion | by the user | von hand geloscht | eliminada a mano |
            stop button | deleted by hand | removed by hand | cancelled by hand |
            at the request of the user
            """
        )
        + rules(
            .titleMismatch,
            """
            fits two of your | is not the name of the series | both match | no movie of yours |
            no series of yours | correspond a plusieurs | answer to this name | fits more than one |
            several titles
            """
        )
        + rules(
            .unparseable,
            """
            makes no sense to the parser | no title recognised | holds no readable |
            nom de fichier illisible | cannot be told | name is scrambled | no readable title
            """
        )
        + rules(
            .nothingToImport,
            """
            holds no video | only .nfo | rar archives only | aucune video | nothing but subtitles |
            nothing to take over | without any video
            """
        )
        + rules(
            .notAnUpgrade,
            """
            is preferred over the new | score of the download is lower | vorhandene datei ist besser |
            archivo que ya hay es mejor | outranks | file you have is better | existing file scores
            """
        )
        + rules(
            .alreadyImported,
            """
            went into the library | import was carried out | schon in der bibliothek |
            ya esta en la biblioteca | were brought in earlier | was brought in earlier |
            nothing more to do
            """
        )
        + rules(
            .incompletePack,
            """
            half a season | staffelpaket | le faltan episodios | of the box set | the rest is absent
            """
        )
        + rules(
            .metadataLag,
            """
            has no data for that episode | titel der folge | no se conoce el titulo |
            release year of the film is unknown | no air date | title is not known
            """
        )
        + rules(
            .noAudio,
            """
            zero audio | keinen ton | no tiene sonido | single audio stream
            """
        )
        + rules(
            .stillBusy,
            """
            has not ended yet | is being moved | gerade gesperrt | aun no ha terminado |
            copying the files over | not finished yet | being copied | being extracted
            """
        )
        + rules(
            .foreign,
            """
            did not come from us | no record that we | stammt nicht von uns | no la pedimos | not ours: |
            no grab with this
            """
        )
}
