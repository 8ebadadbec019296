/// Titles in which a word of joining stands, so that they are not taken for two.
enum JoinedTitles {
    private static let known: Set<[String]> = {
        let text = """
            pride and prejudice|rick and morty|lilo and stitch|beauty and the beast|romeo and juliet|war and peace|crime and punishment|fast and furious|the fast and the furious|
            thelma and louise|bonnie and clyde|turner and hooch|marley and me|dungeons and dragons|law and order|will and grace|mike and molly|cagney and lacey|parks and recreation|
            sense and sensibility|dumb and dumber|the good the bad and the ugly|lock stock and two smoking barrels|planes trains and automobiles|angels and demons|me before you|
            harold and kumar|harold and maude|bill and teds excellent adventure|cloak and dagger|will and harper|fire and ash|snow white and the huntsman|lady and the tramp|
            the lion the witch and the wardrobe|starsky and hutch|tango and cash|mr and mrs smith|hansel and gretel|tom and jerry|wallace and gromit|jekyll and hyde|dharma and greg|
            rizzoli and isles|drake and josh|kenan and kel|zack and cody|phineas and ferb|key and peele|penn and teller|pinky and the brain|ren and stimpy|beavis and butt head|
            black and white|life and death|love and other drugs|love and monsters|love and basketball|friends and neighbors|your friends and neighbors|master and commander|
            birds and bees|shadow and bone|orange and black|his and hers|cats and dogs|stone and sky|house and garden|flesh and bone|halt and catch fire|sons and daughters|
            alice and jack|bob and david|tim and eric|saints and sinners|blood and bone|dead and buried|rosencrantz and guildenstern are dead|women and men|men and chicken|of mice and men|
            the old man and the gun|the old man and the sea|the princess and the frog|the prince and the pauper|the king and i|hide and seek|tucker and dale vs evil|
            vicky cristina barcelona|julie and julia|frankie and johnny|frankie and alice|grace and frankie|sid and nancy|withnail and i|ghost and the darkness|the ghost and the darkness|
            the young and the restless|the bold and the beautiful|the falcon and the winter soldier|ant man and the wasp|charlie and the chocolate factory|raya and the last dragon|
            kubo and the two strings|swiss army man|percy jackson and the olympians|hansel and gretel witch hunters|me and earl and the dying girl|come and see|search and destroy|
            touch and go|snatch and run|catch and release|deliver us from evil|stop and go|scott and bailey|rosemary and thyme|dalziel and pascoe|hetty and henry|ben and jerry|good omens|
            marco e matteo|io e te|dio e diavolo|totò e peppino|y tu mama tambien|et dieu crea la femme|ernest et celestine|asterix et obelix mission cleopatre|romeo et juliette|paul et virginie|
            das gute und das bose|max und moritz|susi und strolch|die schone und das biest|konig und knecht|bibi und tina|toni und otto|die wolke|ernst und falsch|amour et mensonges|
            dr jekyll and mr hyde|fantastic beasts and where to find them|hobbs and shaw|minions and more|eat pray love|crouching tiger hidden dragon|the cook the thief his wife and her lover|
            sex lies and videotape|bed knobs and broomsticks|bedknobs and broomsticks|x men|lies and alibis|naked and afraid|man and wife|smoke and mirrors|death and the maiden|cowboys and aliens|
            swords and sandals|jules and jim|fanny and alexander|cleo and paul|me you and everyone we know|my wife and kids|rosemary and time|two and a half men|one night in miami|mike and dave need wedding dates|
            dolphins and whales|salt and fire|fire and ice|ice and fire|sharp objects|sun and steel|hocus and pocus|barb and star go to vista del mar|nick and norahs infinite playlist|
            good night and good luck|the perks of being a wallflower|the lego movie|lies my mother told me|honey i shrunk the kids|hill street blues|eternal sunshine of the spotless mind|
            tinker tailor soldier spy|fear and loathing in las vegas|guess whos coming to dinner|the good wife|seven brides for seven brothers|zack and miri make a porno|the owl and the pussycat
            """
        return Set(
            text.split { $0 == "|" || $0 == "\n" }.map {
                $0.split(separator: " ").map { Sentence.fold(String($0)) }
            }
            .filter { !$0.isEmpty }
        )
    }()

