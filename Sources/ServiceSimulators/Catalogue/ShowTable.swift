internal import Foundation

/// The series that come with this library: facts, a line each.
///
/// Title, year, number at TheTVDB, number at IMDb, number at The Movie Database, minutes, network, whether it has
/// ended, the episodes of each season, genres.
enum ShowTable {
    /// All of them.
    static let shows: [Show] = lines.split(separator: "\n").compactMap(show)

    private static func show(_ line: Substring) -> Show? {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 10, let year = Int(parts[1]), let tvdb = Int(parts[2]), let tmdb = Int(parts[4]),
            let runtime = Int(parts[5])
        else { return nil }
        return Show(
            title: parts[0],
            year: year,
            tvdb: tvdb,
            imdb: parts[3],
            tmdb: tmdb,
            runtime: runtime,
            network: parts[6],
            ended: parts[7] == "ended",
            seasons: parts[8].split(separator: ",").compactMap { Int($0) },
            genres: parts[9].split(separator: ",").map(String.init)
        )
    }

    private static let lines = """
        Breaking Bad|2008|81189|tt0903747|1396|47|AMC|ended|7,13,13,13,16|Crime,Drama,Thriller
        Better Call Saul|2015|273181|tt3032476|60059|46|AMC|ended|10,10,10,10,10,13|Crime,Drama
        The Office (US)|2005|73244|tt0386676|2316|22|NBC|ended|6,22,25,19,28,26,26,24,25|Comedy
        The Office (UK)|2001|78107|tt0290978|2996|30|BBC Two|ended|6,6|Comedy
        Avatar: The Last Airbender|2005|74852|tt0417299|246|24|Nickelodeon|ended|20,20,21|Animation,Adventure,Fantasy
        Avatar: The Last Airbender (2024)|2024|385925|tt9018736|82452|54|Netflix|continuing|8|Adventure,Fantasy
        A Series of Unfortunate Events|2017|306304|tt4834206|65294|50|Netflix|ended|8,10,7|Adventure,Comedy,Drama
        Game of Thrones|2011|121361|tt0944947|1399|57|HBO|ended|10,10,10,10,10,10,7,6|Adventure,Drama,Fantasy
        House of the Dragon|2022|371572|tt11198330|94997|60|HBO|continuing|10,8|Action,Drama,Fantasy
        The Wire|2002|79126|tt0306414|1438|58|HBO|ended|13,12,12,13,10|Crime,Drama
        The Sopranos|1999|75299|tt0141842|1398|55|HBO|ended|13,13,13,13,13,21|Crime,Drama
        Chernobyl|2019|360893|tt7366338|87108|65|HBO|ended|5|Drama,History
        Band of Brothers|2001|74205|tt0185906|4613|60|HBO|ended|10|Action,Drama,War
        True Detective|2014|270633|tt2356777|46648|60|HBO|continuing|8,8,8,6|Crime,Drama,Mystery
        Succession|2018|338186|tt7660850|76331|60|HBO|ended|10,10,9,10|Comedy,Drama
        The Last of Us|2023|392256|tt3581920|100088|55|HBO|continuing|9,7|Adventure,Drama,Horror
        Stranger Things|2016|305288|tt4574334|66732|51|Netflix|ended|8,9,8,9,8|Drama,Fantasy,Mystery
        The Crown|2016|305574|tt4786824|65494|58|Netflix|ended|10,10,10,10,10,10|Drama,History
        Black Mirror|2011|253463|tt2085059|42009|60|Netflix|continuing|3,3,6,6,3,5,6|Drama,Science Fiction
        The Witcher|2019|362696|tt5180504|71912|60|Netflix|continuing|8,8,8,8|Action,Adventure,Fantasy
        Arcane|2021|371028|tt11126994|94605|41|Netflix|ended|9,9|Animation,Action,Adventure
        Dark|2017|334824|tt5753856|70523|53|Netflix|ended|10,8,8|Drama,Mystery,Science Fiction
        Squid Game|2021|383275|tt10919420|93405|55|Netflix|ended|9,7,6|Action,Drama,Thriller
        Lost|2004|73739|tt0411008|4607|44|ABC|ended|25,24,23,14,17,18|Adventure,Drama,Mystery
        Friends|1994|79168|tt0108778|1668|24|NBC|ended|24,24,25,24,24,25,24,24,24,18|Comedy,Romance
        Seinfeld|1989|79169|tt0098904|1400|23|NBC|ended|5,12,23,24,22,24,24,22,24|Comedy
        Parks and Recreation|2009|84912|tt1266020|8592|22|NBC|ended|6,24,16,22,22,22,13|Comedy
        Brooklyn Nine-Nine|2013|269586|tt2467372|48891|22|FOX|ended|22,23,23,22,22,18,13,10|Comedy,Crime
        Doctor Who (2005)|2005|78804|tt0436992|57243|45|BBC One|ended|13,13,13,13,13,14,13,12,12,10,10,8,8|Adventure,Drama,Science Fiction
        Sherlock|2010|176941|tt1475582|19885|90|BBC One|ended|3,3,3,3|Crime,Drama,Mystery
        Firefly|2002|78874|tt0303461|1437|45|FOX|ended|14|Adventure,Drama,Science Fiction
        The X-Files|1993|77398|tt0106179|4087|45|FOX|ended|24,25,24,24,20,22,22,21,20,6,10|Drama,Mystery,Science Fiction
        Battlestar Galactica (2003)|2004|73545|tt0407362|1972|45|Syfy|ended|13,20,20,22|Action,Drama,Science Fiction
        The Expanse|2015|280619|tt3230854|63639|45|Amazon|ended|10,13,13,10,10,6|Drama,Mystery,Science Fiction
        The Mandalorian|2019|361753|tt8111088|82856|40|Disney+|continuing|8,8,8|Action,Adventure,Science Fiction
        Andor|2022|393189|tt9253284|83867|45|Disney+|ended|12,12|Action,Drama,Science Fiction
        Severance|2022|371980|tt11280740|95396|50|Apple TV+|continuing|9,10|Drama,Mystery,Science Fiction
        Ted Lasso|2020|383203|tt10986410|97546|35|Apple TV+|continuing|10,12,12|Comedy,Drama
        Silo|2023|403245|tt14688458|125988|50|Apple TV+|continuing|10,10|Drama,Science Fiction
        Fargo|2014|269613|tt2802850|60622|53|FX|ended|10,10,10,11,10|Crime,Drama
        The Simpsons|1989|71663|tt0096697|456|22|FOX|continuing|13,22,24,22,22,25,25,25,25,23|Animation,Comedy
        Cowboy Bebop|1998|76885|tt0213338|30991|25|TV Tokyo|ended|26|Animation,Anime,Action
        Peaky Blinders|2013|270915|tt2442560|60574|60|BBC One|ended|6,6,6,6,6,6|Crime,Drama
        Twin Peaks|1990|70533|tt0098936|1920|47|ABC|ended|8,22|Crime,Drama,Mystery
        Mr. Robot|2015|289590|tt4158110|62560|49|USA Network|ended|10,12,10,13|Crime,Drama,Thriller
        Westworld|2016|296762|tt0475784|63247|62|HBO|ended|10,10,8,8|Drama,Mystery,Science Fiction
        """
}
