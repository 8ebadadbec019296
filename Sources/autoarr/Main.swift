internal import ArgumentParser

@main
struct Main: AsyncParsableCommand {
    func run() async throws { print("not yet") }
}
