import OrderedJSON

extension Browser {
    /// Waits until the page shows an element, told by the page itself, for twenty seconds at most.
    ///
    /// - Returns: The element's text.
    @discardableResult
    func wait(for selector: String, containing text: String = "") async throws -> String {
        // A page that is left while it is watched takes the watching script with it: it is watched anew.
        for _ in 0..<3 {
            do {
                return try await watch(for: selector, containing: text)
            } catch let error as BrowserError
                where error.what.contains("script timeout") || error.what.contains("unloaded")
            {
                continue
            }
        }
        return try await watch(for: selector, containing: text)
    }

    private func watch(for selector: String, containing text: String) async throws -> String {
        let found = try await run(
            """
            const [selector, text] = arguments0;
            const look = () => [...document.querySelectorAll(selector)].find((one) =>
              one.textContent.includes(text) && one.getClientRects().length > 0);
            const seen = await new Promise((resolve) => {
              const first = look();
              if (first) return resolve(first);
              const watch = new MutationObserver(() => { const one = look(); if (one) { watch.disconnect(); resolve(one); } });
              watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
              setTimeout(() => { watch.disconnect(); resolve(null); }, 20000);
            });
            return seen ? seen.textContent : null;
            """.replacing(
                "arguments0",
                with: "[\(JSONValue.string(selector).text()), \(JSONValue.string(text).text())]"
            )
        )
        guard let shown = found.string else {
            let page = try await run(
                "return document.querySelector('main')?.innerText ?? document.body.innerText;"
            )
            throw BrowserError(
                what:
                    "the page never showed \(selector) with \"\(text)\"; it shows: \(page.string?.prefix(600) ?? "")"
            )
        }
        return shown
    }

    /// Whether the page can be moved sideways, which it never should on a phone.
    func overflowsSideways() async throws -> Bool {
        try await run("return document.documentElement.scrollWidth > innerWidth + 1;").bool ?? true
    }

    /// What can be clicked and is smaller than a finger, 44 pixels, with its size; links inside text aside.
    func smallTargets() async throws -> [String] {
        let found = try await run(
            """
            return [...document.querySelectorAll('button, select, textarea, input, nav a, a.button, summary, label:has(input)')]
              .filter((one) => one.getClientRects().length > 0 && !one.matches('label input'))
              .map((one) => [one, one.getBoundingClientRect()])
              .filter(([, box]) => box.height < 43.5)
              .map(([one, box]) => `${one.tagName} ${one.textContent.trim().slice(0, 30)} ${Math.round(box.height)}`);
            """
        )
        return (found.array ?? []).compactMap(\.string)
    }

    /// What axe finds against WCAG 2.1 AA; nil where `AUTOARR_AXE` names no `axe.min.js`.
    func accessibilityViolations(axe source: String) async throws -> [String] {
        // The page's policy allows no script of others, so axe comes in by the driver.
        let found = try await run(
            source + """
                ;
                const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] });
                return result.violations.map((one) => `${one.id} (${one.impact}): ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
                """
        )
        return (found.array ?? []).compactMap(\.string)
    }
}
