package import OrderedJSON

/// One event of a stream that a browser reads with `EventSource`.
package struct ServerSentEvent: Sendable, Hashable {
    /// What the listener comes back with as `Last-Event-ID`.
    package let id: String?
    /// The event's name; `message` to a browser if nil.
    package let name: String?
    /// The document.
    package let data: JSONValue

    /// An event.
    package init(name: String? = nil, id: String? = nil, data: JSONValue) {
        self.name = name
        self.id = id
        self.data = data
    }

    /// The event as it is sent; JSON text has no line break inside.
    var text: String {
        var text = ""
        if let id { text += "id: \(id)\n" }
        if let name { text += "event: \(name)\n" }
        return text + "data: \(data.text())\n\n"
    }
}
