internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import OrderedJSON

/// Turns every error into a problem document.
struct ProblemMiddleware: RouterMiddleware {
    func handle(
        _ request: Request,
        context: AppRequestContext,
        next: @concurrent (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let problem = Self.problem(for: error, context: context)
            if problem.status.code >= 500 {
                context.logger.error(
                    "request failed",
                    metadata: ["http.path": "\(request.uri.path)", "error": "\(error)"]
                )
            }
            return problem.response(from: request, context: context)
        }
    }

    private static func problem(for error: any Error, context: AppRequestContext) -> Problem {
        switch error {
        case let problem as Problem: problem
        case let error as any ProblemConvertible: error.problem
        case let error as HTTPError: problem(for: error)
        case is NIOTooManyBytesError:
            Problem(.contentTooLarge, "the body may hold at most \(context.maxUploadSize) bytes")
        case let error as any HTTPResponseError: Problem(error.status, error.status.reasonPhrase)
        case is CancellationError: Problem(.serviceUnavailable, "the request was given up: try again")
        default:
            Problem(
                .internalServerError,
                "something went wrong that we did not foresee; the log tells more under request \(context.id)",
                members: ["request": .string(context.id)]
            )
        }
    }

    private static func problem(for error: HTTPError) -> Problem {
        var problem = Problem(
            error.status,
            error.body
                ?? (error.status == .notFound
                    ? "there is nothing at this address" : error.status.reasonPhrase)
        )
        problem.headers = error.headers
        return problem
    }
}
