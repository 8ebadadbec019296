package import Hummingbird
internal import HTTPTypes
package import OrderedJSON

extension Response {
    /// A document as an answer, its members in their order and its numbers as they are.
    package static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: value.text()))
        )
    }
}