    /// Whether these words are such a title, whole.
    static func contains(_ words: [String]) -> Bool {
        known.contains(words) || known.contains(Array(words.drop { $0 == "the" }))
    }

    /// Whether a word of joining stands inside such a title.
    static func containsAround(_ words: [String], _ place: Int) -> Bool {
        for start in max(0, place - 5)..<max(place, 1) {
            for end in (place + 2)...max(place + 2, min(words.count, place + 6)) where end <= words.count {
                if known.contains(Array(words[start..<end])) { return true }
            }
        }
        return false
    }
}

/// Titles that read like an order or a question, so that their words are not taken for one.
enum OrderLikeTitles {
    private static let known: [[String]] = {
        let text = """
            get out|stop making sense|get smart|get shorty|get carter|get him to the greek|get hard|get on up|find me guilty|catch me if you can|watch me|dont look up|dont look now|
            dont worry darling|dont breathe|stop or my mom will shoot|watch over me|call me by your name|call my agent|drop dead fred|drop dead diva|delete me|remove me|look whos talking|
            kill bill|play misty for me|run lola run|cancel culture|see how they run|see no evil hear no evil|tell me lies|tell no one|guess who|give me liberty|what happened to monday|
            what we do in the shadows|what we left behind|whats up doc|whats eating gilbert grape|what women want|what lies beneath|what dreams may come|where the wild things are|where the crawdads sing|
            how to train your dragon|how to get away with murder|how to lose a guy in 10 days|how i met your mother|how high|who framed roger rabbit|who wants to be a millionaire|why women kill|
            when harry met sally|o brother where art thou|dude wheres my car|are you afraid of the dark|are you the one|would i lie to you|can you ever forgive me|is it cake|
            add to cart|the help|send help|stuck in love|upload|the missing|failure to launch|bring it on|bring her back|take shelter|take this waltz|put it on|
            say anything|send me no flowers|hold the dark|hold your breath|hold your fire|move on|try harder|search party|searching|watchmen|watcher|the watcher|the calendar|
            i want you back|i want to live|we need to talk about kevin|i love you man|i love lucy|i am legend|i am mother|i robot|i may destroy you|i tonya|i think you should leave|
            please like me|please stand by|thank you for smoking|thanks for sharing|hello dolly|hello ladies|hello tomorrow|good morning vietnam|good night and good luck|goodbye lenin|bye bye birdie|
            no good deed|yes man|yes minister|now you see me|now and then|then came you|just go with it|just mercy|just married|like water for chocolate|like father like son|find me falling|
            wanted|unwanted|the download|the joker|the recipe|the weather man|happy endings|finding nemo|finding dory|finding forrester|finding neverland|saving private ryan|
            leave no trace|leave the world behind|let the right one in|let me in|let him go|let it snow|make it happen|making a murderer|stay close|wait until dark|wake in fright|come and see
            """
        return text.split { $0 == "|" || $0 == "\n" }.map {
            $0.split(separator: " ").map { Sentence.fold(String($0)) }
        }
        .filter { !$0.isEmpty }
    }()

    /// The places of the words of such a title when the sentence is no more than that with words of wishing around.
    static func match(_ words: [String]) -> Range<Int>? {
        var best: Range<Int>?
        for title in known where title.count <= words.count {
            for start in 0...(words.count - title.count)
            where words[start] == title[0] && Array(words[start..<(start + title.count)]) == title
                && title.count > best?.count ?? 0
            {
                best = start..<(start + title.count)
            }
        }
        return best
    }
}
