internal import Activity
internal import Foundation
internal import Hummingbird
internal import MediaDomain
internal import OrderedJSON

extension ActivityQuery {
    /// The query that a request's parameters ask for: `cursor`, `kind`, `correlation`, `service`, `q`.
    ///
    /// - Throws: ``Problem`` with status 400 for a cursor that is none of ours.
    init(_ request: Request) throws {
        let parameters = request.uri.queryParameters
        func text(_ name: Substring) -> String? {
            guard let value = parameters[name]?.removingPercentEncoding, !value.isEmpty else { return nil }
            return value
        }
        self.init(
            kind: text("kind"),
            correlation: text("correlation").map(CorrelationID.init(rawValue:)),
            service: text("service").map(ServiceID.init(rawValue:)),
            text: text("q")
        )
        guard let cursor = text("cursor") else { return }
        guard let place = Int64(cursor), place > 0 else {
            throw Problem(.badRequest, "the cursor is none that we gave", members: ["parameter": "cursor"])
        }
        before = place
    }
}
