/// The phrases that point to an intent, by strength: 5 settles it, 1 is a hint.
///
/// Folded, see ``Phrase`` for their form.
enum IntentPhrases {
    typealias Row = (SentenceIntent, Double, String)

    static let all: [Row] = english + others

    private static let english: [Row] = [
        (
            .add, 2,
            """
            ^ add
            ^ hey/hi/hello/ok/yo? please? add/get/download/grab/fetch/watch/request/queue/put/give/find/snag/dowload/donwload/downlaod
            ^ please? can/could/would/will you/we/i please? add/get/download/grab/fetch/find/put/have/see/watch/queue/request/pull
            ^ can/could/may i/we/you please? get/have/add
            want to? see/watch/have/get
            wants to? see/watch/have/get
            i/we want/need
            want/wants/wanna/need/needs
            id/wed love/like
            would like/love to? see/watch/have/get
            lets watch
            let's watch
            looking for
            in the mood for
            is it possible to get/add/have
            any chance you could get
            mind adding/getting/grabbing
            queue up
            add/put * to/on/in my/our/the list/library/watchlist/server/plex/collection/queue
            been meaning to watch
            add please
            pls add
            gimme
            get me
            """
        ),
        (
            .add, 3,
            """
            ^ please? add
            download/grab/fetch/get * in/season/seasons
            ^ request
            """
        ),
        (
            .remove, 4,
            """
            ^ please? delete/remove/erase/trash/drop/ditch/unmonitor/uninstall/scrap
            ^ can/could/would you please? delete/remove/erase/unmonitor/drop
            get rid of
            dont want/need * anymore
            dont want/need * any more
            no longer want/need
            not interested in
            stop monitoring
            stop following
            take * off/out
            cancel my/the/our request
            cancel * request
            ^ cancel
            withdraw * request
            forget about
            forget the request
            no more episodes/new
            no new episodes
            remove/delete * from my/our/the
            you can delete/remove
            changed my mind
            throw out
            throw away
            clear out
            stop getting new
            """
        ),
        (
            .status, 3,
            """
            downloading at the moment
            downloading right? now
            downloading currently
            is/whats/anything/something downloading
            currently downloading
            being downloaded
            how far along
            how far is
            is the queue
            in the/my/our queue
            in the download queue
            is/are * done/finished/ready/downloaded/complete/completed yet?
            has/have * finished/arrived/completed/downloaded
            did * finish/download/arrive/complete/make
            did my request
            status
            how much longer
            how long until/till/left
            how long will/does * take
            when will * be ready/done/finished/available
            will/is * be ready
            active downloads
            download progress
            progress of/on
            any downloads
            how much space/room/storage/disk
            disk space
            free space
            space/room left
            anything stuck
            is/are * stuck
            anything new
            what came in
            whats new
            what was/got added/downloaded/imported
            recently added
            what did you download/get/add
            downloads doing
            how are * downloads
            how is/are * going
            hows * going/doing/coming
            how fast
            eta
            what is/are in progress
            still downloading
            how many * downloading/queue
            whats the speed
            download speed
            sabnzbd/sonarr/radarr/server up/online/running
            is everything ok/running/alright/working
            went through
            did * go through
            what happened to
            where is my/the
            """
        ),
        (
            .search, 3.2,
            """
            do/does/did we/i/you already? have/own/got
            have i/we got
            do/have i/we already
            is/are * in my/our/the library/collection/server/plex
            is/are * on my/our/the server/plex/nas/library/disk
            already in/on/have
            which seasons/episodes/parts/movies/films * have/got/own/missing
            what/which * do i/we have/own
            how many * do i/we have/own
            which * are in my/our/the library
            what * are in my/our/the library
            list * in my/our library
            list my/our/all
            show me? my/our/all
            search my/the/our library
            look for * in my/our/the library
            what quality is my/our
            which of * do we/i have
            what movies/films/shows/series
            got any
            are there any * in my/our/the library
            do we have/own
            have we got
            is * available
            """
        ),
        (
            .search, 5,
            """
            do/does we/i/you already? have/own/got
            have i/we got
            is/are * in my/our/the library/collection
            are there any * in my/our/the library
            already in my/our/the
            which seasons/episodes/parts/movies/films * have/got/own
            what/which * do i/we have/own
            """
        ),
        (
            .calendar, 4,
            """
            coming out
            coming up
            comes out
            come out
            when is/does/do/will/are * air/airs/airing/aired/out/start/starts/premiere/release/released/return/continue/back/next
            when is/does/will the? next/new
            when is the next
            next episode
            airs/airing
            air tonight/today/tomorrow/this/next
            upcoming
            on tv
            release/air date/dates
            this week $
            release schedule
            what * this/next week/weekend/month
            what is/are out
            whats on/out tonight/tomorrow/today/this/next
            calendar
            schedule for
            when can i watch
            new episodes this/today/tomorrow/tonight/next
            what episodes
            any new episodes
            anything * airing
            premieres
            """
        ),
        (
            .diagnose, 4.5,
            """
            why
            whats wrong
            what is wrong
            is wrong
            went wrong
            wrong with
            failed/fails/failing/fail
            is/are/keeps/keep * stuck
            downloads * stuck
            got stuck
            not/isnt/doesnt/dont/wont/cant * working/work/downloading/download/import/importing/imported/move/connect/start/play
            doesnt/isnt/dont/wont work
            nothing gets/is/works/happens
            nothing * imported/downloaded/downloading
            keeps failing/giving/stopping/erroring
            keep failing
            error/errors
            broken
            problem/problems/issue/issues with
            stopped working
            cannot connect
            how come
            what happened with/to
            not found
            has no audio/sound/subtitles
            wrong language/movie/episode/audio
            troubleshoot
            diagnose
            still missing
            corrupt/corrupted
            """
        ),
        (
            .audit, 5,
            """
            check/review/audit/inspect/analyze/analyse/verify/examine/validate/scan/optimize/optimise * settings/setup/config/configuration/profiles/profile/paths/set/naming/clients/indexers
            my/our/the settings/setup/config/configuration/profiles/profile * ok/okay/good/right/correct/fine/sane/sensible/optimal/correctly/alright/properly/best
            is/are * settings/setup/config/configuration/configured/profiles
            look over/at/through * settings/setup/config/configuration/profiles/profile/paths/mappings
            improve/improved/better/optimize/optimise * config/configuration/settings/setup
            audit
            anything * misconfigured
            misconfigured
            configured/set correctly/properly/right/well
            set up correctly/properly/right/well
            health check
            go over * settings/setup/config/configuration/profiles
            any * improvements * config/settings/setup/configuration
            recommended settings
            settings check
            did i set/configure
            have i set/configured
            make sense $
            """
        ),
        (
            .control, 4.2,
            """
            ^ please? pause/resume/unpause/retry/restart/continue/halt/throttle/limit/unthrottle/redownload/regrab/reimport/rescan/prioritize/prioritise/boost
            ^ can/could/would you please? pause/resume/unpause/retry/restart/throttle/limit/prioritize/slow/stop
            pause/resume/halt/stop/restart/retry/hold/continue/unpause/start all? the/my/all/every? downloads/downloading/queue/download/everything/sabnzbd/it
            limit/throttle/cap/set/reduce * speed/bandwidth
            speed limit
            search again
            search for * again
            look again
            try * again
            try again
            try another/a/the different/other/next/another?
            another release
            different release
            other release
            slow down
            speed up
            full speed
            ^ stop all? downloading/downloads
            stop everything
            move * to the top/front
            top of the queue
            higher priority
            to # mb/mbit/kb/mbs/mbps
            pick another/different
            grab/get/find/use/download another/different release/version/copy
            redownload
            download * again
            rescan/refresh
            blocklist/blacklist
            hold the/all/my
            take a break
            """
        ),
        (
            .recommend, 4,
            """
            recommend/recommendation/recommendations/suggest/suggestion/suggestions
            something/anything/movies/films/shows/series/more/stuff/titles like
            something/anything similar
            similar to
            what should i/we watch
            what to watch
            what can i/we watch
            what shall we watch
            any good
            surprise me
            in the mood for a/something
            something good/funny/scary/new/short/light/romantic/exciting/else to? watch?
            propose
            ideas for
            pick something/a/one
            worth watching
            good movie/film/show/series for
            whats good
            a good thriller/comedy/movie/film/show/series
            i liked/loved
            """
        ),
        (
            .help, 4.4,
            """
            ^ help me? $
            ^ i need help $
            help me with this
            what can/are/do you able? do
            what are you able
            can you do
            how do/can/does/should i/we/you/one/it use/add/connect/request/set/change/delete/remove/work/configure/install/find/link/get/enable/log/reset/pause/undo
            how does this/it/that work
            how to use/add/connect/request/set/configure/install/link
            what commands
            who are you
            what are you $
            what is/are/does a/an/the? indexer/indexers/nzb/usenet/quality/profile/root/remux/torrent/radarr/sonarr/sabnzbd/prowlarr/custom/cutoff/seeding/hardlink/monitored/webdl/bluray
            what does * mean
            where is/are/do/can * key/api/settings/find/log/logs/button
            whats the difference between
            what is this
            can i use you
            how it works
            explain how
            show me the commands
            instructions $
            what languages do you
            are you * bot/ai/robot/human
            tell me what you can
            whats a/an
            """
        ),
        (
            .offTopic, 3.8,
            """
            weather
            joke
            poem
            recipe
            how do i/you cook/bake/fix/lose/make/tie/learn/boil/clean
            square root
            world cup
            capital of
            translate
            who won/is/was/invented/wrote
            what is # plus/times/minus
            # plus/times/minus/x #
            what time is it
            news
            ^ thanks/thank/thx/hello/hi/hey/cheers/bye/goodbye/ok/okay/lol/cool/nice/great you? $
            ^ good morning/evening/night/day/afternoon $
            ^ thank you
            ^ thanks
            how are you
            system prompt
            ignore * instructions/prompt/rules
            disregard * instructions
            pretend you/to
            you are now
            write a/an/me/my
            write * code/essay/email/letter/song
            meaning of life
            stock/bitcoin price
            book a/me
            order a/me pizza
            what is the * of
            how old/tall/far/big/many people
            calculate
            set an/a alarm/timer
            play some music
            i love you
            do you love/like/think/believe/feel
            sing
            i am/im bored/tired/hungry/sad
            homework
            remind me
            call my/mom
            turn on/off the lights/light
            my password is
            """
        ),
    ]

    static let others: [Row] = OtherIntentPhrases.all
}
