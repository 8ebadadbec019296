/// The options of a choice as a tree of tokens: starts that options share are there once.
package struct TokenTrie {
    /// A place in the tree; the root is 0.
    package struct Node: Hashable {
        /// The token that leads here; unused in the root.
        package let token: Int32
        /// How many tokens lead here.
        package let depth: Int
        /// The place before; the root's is itself.
        package let parent: Int
        /// The places that follow.
        package var children: [Int] = []
        /// The option that ends here.
        package var option: Int?
        /// Whether more than one thing can come here, so that the model has to be asked.
        package var isBranching: Bool { children.count + (option == nil ? 0 : 1) > 1 }
    }

    /// All places; each stands after its parent.
    package private(set) var nodes = [Node(token: -1, depth: 0, parent: 0)]

    /// The tree of these options; nil when two are the same tokens, or one is none.
    package init?(_ options: [[Int32]]) {
        for (option, tokens) in options.enumerated() {
            guard !tokens.isEmpty else { return nil }
            var place = 0
            for token in tokens {
                if let child = nodes[place].children.first(where: { nodes[$0].token == token }) {
                    place = child
                } else {
                    nodes.append(Node(token: token, depth: nodes[place].depth + 1, parent: place))
                    nodes[place].children.append(nodes.count - 1)
                    place = nodes.count - 1
                }
            }
            guard nodes[place].option == nil else { return nil }
            nodes[place].option = option
        }
    }

    /// The branching places below the root, deeper ones later.
    package var branchings: [Int] {
        nodes.indices.dropFirst().filter { nodes[$0].isBranching }.sorted {
            nodes[$0].depth < nodes[$1].depth
        }
    }

    /// The places from below the root to this one.
    package func path(to place: Int) -> [Int] {
        var path: [Int] = []
        var place = place
        while place != 0 {
            path.append(place)
            place = nodes[place].parent
        }
        return path.reversed()
    }
}
