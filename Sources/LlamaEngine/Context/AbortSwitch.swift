/// What llama.cpp's abort callback looks at, many times in a forward pass.
///
/// Written and read on the engine's thread only.
final class AbortSwitch {
    /// The flag of the request that is being answered.
    var cancellation: CancellationFlag?
}
