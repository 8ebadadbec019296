/// A small picture in place of a poster, made from the title alone.
enum Poster {
    /// An SVG of 300 × 450 with the title and the year.
    static func svg(title: String, year: Int) -> String {
        let hue = title.unicodeScalars.reduce(7) { ($0 * 31 + Int($1.value)) % 360 }
        var lines: [String] = []
        for word in title.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 16 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        let text = lines.prefix(6).enumerated().map { index, line in
            "<tspan x=\"24\" y=\"\(80 + index * 40)\">\(escaped(line))</tspan>"
        }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="300" height="450" viewBox="0 0 300 450">\
            <rect width="300" height="450" fill="hsl(\(hue) 35% 24%)"/>\
            <rect y="400" width="300" height="50" fill="hsl(\(hue) 45% 16%)"/>\
            <g fill="#fff" font-family="sans-serif"><text font-size="30" font-weight="600">\(text)</text>\
            <text x="24" y="433" font-size="22">\(year)</text></g></svg>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
