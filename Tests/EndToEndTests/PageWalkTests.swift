import Foundation
import OrderedJSON
import Testing

/// A walk through the page as its owner takes it, in a real browser, against the whole program and a furnished stack.
@Suite(.serialized, .enabled(if: ChromeDriver.isInstalled, "needs chromium and chromium-driver"))
struct PageWalkTests {
    private static let axe = ProcessInfo.processInfo.environment["AUTOARR_AXE"].flatMap {
        try? String(contentsOfFile: $0, encoding: .utf8)
    }

    @Test(.timeLimit(.minutes(5)))
    func `its owner claims the house, puts a finding right, takes it back, and looks at everything`()
        async throws
    {
        try await FurnishedHouse.running { house in
            try await Browser.running { browser in
                try await browser.resize(width: 1280, height: 800)
                try await claim(house, browser)
                try await request(browser)
                try await findings(browser)
                try await look(at: "downloads", showing: "h1", browser)
                try await look(at: "activity", showing: "#activity .event", browser)
                try await look(at: "settings", showing: "#connections li", browser)
                try await connections(house, browser)
                try await logOut(house, browser)
                // Asked who is there before the login, and given a wrong code on purpose: only those refusals may stand there.
                let console = try await browser.console().filter {
                    !$0.contains("401") && !$0.contains("/claim")
                }
                #expect(console.isEmpty, "\(console.joined(separator: "; "))")
            }
        }
    }

    private func claim(_ house: FurnishedHouse, _ browser: Browser) async throws {
        try await browser.open(house.url)
        #expect(try await browser.address().hasSuffix("/claim"))
        try await pictures("claim", browser)
        try await browser.type("AAAA-AAAA", into: "#code")
        try await browser.type("correct horse", into: "#password")
        try await browser.click("button[type=submit]")
        try await browser.wait(for: "#error", containing: "not the one in the server's log")
        let code = try #require(house.log.claimCode)
        try await browser.type(code, into: "#code")
        try await browser.click("button[type=submit]")
        try await browser.wait(for: "#say")
        try await browser.wait(for: "#live.on")
        try await pictures("chat-empty", browser)
    }

    /// A sentence, the title that is meant, exactly what would be done, a yes, and its course.
    private func request(_ browser: Browser) async throws {
        try await browser.type("Add the movie Arrival from 2016", into: "#say")
        try await browser.click(".compose button")
        try await browser.wait(for: "[data-candidate], [data-act=confirm]")
        try await pictures("chat-cards", browser)
        if try await browser.run("return Boolean(document.querySelector('[data-act=choose]'));").bool == true
        {
            try await browser.click("[data-act=choose]")
        }
        try await browser.wait(for: "[data-act=confirm]")
        try await pictures("chat-confirm", browser)
        try await browser.click("[data-act=confirm]")
        try await browser.wait(for: "[data-state]")
        try await pictures("chat-course", browser)
    }

    private func findings(_ browser: Browser) async throws {
        try await browser.click("[data-view=findings]")
        try await browser.wait(for: ".state", containing: "Nothing looked at yet")
        try await browser.click("#run-audit")
        try await browser.wait(for: "[data-finding]")
        try await pictures("findings", browser)
        try await browser.click("[data-act=preview]")
        try await browser.wait(for: "td.after")
        try await pictures("findings-preview", browser)
        try await browser.click("[data-act=apply]:not([hidden])")
        try await browser.wait(for: "[data-change] .badge", containing: "written and read back")
        try await browser.run("document.getElementById('changes-title').scrollIntoView();")
        try await pictures("findings-applied", browser)
        try await browser.click("[data-act=undo]")
        try await browser.wait(for: "[data-change] .badge", containing: "undone")
    }

    /// A service that is there is tested; one that is not is filled in, tested, connected and forgotten.
    private func connections(_ house: FurnishedHouse, _ browser: Browser) async throws {
        try await browser.click("[data-connection=prowlarr] button", containing: "Test")
        try await browser.wait(for: "[data-connection=prowlarr] .notice.good", containing: "answers at")
        try await browser.run(
            "const kind = document.getElementById('connect-kind'); kind.value = 'deluge'; kind.dispatchEvent(new Event('change'));"
        )
        try await browser.type("http://127.0.0.1:1", into: "#connect-url")
        try await browser.type("deluge", into: "#connect-key")
        try await browser.click("#connect-test")
        try await browser.wait(for: "#connect-found.bad", containing: "refused the connection")
        try await pictures("settings-connect", browser)
        try await browser.click("#connect button[type=submit]")
        try await browser.wait(for: "[data-connection=deluge]")
        try await browser.click("[data-connection=deluge] button", containing: "Forget")
        try await browser.wait(for: "#connections:not(:has([data-connection=deluge]))")
    }

    private func logOut(_ house: FurnishedHouse, _ browser: Browser) async throws {
        try await browser.click("button.quiet", containing: "Log out")
        try await browser.wait(for: "form#login")
        try await pictures("login", browser)
        try await browser.type("admin", into: "#name")
        try await browser.type("wrong horse", into: "#password")
        try await browser.click("button[type=submit]")
        try await browser.wait(for: "#error", containing: "wrong")
        try await browser.type("correct horse", into: "#password")
        try await browser.click("button[type=submit]")
        try await browser.wait(for: "#say")
    }

    private func look(at section: String, showing selector: String, _ browser: Browser) async throws {
        try await browser.click("[data-view=\(section)]")
        try await browser.wait(for: "[data-view=\(section)][aria-current=page]")
        try await browser.wait(for: selector)
        try await pictures(section, browser)
    }

    /// A picture on a desk, on a phone and on a phone in the dark, each checked for what a person would stumble over.
    private func pictures(_ name: String, _ browser: Browser) async throws {
        for (width, height) in [(1280, 800), (390, 844)] {
            try await browser.resize(width: width, height: height)
            try await browser.screenshot("\(name)-\(width)")
            #expect(try await !browser.overflowsSideways(), "\(name) at \(width)")
            #expect(try await browser.smallTargets() == [], "\(name) at \(width)")
            if let axe = Self.axe {
                #expect(try await browser.accessibilityViolations(axe: axe) == [], "\(name) at \(width)")
            }
        }
        try await browser.prefer(dark: true)
        try await browser.screenshot("\(name)-390-dark")
        if let axe = Self.axe {
            #expect(try await browser.accessibilityViolations(axe: axe) == [], "\(name) in the dark")
        }
        try await browser.prefer(dark: false)
        try await browser.resize(width: 1280, height: 800)
    }
}
