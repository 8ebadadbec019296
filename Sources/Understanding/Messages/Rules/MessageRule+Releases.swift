extension MessageRule {
    /// What download clients say of a release: SABnzbd 3.7 to 5.0 and NZBGet 21 as recorded from the programs.
    static let releases: [MessageRule] =
        rules(
            .releaseIncomplete,
            """
            cannot be completed | sabnzbd-not-complete | not on your server | articles were missing |
            articles are missing | article missing | missing articles | articles not found |
            article not found | no such article | 430 no such | 423 no such | [430 | failure/health |
            deleted/health | health below critical | critical health | too many articles |
            too many missing | too much data is missing | articles unavailable | incomplete on server |
            past retention | beyond retention | post is incomplete | incomplete post | missing segments |
            segments are missing | segments missing | blocks are unavailable | is not on the server |
            failed articles | dmca | takedown
            """
        )
        + rules(
            .releaseDamaged,
            """
            not enough repair blocks | not enough recovery blocks | not enough repair | repair failed |
            repair is not possible | repair impossible | insufficient recovery | blocks short |
            crc error | crc failed | crc mismatch | checksum error | checksum mismatch | checksum failed |
            bad checksum | corrupt | unusable rar | files failed to verify | failed to verify |
            verification failed | unexpected end of archive | unexpected end of file |
            unexpected end of data | unable to find * volume | unpacking failed, unable to find |
            missing volume | volume is missing | missing part | cannot find volume | missing rar |
            data error | headers error | bad archive | broken archive | invalid par2 |
            par2 files or invalid | main packet not found | failure/par | failure/unpack |
            warning/repairable | warning/damaged | articles were malformed | damaged |
            no files to repair | bad rar | not a rar | unknown archive type | is not an archive |
            is not rar archive | can not open file as archive | file join of * failed |
            unrar error code: 3 | par check failed | par-check failed | par repair failed | sfv * failed |
            unrar: crc | unpack failed | failed to extract * invalid
            """
        )
        + rules(
            .releaseDamaged,
            .likely,
            "unpacking failed | extraction failed | failed to extract | failed to unpack"
        )
        + rules(
            .releaseEncrypted,
            """
            encryption detected | requires a password | require a password | password required |
            password is required | password protected | password-protected | passworded | is encrypted |
            are encrypted | encrypted rar | encrypted archive | encrypted file | encrypted 7z |
            encrypted | wrong password | incorrect password | bad password |
            invalid password for archive | need a password | needs a password | warning/password |
            failure/password | unpack: password | enter password | without a password |
            all passwords were tried | no password | password for archive | protected by a password
            """
        )
        + rules(
            .releaseUnwanted,
            """
            unwanted extension | unwanted file | dangerous file | potentially dangerous |
            executable file | found executable | rejected extension | rejected file | user-rejected |
            contains executable | contains an executable | found archive file with | blocked extension |
            forbidden extension | disallowed extension | not allowed extension |
            extension is not allowed | malicious | malware | virus | suspicious file | contains .exe |
            contains .lnk | contains .scr | extension: ¤ | extension '.exe' | extension: '.exe' |
            extension: .exe | unsafe file | excluded file | fake file | .exe file | .lnk file |
            .scr file
            """
        )
        + rules(
            .duplicate,
            """
            duplicate nzb | duplicate | deleted/copy | deleted/dupe | failure/dupe | already in queue |
            already in the queue | already in session | torrent-duplicate | is already present |
            already been added | already added | already exists in the queue | torrent is already |
            same torrent | dupe
            """
        )
}
