internal import Foundation

/// The films that come with this library: facts, a line each.
///
/// Title, year, number at The Movie Database, number at IMDb, minutes, genres, and other titles after a slash.
enum FilmTable {
    /// All of them.
    static let films: [Film] = lines.split(separator: "\n").compactMap(film)

    private static func film(_ line: Substring) -> Film? {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, let year = Int(parts[1]), let tmdb = Int(parts[2]),
            let runtime = Int(parts[4])
        else { return nil }
        let titles = parts[0].components(separatedBy: " / ")
        let collection = collections.first { $0.films.contains(tmdb) }
        return Film(
            title: titles[0],
            year: year,
            tmdb: tmdb,
            imdb: parts[3],
            runtime: runtime,
            genres: parts[5].split(separator: ",").map(String.init),
            alternateTitles: Array(titles.dropFirst()),
            collection: collection.map { FilmCollection(title: $0.title, tmdb: $0.tmdb) }
        )
    }

    private static let collections: [(title: String, tmdb: Int, films: Set<Int>)] = [
        ("Dune Collection", 726871, [438631, 693134]),
        ("Alien Collection", 8091, [348, 679, 8077, 8078]),
        ("Avatar Collection", 87096, [19995, 76600, 83533]),
        ("Blade Runner Collection", 422837, [78, 335984]),
        ("The Matrix Collection", 2344, [603, 604, 605, 624860]),
        ("The Lord of the Rings Collection", 119, [120, 121, 122]),
        ("Harry Potter Collection", 1241, [671, 672, 673, 674, 675, 767, 12444, 12445]),
        ("Star Wars Collection", 10, [11, 1891, 1892, 1893, 1894, 1895, 140607, 181808, 181812]),
        ("Toy Story Collection", 10194, [862, 863, 10193, 301528]),
        ("Back to the Future Collection", 264, [105, 165, 196]),
        ("The Godfather Collection", 230, [238, 240, 242]),
    ]

