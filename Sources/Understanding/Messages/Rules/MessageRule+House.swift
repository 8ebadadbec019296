extension MessageRule {
    /// The house's own faults: space, paths, rights, scripts, and clients that do not answer.
    static let house: [MessageRule] =
        rules(
            .diskFull,
            """
            no space left on device | not enough free space | not enough disk space | not enough space |
            insufficient disk space | insufficient free space | insufficient space | disk full |
            disk is full | disk is almost full | diskspace | disk quota exceeded | quota on disk |
            write error or disk | there is not enough space on the disk | out of disk space |
            out of space | too little disk | low disk space | low on disk space | free space is below |
            below minimum free space | device is full | volume is full | drive is full |
            filesystem is full | file system is full | enospc | edquot | errno 28 | errno 122 |
            error 112 | lack of disk space | lack of space | running out of space | ran out of space |
            no free space | disk space exhausted | storage is full | space left on ¤ is too |
            failure/space | warning/space | unpack: space | minimum free space
            """
        )
        + rules(.diskFull, .likely, "write error | cannot write | could not write | free space")
        + rules(
            .pathOrPermission,
            """
            permission denied | access is denied | access to the path * is denied | access denied to |
            operation not permitted | not permitted to | insufficient permissions | no permission |
            permissions error | does not have permission | doesn't have permission |
            unauthorizedaccessexception | read-only file system | read only file system |
            readonly file system | is read-only | not writable | isn't writable | unwritable | errno 13 |
            errno 30 | eacces | erofs | enametoolong | errno 36 | errno 1] | failed to move |
            failed moving | failed making | cannot move | could not move | unable to move |
            cannot create final folder | cannot create directory | cannot create folder |
            could not create directory | failed to create | unable to create | cannot change permissions |
            file too large for filesystem | file too large | path is too long | path too long |
            file name too long | filename too long | not a valid local path | not a valid * path |
            path does not exist | path doesn't exist | does not exist or is not accessible |
            does not appear to exist | no such file or directory | could not find a part of the path |
            directory not found | directorynotfoundexception | folder not found |
            directory does not exist | folder does not exist | not accessible | is inaccessible |
            inaccessible | is missing root folder | missing root folder | root folder is missing |
            root folder * missing | root folder * doesn't exist | remote path mapping | remote path map |
            remote download client * places downloads in ¤ but | but this directory does not appear |
            you are using docker; | check your docker volume | is in the root folder | same as the root |
            intermediate path | failure/move | unable to hardlink | cross-device link |
            stale file handle | stale nfs | input/output error | transport endpoint is not connected |
            errno 5] | mount point | is not mounted | not mounted | disk error on creating | errno 2] |
            errno 17 | too many levels of symbolic links | invalid path | illegal characters in path |
            does not belong to you | failed to import: couldn't | destination already exists
            """
        )
        + rules(
            .pathOrPermission,
            .likely,
            """
            permission | permissions | access denied | couldn't import episode | couldn't import movie | bad address
            """
        )
        + rules(
            .script,
            """
            script exit code | script returned exit code | exit( | script * exit code | script * exited |
            pre-queue script | post-processing script | postprocessing script | script failed |
            script * failed | script error | failure/script | warning/script | script marked |
            custom script | returned non-zero | script timed out | script * does not exist |
            script * not executable | script * does not have execute
            """
        )
        + rules(.script, .likely, "exit code | exitcode")
        + rules(
            .clientUnreachable,
            """
            unable to communicate with | unable to connect to sabnzbd | unable to connect to nzbget |
            unable to connect to qbittorrent | unable to connect to transmission |
            unable to connect to deluge | unable to connect to the download client |
            failed to connect to sabnzbd | failed to connect to nzbget |
            failed to connect to qbittorrent | failed to connect to transmission |
            failed to connect to deluge | unable to connect to download client |
            could not connect to download client | cannot connect to download client |
            download client is unavailable | download client unavailable |
            download clients are unavailable | download client * is not available |
            download clients unavailable | all download clients are unavailable |
            downloadclientunavailable | no download client is available |
            failed to authenticate with sabnzbd | failed to authenticate with qbittorrent |
            failed to authenticate with nzbget | failed to authenticate with deluge |
            failed to authenticate with transmission | authentication failure * download client |
            unable to retrieve queue and history items from | api key incorrect | api key required |
            download client * unreachable | could not reach download client |
            lost contact with the download client
            """
        )
        + rules(
            .stillBusy,
            """
            being unpacked | is still being | still unpacking | still being moved | locked file |
            file is locked | file is in use | being used by another process | is currently being |
            currently in use | has not finished | not finished downloading | has not completed yet |
            waiting for * to finish | waiting to import | still downloading | still extracting |
            still in progress | try again later, still | ebusy | resource busy | text file busy |
            currently unpacking | moving is in progress | post-processing in progress | still copying |
            unpack in progress | _unpack_
            """
        )
        + rules(
            .stoppedByPerson,
            """
            manually ignored | manually removed | manually deleted | manually marked |
            marked as failed by | manually failed | cancelled by user | canceled by user |
            aborted by user | stopped by user | deleted by user | removed by user | paused by user |
            user cancelled | user canceled | user aborted | deleted/manual | deleted/mark |
            download was removed * by user | interrupted by user | removed from * manually |
            cancelled by * request | user has cancelled | job was deleted by
            """
        )
        + rules(
            .stoppedByPerson,
            .likely,
            "post-processing was aborted | post processing was aborted | cancelled"
        )
}
