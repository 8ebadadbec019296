internal import MediaDomain
internal import Understanding

/// What is said about a request at its stage.
enum RequestWords {
    static func sentence(_ request: ContentRequest, _ language: ReplyLanguage) -> String {
        let name = request.choice?.name ?? request.item.title ?? "?"
        let asked = request.item.title ?? name
        switch request.stage {
        case .choosing:
            let names = request.candidates.map {
                "\($0.name)\($0.media == .series ? language.say(", series", ", Serie") : "")"
            }.joined(separator: "; ")
            if request.candidates.contains(where: \.isExact)
                || request.candidates.contains(where: { $0.score >= 0.62 })
            {
                return language.say(
                    "Which “\(asked)” do you mean? \(names)",
                    "Welches „\(asked)“ meinst du? \(names)"
                )
            }
            return language.say(
                "I found no “\(asked)”. Nearest: \(names)",
                "„\(asked)“ habe ich nicht gefunden. Am nächsten: \(names)"
            )
        case .confirming:
            let plan = request.plan.flatMap { plan in request.choice.map { plan.summary(of: $0) } } ?? name
            let remark = request.plan?.remark.map { " " + $0 } ?? ""
            return language.say("\(plan)?\(remark)", "\(plan)?\(remark) (ja oder nein)")
        case .alreadyThere:
            return language.say("\(name) is in the library already.", "\(name) ist schon in der Bibliothek.")
        case .added, .searched:
            return language.say("Added \(name), searching now.", "\(name) ist hinzugefügt, die Suche läuft.")
        case .downloading:
            let percent = Int((request.progress ?? 0) * 100)
            return language.say(
                "\(name) is downloading: \(percent) %.",
                "\(name) wird geladen: \(percent) %."
            )
        case .cancelled: return request.events.last?.summary ?? language.say("Cancelled.", "Abgebrochen.")
        case .notFound:
            return language.say(
                "I found no title like “\(asked)”. Check the spelling, or give a year or an IMDb link.",
                "Zu „\(asked)“ habe ich nichts gefunden. Prüfe die Schreibweise oder gib ein Jahr oder einen IMDb-Link an."
            )
        case .failed, .blocked: return request.note ?? request.events.last?.summary ?? ""
        case .available: return language.say("\(name) is there.", "\(name) ist da.")
        default: return request.events.last?.summary ?? request.stateText
        }
    }

    /// Said to a yes, a no or a "the second" when nothing is being asked.
    static func nothingWaits(_ language: ReplyLanguage) -> String {
        language.say(
            "Nothing waits for an answer or can be taken back here. Say what you want to watch, or ask what is going on.",
            "Hier wartet nichts auf eine Antwort. Sag, was du sehen willst, oder frag nach dem Stand."
        )
    }

    private static let thankful: Set<String> = [
        "thanks", "thank", "thx", "ty", "cheers", "danke", "merci", "gracias", "grazie", "dank", "bedankt",
        "obrigado",
        "obrigada", "dzieki", "tack", "tak",
    ]

    /// Whether somebody says thank you and little else.
    static func thanks(_ text: String) -> Bool {
        let words = Sentence.fold(text).split { !$0.isLetter }.map(String.init)
        return words.count <= 6 && words.contains(where: thankful.contains)
    }
}
