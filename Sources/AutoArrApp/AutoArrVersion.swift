/// The version of the program.
package enum AutoArrVersion {
    /// By semantic versioning.
    package static let current = "0.1.0"
}
