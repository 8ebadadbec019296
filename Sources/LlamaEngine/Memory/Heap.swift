internal import CLlama

/// The heap of this process.
package enum Heap {
    /// Returns freed blocks to the system; without it glibc keeps what was once used.
    package static func giveBack() { autoarr_trim_heap() }
}
