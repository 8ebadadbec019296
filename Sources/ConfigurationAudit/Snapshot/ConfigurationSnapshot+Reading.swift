package import Foundation
internal import MediaDomain
internal import OrderedJSON
internal import ServiceHTTP

extension ConfigurationSnapshot {
    /// Reads what the rules need: each document of each service once, the services side by side.
    ///
    /// A document that a service does not have is left out; a service that does not answer is marked as such and costs
    /// the others nothing.
    package static func reading(_ services: [AuditedService], at time: Date) async -> ConfigurationSnapshot {
        let snapshots = await withTaskGroup(of: (Int, ServiceSnapshot).self) { group in
            for (index, service) in services.enumerated() {
                group.addTask { (index, await ServiceSnapshot.reading(service)) }
            }
            var found: [(Int, ServiceSnapshot)] = []
            for await entry in group { found.append(entry) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return ConfigurationSnapshot(services: snapshots, time: time)
    }
}

extension ServiceSnapshot {
    fileprivate static func reading(_ service: AuditedService) async -> ServiceSnapshot {
        var documents: [String: JSONValue] = [:]
        for name in AuditRule.documents(of: service.kind) {
            do {
                let document = try await service.read(name)
                if !document.isNull { documents[name] = document }
            } catch let error as ServiceError where error.isAboutOneDocument {
                continue
            } catch {
                return ServiceSnapshot(
                    id: service.id,
                    kind: service.kind,
                    documents: [:],
                    failure: "\(error)"
                )
            }
        }
        return ServiceSnapshot(id: service.id, kind: service.kind, documents: documents)
    }
}

extension ServiceError {
    /// Whether the service answered, only not with this document.
    fileprivate var isAboutOneDocument: Bool {
        switch reason {
        case .notFound, .rejected: true
        case .wrongStatus(let status, _): status < 502
        default: false
        }
    }
}
