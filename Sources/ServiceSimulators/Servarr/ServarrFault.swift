/// What can be wrong in a Sonarr or Radarr beyond its settings.
public enum ServarrFault: String, Sendable, Hashable, CaseIterable {
    /// A failed download stays as it is: the application missed it in the client's history.
    case failuresIgnored
}
