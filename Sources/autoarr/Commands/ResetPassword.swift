internal import Accounts
internal import ArgumentParser
internal import AutoArrApp

/// Sets the owner's password anew, for who has lost it and can reach this machine.
struct ResetPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set the owner's password anew; it is read from standard input, and all sessions end."
    )

    @OptionGroup var house: HouseOptions

    func run() async throws {
        Output.fault("the new password, in one line:")
        guard let password = readLine(strippingNewline: true), !password.isEmpty else {
            throw ValidationError("no password was given on standard input")
        }
        let name = try await house.withServices { try await $0.accounts.resetPassword(to: password) }
        Output.result("the password of \(name) is set; all sessions have ended")
    }
}
