extension MessageRule {
    /// What Sonarr and Radarr say when they will not import; these texts are English in every language setting.
    static let imports: [MessageRule] =
        rules(
            .titleMismatch,
            """
            title mismatch | matched to series by id | matched to movie by id | matched to artist by |
            matched * via grab history | via grab history | multiple series | multiple movies |
            more than one series | more than one movie | ambiguous title | does not match the title |
            didn't match the title | matches several | automatic import is not possible |
            title doesn't match | title does not match | unable to find * matching |
            couldn't find * matching | no matching series | no matching movie | unknown series |
            unknown movie | series title mismatch | movie title mismatch | matched to series by alias |
            different series | different movie * than
            """
        )
        + rules(
            .unparseable,
            """
            unable to parse | could not parse | couldn't parse | cannot parse | failed to parse |
            parsing failed | unable to identify | can't be parsed | unparseable |
            unable to determine * from the name | invalid season or episode | unrecognised name |
            unrecognized name | failed to identify | unable to determine season |
            unable to determine episode | unable to determine quality
            """
        )
        + rules(
            .nothingToImport,
            """
            no files found are eligible | no files found eligible | no video files | no eligible files |
            no files eligible | no files to import | nothing to import | no media files |
            no audio files found | no importable files | no valid files | no files were found |
            no files found | found no video | folder is empty | empty folder | contains no video |
            nothing eligible | unsupported extension | invalid video file, unsupported
            """
        )
        + rules(
            .sample,
            """
            sample | unable to determine if file is a sample | file is a sample | is a sample |
            could be a sample | looks like a sample | too short to be
            """
        )
        + rules(
            .notAnUpgrade,
            """
            not an upgrade | not a custom format upgrade | not a quality revision upgrade |
            quality revision upgrade | custom format upgrade | not an improvement |
            existing file meets cutoff | existing file is better | already meets cutoff |
            cutoff already met | do not improve on | does not improve on | not upgradable |
            equal or higher | same or better quality | better quality already |
            existing file on disk * equal | existing file on disk * higher | lower quality than |
            profile does not allow upgrades | not a preferred word upgrade | is not an upgrade
            """
        )
        + rules(
            .alreadyImported,
            """
            already imported | already been imported | was imported before | has been imported already |
            episode file already imported | movie file already imported | previously imported |
            already in your library | already in the library | is already in library
            """
        )
        + rules(
            .incompletePack,
            """
            not imported or missing | or missing from the release | partial season | partial seasons |
            season pack | episodes are missing from | missing episodes | full season | part of a season |
            one or more episodes | was not imported | were not imported | not all episodes |
            incomplete season | multi-part | multi part | split episodes | tracks missing |
            missing tracks | has unmatched tracks | has missing tracks
            """
        )
        + rules(
            .metadataLag,
            """
            tba title | title is tba | does not have a title | doesn't have a title | no title yet |
            recently aired | absolute episode number | absolute number | thexem | xem |
            title has not been | unaired | hasn't aired | has not aired | not yet aired | not aired yet |
            does not exist in series | episode doesn't exist | missing absolute |
            metadata is not available | scene numbering | no episode information |
            episode information is missing
            """
        )
        + rules(
            .noAudio,
            """
            no audio track | no audio tracks | no audio stream | without audio | audio track is missing |
            no sound
            """
        )
        + rules(
            .foreign,
            """
            not grabbed by | wasn't grabbed by | not in a category | isn't in a category |
            not in * category | download wasn't grabbed | unknown download | was not grabbed |
            not added by | no grab history | foreign download | not tracked by
            """
        )
        + rules(
            .releaseMislabelled,
            """
            unexpected considering | not found in the grabbed release | was not found in the grabbed |
            was unexpected | not what was grabbed | different from grabbed | different than grabbed |
            does not match the grabbed | doesn't match the grabbed | unexpected episode | wrong episode |
            wrong movie | wrong film | contains a different | not the grabbed | doesn't match grabbed |
            does not match grabbed | runtime does not match | runtime doesn't match | runtime mismatch |
            other than what was grabbed | different language than
            """
        )
}
