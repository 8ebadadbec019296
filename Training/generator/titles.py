"""Titles to speak about: real ones (facts), invented ones, and ones that look like something else."""

import os

FILE = os.path.join(os.path.dirname(__file__), "titles.tsv")
BY_KIND = {"movie": {}, "series": {}}
with open(FILE, encoding="utf-8") as file:
    for line in file:
        if not line.startswith("#"):
            kind, language, title = line.rstrip("\n").split("\t")
            BY_KIND[kind].setdefault(language, []).append(title)

REQUEST_WORDS = ("get find give take bring search watch stop delete remove cancel control pause play help add drop kill retry resume "
                 "status series movie film season episode show upload upgrade help! missing wanted lost gone found next new last old "
                 "best please thank thanks sorry hello hi yes no why who what where how when is are do can let i you we us them it her "
                 "my up down in out over under again all now then today tomorrow tonight yesterday monday friday saturday once "
                 "limit limitless speed run go stay see saw").split()
TRICKY = {kind: [t for group in by.values() for t in group
                 if any(c.isdigit() for c in t) or t.lower().split()[0].strip("!?,") in REQUEST_WORDS or " and " in t.lower() or "&" in t
                 or ":" in t or "," in t or t.endswith(("?", "!")) or len(t) <= 3
                 or any(w in t.lower().split() for w in ("movie", "film", "series", "season", "show", "episodes"))]
          for kind, by in BY_KIND.items()}

ADJECTIVES = ("Silent Broken Golden Last Hidden Crimson Frozen Electric Paper Midnight Hollow Burning Distant Iron Velvet Wicked Lonely "
              "Stolen Quiet Bitter Second Perfect Red Blue Salt Glass Northern Forgotten Wild Little Dead Sweet Lost").split()
NOUNS = ("River Kingdom Garden Harbor Witness Detective Orchard Signal Winter Horizon Daughter Letters Island Road Machine Promise Shadow "
         "Station Mountain Game House Bride Protocol Hunters Summer Sisters Code Widow Lights Empire Storm Crossing Bakery Lighthouse "
         "Highway Passenger Clock Ocean Tribe Sparrow Gambit Verdict Neighbours Ferry").split()
NAMES = ("Marlow Vega Castellan Ines Otto Halvorsen Bramble Quill Rosalind Tobias Kessler Amara Lindqvist Pemberton Okoye Dubois Moretti "
         "Jansen Novak Silva Hagen Tanaka").split()
PLACES = "Lisbon Oslo Tangier Blackwater Havenport Montauk Siena Kraków Bruges Calais Ostrava Dunmore Alderney Valparaíso Trieste".split()
ENDINGS = "ville mont shade field gate burg heim stad wood mere".split()
FOREIGN = {
    "de": ("Der Die Das".split(), "Stille Schatten Garten Fluss Versprechen Sommer Insel Nacht Haus Spiel Tochter Grenze Sturm".split(),
           ["{a} {n}", "{a} {n} von {p}", "{n} und {m}", "Im {n}", "Nacht über {p}"]),
    "fr": ("Le La Les".split(), "Silence Ombre Jardin Rivière Promesse Été Île Nuit Maison Fille Frontière Orage".split(),
           ["{a} {n}", "{a} {n} de {p}", "{n} et {m}", "Une nuit à {p}"]),
    "es": ("El La Los".split(), "Silencio Sombra Jardín Río Promesa Verano Isla Noche Casa Hija Frontera Tormenta".split(),
           ["{a} {n}", "{a} {n} de {p}", "{n} y {m}", "Una noche en {p}"]),
    "it": ("Il La Le".split(), "Silenzio Ombra Giardino Fiume Promessa Estate Isola Notte Casa Figlia Frontiera Tempesta".split(),
           ["{a} {n}", "{a} {n} di {p}", "{n} e {m}", "Una notte a {p}"]),
    "nl": ("De Het".split(), "Stilte Schaduw Tuin Rivier Belofte Zomer Eiland Nacht Huis Dochter Grens Storm".split(),
           ["{a} {n}", "{a} {n} van {p}", "{n} en {m}", "Nacht in {p}"]),
    "pt": ("O A Os".split(), "Silêncio Sombra Jardim Rio Promessa Verão Ilha Noite Casa Filha Fronteira Tempestade".split(),
           ["{a} {n}", "{a} {n} de {p}", "{n} e {m}", "Uma noite em {p}"]),
}


def invented(rng, language):
    if language in FOREIGN and rng.random() < 0.5:
        articles, nouns, shapes = FOREIGN[language]
        return rng.choice(shapes).format(a=rng.choice(articles), n=rng.choice(nouns), m=rng.choice(nouns), p=rng.choice(PLACES))
    a, n, m, name, place = (rng.choice(x) for x in (ADJECTIVES, NOUNS, NOUNS, NAMES, PLACES))
    return rng.choice([
        f"The {a} {n}", f"{a} {n}", f"{n} of {place}", f"The {n} of {name}", f"{name}", f"{name} and {rng.choice(NAMES)}", f"{n} & {m}",
        f"{name}: The {a} {n}", f"{a} {n} {rng.randint(2, 5)}", f"{rng.randint(2, 99)} {n}s", f"{place}", f"{place} {rng.randint(1900, 2049)}",
        f"{name}{rng.choice(ENDINGS)}", f"A {n} in {place}", f"The {name} {n}", f"{n}s", f"{name}'s {n}", f"{a} {n}: {place}",
        f"Who Stole the {n}?", f"Find {name}", f"My {a} {n}", f"When the {n} Sleeps", f"The {n}", f"{n} Zero", f"Dr. {name}",
        f"{n} vs. {m}", f"Get {name}", f"{rng.randint(100, 2999)}", f"The {rng.choice(['Last', 'First', 'Other'])} {n}", f"{n} Season",
        f"No {n} for {name}", f"{n} Show", f"{a}, {rng.choice(ADJECTIVES)} and {rng.choice(ADJECTIVES)}", f"{n}.exe", f"Mr. {name} Returns"])


def title(rng, kind, language):
    """A title of a kind (None: any), for speakers of a language."""
    if kind is None:
        kind = "movie" if rng.random() < 0.6 else "series"
    draw = rng.random()
    if draw < 0.15:
        return invented(rng, language)
    if draw < 0.40:
        return rng.choice(TRICKY[kind])
    by = BY_KIND[kind]
    if language != "en" and language in by and rng.random() < 0.5:
        return rng.choice(by[language])
    if rng.random() < 0.12:
        return rng.choice(by[rng.choice(sorted(by))])
    return rng.choice(by["en"])