    private static let lines = """
        Dune|1984|841|tt0087182|137|Action,Science Fiction,Adventure
        Dune / Dune: Part One|2021|438631|tt1160419|155|Science Fiction,Adventure
        Dune: Part Two / Dune Part 2 / Dune 2|2024|693134|tt15239678|167|Science Fiction,Adventure
        Avatar|2009|19995|tt0499549|162|Action,Adventure,Fantasy,Science Fiction
        Avatar: The Way of Water / Avatar 2|2022|76600|tt1630029|192|Science Fiction,Adventure,Action
        Alien|1979|348|tt0078748|117|Horror,Science Fiction
        Aliens / Alien 2|1986|679|tt0090605|137|Action,Thriller,Science Fiction
        Alien³ / Alien 3|1992|8077|tt0103644|114|Science Fiction,Action,Horror
        Alien Resurrection|1997|8078|tt0118583|109|Science Fiction,Horror,Action
        Prometheus|2012|70981|tt1446714|124|Science Fiction,Adventure,Mystery
        Alien: Covenant|2017|126889|tt2316204|122|Science Fiction,Horror
        Alien: Romulus|2024|945961|tt18412256|119|Horror,Science Fiction
        Blade Runner|1982|78|tt0083658|118|Science Fiction,Drama,Thriller
        Blade Runner 2049|2017|335984|tt1856101|164|Science Fiction,Drama
        King Kong|1933|244|tt0024216|104|Adventure,Fantasy,Horror
        King Kong|2005|254|tt0360717|187|Adventure,Drama,Action
        2012|2009|14161|tt1190080|158|Action,Adventure,Science Fiction
        21|2008|8065|tt0478087|123|Drama,Crime
        1408|2007|3021|tt0450385|104|Horror,Thriller
        1917|2019|530915|tt8579674|119|War,History,Thriller
        300|2007|1271|tt0416449|117|Action,Adventure,War
        Apollo 13|1995|568|tt0112384|140|Drama,History
        10 Things I Hate About You|1999|4951|tt0147800|97|Comedy,Romance,Drama
        12 Angry Men|1957|389|tt0050083|97|Drama
        2001: A Space Odyssey|1968|62|tt0062622|149|Science Fiction,Mystery,Adventure
        Lemony Snicket's A Series of Unfortunate Events|2004|11774|tt0339291|108|Adventure,Comedy,Family
        Get Out|2017|419430|tt5052448|104|Mystery,Thriller,Horror
        Stop Making Sense|1984|24128|tt0088178|88|Documentary,Music
        Inception|2010|27205|tt1375666|148|Action,Science Fiction,Adventure
        Interstellar|2014|157336|tt0816692|169|Adventure,Drama,Science Fiction
        Tenet|2020|577922|tt6723592|150|Action,Thriller,Science Fiction
        Oppenheimer|2023|872585|tt15398776|181|Drama,History
        Dunkirk|2017|374720|tt5013056|107|War,Action,Drama
        Memento|2000|77|tt0209144|113|Mystery,Thriller
        The Prestige|2006|1124|tt0482571|130|Drama,Mystery,Science Fiction
        Batman Begins|2005|272|tt0372784|140|Drama,Crime,Action
        The Dark Knight|2008|155|tt0468569|152|Drama,Action,Crime,Thriller
        The Dark Knight Rises|2012|49026|tt1345836|165|Action,Crime,Drama,Thriller
        The Batman|2022|414906|tt1877830|177|Crime,Mystery,Thriller
        Joker|2019|475557|tt7286456|122|Crime,Thriller,Drama
        Barbie|2023|346698|tt1517268|114|Comedy,Adventure
        The Matrix|1999|603|tt0133093|136|Action,Science Fiction
        The Matrix Reloaded|2003|604|tt0234215|138|Adventure,Action,Thriller,Science Fiction
        The Matrix Revolutions|2003|605|tt0242653|129|Adventure,Action,Thriller,Science Fiction
        The Matrix Resurrections|2021|624860|tt10838180|148|Science Fiction,Action,Adventure
        Fight Club|1999|550|tt0137523|139|Drama
        Forrest Gump|1994|13|tt0109830|142|Comedy,Drama,Romance
        Pulp Fiction|1994|680|tt0110912|154|Thriller,Crime
        The Shawshank Redemption|1994|278|tt0111161|142|Drama,Crime
        The Godfather|1972|238|tt0068646|175|Drama,Crime
        The Godfather Part II|1974|240|tt0071562|202|Drama,Crime
        The Godfather Part III|1990|242|tt0099674|162|Crime,Drama,Thriller
        Goodfellas|1990|769|tt0099685|145|Drama,Crime
        Se7en / Seven|1995|807|tt0114369|127|Crime,Mystery,Thriller
        The Silence of the Lambs|1991|274|tt0102926|119|Crime,Drama,Thriller
        Schindler's List|1993|424|tt0108052|195|Drama,History,War
        Jurassic Park|1993|329|tt0107290|127|Adventure,Science Fiction
        Jaws|1975|578|tt0073195|124|Horror,Thriller,Adventure
        E.T. the Extra-Terrestrial / ET|1982|601|tt0083866|115|Adventure,Science Fiction,Family
        Saving Private Ryan|1998|857|tt0120815|169|Drama,History,War
        Titanic|1997|597|tt0120338|194|Drama,Romance
        Gladiator|2000|98|tt0172495|155|Action,Drama,Adventure
        Gladiator II / Gladiator 2|2024|558449|tt9218128|148|Action,Adventure,Drama
        The Lord of the Rings: The Fellowship of the Ring|2001|120|tt0120737|179|Adventure,Fantasy,Action
        The Lord of the Rings: The Two Towers|2002|121|tt0167261|179|Adventure,Fantasy,Action
        The Lord of the Rings: The Return of the King|2003|122|tt0167260|201|Adventure,Fantasy,Action
        Star Wars / Star Wars: A New Hope|1977|11|tt0076759|121|Adventure,Action,Science Fiction
        The Empire Strikes Back|1980|1891|tt0080684|124|Adventure,Action,Science Fiction
        Return of the Jedi|1983|1892|tt0086190|132|Adventure,Action,Science Fiction
        Star Wars: The Force Awakens|2015|140607|tt2488496|136|Adventure,Action,Science Fiction
        Back to the Future|1985|105|tt0088763|116|Adventure,Comedy,Science Fiction
        Back to the Future Part II|1989|165|tt0096874|108|Adventure,Comedy,Science Fiction
        Back to the Future Part III|1990|196|tt0099088|118|Adventure,Comedy,Science Fiction
        Toy Story|1995|862|tt0114709|81|Animation,Adventure,Family,Comedy
        Toy Story 2|1999|863|tt0120363|92|Animation,Comedy,Family
        Toy Story 3|2010|10193|tt0435761|103|Animation,Family,Comedy
        Finding Nemo|2003|12|tt0266543|100|Animation,Family
        The Incredibles|2004|9806|tt0317705|115|Action,Adventure,Animation,Family
        WALL·E / WALL-E / Wall E|2008|10681|tt0910970|98|Animation,Family,Science Fiction
        Up|2009|14160|tt1049413|96|Animation,Comedy,Family,Adventure
        Coco|2017|354912|tt2380307|105|Family,Animation,Music
        The Lion King|1994|8587|tt0110357|89|Family,Animation,Drama
        Spirited Away|2001|129|tt0245429|125|Animation,Family,Fantasy
        Parasite|2019|496243|tt6751668|133|Comedy,Thriller,Drama
        Amélie|2001|194|tt0211915|122|Comedy,Romance
        The Thing|1982|1091|tt0084787|109|Horror,Mystery,Science Fiction
        The Shining|1980|694|tt0081505|144|Horror,Thriller
        Psycho|1960|539|tt0054215|109|Horror,Thriller
        Terminator 2: Judgment Day / Terminator 2|1991|280|tt0103064|137|Action,Thriller,Science Fiction
        The Terminator|1984|218|tt0088247|108|Action,Thriller,Science Fiction
        Die Hard|1988|562|tt0095016|132|Action,Thriller
        Mad Max: Fury Road|2015|76341|tt1392190|121|Action,Adventure,Science Fiction
        Furiosa: A Mad Max Saga|2024|786892|tt12037194|149|Action,Adventure,Science Fiction
        The Martian|2015|286217|tt3659388|141|Drama,Adventure,Science Fiction
        Arrival|2016|329865|tt2543164|116|Drama,Science Fiction,Mystery
        Sicario|2015|273481|tt3397884|121|Action,Crime,Thriller
        Gravity|2013|49047|tt1454468|91|Science Fiction,Thriller,Drama
        Top Gun|1986|744|tt0092099|110|Romance,Drama,Action
        Top Gun: Maverick|2022|361743|tt1745960|131|Action,Drama
        Everything Everywhere All at Once|2022|545611|tt6710474|139|Action,Adventure,Science Fiction
        Spider-Man: Into the Spider-Verse|2018|324857|tt4633694|117|Animation,Action,Adventure
        Spider-Man: No Way Home|2021|634649|tt10872600|148|Action,Adventure,Science Fiction
        The Avengers|2012|24428|tt0848228|143|Science Fiction,Action,Adventure
        Avengers: Infinity War|2018|299536|tt4154756|149|Adventure,Action,Science Fiction
        Avengers: Endgame|2019|299534|tt4154796|181|Adventure,Science Fiction,Action
        Iron Man|2008|1726|tt0371746|126|Action,Science Fiction,Adventure
        Black Panther|2018|284054|tt1825683|135|Action,Adventure,Science Fiction
        Guardians of the Galaxy|2014|118340|tt2015381|121|Action,Science Fiction,Adventure
        Deadpool & Wolverine|2024|533535|tt6263850|128|Action,Comedy,Science Fiction
        Logan|2017|263115|tt3315342|137|Action,Drama,Science Fiction
        La La Land|2016|313369|tt3783958|129|Comedy,Drama,Romance,Music
        Whiplash|2014|244786|tt2582802|107|Drama,Music
        The Social Network|2010|37799|tt1285016|121|Drama
        No Country for Old Men|2007|6977|tt0477348|122|Crime,Thriller
        There Will Be Blood|2007|7345|tt0469494|158|Drama
        Fargo|1996|275|tt0116282|98|Crime,Drama,Thriller
        The Big Lebowski|1998|115|tt0118715|117|Comedy,Crime
        Knives Out|2019|546554|tt8946378|131|Comedy,Crime,Mystery
        The Grand Budapest Hotel|2014|120467|tt2278388|100|Comedy,Drama
        Her|2013|152601|tt1798709|126|Romance,Science Fiction,Drama
        It|2017|346364|tt1396484|135|Horror,Thriller
        Heat|1995|949|tt0113277|170|Action,Crime,Drama
        Casino Royale|2006|36557|tt0381061|144|Adventure,Action,Thriller
        Skyfall|2012|37724|tt1074638|143|Action,Adventure,Thriller
        Casablanca|1942|289|tt0034583|102|Drama,Romance
        Metropolis|1927|19|tt0017136|153|Drama,Science Fiction
        Groundhog Day|1993|137|tt0107048|101|Romance,Fantasy,Drama,Comedy
        Ghostbusters|1984|620|tt0087332|107|Comedy,Fantasy
        Monty Python and the Holy Grail|1975|762|tt0071853|91|Adventure,Comedy,Fantasy
        Wicked|2024|402431|tt1262426|162|Drama,Romance,Fantasy
        Inside Out|2015|150540|tt2096673|95|Animation,Family,Adventure,Drama,Comedy
        Inside Out 2|2024|1022789|tt22022452|97|Animation,Adventure,Comedy,Family
        Shrek|2001|808|tt0126029|90|Animation,Comedy,Fantasy,Adventure,Family
        The Wild Robot|2024|1184918|tt29623480|102|Animation,Science Fiction,Family
        """
}
